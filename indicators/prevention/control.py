"""Lines held against the total that the same return publishes. Where they do not add up, it is said, never put right."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

HALF_OF_A_LAST_PLACE = Decimal("0.5")


@dataclass(frozen=True)
class ControlTotal:
    """What the lines of one return sum to and what it publishes as their total, in thousands of pounds.

    `places` are the decimals that the return publishes.
    """

    organisation: str
    role: str
    period: str
    measure: str
    parent: str
    lines: int
    sum_of_lines: Decimal
    published: Decimal | None
    places: int

    @property
    def difference(self) -> Decimal | None:
        """Lines less total; None where no total was published."""
        return None if self.published is None else self.sum_of_lines - self.published

    @property
    def adds_up(self) -> bool | None:
        """Whether the difference is no more than rounding: half of the last place for each line and for the total."""
        if self.difference is None:
            return None
        rounding = HALF_OF_A_LAST_PLACE.scaleb(-self.places) * (self.lines + 1)
        return abs(self.difference) <= rounding

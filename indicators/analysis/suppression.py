"""Small numbers of people: what is hidden and what is rounded before a figure leaves the house.

Two published rules. `hospital` (hospital statistics for local areas, the default): 0 stays, 1 to 7 are hidden, all others go
to the nearest 5. `higher_education`: all go to the nearest 5, so that 0 to 2 show as 0; percentages of fewer than 22.5
people and averages of 7 or fewer are hidden. Everything is computed from unrounded numbers and published rounded.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.rounding import round_half_away

SuppressionRule = Literal["hospital", "higher_education"]

LARGEST_HIDDEN = 7
NEAREST = 5
FEWEST_FOR_PERCENTAGE = 22.5


@dataclass(frozen=True)
class PublishedCount:
    """A count as it may be shown: rounded, or None and why: `small`, or `secondary` (it would give another away)."""

    value: int | None
    hidden: Literal["small", "secondary"] | None


@dataclass(frozen=True)
class PublishedTable:
    """The cells of one breakdown and their total, as they may be shown together."""

    cells: tuple[PublishedCount, ...]
    total: PublishedCount


def suppress_count(count: float, *, rule: SuppressionRule = "hospital") -> PublishedCount:
    """One count of people by that rule; an estimated count that is not whole is judged by the whole number nearest to it.

    Raises:
        ValueError: a count that is negative or not finite, a rule that is not known.
    """
    if rule not in ("hospital", "higher_education"):
        raise ValueError(f"rule must be hospital or higher_education, not {rule!r}")
    if not math.isfinite(count) or count < 0:
        raise ValueError(f"{count} is not a count")
    if rule == "hospital" and count > 0 and round_half_away(count, 0) <= LARGEST_HIDDEN:
        return PublishedCount(None, "small")
    return PublishedCount(NEAREST * int(round_half_away(count / NEAREST, 0)), None)


def suppress_table(cells: Iterable[float], *, rule: SuppressionRule = "hospital") -> PublishedTable:
    """A breakdown published beside its total.

    When just one cell is hidden, subtracting the others from the total would give it away: the smallest other cell that is
    not zero is hidden too (the first of equals). There always is one, or the total would be as small and hidden itself.

    Args:
        cells: unrounded counts of people that add up to the total; no person stands in two of them.
        rule: see the module.

    Raises:
        ValueError: a count that is negative or not finite, a rule that is not known.
    """
    counts = tuple(cells)
    published = [suppress_count(count, rule=rule) for count in counts]
    total = suppress_count(sum(counts), rule=rule)
    hidden = [i for i, cell in enumerate(published) if cell.hidden]
    if len(hidden) == 1 and not total.hidden:
        published[_smallest_other(counts, hidden[0])] = PublishedCount(None, "secondary")
    return PublishedTable(tuple(published), total)


def hides_rate(numerator: float, *, rule: SuppressionRule = "hospital") -> bool:
    """Whether a rate is hidden because its numerator is: times the public denominator it would give the count away.

    Raises:
        ValueError: a count that is negative or not finite, a rule that is not known.
    """
    return suppress_count(numerator, rule=rule).hidden is not None


def hides_percentage(people: float) -> bool:
    """Whether the higher-education rule hides a percentage of so many people."""
    return people < FEWEST_FOR_PERCENTAGE


def hides_average(people: float) -> bool:
    """Whether the higher-education rule hides an average over so many people."""
    return people <= LARGEST_HIDDEN


def _smallest_other(counts: Sequence[float], hidden: int) -> int:
    return min((i for i, count in enumerate(counts) if i != hidden and count > 0), key=counts.__getitem__)

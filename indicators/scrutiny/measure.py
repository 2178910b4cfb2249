"""A part of a whole, exact, or the reason why there is no whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from indicators.model import Reason


@dataclass(frozen=True)
class Measure:
    """How many of how many; `share` from 0 to 1, exact, None with `reason` `nothing_counted` where the whole is empty."""

    part: int
    whole: int
    share: Fraction | None
    reason: Reason | None = None


def measure(answers: Iterable[bool]) -> Measure:
    """The part of the answers that are true."""
    known = list(answers)
    if not known:
        return Measure(0, 0, None, Reason("nothing_counted"))
    return Measure(sum(known), len(known), Fraction(sum(known), len(known)))

"""What the past would have led to: the line of the figures before a change, carried forward to the latest one.

The line is what results-based accountability calls the baseline, past and forecast if nothing changes. It is a yardstick here, not
a forecast, so it is carried only as far as a line can bear.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from operator import mul

from indicators.analysis.exact import exact_decimal
from indicators.analysis.known_date import FEWEST_BEFORE
from indicators.analysis.missing import with_gaps
from indicators.model import Reason

ANYTHING = (-math.inf, math.inf)


def beyond_baseline(
    past: Sequence[float | None],
    actual: float,
    *,
    steps_ahead: int,
    possible: tuple[float, float] = ANYTHING,
) -> float | Reason:
    """The actual value less the least-squares line of the past carried forward.

    At least eight figures are needed, as before any date of a change, and the line is carried no further ahead than it was seen. A
    hole keeps its place in time.

    Args:
        past: one value a period before the change, in order of time, None for a hole; without its season.
        actual: the value now, in the same unit.
        steps_ahead: periods from the last of `past`, holes counted, to the actual one, 1 or more.
        possible: the lowest and highest value that there can be.

    Returns:
        Exact until the last step; or a Reason: `too_few_before`, `carried_too_far` (`ahead` of `seen` periods), or
        `course_impossible` (`level`, which is outside what is possible).

    Raises:
        ValueError: steps_ahead below 1.
    """
    if steps_ahead < 1:
        raise ValueError(f"steps_ahead must be 1 or more, got {steps_ahead}")
    known = [i for i, value in enumerate(with_gaps(past)) if value is not None]
    if len(known) < FEWEST_BEFORE:
        return Reason("too_few_before", {"points": len(known), "needed": FEWEST_BEFORE})
    seen, ahead = known[-1] - known[0] + 1, len(past) - 1 - known[-1] + steps_ahead
    if ahead > seen:
        return Reason("carried_too_far", {"ahead": ahead, "seen": seen})
    expected = line_at(past, known[-1] + ahead)
    low, high = possible
    if not low <= expected <= high:
        return Reason("course_impossible", {"level": float(expected)})
    return float(Fraction(exact_decimal(actual)) - expected)


def line_at(values: Sequence[float | None], at: int) -> Fraction:
    """The least-squares line through the values, exact, at a place in time counted from the first of them.

    Args:
        values: one a period in order of time, two at least, None for a hole, which keeps its place.
        at: 0 or more; beyond the last place the line is carried forward.
    """
    known = [(i, value) for i, value in enumerate(with_gaps(values)) if value is not None]
    # Whole numbers over one denominator: as exact as fractions, at a tenth of the time.
    ratios = [exact_decimal(value).as_integer_ratio() for _, value in known]
    denominator = math.lcm(*(below for _, below in ratios))
    whole = [above * (denominator // below) for above, below in ratios]
    points, total = len(known), sum(i for i, _ in known)
    from_middle = [points * i - total for i, _ in known]  # as many times the distance as there are values
    rise = Fraction(sum(map(mul, from_middle, whole)), sum(map(mul, from_middle, from_middle)))
    return (Fraction(sum(whole), points) + rise * (points * at - total)) / denominator

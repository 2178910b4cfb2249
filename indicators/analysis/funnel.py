"""Funnel limits: how far from the average a place of a given size may stray by chance alone.

The limits turn the confidence interval round: a place is outside them just when its own interval leaves the average out
(but for a hair at ten events, where the exact interval and Byar's meet).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

from indicators.analysis.intervals import Interval, check_count, count_interval, normal_quantile

BISECTIONS = 200  # more than the bits of a float, so that it ends at the last one


def funnel_limits(
    average: float,
    denominator: float,
    *,
    kind: Literal["proportion", "rate"],
    multiplier: float = 1,
    confidence: float = 0.95,
) -> Interval:
    """The limits at one denominator around the average of the group, in the unit of the average.

    Proportions turn Wilson's interval round and stay between 0 and 1 times the multiplier; rates and ratios turn round the
    Poisson interval, exact below ten events and Byar's from ten. English practice draws 0.95 and 0.998.

    Args:
        average: the pooled value of the group (sum of counts over sum of denominators) times the multiplier.
        denominator: people, or expected events for a ratio.
        kind: what the value is.
        multiplier: 100 for a percentage, 100,000 for a rate per 100,000.
        confidence: between 0 and 1.

    Raises:
        ValueError: a denominator that is not above zero, an average below zero or above all for a proportion, a
            confidence that is not between 0 and 1, a kind that is not known.
    """
    share = average / multiplier
    check_count(share * denominator, denominator)
    z = normal_quantile(confidence)
    if kind == "rate":
        lower, upper = _count_limits(share * denominator, confidence)
        return lower * multiplier / denominator, upper * multiplier / denominator
    if kind != "proportion":
        raise ValueError(f"kind must be proportion or rate, not {kind!r}")
    if share > 1:
        raise ValueError(f"average {average} is more than the whole, {multiplier}")
    reach = z * math.sqrt(share * (1 - share) / denominator)
    return max(share - reach, 0.0) * multiplier, min(share + reach, 1.0) * multiplier


def _count_limits(expected: float, confidence: float) -> Interval:
    """The counts whose interval just touches the expected number: from above for the lower one, from below for the upper."""
    far = 10 + 10 * expected
    while count_interval(far, confidence)[0] <= expected:
        far *= 2
    lower = _smallest(lambda count: count_interval(count, confidence)[1] >= expected, far)
    upper = _smallest(lambda count: count_interval(count, confidence)[0] >= expected, far)
    return lower, upper


def _smallest(reaches: Callable[[float], bool], far: float) -> float:
    """The smallest count from 0 to `far` at which a condition that holds at `far`, and onwards, begins to hold."""
    if reaches(0.0):
        return 0.0
    low, high = 0.0, far
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high

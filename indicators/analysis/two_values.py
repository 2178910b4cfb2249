"""Whether two values differ by more than chance: tests on the counts themselves, never the overlap of two intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from indicators.analysis import special
from indicators.analysis.exact_tests import binomial_p_value, fisher_p_value
from indicators.analysis.intervals import check_count, normal_quantile
from indicators.model import Reason

Test = Literal["z", "fisher", "conditional_binomial", "published_limits"]

SMALL_EXPECTED = 5


@dataclass(frozen=True)
class Difference:
    """The first value less the second, and how often chance alone would give one as large or larger, either way.

    `p_value` is two-sided and supposes that the two values come from separate people. It is None with `reason` set:
    `not_whole_numbers` (an exact test needs whole counts), `no_limits` (a limit is missing), `no_width` (neither published
    interval has any width).
    """

    difference: float
    p_value: float | None
    test: Test
    reason: Reason | None = None


def proportions_differ(
    count_a: float, denominator_a: float, count_b: float, denominator_b: float
) -> Difference:
    """Two proportions: the pooled z test without continuity correction, Fisher's exact test when an expected count is below 5.

    Returns:
        The difference of the two shares (0.1 is ten percentage points) and its p-value.

    Raises:
        ValueError: a denominator that is not above zero, a count below zero or above its denominator.
    """
    for count, denominator in ((count_a, denominator_a), (count_b, denominator_b)):
        check_count(count, denominator)
        if count > denominator:
            raise ValueError(f"count {count} is more than its denominator {denominator}")
    difference = count_a / denominator_a - count_b / denominator_b
    successes, people = count_a + count_b, denominator_a + denominator_b
    smallest_expected = min(denominator_a, denominator_b) * min(successes, people - successes) / people
    if smallest_expected >= SMALL_EXPECTED:
        pooled = successes / people
        error = math.sqrt(pooled * (1 - pooled) * (1 / denominator_a + 1 / denominator_b))
        return Difference(difference, _two_sided(difference / error), "z")
    figures = (count_a, denominator_a, count_b, denominator_b)
    if not _whole(*figures):
        return Difference(difference, None, "fisher", Reason("not_whole_numbers", {"figures": figures}))
    p_value = fisher_p_value(int(count_a), int(denominator_a), int(count_b), int(denominator_b))
    return Difference(difference, p_value, "fisher")


def rates_differ(
    count_a: float, denominator_a: float, count_b: float, denominator_b: float, multiplier: float = 1
) -> Difference:
    """Two rates of events: the conditional binomial test (given all events, how many fall to the first place?).

    Returns:
        The difference of the two rates per `multiplier`, and its p-value.

    Raises:
        ValueError: a denominator that is not above zero, a count below zero.
    """
    check_count(count_a, denominator_a)
    check_count(count_b, denominator_b)
    difference = (count_a / denominator_a - count_b / denominator_b) * multiplier
    if not _whole(count_a, count_b):
        reason = Reason("not_whole_numbers", {"figures": (count_a, count_b)})
        return Difference(difference, None, "conditional_binomial", reason)
    share = denominator_a / (denominator_a + denominator_b)
    p_value = binomial_p_value(int(count_a), int(count_a + count_b), share)
    return Difference(difference, p_value, "conditional_binomial")


def intervals_differ(  # noqa: PLR0917 - two values with their limits, in reading order
    value_a: float,
    lower_a: float | None,
    upper_a: float | None,
    value_b: float,
    lower_b: float | None,
    upper_b: float | None,
    *,
    confidence: float = 0.95,
) -> Difference:
    """Two values of which only the limits are published: each standard error is read from the width of its interval.

    A normal approximation, fair where the intervals are near to symmetrical.

    Args:
        value_a: the first value, in the unit of the indicator.
        lower_a: its lower published limit.
        upper_a: its upper published limit.
        value_b: the second value.
        lower_b: its lower published limit.
        upper_b: its upper published limit.
        confidence: the level of both intervals.

    Raises:
        ValueError: a lower limit above its upper one, a number that is not finite, a confidence not between 0 and 1.
    """
    z = normal_quantile(confidence)
    limits = (lower_a, upper_a, lower_b, upper_b)
    if not all(math.isfinite(number) for number in (value_a, value_b, *limits) if number is not None):
        raise ValueError(f"values and limits must be finite: {(value_a, value_b, *limits)}")
    difference = value_a - value_b
    if lower_a is None or upper_a is None or lower_b is None or upper_b is None:
        return Difference(difference, None, "published_limits", Reason("no_limits"))
    if lower_a > upper_a or lower_b > upper_b:
        raise ValueError(f"a lower limit is above its upper limit: {limits}")
    error = math.hypot(upper_a - lower_a, upper_b - lower_b) / (2 * z)
    if error == 0:
        return Difference(difference, None, "published_limits", Reason("no_width"))
    return Difference(difference, _two_sided(difference / error), "published_limits")


def _two_sided(z: float) -> float:
    return 2 * float(special.ndtr(-abs(z)))


def _whole(*numbers: float) -> bool:
    return all(float(number).is_integer() for number in numbers)

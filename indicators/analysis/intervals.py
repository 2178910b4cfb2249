"""How sure a single value is: confidence intervals as English public health statistics compute them.

The confidence levels in use are 0.95 and 0.998. A survey has design effects that these formulas know nothing of: its own
published interval is used instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indicators.analysis import special
from indicators.analysis.missing import with_gaps
from indicators.model import Reason

EXACT_BELOW = 10  # events; from here on Byar's approximation is used
FEWEST_EVENTS_TO_STANDARDISE = 10
Interval = tuple[float, float]


class StandardisedRate(NamedTuple):
    """A directly standardised rate with its limits, all None when there are fewer than ten events in all."""

    rate: float | None
    lower: float | None
    upper: float | None

    @property
    def reason(self) -> Reason | None:
        """`too_few_events` when the rate is hidden; the number of events itself is not told."""
        return (
            Reason("too_few_events", {"needed": FEWEST_EVENTS_TO_STANDARDISE}) if self.rate is None else None
        )


def proportion_interval(count: float, denominator: float, confidence: float = 0.95) -> Interval:
    """Wilson's score interval for a proportion, as two shares between 0 and 1.

    Raises:
        ValueError: a denominator that is not above zero, a count below zero or above the denominator, a confidence that is
            not between 0 and 1.
    """
    check_count(count, denominator)
    if count > denominator:
        raise ValueError(f"count {count} is more than its denominator {denominator}")
    z = normal_quantile(confidence)
    middle = 2 * count + z**2
    reach = z * math.sqrt(z**2 + 4 * count * (1 - count / denominator))
    scale = 2 * (denominator + z**2)
    # The bounds are exact at no and all successes, where rounding would leave a trace.
    lower = 0.0 if count == 0 else (middle - reach) / scale
    upper = 1.0 if count == denominator else (middle + reach) / scale
    return lower, upper


def rate_interval(
    count: float, denominator: float, multiplier: float = 1, confidence: float = 0.95
) -> Interval:
    """Interval for events per `multiplier` of the denominator: exact Poisson below ten events, Byar's method from ten.

    Raises:
        ValueError: a denominator that is not above zero, a count below zero, a confidence that is not between 0 and 1.
    """
    check_count(count, denominator)
    lower, upper = count_interval(count, confidence)
    return lower * multiplier / denominator, upper * multiplier / denominator


def count_interval(count: float, confidence: float = 0.95) -> Interval:
    """Interval for the expected number of events: exact Poisson below ten (lower limit 0 for none), Byar's from ten.

    Raises:
        ValueError: a count below zero, a confidence that is not between 0 and 1.
    """
    check_count(count, 1)
    if count < EXACT_BELOW:
        tail = _tail(confidence)
        lower = float(special.gammaincinv(count, tail)) if count else 0.0
        return lower, float(special.gammainccinv(count + 1, tail))
    return _byar(count, normal_quantile(confidence))


def standardised_rate(
    counts: Sequence[float],
    denominators: Sequence[float],
    weights: Sequence[float],
    multiplier: float = 100_000,
    confidence: float = 0.95,
) -> StandardisedRate:
    """Directly standardised rate with Dobson's limits, per `multiplier`.

    Args:
        counts: events in each age group.
        denominators: people in each age group.
        weights: the standard population of each age group, on any scale.
        multiplier: the rate is per so many people.
        confidence: between 0 and 1.

    Returns:
        (rate, lower, upper); all three None, with `reason`, when there are fewer than ten events in all.

    Raises:
        ValueError: lengths that differ, a denominator that is not above zero, a count or weight below zero, weights that
            sum to zero, a confidence that is not between 0 and 1.
    """
    if not len(counts) == len(denominators) == len(weights):
        raise ValueError(f"{len(counts)} counts, {len(denominators)} denominators and {len(weights)} weights")
    for count, denominator in zip(counts, denominators, strict=True):
        check_count(count, denominator)
    weight = sum(weights)
    if min(weights, default=0) < 0 or not 0 < weight < math.inf:
        raise ValueError(f"weights must be 0 or more with a sum above 0: {list(weights)}")
    z = normal_quantile(confidence)
    events = sum(counts)
    if events < FEWEST_EVENTS_TO_STANDARDISE:
        return StandardisedRate(None, None, None)
    groups = list(zip(counts, denominators, weights, strict=True))
    rate = sum(w * x / n for x, n, w in groups) / weight
    variance = sum(w**2 * x / n**2 for x, n, w in groups) / weight**2
    per_event = math.sqrt(variance / events)
    lower, upper = (rate + per_event * (limit - events) for limit in _byar(events, z))
    return StandardisedRate(rate * multiplier, lower * multiplier, upper * multiplier)


def mean_interval(values: Iterable[float | None], confidence: float = 0.95) -> Interval | tuple[None, None]:
    """Student's t interval for the mean of the values present, in their unit; (None, None) for fewer than two.

    Raises:
        ValueError: a value that is not finite, a confidence that is not between 0 and 1.
    """
    tail = _tail(confidence)
    present = [value for value in with_gaps(values) if value is not None]
    if not all(map(math.isfinite, present)):
        raise ValueError(f"values must be finite: {present}")
    freedom = len(present) - 1
    if freedom < 1:
        return None, None
    mean = math.fsum(present) / len(present)
    variance = math.fsum((value - mean) ** 2 for value in present) / freedom
    reach = -float(special.stdtrit(freedom, tail)) * math.sqrt(variance / len(present))
    return mean - reach, mean + reach


def normal_quantile(confidence: float) -> float:
    """The z of a two-sided interval: 1.96 for 0.95, 3.09 for 0.998."""
    return -float(special.ndtri(_tail(confidence)))


def check_count(count: float, denominator: float) -> None:
    """Refuse a denominator that is not above zero and a count below it.

    Raises:
        ValueError: with the figures.
    """
    if not 0 < denominator < math.inf:
        raise ValueError(f"denominator {denominator} is not above zero")
    if not 0 <= count < math.inf:
        raise ValueError(f"count {count} is not zero or more")


def _tail(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"confidence must be between 0 and 1, not {confidence}")
    return (1 - confidence) / 2


def _byar(count: float, z: float) -> Interval:
    above = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
    return lower, above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3

"""How one place stands beside others in the same period: better, worse, similar, or cannot say. Never a rank.

A rank of places differs mostly by chance; a difference that chance explains is called similar however large it looks. The
tests take the two places as separate. A place that is part of its comparator shares people with it, which makes the test
slower to call a difference, never quicker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.analysis.difference_interval import Interval, difference_interval
from indicators.analysis.intervals import proportion_interval, rate_interval
from indicators.analysis.polarity import judged
from indicators.analysis.published_limits import allow_for_more
from indicators.analysis.two_values import (
    Difference,
    Test,
    intervals_differ,
    proportions_differ,
    rates_differ,
)
from indicators.model import Observation, Polarity, Reason

Judgement = Literal["better", "worse", "similar", "cannot_say"]

SIGNIFICANCE = 0.05


@dataclass(frozen=True)
class Comparison:
    """One place less one comparator in the same period, in the unit of the indicator, and what that means.

    `interval` holds the difference at 95 per cent, None where the limits of either value are neither published nor to be made
    from counts. `p_value` is that of `test`, both None where none could be made. `judgement` is `cannot_say` with `reason` set:
    `no_value` (of the place itself), `different_periods` (the comparator has no row for that period), `not_published`,
    `doubtful`, `no_uncertainty` (neither counts nor limits of both), `no_polarity` (they differ, but neither way is
    better), or what the test itself says.
    """

    area_code: str
    value: float | None
    difference: float | None
    p_value: float | None
    test: Test | None
    judgement: Judgement
    reason: Reason | None = None
    interval: Interval | None = None


@dataclass(frozen=True)
class PlaceComparison:
    """The latest value of a place that is fit to be judged, and its comparators in the order asked for."""

    latest: Observation | None
    against: tuple[Comparison, ...]


def compare_places(
    observations: Iterable[Observation],
    area_code: str,
    comparators: Sequence[str],
    *,
    polarity: Polarity,
    measure_kind: str,
) -> PlaceComparison:
    """The latest value of one place against each comparator's value for the same period.

    Percentages and rates are tested on their counts where both are known and no published limits allow for more than counts do,
    everything else on published limits, at 0.05.

    Args:
        observations: rows of one indicator, any places and periods, in any order.
        area_code: the place to be judged; values that its source has made doubtful are passed over.
        comparators: area codes.
        polarity: which way is better.
        measure_kind: as in the indicator: `percentage`, `rate`, or anything else.

    Raises:
        ValueError: rows of more than one indicator, two rows for one place and period, the place among its comparators, an
            unknown polarity.
    """
    judged(0, polarity)  # an unknown polarity is refused whatever the values
    rows = _by_place_and_period(observations)
    if area_code in comparators:
        raise ValueError(f"{area_code} cannot be compared with itself")
    fit = [row for row in _of(rows, area_code) if row.value is not None and not row.is_doubtful]
    own = fit[-1] if fit else None
    against = tuple(_compare(own, rows, code, polarity, measure_kind) for code in comparators)
    return PlaceComparison(own, against)


def _by_place_and_period(observations: Iterable[Observation]) -> dict[tuple[str, str], Observation]:
    rows: dict[tuple[str, str], Observation] = {}
    for row in observations:
        if (row.area_code, row.period) in rows:
            raise ValueError(f"two rows for {row.area_code} in {row.period}")
        rows[row.area_code, row.period] = row
    indicators = sorted({row.indicator_code for row in rows.values()})
    if len(indicators) > 1:
        raise ValueError(f"rows of more than one indicator: {indicators}")
    return rows


def _of(rows: dict[tuple[str, str], Observation], area_code: str) -> list[Observation]:
    return sorted(
        (row for row in rows.values() if row.area_code == area_code), key=lambda row: row.period_end
    )


def _compare(
    own: Observation | None,
    rows: dict[tuple[str, str], Observation],
    code: str,
    polarity: Polarity,
    measure_kind: str,
) -> Comparison:
    other = rows.get((code, own.period)) if own else None
    reason = _incomparable(own, other, _of(rows, code))
    if own is None or other is None or own.value is None or other.value is None or reason:
        return Comparison(code, other.value if other else None, None, None, None, "cannot_say", reason)
    difference = own.value - other.value
    interval = _interval(own, other, measure_kind)
    tested = _test(own, other, measure_kind)
    if tested is None:
        refused = Reason("no_uncertainty")
        return Comparison(code, other.value, difference, None, None, "cannot_say", refused, interval)
    judgement, reason = _judge(difference, tested, polarity)
    return Comparison(code, other.value, difference, tested.p_value, tested.test, judgement, reason, interval)


def _incomparable(
    own: Observation | None, other: Observation | None, of_comparator: list[Observation]
) -> Reason | None:
    if own is None:
        return Reason("no_value")
    if other is None:
        latest = of_comparator[-1].period if of_comparator else None
        return Reason("different_periods", {"period": own.period, "comparator_latest": latest})
    if other.value is None:
        return Reason("not_published", {"period": own.period, "status": other.status})
    return Reason("doubtful", {"period": own.period}) if other.is_doubtful else None


def _test(own: Observation, other: Observation, measure_kind: str) -> Difference | None:
    counts, other_counts = (_counts_to_test(row, measure_kind) for row in (own, other))
    if counts and other_counts and measure_kind == "rate":
        return rates_differ(*counts, *other_counts)
    if counts and other_counts and measure_kind == "percentage":
        return proportions_differ(*counts, *other_counts)
    if own.value is None or other.value is None or not (_has_limits(own) and _has_limits(other)):
        return None
    return intervals_differ(own.value, own.lower, own.upper, other.value, other.lower, other.upper)


def _counts_to_test(row: Observation, measure_kind: str) -> tuple[float, float] | None:
    """The counts of a row, unless a percentage is no share of them or its published limits allow for more than they do."""
    counts = _counts(row)
    if counts is None or (measure_kind == "percentage" and not _is_share(counts)):
        return None
    of_counts = _limits_of_counts(row, measure_kind)
    if of_counts and _has_limits(row) and allow_for_more((row.lower, row.upper), of_counts):
        return None
    return counts


def _counts(row: Observation) -> tuple[float, float] | None:
    """Numerator and denominator, if they can be counts at all: what a source sends may be neither."""
    if row.numerator is None or row.denominator is None or row.numerator < 0 or row.denominator <= 0:
        return None
    return row.numerator, row.denominator


def _is_share(counts: tuple[float, float]) -> bool:
    return counts[0] <= counts[1]


def _has_limits(row: Observation) -> bool:
    return row.lower is not None and row.upper is not None and row.lower <= row.upper


def _interval(own: Observation, other: Observation, measure_kind: str) -> Interval | None:
    limits, other_limits = _limits(own, measure_kind), _limits(other, measure_kind)
    if limits is None or other_limits is None or own.value is None or other.value is None:
        return None
    return difference_interval(own.value, limits, other.value, other_limits)


def _limits(row: Observation, measure_kind: str) -> Interval | None:
    """The limits of a value: as published, else from its counts; None where neither holds the value."""
    limits = (row.lower, row.upper) if _has_limits(row) else _limits_of_counts(row, measure_kind)
    if limits is None or row.value is None or not limits[0] <= row.value <= limits[1]:
        return None
    return limits


def _limits_of_counts(row: Observation, measure_kind: str) -> Interval | None:
    """Wilson's for percentages and Poisson's for rates, in the unit of the value: a rate per whatever it is published for."""
    counts = _counts(row)
    if counts is None:
        return None
    if measure_kind == "percentage" and _is_share(counts):
        lower, upper = proportion_interval(*counts)
        return 100 * lower, 100 * upper
    if measure_kind == "rate" and counts[0] and row.value:
        lower, upper = rate_interval(*counts, multiplier=row.value * counts[1] / counts[0])
        return lower, upper
    return None


def _judge(difference: float, tested: Difference, polarity: Polarity) -> tuple[Judgement, Reason | None]:
    if tested.p_value is None:
        return "cannot_say", tested.reason
    if tested.p_value >= SIGNIFICANCE or difference == 0:
        return "similar", None
    judgement = judged(difference, polarity)
    return (judgement, None) if judgement else ("cannot_say", Reason("no_polarity", {"polarity": polarity}))

"""The recent trend of an annual indicator: the last five years, as England's public health profiles (Fingertips) mark it.

It tests sampling noise only. Where real values differ from year to year by more than sampling, it is too keen on large
populations. Quarterly, monthly, pooled and rolling figures are refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from indicators.analysis.intervals import proportion_interval
from indicators.analysis.missing import infinite_positions, with_gaps
from indicators.analysis.observed import too_few_points
from indicators.analysis.polarity import Judgement, judged
from indicators.analysis.published_limits import allow_for_more
from indicators.analysis.trend_tests import Evidence, is_proportion, proportions_trend, values_trend
from indicators.model import Polarity, Reason

Marker = Literal["increasing", "decreasing", "no_change", "cannot_calculate"]
Values = Iterable[float | None]
Row = tuple[float | None, ...]

PERIODS_USED = 5


@dataclass(frozen=True)
class RecentTrend:
    """The marker, whether it is good news, and the chi-square (1 degree of freedom) that it rests on.

    `judgement` is None where the marker is neither increasing nor decreasing, or the polarity does not say which is better.
    With marker `cannot_calculate`, `chi_square` is None and `reason` is one of `not_annual`, `overlapping_periods`,
    `no_values`, `too_few_points`, `gap`, `break_in_series`, `not_finite`, `no_uncertainty` (neither counts nor limits of all
    five years), `not_a_proportion`, `limits_crossed`, `numerator_zero`, `numerator_equals_denominator`, `no_width` (an interval without width).
    """

    marker: Marker
    judgement: Judgement | None
    chi_square: float | None
    reason: Reason | None = None


def recent_trend(
    values: Values,
    *,
    numerators: Values | None = None,
    denominators: Values | None = None,
    lower: Values | None = None,
    upper: Values | None = None,
    polarity: Polarity,
    periods_per_year: int = 1,
    overlapping: bool = False,
    break_at: Iterable[int] = (),
) -> RecentTrend:
    """Whether the last five annual values rise or fall by more than sampling noise (Fingertips trend marker).

    The chi-square must pass 9.5495 (two-sided p of 0.002), and the slope must keep its sign when any one year is left out.

    Args:
        values: one a year in order of time, None or NaN for missing. Missing values at the end are passed over; the five
            before them must all be there.
        numerators: counts of people, only for a proportion and with `denominators`. They are tested where they are known
            for all five years and no published limits allow for more than they do, the limits where not.
        denominators: people at risk, in the same order.
        lower: lower 95 per cent limits, for anything else, with `upper`, in the unit of the values.
        upper: upper 95 per cent limits.
        polarity: which way is better.
        periods_per_year: anything but 1 is refused.
        overlapping: whether neighbouring periods share time, as pooled and rolling figures do; they are refused.
        break_at: positions, from 0, of the first value after a break in the series; no trend crosses one.

    Raises:
        ValueError: lengths that differ, one of a pair without the other, an unknown polarity.
    """
    judged(0, polarity)  # an unknown polarity is refused whatever the values
    _check_pair(numerators, denominators, "numerators", "denominators")
    _check_pair(lower, upper, "lower", "upper")
    rows = _rows(values, numerators, denominators, lower, upper)
    evidence = (
        _unfit_periods(periods_per_year, overlapping=overlapping)
        or _unfit_rows(rows, frozenset(break_at))
        or _evidence(rows[-PERIODS_USED:])
    )
    if isinstance(evidence, Reason):
        return RecentTrend("cannot_calculate", None, None, evidence)
    if not evidence.significant:
        return RecentTrend("no_change", None, evidence.chi_square)
    marker: Marker = "increasing" if evidence.direction > 0 else "decreasing"
    return RecentTrend(marker, judged(evidence.direction, polarity), evidence.chi_square)


def _check_pair(one: Values | None, other: Values | None, name: str, other_name: str) -> None:
    if (one is None) != (other is None):
        raise ValueError(f"{name} and {other_name} are given together or not at all")


def _rows(values: Values, *beside: Values | None) -> list[Row]:
    """One row a period, (value, numerator, denominator, lower, upper), up to the latest that has a value."""
    series = with_gaps(values)
    columns = [series, *((None,) * len(series) if column is None else with_gaps(column) for column in beside)]
    lengths = [len(column) for column in columns]
    if len(set(lengths)) > 1:
        raise ValueError(f"values and what goes with them differ in length: {lengths}")
    rows = list(zip(*columns, strict=True))
    while rows and rows[-1][0] is None:
        rows.pop()
    return rows


def _unfit_periods(periods_per_year: int, *, overlapping: bool) -> Reason | None:
    if periods_per_year != 1:
        return Reason("not_annual", {"periods_per_year": periods_per_year})
    return Reason("overlapping_periods") if overlapping else None


def _unfit_rows(rows: list[Row], breaks: frozenset[int]) -> Reason | None:
    points = sum(row[0] is not None for row in rows)
    if too_few := too_few_points(points, PERIODS_USED):
        return too_few
    first = len(rows) - PERIODS_USED
    gaps = [i for i in range(first, len(rows)) if rows[i][0] is None]
    if gaps:
        return Reason(
            "gap", {"at": gaps[-1], "points_after": len(rows) - 1 - gaps[-1], "needed": PERIODS_USED}
        )
    crossed = [i for i in range(first + 1, len(rows)) if i in breaks]
    if crossed:
        figures = {"at": crossed[-1], "points_after": len(rows) - crossed[-1], "needed": PERIODS_USED}
        return Reason("break_in_series", figures)
    infinite = tuple(i for i in range(first, len(rows)) if infinite_positions(rows[i]))
    return Reason("not_finite", {"positions": infinite}) if infinite else None


def _evidence(rows: list[Row]) -> Evidence | Reason:
    """The test on counts where they are known for each year and tell all there is to tell, else the one on limits."""
    counts = [(x, n) for _, x, n, _, _ in rows if x is not None and n is not None]
    limits = [(value, lower, upper) for value, _, _, lower, upper in rows if None not in (lower, upper)]
    if len(limits) == len(rows) and not all(map(is_proportion, counts)):
        return values_trend(limits)
    if len(counts) == len(rows) and not any(map(_limits_allow_for_more, rows)):
        return proportions_trend(counts)
    if len(limits) == len(rows):
        return values_trend(limits)
    return Reason("no_uncertainty", {"points": max(len(counts), len(limits)), "needed": len(rows)})


def _limits_allow_for_more(row: Row) -> bool:
    value, numerator, denominator, lower, upper = row
    if value is None or not numerator or denominator is None or lower is None or upper is None:
        return False
    if not is_proportion((numerator, denominator)):
        return False
    unit = value * denominator / numerator
    low, high = proportion_interval(numerator, denominator)
    return allow_for_more((lower, upper), (unit * low, unit * high))

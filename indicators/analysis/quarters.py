"""Quarters of a financial year: year-to-date figures into discrete ones, ratios from sums, targets to date.

Year-to-date lines restart each April and rolling sums overlap, so neither may be charted or tested as one series; what was
reported is stored and the discrete quarters are derived from it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indicators.analysis.missing import with_gaps
from indicators.model import Reason

SeriesKind = Literal["cumulative", "discrete", "stock", "rolling", "annual"]
KINDS_FIT_FOR_TESTS = ("discrete", "stock", "annual")
QUARTERS_IN_YEAR = 4
YEARS_FOR_SHARES = 3


@dataclass(frozen=True)
class DiscreteQuarters:
    """What happened in each quarter, None where it cannot be told, and the positions of values below zero.

    A negative quarter means that an earlier figure of the same year was revised: it is kept and to be flagged.
    """

    values: tuple[float | None, ...]
    negative: tuple[int, ...]


def discrete_quarters(year_to_date: Iterable[float | None], quarters: Sequence[int]) -> DiscreteQuarters:
    """Each quarter's own figure from figures for the year to date: the first as it is, then differences.

    Where one year-to-date figure is missing, the next difference would cover two quarters: both stay missing.

    Args:
        year_to_date: in order of time without holes in it, None or NaN for missing; any unit that adds up.
        quarters: which quarter of the financial year, 1 to 4, each figure is of.

    Raises:
        ValueError: lengths that differ, a quarter that is not 1 to 4 or does not follow on from the one before.
    """
    reported = with_gaps(year_to_date)
    check_consecutive_quarters(quarters, len(reported))
    before = (None, *reported)[: len(reported)]
    values = tuple(map(_own_figure, reported, before, quarters))
    negative = tuple(i for i, value in enumerate(values) if value is not None and value < 0)
    return DiscreteQuarters(values, negative)


def _own_figure(value: float | None, before: float | None, quarter: int) -> float | None:
    if quarter == 1 or value is None:
        return value
    return None if before is None else value - before


def check_consecutive_quarters(quarters: Sequence[int], length: int) -> None:
    """Refuse quarters that do not belong to a series of that length, each following on from the one before.

    Raises:
        ValueError: with the first position at fault.
    """
    if len(quarters) != length:
        raise ValueError(f"{length} values but {len(quarters)} quarters")
    for i, quarter in enumerate(quarters):
        if quarter not in (1, 2, 3, 4):
            raise ValueError(f"quarter {quarter} at position {i} is not 1, 2, 3 or 4")
    for i, (earlier, later) in enumerate(pairwise(quarters)):
        if later != earlier % QUARTERS_IN_YEAR + 1:
            raise ValueError(
                f"quarter {later} at position {i + 1} does not follow quarter {earlier}: put None in the gap"
            )


def ratio_of_sums(numerators: Iterable[float | None], denominators: Iterable[float | None]) -> float | None:
    """The ratio for several quarters together: sums first, then the division; percentages are never averaged.

    Returns:
        The ratio in units of numerator per denominator, or None when any part is missing or there are none.

    Raises:
        ValueError: lengths that differ, denominators that sum to zero or less.
    """
    above, below = with_gaps(numerators), with_gaps(denominators)
    if len(above) != len(below):
        raise ValueError(f"{len(above)} numerators but {len(below)} denominators")
    if not above or None in above or None in below:
        return None
    total = sum(below)
    if total <= 0:
        raise ValueError(f"the denominators sum to {total}")
    return sum(above) / total


def cumulative_target(
    annual_target: float, quarter: int, earlier_years: Iterable[Sequence[float | None]] = ()
) -> float:
    """The part of an annual target that falls due by the end of a quarter, in the unit of the target.

    It is the annual target times the usual share by that quarter: the mean of the shares in the last three complete years,
    or quarter / 4 when there is no complete year.

    Args:
        annual_target: what is to be reached by the end of the year.
        quarter: 1 to 4.
        earlier_years: one sequence of four year-to-date figures a year, oldest first. A year with a missing figure or a
            total that is not above zero is passed over.

    Raises:
        ValueError: a quarter that is not 1 to 4, a year without four figures.
    """
    if quarter not in (1, 2, 3, 4):
        raise ValueError(f"quarter {quarter} is not 1, 2, 3 or 4")
    shares = []
    for year in map(with_gaps, earlier_years):
        if len(year) != QUARTERS_IN_YEAR:
            raise ValueError(f"a year has four quarters, not {len(year)}")
        total = year[-1]
        if None not in year and total > 0:
            shares.append(year[quarter - 1] / total)
    recent = shares[-YEARS_FOR_SHARES:]
    return annual_target * (sum(recent) / len(recent) if recent else quarter / QUARTERS_IN_YEAR)


def unfit_for_tests(kind: SeriesKind) -> Reason | None:
    """Why a series of this kind must not be charted or tested as one line (`cumulative`, `rolling`), or None.

    Every run rule and every test that takes values to be independent fails on them: a year-to-date line restarts each
    April, and rolling sums share most of their quarters.

    Raises:
        ValueError: a kind that is not known.
    """
    if kind in KINDS_FIT_FOR_TESTS:
        return None
    if kind not in ("cumulative", "rolling"):
        raise ValueError(f"kind must be cumulative, discrete, stock, rolling or annual, not {kind!r}")
    return Reason(kind)

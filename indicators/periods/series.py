"""Periods beside each other: holes in a series, overlaps, and which two may be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise
from typing import Literal

from indicators.periods.days import shift_years
from indicators.periods.durations import Duration, read_duration
from indicators.periods.period import Period, sort_key

NotComparable = Literal["different_length", "different_season", "overlap"]

KEPT = 512
_PER_YEAR = {"P1M": 12, "P3M": 4}
_DAYS_PER_YEAR = 365.25
_SHOWS_A_YEARLY_STEP = 3  # two quarters a year apart may as well be what is left of a quarterly series
_SNAPSHOT_DRIFT_DAYS = 31  # a yearly count keeps its season though its day moves: a survey date in April


def periods_per_year(length: str) -> int | None:
    """How many of a regular series fall in a year: 12 for P1M, 4 for P3M, 1 for years, pooled years and snapshots.

    None for every other length. Raises PeriodError `not_a_length`.
    """
    duration = read_duration(length)
    if duration.unit == "Y" or duration.is_snapshot:
        return 1
    return _PER_YEAR.get(duration.code)


def comparable(a: Period, b: Period) -> NotComparable | None:
    """Why a change between the two would mislead, or None where the two may be compared.

    Q1 is compared with another year's Q1; pooled years that share a year are not independent. Single days keep
    their season within 31 days of the same point of the year.
    """
    if a.length != b.length:
        return "different_length"
    if not _same_season(a, b):
        return "different_season"
    return "overlap" if a.overlaps(b) else None


def is_overlapping_series(periods: Iterable[Period]) -> bool:
    """Whether any two different periods share a day, as rolling pooled years do; a repeated one counts once."""
    by_start = sorted(set(periods), key=lambda period: period.start)
    # where any two share a day, so do two neighbours: a period that reaches past its neighbour overlaps it first
    return any(earlier.overlaps(later) for earlier, later in pairwise(by_start))


def gaps(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods missing between the first and the last of each length, in order: the holes in the series.

    Years step by one; quarters, months and runs of days adjoin. Three or more quarters or months that are all of
    the same season (a census each January) step by a year. Pooled years step by one (rolling) unless every distance
    is a whole number of pools (2001–03, 2004–06). Between single days a hole is a year without one, placed on the
    earlier one's day. Where no regular step leads from one period to the next, nothing is called missing.
    """
    return _gaps(tuple(periods))


# One series is asked about by every judgement on it, and most series of a place have the same periods.
@lru_cache(maxsize=KEPT)
def _gaps(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    by_length: dict[str, set[Period]] = defaultdict(set)
    for period in periods:
        by_length[period.length].add(period)
    missing = [
        hole for same_length in by_length.values() for hole in _holes(sorted(same_length, key=sort_key))
    ]
    return tuple(sorted(missing, key=sort_key))


def _holes(series: list[Period]) -> list[Period]:
    between = _between(read_duration(series[0].length), series)
    return [hole for earlier, later in pairwise(series) for hole in between(earlier, later)]


def _between(duration: Duration, series: list[Period]) -> Callable[[Period, Period], list[Period]]:
    if duration.is_snapshot:
        return _snapshots_between
    next_start = duration.next_start
    if duration.is_pooled and _stands_apart(duration.count, series):
        next_start = duration.first_day_after
    elif duration.unit == "M" and _comes_yearly(series):
        next_start = partial(shift_years, years=1)
    return partial(_steps_between, next_start=next_start)


def _stands_apart(years: int, series: list[Period]) -> bool:
    return all((later.start.year - earlier.start.year) % years == 0 for earlier, later in pairwise(series))


def _comes_yearly(series: list[Period]) -> bool:
    seasons = {(period.start.month, period.start.day) for period in series}
    return len(series) >= _SHOWS_A_YEARLY_STEP and len(seasons) == 1


def _steps_between(earlier: Period, later: Period, next_start: Callable[[date], date]) -> list[Period]:
    starts = []
    start = next_start(earlier.start)
    while start < later.start:
        starts.append(start)
        start = next_start(start)
    return [Period(missing, earlier.length) for missing in starts] if start == later.start else []


def _snapshots_between(earlier: Period, later: Period) -> list[Period]:
    years = round((later.start - earlier.start).days / _DAYS_PER_YEAR)
    return [Period(shift_years(earlier.start, n), earlier.length) for n in range(1, years)]


def _same_season(a: Period, b: Period) -> bool:
    if read_duration(a.length).unit != "D":
        return (a.start.month, a.start.day) == (b.start.month, b.start.day)
    into_the_year = abs((a.start - b.start).days) % _DAYS_PER_YEAR
    return min(into_the_year, _DAYS_PER_YEAR - into_the_year) <= _SNAPSHOT_DRIFT_DAYS

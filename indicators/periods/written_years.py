"""Periods written as years: calendar, financial and academic years, and several of them pooled."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from indicators.periods.days import MONTHS_PER_YEAR, day_of
from indicators.periods.errors import PeriodError
from indicators.periods.kinds import ACADEMIC_YEAR_MONTH, FINANCIAL_YEAR_MONTH, SCHOOL_YEAR_MONTH
from indicators.periods.period import Period
from indicators.periods.readings import only_reading, too_many_readings
from indicators.periods.second_year import does_not_follow, full_year, split_year

DefaultYear = Literal["financial", "academic", "calendar"] | None

# In which months a split year such as 2008/09 may begin: as the text states, or else as the caller knows.
_STATED = {
    "fy": (FINANCIAL_YEAR_MONTH,),
    "financial": (FINANCIAL_YEAR_MONTH,),
    "school": (SCHOOL_YEAR_MONTH,),
    "ay": (ACADEMIC_YEAR_MONTH,),
    "academic": (ACADEMIC_YEAR_MONTH,),
}
ASSUMED: dict[DefaultYear, tuple[int, ...]] = {
    "financial": (FINANCIAL_YEAR_MONTH,),
    "academic": (ACADEMIC_YEAR_MONTH,),
    "calendar": (),
    None: (FINANCIAL_YEAR_MONTH, ACADEMIC_YEAR_MONTH),
}
_USUAL_POOL, _OTHER_POOL = 3, 5  # how many years are pooled where two digits are written: 2001-03, 1994-98
_LONGEST_SHORT_POOL = 10

_KIND_BEFORE = re.compile(r"(?:(fy|ay) ?|(financial|academic|school) years? )(.+)")
_KIND_AFTER = re.compile(r"(.+?) (\()?(financial|academic|school) years?(?(2)\))")


def read_years(text: str, default_year: DefaultYear) -> Period | None:
    """The period that a tidied text writes in years, or None where it is written in another way.

    Raises PeriodError where it is written so, but is no period or has more than one reading.
    """
    years, kind = text, None
    if before := _KIND_BEFORE.fullmatch(text):
        years, kind = before[3], before[1] or before[2]
    elif after := _KIND_AFTER.fullmatch(text):
        years, kind = after[1], after[3]
    if kind is None:
        return _first_form(_UNSTATED_FORMS, years, ASSUMED[default_year])
    return _first_form(_STATED_FORMS, years, _STATED[kind])


def _first_form(forms: _Forms, years: str, months: tuple[int, ...]) -> Period | None:
    for pattern, read in forms:
        if written := pattern.fullmatch(years):
            return read(months, *written.groups())
    return None


def _calendar_year(_: tuple[int, ...], year: str) -> Period:
    return _calendar(int(year), 1)


def _stated_single_year(months: tuple[int, ...], year: str) -> Period:
    """FY 2014 is the year that ends in 2014 to some and the one that begins in it to others."""
    readings = [_beginning(months, int(year) - years_before, 1) for years_before in (1, 0)]
    return only_reading(year, readings)


def _split(months: tuple[int, ...], first: str, second: str) -> Period:
    return _beginning(months, split_year(first, second), 1)


def _dashed(months: tuple[int, ...], first: str, second: str) -> Period:
    """2008-09 is a financial year and 2001-03 pooled years; other pairs of digits may mean a month."""
    start, last = int(first), full_year(first, second)
    count = last - start + 1
    if last == start + 1:
        return _beginning(months, start, 1)
    if last <= start:
        raise does_not_follow(first, second)
    if len(second) == len(first) or count == _USUAL_POOL:
        return _calendar(start, count)
    if 1 <= int(second) <= MONTHS_PER_YEAR:
        raise _month_or_years(start, int(second), last)
    if count != _OTHER_POOL:
        raise does_not_follow(first, second)
    return _calendar(start, count)


def _month_or_years(first: int, month: int, last: int) -> PeriodError:
    text, readings = f"{first}-{month:02d}", [Period(day_of(first, month, 1), "P1M")]
    if last % 100 > first % 100:
        readings.append(_calendar(first, last - first + 1))
    return too_many_readings(text, readings)


def _pair(_: tuple[int, ...], first: str, second: str) -> Period:
    return _calendar(split_year(first, second), 2)


def _pooled_split(months: tuple[int, ...], *years: str) -> Period:
    """2001/02-03/04: from the financial year 2001/02 to 2003/04, both included."""
    first, last = split_year(*years[:2]), split_year(str(full_year(years[0], years[2])), years[3])
    count = last - first + 1
    two_digits_reach_too_far = len(years[2]) < len(years[0]) and count > _LONGEST_SHORT_POOL  # 2008/09-06/07
    if last <= first or two_digits_reach_too_far:
        raise does_not_follow(years[0], years[2])
    return _beginning(months, first, count)


def _short_years(_: tuple[int, ...], first: str) -> Period:
    raise PeriodError(first, "two_digit_year", {"year": first})


def _beginning(months: tuple[int, ...], first: int, count: int) -> Period:
    if not months:
        raise PeriodError(str(first), "not_a_calendar_year", {"first": first, "second": first + 1})
    return only_reading(str(first), [Period(day_of(first, month, 1), f"P{count}Y") for month in months])


def _calendar(first: int, count: int) -> Period:
    return Period(day_of(first, 1, 1), f"P{count}Y")


_Forms = tuple[tuple[re.Pattern[str], Callable[..., Period]], ...]
_ANY_YEAR = r"(\d{4}|\d{2})"
_POOLED_SPLIT = re.compile(rf"(\d{{4}})/{_ANY_YEAR}(?:-| to ){_ANY_YEAR}/{_ANY_YEAR}", re.ASCII)
_SHORT = re.compile(r"(\d{2})[-/]\d{2}", re.ASCII)
_STATED_FORMS: _Forms = (
    (re.compile(rf"(\d{{4}})[-/]{_ANY_YEAR}", re.ASCII), _split),
    (re.compile(r"(\d{4})", re.ASCII), _stated_single_year),
    (_POOLED_SPLIT, _pooled_split),
    (_SHORT, _short_years),
)
_UNSTATED_FORMS: _Forms = (
    (re.compile(r"(\d{4})", re.ASCII), _calendar_year),
    (re.compile(rf"(\d{{4}})/{_ANY_YEAR}", re.ASCII), _split),
    (re.compile(rf"(\d{{4}})-{_ANY_YEAR}", re.ASCII), _dashed),
    (re.compile(r"(\d{4}) and (\d{4})", re.ASCII), _pair),
    (_POOLED_SPLIT, _pooled_split),
    (_SHORT, _short_years),
)

"""Quarters: of a financial year (2008/09 Q1 is April to June) or of a calendar year (2014 Q1 is January to March)."""

from __future__ import annotations

import re

from indicators.periods.days import day_of, shift_months
from indicators.periods.errors import PeriodError
from indicators.periods.kinds import FINANCIAL_YEAR_MONTH
from indicators.periods.period import Period
from indicators.periods.readings import only_reading
from indicators.periods.second_year import split_year

_QUARTERS, _MONTHS_PER_QUARTER = 4, 3
_NAMED = r"q(?:uarter ?)?(\d{1,2})"
_ALONE = re.compile(_NAMED, re.ASCII)
_BEFORE = re.compile(rf"{_NAMED}(?:, ?|[ -])(.+)", re.ASCII)
_AFTER = re.compile(rf"(.+?)(?:, ?|[ -])?{_NAMED}", re.ASCII)
_YEAR = re.compile(
    r"(?P<financial>fy ?|financial year )?(?P<first>\d{4})(?:[-/](?P<second>\d{4}|\d{2}))?", re.ASCII
)
_SHORT_YEAR = re.compile(r"(?:fy ?|financial year )?(\d{2})(?:[-/]\d{2})?", re.ASCII)


def read_quarters(text: str) -> Period | None:
    """The quarter that a tidied text writes, or None where it writes something else.

    Raises PeriodError where it is written as a quarter, but is none or has more than one reading.
    """
    if alone := _ALONE.fullmatch(text):
        raise PeriodError(text, "quarter_without_year", {"quarter": int(alone[1])})
    if before := _BEFORE.fullmatch(text):
        return _of_year(before[2], int(before[1]))
    if after := _AFTER.fullmatch(text):
        return _of_year(after[1], int(after[2]))
    return None


def _of_year(year: str, quarter: int) -> Period | None:
    if short := _SHORT_YEAR.fullmatch(year):
        raise PeriodError(year, "two_digit_year", {"year": short[1]})
    written = _YEAR.fullmatch(year)
    if written is None:
        return None
    first = int(written["first"])
    if written["second"]:
        first = split_year(written["first"], written["second"])
        return _quarter(first, FINANCIAL_YEAR_MONTH, quarter)
    if written["financial"]:  # the year that ends in 2014 to some, the one that begins in it to others
        readings = [_quarter(begins, FINANCIAL_YEAR_MONTH, quarter) for begins in (first - 1, first)]
        return only_reading(year, readings)
    return _quarter(first, 1, quarter)


def _quarter(year: int, month: int, quarter: int) -> Period:
    """Quarter number `quarter` of the year that begins on the first of `month`."""
    if not 1 <= quarter <= _QUARTERS:
        raise PeriodError(f"Q{quarter}", "quarter_out_of_range", {"quarter": quarter})
    return Period(shift_months(day_of(year, month, 1), (quarter - 1) * _MONTHS_PER_QUARTER), "P3M")

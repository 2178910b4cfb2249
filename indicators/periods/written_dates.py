"""Periods written as dates: ISO 8601, days and months in words, UK dates, and spans of whole months."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from indicators.periods.days import MONTHS_PER_YEAR, day_of
from indicators.periods.durations import whole_months
from indicators.periods.errors import PeriodError
from indicators.periods.labels import MONTH_NAMES
from indicators.periods.period import Period
from indicators.periods.readings import only_reading

_MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}

_ISO = r"(\d{4})-(\d{2})-(\d{2})"
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = f"({_NAME})"
_MONTH_YEAR = rf"{_MONTH}[ -](\d{{4}})"
_DAY_MONTH_YEAR = rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH_YEAR}"


def read_dates(text: str) -> Period | None:
    """The period that a tidied text writes in dates, or None where it is written in another way.

    Raises PeriodError where it is written so, but is no period or has more than one reading.
    """
    for pattern, read in _FORMS:
        if written := pattern.fullmatch(text):
            return read(*written.groups())
    return None


def _start_and_length(year: str, month: str, day: str, length: str) -> Period:
    return Period(_iso(year, month, day), length.upper())


def _day(year: str, month: str, day: str) -> Period:
    return Period(_iso(year, month, day), "P1D")


def _iso_span(*dates: str) -> Period:
    return _span(_iso(*dates[:3]), _iso(*dates[3:]))


def _uk_day(day: str, month: str, year: str) -> Period:
    """30/06/2008; the third of April and the fourth of March are written alike by different people."""
    readings = [_day(year, month, day)]
    if int(day) <= MONTHS_PER_YEAR and int(day) != int(month):
        readings.append(_day(year, day, month))
    return only_reading(f"{day}/{month}/{year}", readings)


def _day_in_words(day: str, month: str, year: str) -> Period:
    return Period(_worded(day, month, year), "P1D")


def _days_from(count: str, *day: str) -> Period:
    return Period(_worded(*day), f"P{int(count)}D")


def _month(month: str, year: str) -> Period:
    return Period(_worded("1", month, year), "P1M")


def _span_of_days(*words: str) -> Period:
    return _span(_worded(*words[:3]), _worded(*words[3:]))


def _span_of_months(*words: str) -> Period:
    first, last = _month(*words[:2]), _month(*words[2:])
    return _span(first.start, last.end)


def _month_and_two_digits(*words: str) -> Period:
    month, digits = sorted(words, key=str.isdigit)
    raise PeriodError(
        f"{month} {digits}", "month_and_two_digits", {"month": _MONTHS[month], "digits": digits}
    )


def _two_digit_year(year: str) -> Period:
    raise PeriodError(year, "two_digit_year", {"year": year})


def _span(first: date, last: date) -> Period:
    """The period from `first` to `last`, both inclusive, which must be a whole number of months."""
    figures = {"first": first.isoformat(), "last": last.isoformat()}
    if last < first:
        raise PeriodError("/".join(figures.values()), "ends_before_it_begins", figures)
    after = last + timedelta(days=1)
    if after.day != first.day:
        raise PeriodError("/".join(figures.values()), "not_whole_months", figures)
    months = (after.year - first.year) * MONTHS_PER_YEAR + after.month - first.month
    return Period(first, whole_months(months).code)


def _iso(year: str, month: str, day: str) -> date:
    return day_of(int(year), int(month), int(day))


def _worded(day: str, month: str, year: str) -> date:
    return day_of(int(year), _MONTHS[month], int(day))


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (rf"{_ISO}/(p\d+[ymd])", _start_and_length),
        (_ISO, _day),
        (rf"{_ISO}/{_ISO}", _iso_span),
        (r"(\d{1,2})/(\d{1,2})/(\d{4})", _uk_day),
        (_DAY_MONTH_YEAR, _day_in_words),
        (_MONTH_YEAR, _month),
        (rf"{_DAY_MONTH_YEAR}(?: to |-){_DAY_MONTH_YEAR}", _span_of_days),
        (rf"{_MONTH_YEAR}(?: to |-){_MONTH_YEAR}", _span_of_months),
        (rf"(\d{{1,3}}) days from {_DAY_MONTH_YEAR}", _days_from),
        (rf"{_MONTH}[ -]?'?(\d{{1,2}})", _month_and_two_digits),
        (rf"(\d{{1,2}})[ -]?{_MONTH}", _month_and_two_digits),
        (r"\d{1,2}[/-]\d{1,2}[/-](\d{2})", _two_digit_year),
        (rf"\d{{1,2}}[ -](?:{_NAME})[ -](\d{{2}})", _two_digit_year),
    )
)

"""The period that a single day stands for where figures cover months: the one that ends on it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from indicators.periods.days import MONTHS_PER_YEAR, shift_months
from indicators.periods.errors import PeriodError
from indicators.periods.period import Period

_MONTHS = {"P1M": 1, "P3M": 3, "P1Y": MONTHS_PER_YEAR}


def ending_on(day: date, length: str, year_begins: Collection[str] = ()) -> Period | None:
    """The month, quarter or year whose last day is `day`; None where none ends there, or figures have another length.

    Quarters end with March, June, September and December. A year begins on one of the days `year_begins`, written
    `04-01`; where none is given, it is a calendar, financial, school or academic year.

    >>> ending_on(date(2019, 3, 31), "P3M").label, ending_on(date(2019, 3, 30), "P3M")
    ('Q4 2018/19', None)
    """
    if length not in _MONTHS:
        return None
    try:
        period = Period(shift_months(day + timedelta(days=1), -_MONTHS[length]), length)
    except PeriodError:
        return None
    if length == "P1Y" and year_begins:
        is_one = f"{period.start:%m-%d}" in year_begins
    else:
        is_one = period.kind != "other"
    return period if is_one and period.end == day else None

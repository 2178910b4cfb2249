"""Days and moments as a county writes them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from indicators.periods import Period

LONDON = ZoneInfo("Europe/London")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS_A_YEAR = 365.25
DAYS_A_MONTH = DAYS_A_YEAR / 12
MONTHS_TO_SPEAK_OF_YEARS = 24


def day(value: date) -> str:
    """A day in words.

    >>> day(date(2010, 12, 31))
    '31 December 2010'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """A UTC moment as the clock on the wall showed it.

    >>> moment(datetime(2026, 6, 1, 9, 5))
    '1 June 2026, 10:05'
    """
    local = value.replace(tzinfo=ZoneInfo("UTC")).astimezone(LONDON)
    return f"{day(local.date())}, {local:%H:%M}"


def during(period: Period) -> str:
    """A period within a sentence: on a day, in any other.

    >>> from indicators.periods import parse
    >>> during(parse("2025-04-30/P1D")), during(parse("2014-04-01/P1Y"))
    ('on 30 April 2025', 'in 2014/15')
    """
    return f"{'on' if period.kind == 'day' else 'in'} {period.label}"


def age(days: int) -> str:
    """How long ago, in the words that people use: months up to two years, then years.

    >>> age(0), age(40), age(400), age(1000)
    ('this month', '1 month ago', '13 months ago', '2 years ago')
    """
    months = int(days / DAYS_A_MONTH)
    if months < 1:
        return "this month"
    if months < MONTHS_TO_SPEAK_OF_YEARS:
        return f"{months} month{'' if months == 1 else 's'} ago"
    return f"{int(days / DAYS_A_YEAR)} years ago"

"""Why a text is not read as a period, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.periods import parse

WAYS_TO_WRITE = "2008/09 Q1, 2008-09, AY 2014/15, 2001-03 or 2008-04-01/P1Y"
PERIODS: dict[str, str] = {
    "blank": "There is no period.",
    "not_a_period": f"This is no period that we know. Write it like {WAYS_TO_WRITE}.",
    "not_a_length": "“{length}” is no length of a period. Write one such as P1Y, P3M or P1D.",
    "not_a_date": "There is no such day. Look at day and month.",
    "not_a_calendar_year": "One year alone is not enough here. Write {first}/{second}, if that is meant.",
    "year_out_of_range": "The year {year} is not between {first} and {last}. Look for a slip.",
    "starts_after_the_28th": "A period of months cannot begin on day {day}: not every month has one.",
    "ends_before_it_begins": "It ends before it begins ({first}, {last}).",
    "not_whole_months": "It is not a whole number of months ({first} to {last}).",
    "second_year_does_not_follow": "{second} does not follow {first}. Look for a slip.",
    "quarter_out_of_range": "There is no quarter {quarter}.",
    "quarter_without_year": "Quarter {quarter} of which year? Write it like 2008/09 Q{quarter}.",
    "month_and_two_digits": "This could be a day or a year. Write the year with four digits.",
    "two_digit_year": "Write the year {year} with four digits.",
    "too_many_readings": "This could be {meanings}. Write the one that is meant like 2008-04-01/P1Y.",
}


def not_a_period(code: str, figures: Mapping[str, Any]) -> str:
    """What is wrong with a text that should be a period.

    >>> not_a_period("quarter_without_year", {"quarter": 2})
    'Quarter 2 of which year? Write it like 2008/09 Q2.'
    """
    meanings = " or ".join(parse(reading).label for reading in figures.get("readings", ()))
    return PERIODS[code].format_map({**figures, "meanings": meanings})


def read_by_its_end(code: str, rows: int) -> str:
    """That a date is read as the period that ends on it, and in how many rows.

    >>> read_by_its_end("2019-01-01/P3M", 1)
    'Read as Q4 2018/19, which ends on this day.'
    """
    many = f" So are {rows - 1:,} more rows." if rows > 1 else ""
    return f"Read as {parse(code).label}, which ends on this day.{many}"


def no_period_end(day: str, usual: str) -> str:
    """That a date is no last day of a period of the indicator, and what to write instead.

    >>> no_period_end("2019-05-15", "3 months").partition(". ")[0]
    'The figures of this indicator cover 3 months, and no such period ends on this day'
    """
    return (
        f"The figures of this indicator cover {usual}, and no such period ends on this day. Write the period like "
        f"{WAYS_TO_WRITE}; or {day}/P1D, if the figure is for that day alone."
    )

"""Labels of periods as an English county writes them, and short ones for the axes of charts."""

from __future__ import annotations

from datetime import date

from indicators.periods.days import MONTHS_PER_YEAR
from indicators.periods.durations import Duration
from indicators.periods.kinds import (
    ACADEMIC_YEAR_MONTH,
    FINANCIAL_YEAR_MONTH,
    SCHOOL_YEAR_MONTH,
    kind_of,
)

# Spelled out: the names in the standard library change with the locale of the machine.
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
KIND_OF_YEAR = {
    FINANCIAL_YEAR_MONTH: "",
    SCHOOL_YEAR_MONTH: "school year",
    ACADEMIC_YEAR_MONTH: "academic year",
}
_PAIR, _USUAL_POOL = 2, 3


def label_of(start: date, duration: Duration) -> str:
    """The label in full, with its century and its kind of year (2008/09 alone is the financial year)."""
    match kind_of(start, duration):
        case "day":
            return _day(start)
        case "month":
            return _month(start)
        case "financial_quarter":
            quarter, year = financial_quarter_of(start)
            return f"Q{quarter} {_split_year(year)}"
        case "other":
            return _odd(start, duration)
        case _:
            return _years(start, duration)


def short_label_of(start: date, duration: Duration) -> str:
    """The label for an axis; leaves out what the chart says elsewhere, and is not meant to be read back."""
    match kind_of(start, duration):
        case "day":
            return _day(start, letters=3)
        case "month":
            return _month(start, letters=3)
        case "financial_quarter":
            quarter, year = financial_quarter_of(start)
            return f"Q{quarter} {year % 100:02d}/{(year + 1) % 100:02d}"
        case "other":
            return _short_odd(start, duration)
        case _:
            return _short_years(start, duration)


def financial_quarter_of(start: date) -> tuple[int, int]:
    """Number of the quarter (1 is April to June) and the year in which its financial year began."""
    quarter_less_one = (start.month - FINANCIAL_YEAR_MONTH) % MONTHS_PER_YEAR // 3
    return quarter_less_one + 1, start.year - (start.month < FINANCIAL_YEAR_MONTH)


def _years(start: date, duration: Duration) -> str:
    last = start.year + duration.count - 1
    if (start.month, start.day) == (1, 1):
        return _calendar_years(start.year, last)
    if start.day != 1 or start.month not in KIND_OF_YEAR:
        return _odd(start, duration)
    named = (
        f"{_split_year(start.year)}–{_split_year(last)}" if duration.is_pooled else _split_year(start.year)
    )
    kind = KIND_OF_YEAR[start.month] + ("s" if duration.is_pooled else "")
    return f"{named} ({kind})" if KIND_OF_YEAR[start.month] else named


def _calendar_years(first: int, last: int) -> str:
    if last == first:
        return str(first)
    count = last - first + 1
    if count == _PAIR:
        return f"{first} and {last}"  # 2008–09 would be read as a financial year
    # 2006–10 might be October 2006; only three years are so usual that two digits are sure to mean years
    return f"{first}–{_second_year(first, last) if count == _USUAL_POOL else last}"


def _short_years(start: date, duration: Duration) -> str:
    last = start.year + duration.count - 1
    if (start.month, start.day) == (1, 1):
        if duration.count == _PAIR:
            return f"{start.year} & {last}"
        return f"{start.year}–{_second_year(start.year, last)}" if duration.is_pooled else str(start.year)
    if start.day != 1 or start.month not in KIND_OF_YEAR:
        return _short_odd(start, duration)
    if not duration.is_pooled:
        return _split_year(start.year)
    last_year = _split_year(last)
    return f"{_split_year(start.year)}–{last_year[2:] if last // 100 == start.year // 100 else last_year}"


def _odd(start: date, duration: Duration) -> str:
    if duration.unit == "D":
        return f"{duration.count} days from {_day(start)}"  # a span of days could be taken for a month's
    end = duration.last_day(start)
    if start.day == 1:
        return f"{_month(start)} to {_month(end)}"
    return f"{_day(start)} to {_day(end)}"


def _short_odd(start: date, duration: Duration) -> str:
    if duration.unit == "D":
        return f"{duration.count} days from {_day(start, letters=3)}"
    end = duration.last_day(start)
    until = _month(end, letters=3) if start.day == 1 else _day(end, letters=3)
    unit = "yr" if duration.unit == "Y" else "mth"
    return f"{unit} to {until}" if duration.count == 1 else f"{duration.count} {unit}s to {until}"


def _split_year(year: int) -> str:
    return f"{year}/{_second_year(year, year + 1)}"


def _second_year(first: int, last: int) -> str:
    return f"{last % 100:02d}" if first // 100 == last // 100 else str(last)


def _month(day: date, letters: int | None = None) -> str:
    return f"{MONTH_NAMES[day.month - 1][:letters]} {day.year}"


def _day(day: date, letters: int | None = None) -> str:
    return f"{day.day} {_month(day, letters)}"

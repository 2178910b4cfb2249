"""Days of the calendar: made with the house's range of years, moved by whole months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from indicators.periods.errors import PeriodError

FIRST_YEAR, LAST_YEAR = 1900, 2199  # a four-digit number outside is a stray figure or a slip, not a year
MONTHS_PER_YEAR = 12
LAST_DAY_OF_EVERY_MONTH = 28


def check_year(year: int) -> None:
    """Raise PeriodError `year_out_of_range` for a year before 1900 or after 2199."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        figures = {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
        raise PeriodError(str(year), "year_out_of_range", figures)


def day_of(year: int, month: int, day: int) -> date:
    """The date, or PeriodError `year_out_of_range` or `not_a_date` (31 June)."""
    check_year(year)
    try:
        return date(year, month, day)
    except ValueError:
        figures = {"year": year, "month": month, "day": day}
        raise PeriodError(f"{year}-{month:02d}-{day:02d}", "not_a_date", figures) from None


def shift_months(day: date, months: int) -> date:
    """The same day of another month; a day which that month lacks becomes its last (29 February, a year on: 28)."""
    years, month_index = divmod(day.month - 1 + months, MONTHS_PER_YEAR)
    year, month = day.year + years, month_index + 1
    if day.day <= LAST_DAY_OF_EVERY_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shift_years(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes 28 February where there is none."""
    return shift_months(day, years * MONTHS_PER_YEAR)

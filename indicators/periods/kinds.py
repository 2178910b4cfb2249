"""What sort of period a start and a length make."""

from __future__ import annotations

from datetime import date
from typing import Literal

from indicators.periods.durations import Duration

Kind = Literal[
    "financial_year",
    "academic_year",
    "school_year",
    "calendar_year",
    "pooled_years",
    "financial_quarter",
    "month",
    "day",
    "other",
]

FINANCIAL_YEAR_MONTH = 4  # local government's year runs from 1 April; Q1 is April to June
ACADEMIC_YEAR_MONTH = 9  # 1 September: attainment, and most education statistics
SCHOOL_YEAR_MONTH = 8  # 1 August: apprenticeships, school absence

_YEARS: dict[int, Kind] = {
    1: "calendar_year",
    FINANCIAL_YEAR_MONTH: "financial_year",
    SCHOOL_YEAR_MONTH: "school_year",
    ACADEMIC_YEAR_MONTH: "academic_year",
}
_QUARTER_MONTHS = (1, 4, 7, 10)


def kind_of(start: date, duration: Duration) -> Kind:
    """The kind of period; January to March is Q4 of the financial year, however it was written."""
    on_the_first = start.day == 1
    kind: Kind = "other"
    match (duration.count, duration.unit):
        case (1, "D"):
            kind = "day"
        case (1, "M") if on_the_first:
            kind = "month"
        case (3, "M") if on_the_first and start.month in _QUARTER_MONTHS:
            kind = "financial_quarter"
        case (1, "Y") if on_the_first:
            kind = _YEARS.get(start.month, "other")
        case (_, "Y") if duration.is_pooled:
            kind = "pooled_years"
    return kind

"""Periods: the quarters, years and pooled years that figures belong to. Read, ordered, named and compared.

A period is a start and an ISO 8601 duration; its `code` (`2008-04-01/P3M`) is what is stored. How people write
periods is read by `parse`, which refuses what could mean two things rather than guess.
"""

from indicators.periods.endings import ending_on
from indicators.periods.errors import PeriodError, PeriodErrorCode
from indicators.periods.kinds import Kind
from indicators.periods.parsing import DefaultYear, parse
from indicators.periods.period import Period, sort_key
from indicators.periods.series import (
    NotComparable,
    comparable,
    gaps,
    is_overlapping_series,
    periods_per_year,
)

__all__ = [
    "DefaultYear",
    "Kind",
    "NotComparable",
    "Period",
    "PeriodError",
    "PeriodErrorCode",
    "comparable",
    "ending_on",
    "gaps",
    "is_overlapping_series",
    "parse",
    "periods_per_year",
    "sort_key",
]

"""One period: from when, how long, and what follows from the two."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import total_ordering

from indicators.periods.days import LAST_DAY_OF_EVERY_MONTH, check_year, shift_years
from indicators.periods.durations import Duration, read_duration
from indicators.periods.errors import PeriodError
from indicators.periods.kinds import Kind, kind_of
from indicators.periods.labels import label_of, short_label_of

_FEBRUARY = 2


@total_ordering
@dataclass(frozen=True)
class Period:
    """A stretch of days named by its first and an ISO 8601 duration (P1Y, P3M, P1D; P12M is held as P1Y).

    Equal when both are equal, so January to March 2014 is one period, as a calendar or as a financial quarter.
    Ordered by last day, then first. Raises PeriodError: `not_a_length`, `year_out_of_range` (1900 to 2199) or
    `starts_after_the_28th` (a month from 31 January has no agreed end; whole years only lack one from 29 February).
    """

    start: date
    length: str
    end: date = field(init=False, repr=False, compare=False)  # the last day, inclusive

    def __post_init__(self) -> None:
        duration = read_duration(self.length)
        object.__setattr__(self, "length", duration.code)
        check_year(self.start.year)
        if _has_no_agreed_end(self.start, duration):
            raise PeriodError(self.code, "starts_after_the_28th", {"day": self.start.day})
        last_day = duration.last_day(self.start)
        check_year(last_day.year)
        object.__setattr__(self, "end", last_day)

    def __lt__(self, other: Period) -> bool:
        return sort_key(self) < sort_key(other)

    @property
    def code(self) -> str:
        """The canonical text, an ISO 8601 interval: 2008-04-01/P3M."""
        return f"{self.start.isoformat()}/{self.length}"

    @property
    def kind(self) -> Kind:
        """What sort of period this is: financial_year, financial_quarter, pooled_years ..."""
        return kind_of(self.start, self._duration)

    @property
    def label(self) -> str:
        """As an English county writes it: Q1 2008/09. `parse` reads every label back to the same period."""
        return label_of(self.start, self._duration)

    @property
    def short_label(self) -> str:
        """For the axis of a chart, which says itself whether its years are academic: Q1 08/09."""
        return short_label_of(self.start, self._duration)

    def overlaps(self, other: Period) -> bool:
        """Whether any day belongs to both."""
        return self.start <= other.end and other.start <= self.end

    def same_period_last_year(self) -> Period:
        """The period of the same length that began a year earlier (29 February: on the 28th)."""
        return Period(shift_years(self.start, -1), self.length)

    def next(self) -> Period:
        """The one that follows in a series of its kind.

        Quarters and months adjoin; years, pooled years (which roll) and single days (yearly snapshots) come a year
        later.
        """
        return Period(self._duration.next_start(self.start), self.length)

    @property
    def _duration(self) -> Duration:
        return read_duration(self.length)


def sort_key(period: Period) -> tuple[date, date, str]:
    """Last day, first day, length: a year stands before its own last quarter."""
    return period.end, period.start, period.length


def _has_no_agreed_end(start: date, duration: Duration) -> bool:
    if start.day <= LAST_DAY_OF_EVERY_MONTH or duration.unit == "D":
        return False
    return duration.unit == "M" or start.month == _FEBRUARY

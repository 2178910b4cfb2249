"""Where a period stands on a line of time: over its middle, so that a year's value stands over the year's name."""

from __future__ import annotations

from datetime import date, timedelta

from indicators.periods.period import Period

ANY_START = date(2001, 1, 1)


def middle(start: date, end: date) -> date:
    """The day in the middle of a period.

    >>> middle(date(2010, 1, 1), date(2010, 12, 31))
    datetime.date(2010, 7, 2)
    """
    return start + (end - start) / 2


def half_period(length: str) -> timedelta:
    """Half the span of a period of this ISO 8601 length: from its last day back to its middle.

    >>> half_period("P1Y").days, half_period("P1D").days
    (182, 0)
    """
    period = Period(ANY_START, length)
    return (period.end - period.start) / 2

"""A text may be read in one way only; where there are more, all are named and none is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.periods.errors import PeriodError
from indicators.periods.period import Period


def only_reading(text: str, readings: Sequence[Period]) -> Period:
    """The one reading there is, or PeriodError `too_many_readings`."""
    if len(readings) > 1:
        raise too_many_readings(text, readings)
    return readings[0]


def too_many_readings(text: str, readings: Sequence[Period]) -> PeriodError:
    """The refusal, with the codes of the periods that `text` could mean."""
    return PeriodError(text, "too_many_readings", {"readings": tuple(reading.code for reading in readings)})

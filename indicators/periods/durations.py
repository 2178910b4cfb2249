"""ISO 8601 durations of one unit: whole years, months or days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from indicators.periods.days import MONTHS_PER_YEAR, shift_months, shift_years
from indicators.periods.errors import PeriodError

Unit = Literal["Y", "M", "D"]
_ONE_DAY = timedelta(days=1)
_WRITTEN = re.compile(r"P([1-9][0-9]{0,2})([YMD])")


@dataclass(frozen=True)
class Duration:
    """A whole number of years, months or days; twelve months are always held as a year."""

    count: int
    unit: Unit

    @property
    def code(self) -> str:
        """The ISO 8601 text: P3M."""
        return f"P{self.count}{self.unit}"

    @property
    def is_pooled(self) -> bool:
        """Whether figures of several years are put together, as for rates from few events."""
        return self.unit == "Y" and self.count > 1

    @property
    def is_snapshot(self) -> bool:
        """Whether this is one day, on which something is counted as it stands."""
        return self.unit == "D" and self.count == 1

    def first_day_after(self, start: date) -> date:
        """The day on which something that begins on `start` and lasts this long is over."""
        if self.unit == "D":
            return start + timedelta(days=self.count)
        return shift_months(start, self.count * (MONTHS_PER_YEAR if self.unit == "Y" else 1))

    def last_day(self, start: date) -> date:
        """The last day, inclusive."""
        return self.first_day_after(start) - _ONE_DAY

    def next_start(self, start: date) -> date:
        """When the next of a regular series begins: years, pooled years and snapshots come yearly, the rest adjoin."""
        if self.unit == "Y" or self.is_snapshot:
            return shift_years(start, 1)
        return self.first_day_after(start)


def whole_months(count: int) -> Duration:
    """So many months, as years where they are whole years."""
    years, rest = divmod(count, MONTHS_PER_YEAR)
    return Duration(count, "M") if rest else Duration(years, "Y")


@lru_cache(maxsize=1024)
def read_duration(text: str) -> Duration:
    """Read P1Y, P3M or P28D; P12M is P1Y and P24M is P2Y. Raises PeriodError `not_a_length`."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise PeriodError(text, "not_a_length", {"length": text})
    count = int(written[1])
    if written[2] == "M":
        return whole_months(count)
    return Duration(count, "Y" if written[2] == "Y" else "D")

"""Reading what people write for a period. What could mean two things is refused, never guessed."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from indicators.periods.errors import PeriodError
from indicators.periods.period import Period
from indicators.periods.written_dates import read_dates
from indicators.periods.written_quarters import read_quarters
from indicators.periods.written_years import ASSUMED, DefaultYear, read_years

_LONGEST = 80  # characters; the longest label has 37
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))
_CODE = re.compile(r"(\d{4}-\d{2}-\d{2})/(P[1-9]\d{0,2}[YMD])", re.ASCII)
_SPACED_JOIN = re.compile(r" ?([-/]) ?")


def parse(text: str, *, default_year: DefaultYear = "financial") -> Period:
    """The period that `text` writes: a code, any label of this package, or another usual way to write one.

    `default_year` is what a split year such as 2008/09 is where the text does not say: a financial or an academic
    year; with "calendar" it is refused (`not_a_calendar_year`), with None too (`too_many_readings`). A year alone is
    always a calendar year; a quarter of a split year always counts from April; 2001-03 always pools calendar years.

    Raises PeriodError with the text as given, and ValueError for an unknown `default_year`.
    """
    return _read(text, default_year)


@lru_cache(maxsize=16_384)
def _read(text: str, default_year: DefaultYear) -> Period:
    if default_year not in ASSUMED:
        raise ValueError(f"default_year is one of {list(ASSUMED)}, not {default_year!r}")
    try:
        return _from_code(text) or _read_tidied(_tidied(text), default_year)
    except PeriodError as refused:
        raise PeriodError(text, refused.code, refused.figures) from None


def _from_code(text: str) -> Period | None:
    """Stored codes come in thousands and need no tidying, which costs more than the reading."""
    code = _CODE.fullmatch(text)
    if code is None:
        return None
    try:
        start = date.fromisoformat(code[1])
    except ValueError:
        return None  # no such day: read_dates says which
    return Period(start, code[2])


def _read_tidied(text: str, default_year: DefaultYear) -> Period:
    if not text:
        raise PeriodError(text, "blank")
    found = read_dates(text) or read_quarters(text) or read_years(text, default_year)
    if found is None:
        raise PeriodError(text, "not_a_period")
    return found


def _tidied(text: str) -> str:
    """Lower case, one sort of dash, single spaces and none round dashes and slashes; nothing if far too long."""
    if len(text) > _LONGEST:
        raise PeriodError(text, "not_a_period")
    single_spaced = " ".join(text.translate(_DASHES).split())
    return _SPACED_JOIN.sub(r"\1", single_spaced).lower()

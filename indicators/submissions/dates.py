"""Dates as people write them. In which order day and month stand is decided by the whole column, never by one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from indicators.submissions.values import MISSING_MARKS, SPREADSHEET_ERRORS, Meaning

_MONTHS_OF_A_YEAR = 12
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for month in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)[ -](\d{4})", re.ASCII | re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-/. ](\d{1,2}|[a-z]+)[-/. ]'?\d{2}", re.ASCII | re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(r"[a-z]+[-/. ]'?\d{2,4}", re.ASCII | re.IGNORECASE)
_SERIAL = re.compile(r"[1-9]\d{4}(\.\d+)?", re.ASCII)


def read_dates(texts: Iterable[str]) -> dict[str, Meaning]:
    """What each text of one column means.

    ISO dates and months in words are clear by themselves. `03/04/2008` is the third of April where another cell of
    the column shows that days come first (a first number above 12); else it is refused as `date_order_unclear`.
    Where a second number above 12 shows the American order, `date_month_first`; where both are seen, `date_two_orders`.
    """
    distinct = set(texts)
    slashed = [tuple(map(int, found.groups())) for text in distinct if (found := _SLASHED.fullmatch(text))]
    day_first = any(first > _MONTHS_OF_A_YEAR >= second for first, second, _ in slashed)
    month_first = any(second > _MONTHS_OF_A_YEAR >= first for first, second, _ in slashed)
    order = ("date_two_orders" if day_first else "date_month_first") if month_first else None
    return {text: _date(text, order, day_first=day_first) for text in distinct}


def _date(text: str, refused_order: str | None, *, day_first: bool) -> Meaning:
    if text.lower() in MISSING_MARKS:
        return Meaning(None)
    if found := _ISO.fullmatch(text):
        return _day(*found.groups())
    if (found := _WORDED.fullmatch(text)) and found[2].lower() in _MONTHS:
        return _day(found[3], str(_MONTHS[found[2].lower()]), found[1])
    if found := _SLASHED.fullmatch(text):
        return _slashed(*found.groups(), refused_order, day_first=day_first)
    return Meaning(None, _why_not_a_date(text))


def _slashed(day: str, month: str, year: str, refused_order: str | None, *, day_first: bool) -> Meaning:
    if refused_order is None and not day_first and int(day) != int(month):
        refused_order = "date_order_unclear"
    return Meaning(None, refused_order) if refused_order else _day(year, month, day)


def _day(year: str, month: str, day: str) -> Meaning:
    try:
        return Meaning(date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return Meaning(None, "no_such_day")


def _why_not_a_date(text: str) -> str:
    if text.upper() in SPREADSHEET_ERRORS:
        return "spreadsheet_error"
    for pattern, rule in (
        (_SHORT_YEAR, "date_short_year"),
        (_MONTH_AND_YEAR, "date_without_day"),
        (_SERIAL, "date_serial_number"),
    ):
        if pattern.fullmatch(text):
            return rule
    return "not_a_date"

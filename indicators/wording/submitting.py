"""Sentences on a file that is submitted, the same on the page and the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from indicators.datasets import Dataset, dataset
from indicators.periods import PeriodError, parse
from indicators.wording.commands import counted
from indicators.wording.numbers import MINUS, percentage_change
from indicators.wording.submit_page import ENCODINGS, NO_FINDINGS, SEPARATORS

_MEGABYTE = 1024 * 1024


def read_as(encoding: str | None, delimiter: str | None, sheet: str | None, header_line: int | None) -> str:
    """How the file was read, told back in one sentence.

    >>> read_as("windows-1252", ";", None, 4)
    'Read as text in Windows-1252 with semicolons between the cells; the headings stand on line 4.'
    >>> read_as("workbook", None, "Q2", 1)
    'Read as a workbook, sheet “Q2”; the headings stand on line 1.'
    """
    if sheet is not None:
        what = f"a workbook, sheet “{sheet}”"
    else:
        cells = SEPARATORS.get(delimiter or "", f"“{delimiter}”")
        what = f"text in {ENCODINGS.get(encoding or '', encoding)} with {cells} between the cells"
    where = f"; the headings stand on line {header_line}" if header_line else ""
    return f"Read as {what}{where}."


def found(errors: int, warnings: int) -> str:
    """How many findings there are, and what that means.

    >>> found(2, 1)
    '2 errors and 1 remark. The file is taken whole or not at all: put right the errors and send it again.'
    >>> found(0, 3)
    '3 remarks. None of them stops you.'
    """
    remarks = counted(warnings, "remark", "remarks")
    if not errors:
        return f"{remarks}. None of them stops you." if warnings else NO_FINDINGS
    both = counted(errors, "error", "errors") + (f" and {remarks}" if warnings else "")
    return f"{both}. The file is taken whole or not at all: put right the errors and send it again."


def first_of(shown: int, total: int, what: str) -> str:
    """That a list on the screen is cut off; empty where it is whole.

    >>> first_of(200, 1234, "findings"), first_of(3, 3, "findings")
    ('The first 200 of 1,234 findings are shown; the files hold them all.', '')
    """
    return (
        f"The first {shown:,} of {total:,} {what} are shown; the files hold them all."
        if shown < total
        else ""
    )


def largest(sent: int, taken: int) -> str:
    """How large a file may be in bytes, sent by the page and taken by the command line, and what to do with a larger one.

    >>> largest(104_857_600, 300_000_000)
    'At most 100 MB, some two million rows of figures. Split a larger file, or send it on this computer with “python -m indicators submit”, which takes up to 286 MB.'
    """
    return (
        f"At most {sent // _MEGABYTE} MB, some two million rows of figures. Split a larger file, or send it on this computer "
        f"with “python -m indicators submit”, which takes up to {taken // _MEGABYTE} MB."
    )


def would_change(*, changes: int, compared: int, left_out: int) -> str:
    """How many judgements would change, and whether all series were looked at.

    >>> would_change(changes=2, compared=30, left_out=0)
    '2 judgements would change, of 30 series that it touches.'
    >>> would_change(changes=0, compared=100, left_out=212)
    'No judgement would change. Only the first 100 of 312 series that it touches were compared, those of the basket first.'
    """
    if not compared:
        return "It touches no series of figures, so no status and no verdict would change."
    said = (
        f"{counted(changes, 'judgement', 'judgements')} would change"
        if changes
        else "No judgement would change"
    )
    if left_out:
        return (
            f"{said}. Only the first {compared:,} of {compared + left_out:,} series that it touches were compared, "
            "those of the basket first."
        )
    return f"{said}, of {counted(compared, 'series', 'series')} that it touches."


def how_much(old: str | None, new: str | None) -> str:
    """By how much a number changes, and in per cent of what it was; empty where the two are not numbers.

    >>> how_much("378", "380"), how_much("12.5", "12.25"), how_much("final", "revised"), how_much(None, "4")
    ('+2 (1%)', '−0.25 (2%)', '', '')
    """
    try:
        before, after = Decimal(old or ""), Decimal(new or "")
    except InvalidOperation:
        return ""
    if not (before.is_finite() and after.is_finite()):
        return ""
    difference = after - before
    share = percentage_change(float(before), float(after))
    sign = "+" if difference > 0 else MINUS if difference < 0 else ""
    return f"{sign}{abs(difference).normalize():,f}" + (f" ({share})" if share else "")


def row_in_words(name: str, key: Sequence[str], titles: Mapping[str, Mapping[str, str]]) -> str:
    """What a row is about: its key with codes as titles and periods as a county writes them.

    Args:
        name: of the dataset.
        key: the texts of its key columns.
        titles: for a dataset that keys point at, code to title.

    >>> row_in_words("observation", ("X", "E1", "2008-04-01/P1Y"), {"indicator": {"X": "Jobs"}, "area": {"E1": "Oxford"}})
    'Jobs · Oxford · 2008/09'
    """
    declared = dataset(name)
    pointed_at = {each.field: each.reference for each in declared.foreign_keys}
    return " · ".join(
        _in_words(declared, column, text, titles.get(pointed_at.get(column, ""), {}))
        for column, text in zip(declared.key, key, strict=True)
    )


def _in_words(declared: Dataset, column: str, text: str, titles: Mapping[str, str]) -> str:
    if declared.field(column).type == "period":
        try:
            return parse(text).label
        except PeriodError:
            return text
    return titles.get(text, text)

"""Delimited text to records: Python's `csv`, strict, so that every row number is the one that Excel shows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice
from typing import TextIO

from indicators.submissions.encoding import Text
from indicators.submissions.findings import Finding, Unreadable, error
from indicators.submissions.limits import CELL_CHARACTERS_MOST, HEADER_LINES_MOST

DELIMITERS = (",", ";", "\t", "|")
Record = tuple[int, list[str]]

_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)
_LONGEST_SEPARATOR_LINE = 16


# The longest cell that `csv` reads. It is one setting of the whole process, and other libraries raise it without
# asking, so it is set again before each reading.
LONGEST_FIELD = 131_072


def separator_line(text: Text) -> str | None:
    """The delimiter that a first line `sep=;` announces to Excel; Excel does not count that line as a row."""
    with text.open() as stream:
        announced = _SEPARATOR_LINE.fullmatch(stream.readline(_LONGEST_SEPARATOR_LINE))
    return announced[1] if announced else None


def records(text: Text, delimiter: str) -> Iterator[Record]:
    """Each record with its row number as Excel counts: blank ones too, a quoted line break inside a cell not.

    Raises:
        Unreadable: `unclosed_quote`, `stray_quote` or `cell_too_long` (most), with the row where it begins.
    """
    with text.open() as stream:
        if separator_line(text):
            stream.readline()
        yield from _strict(stream, delimiter)


def top_records(text: Text, delimiter: str) -> list[Record]:
    """The first records under this delimiter, lenient: titles above a table may hold anything."""
    with text.open() as stream:
        if separator_line(text):
            stream.readline()
        csv.field_size_limit(LONGEST_FIELD)
        reader = csv.reader(stream, delimiter=delimiter)
        found: list[Record] = []
        try:
            for row, cells in enumerate(islice(reader, HEADER_LINES_MOST), 1):
                found.append((row, cells))
        except csv.Error:
            return found  # a cell of more than 128 KiB: the strict reading names it
        return found


def _strict(stream: TextIO, delimiter: str) -> Iterator[Record]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            yield row, cells
    except csv.Error as fault:
        raise Unreadable(_fault(str(fault), row + 1)) from fault


def _fault(message: str, row: int) -> Finding:
    if "unexpected end of data" in message:
        return error("unclosed_quote", line=row)
    if "field limit" in message:
        return error("cell_too_long", line=row, most=CELL_CHARACTERS_MOST)
    return error("stray_quote", line=row)

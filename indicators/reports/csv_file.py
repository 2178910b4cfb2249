"""CSV that a person opens in a spreadsheet: UTF-8 with its mark, and no cell that runs as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_STARTERS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as a CSV file with a byte order mark, so that spreadsheets read it as UTF-8.

    Args:
        columns: headings.
        rows: values in the order of the columns; None is written as an empty cell.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[neutral(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def csv_of_texts(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of texts exactly as they are, for a program that reads them as such and not for a spreadsheet."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def neutral(value: object) -> object:
    """The value, with an apostrophe before text that a spreadsheet would run; numbers stay as they are.

    >>> neutral("=HYPERLINK(1)"), neutral("-12.5"), neutral(-3), neutral(None)
    ("'=HYPERLINK(1)", '-12.5', -3, '')
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTERS) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True

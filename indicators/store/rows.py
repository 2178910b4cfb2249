"""The canonical rows of a submission: CSV in UTF-8 with LF, the declared columns, and `remove` as the last."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from indicators.datasets import Dataset

REMOVE = "remove"
_LINE_ENDS = re.compile(r"\r\n?")


def canonical_rows(declared: Dataset, rows: Iterable[Mapping[str, str | None]]) -> bytes:
    """The bytes of `rows.csv` for rows given as texts by column; a column that is absent or None is empty.

    A row is marked for removal by the text `remove` in the column `remove`. Line ends inside a cell become LF.

    Raises:
        ValueError: a cell holds a NUL character, a column is not declared, or `remove` holds another word.
    """
    columns = (*declared.columns, REMOVE)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for number, row in enumerate(rows, start=1):
        unknown = row.keys() - set(columns)
        if unknown:
            raise ValueError(f"row {number} has columns that are not declared: {sorted(unknown)}")
        if (row.get(REMOVE) or "") not in ("", REMOVE):
            raise ValueError(f"row {number} has {row[REMOVE]!r} in the column {REMOVE}")
        writer.writerow([_cell(row.get(column), number) for column in columns])
    return text.getvalue().encode("utf-8")


def _cell(value: str | None, number: int) -> str:
    text = _LINE_ENDS.sub("\n", value or "")
    if "\0" in text:
        raise ValueError(f"row {number} has a NUL character")
    return text


def header_of(path: Path) -> tuple[str, ...]:
    """The columns that a `rows.csv` has; an older entry may have been written for an older schema."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(next(csv.reader(file), ()))


def shape_of(rows: bytes) -> tuple[tuple[str, ...], int]:
    """The header of canonical rows and how many rows follow it."""
    lines = csv.reader(io.StringIO(rows.decode("utf-8"), newline=""))
    header = tuple(next(lines, ()))
    return header, sum(1 for _ in lines)

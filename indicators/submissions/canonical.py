"""Rows to the CSV that is kept for ever, and back: UTF-8, LF, the declared columns and `remove`, in the file's order."""

from __future__ import annotations

import csv
import io
from itertools import chain

from indicators.datasets import Dataset, Field
from indicators.store.rows import REMOVE, canonical_rows
from indicators.store.tables import quoted
from indicators.submissions.statements import statement
from indicators.submissions.workspace import Workspace

_LINES_AT_ONCE = 100_000


def canonical(work: Workspace, declared: Dataset) -> tuple[bytes, int]:
    """The canonical rows of `cleaned`, and how many there are: the bytes that `canonical_rows` makes, made in SQL."""
    written = io.BytesIO()
    written.write(canonical_rows(declared, ()))
    count = 0
    cells = ", ".join([*map(_cell, declared.fields), f"coalesce({quoted(REMOVE)}, '')"])
    cursor = work.connection.execute(statement("canonical", cells=cells))
    while lines := cursor.fetchmany(_LINES_AT_ONCE):
        count += len(lines)
        written.write("\n".join(chain.from_iterable(lines)).encode() + b"\n")
    return written.getvalue(), count


def rows_of(content: bytes) -> list[dict[str, str | None]]:
    """The rows of canonical CSV, each as texts by column, None where there is nothing."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    return [{column: text or None for column, text in row.items()} for row in reader]


def _cell(field: Field) -> str:
    """A cell as Python's `csv` writes it: in quotes only where it holds a comma, a quote or a line end."""
    column = quoted(field.name)
    plain = f"coalesce({column}, '')"
    if field.type != "string":
        return plain
    needs_quotes = " or ".join(f"contains({column}, {each})" for each in ("','", "'\"'", "chr(10)"))
    return f"if({needs_quotes}, '\"' || replace({column}, '\"', '\"\"') || '\"', {plain})"

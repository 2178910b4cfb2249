"""Bring the rows of one submission into the table of its dataset, and report what does not fit there."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb

from indicators.datasets import dataset
from indicators.store.entry import ROWS, Entry
from indicators.store.rows import header_of
from indicators.store.statements import step
from indicators.store.tables import row_parts, table_parts


class RowsUnreadableError(Exception):
    """A rows.csv, though it is as it was written, is not CSV with the dataset's key."""


def load(connection: duckdb.DuckDBPyConnection, entry: Entry, file: Path) -> int:
    """Insert the rows of `entry` from `file` and return how many there are.

    Texts that are not of their column's type become null, of a repeated key the last row counts; both are reported,
    as is a number of rows that is not the manifest's.

    Raises:
        RowsUnreadableError: nothing was inserted.
    """
    header = _header(entry, file)
    parts = {**table_parts(entry.dataset), **row_parts(entry.dataset, header, tolerant=False)}
    parts["source"] = parts["lines"] = step("lines").format(**parts)
    parameters = {"file": str(file.resolve()), "seq": entry.seq}
    try:
        connection.execute(step("load").format(**parts), parameters)
    except duckdb.DataError:
        parts |= row_parts(entry.dataset, header, tolerant=True)
        unreadable = connection.execute(
            step("unreadable").format(**parts), {"file": str(file.resolve())}
        ).fetchall()
        report(
            connection, entry, "value_unreadable", {column: texts for column, texts in unreadable if texts}
        )
        connection.execute(step("load").format(**parts), parameters)
    except duckdb.InvalidInputException as error:
        raise RowsUnreadableError(str(error).splitlines()[0]) from error
    loaded = _one(connection, "loaded", parts, entry)
    if loaded != entry.row_count:
        report(connection, entry, "rows_miscounted", {"expected": entry.row_count, "found": loaded})
    repeated = _one(connection, "repeated", parts, entry)
    if repeated:
        report(connection, entry, "key_repeated", {"keys": repeated})
        connection.execute(step("forget").format(**parts), {"seq": entry.seq})
        parts["source"] = step("last_lines").format(**parts)
        connection.execute(step("load").format(**parts), parameters)
        loaded = _one(connection, "loaded", parts, entry)
    return loaded


def report(connection: duckdb.DuckDBPyConnection, entry: Entry, code: str, figures: dict[str, Any]) -> None:
    """Note something wrong with the rows of an undamaged entry."""
    connection.execute(
        step("report"),
        {"entry": entry.id, "file": ROWS, "code": code, "figures": json.dumps(figures, sort_keys=True)},
    )


def _header(entry: Entry, file: Path) -> tuple[str, ...]:
    try:
        header = header_of(file)
    except (UnicodeDecodeError, csv.Error) as error:
        raise RowsUnreadableError(str(error)) from error
    missing = set(dataset(entry.dataset).key) - set(header)
    if missing or len(set(header)) < len(header):
        raise RowsUnreadableError(f"header: {','.join(header)}")
    return header


def _one(connection: duckdb.DuckDBPyConnection, name: str, parts: dict[str, str], entry: Entry) -> int:
    return connection.execute(step(name).format(**parts), {"seq": entry.seq}).fetchall()[0][0]

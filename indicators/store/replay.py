"""Turn entries of the ledger into rows: what each of them changes about what is in force, one after the other.

One mechanism for all: an entry changes whether one submission counts, and for the keys of that submission the row in
force becomes the row of the newest submission that counts. A row marked for removal is a row like any other that is
never shown. The interval in force is closed and the next one opened.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC
from pathlib import Path

import duckdb

from indicators.datasets import names
from indicators.store.activity import Change, withdrawers
from indicators.store.entry import Entry
from indicators.store.loading import RowsUnreadableError, load, report
from indicators.store.statements import step
from indicators.store.tables import table_parts

RowsFile = Callable[[Entry], Path]


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the empty tables of a projection in the database in use."""
    connection.execute(step("catalogue"))
    for name in names():
        connection.execute(step("revision").format(**table_parts(name)))
    for macro in ("coding_in_force", "changed_by"):
        connection.execute(step(macro))


def replay(connection: duckdb.DuckDBPyConnection, changes: Iterable[Change], rows_file: RowsFile) -> None:
    """Apply `changes`, which are in order and continue where the database in use ends.

    An entry of a dataset that is no longer declared changes nothing.
    """
    for change in changes:
        if change.submission.dataset not in names():
            continue
        if change.active is None:
            _submit(connection, change.submission, rows_file(change.submission))
        else:
            _withdraw(connection, change, change.active)


def record_entries(connection: duckdb.DuckDBPyConnection, entries: Sequence[Entry]) -> None:
    """Add to the table of entries those of `entries` that are later, and say of all whether they count."""
    recorded = connection.execute(step("entries_recorded")).fetchall()[0][0]
    new = [entry for entry in entries if entry.seq > recorded]
    parameters = {
        "seq": [entry.seq for entry in new],
        "id": [entry.id for entry in new],
        "hash": [entry.hash for entry in new],
        "kind": [entry.kind for entry in new],
        "dataset": [entry.dataset for entry in new],
        "recorded_at": [entry.recorded_at.astimezone(UTC).replace(tzinfo=None) for entry in new],
        "submitted_by": [entry.by for entry in new],
        "note": [entry.note for entry in new],
        "file_name": [entry.file_name for entry in new],
        "row_count": [entry.row_count for entry in new],
        "counts": [json.dumps(entry.counts, sort_keys=True) for entry in new],
        "withdraws": [entry.withdraws for entry in new],
        "redacts": [entry.redacts for entry in new],
    }
    connection.execute(step("entries"), parameters)
    if any(entry.kind == "withdrawal" for entry in new):
        by = withdrawers(entries)
        connection.execute(step("entries_back"))
        withdrawn = {"id": list(by), "withdrawn_by": [entry.id for entry in by.values()]}
        connection.execute(step("entries_withdrawn"), withdrawn)


def _submit(connection: duckdb.DuckDBPyConnection, entry: Entry, file: Path) -> None:
    parts = table_parts(entry.dataset)
    is_first = connection.execute(step("count").format(**parts)).fetchall() == [(0,)]
    try:
        loaded = load(connection, entry, file)
    except RowsUnreadableError as error:
        report(connection, entry, "rows_unreadable", {"reason": str(error)})
        return
    if is_first:
        connection.execute(step("mark_clustered"), {"dataset": entry.dataset, "row_count": loaded})
    else:
        connection.execute(step("close").format(**parts), {"seq": entry.seq})


def _withdraw(connection: duckdb.DuckDBPyConnection, change: Change, active: frozenset[int]) -> None:
    parts = table_parts(change.submission.dataset)
    among = {"entry": change.submission.seq, "active": sorted(active)}
    connection.execute(step("winners").format(**parts), among)
    connection.execute(
        step("close_losers").format(**parts), {"entry": change.submission.seq, "seq": change.seq}
    )
    connection.execute(step("open_winners").format(**parts), {"seq": change.seq})

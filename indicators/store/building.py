"""Make the file of a projection aside: from a copy of an older one and the newer entries, or from nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
from functools import cache
from pathlib import Path
from uuid import uuid4

import duckdb

from indicators.datasets import names
from indicators.store.engine import attach, attach_new, connect, transaction
from indicators.store.replay import create_tables, record_entries, replay
from indicators.store.state import State, Version
from indicators.store.statements import FOLDER, step
from indicators.store.tables import quoted, table_parts

# Raise it when the meaning of what is built changes without a change of declarations or SQL.
FORMAT = 1
MEMORY = "1GB"
# Rows that arrived after the last sort stand at the end of a table and are read by every question.
LARGEST_TAIL = 0.2
SMALLEST_TABLE_TO_SORT = 100_000


@cache
def fingerprint() -> str:
    """Tells projections apart whose tables were declared or built differently."""
    parts = [f"format {FORMAT}"]
    parts += [json.dumps(table_parts(name), sort_keys=True) for name in names()]
    parts += [path.read_text(encoding="utf-8") for path in sorted((FOLDER / "build").glob("*.sql"))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def build(state: State, folder: Path, *, base: Path | None = None, base_seq: int = 0) -> Path:
    """Make a projection of `state` in `folder` and return its file, which nobody else knows yet.

    Args:
        state: what to replay.
        folder: where intermediate files may lie.
        base: an older projection of the same ledger to start from; from nothing without it.
        base_seq: the sequence that `base` was made from.

    Raises:
        OSError: the folder cannot be written.
        duckdb.Error: the folder cannot be written, or `base` is damaged.
    """
    path = folder / f"{uuid4().hex}.duckdb"
    if base is not None:
        shutil.copyfile(base, path)
    with connect(folders=(folder, state.folder), spill=folder / "spill", memory=MEMORY) as connection:
        attach_new(connection, path, "making")
        connection.execute("use making")
        if base is None:
            with transaction(connection):
                create_tables(connection)
        changes = state.changes(after=base_seq)
        replay(connection, changes, state.rows_file)
        with transaction(connection):
            record_entries(connection, state.entries)
            _identify(connection, state.version)
        touched = {change.submission.dataset for change in changes} & set(names())
        is_scattered = any(_is_scattered(connection, name) for name in touched)
        _leave(connection, "making")
    return _clustered(path, folder) if is_scattered else path


def _clustered(path: Path, folder: Path) -> Path:
    """Copy a projection into a new file in which every table stands in its declared sort; the old file goes."""
    sorted_path = folder / f"{uuid4().hex}.duckdb"
    with connect(folders=(folder,), spill=folder / "spill", memory=MEMORY) as connection:
        attach(connection, path, "scattered")
        attach_new(connection, sorted_path, "making")
        connection.execute("use making")
        with transaction(connection):
            create_tables(connection)
            for table in ("build", "entry", "problem"):
                connection.execute(step("copy").format(table=table, source=f"scattered.{table}"))
        for name in names():
            parts = table_parts(name)
            connection.execute(step("cluster").format(**parts, source=f"scattered.{parts['revision']}"))
            connection.execute(
                step("mark_clustered"), {"dataset": name, "row_count": _count(connection, name)}
            )
        _leave(connection, "making")
    path.unlink()
    return sorted_path


def _is_scattered(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    rows = _count(connection, name)
    sorted_rows = connection.execute(step("clustered"), {"dataset": name}).fetchall()[0][0]
    return rows >= SMALLEST_TABLE_TO_SORT and rows - sorted_rows > LARGEST_TAIL * rows


def _count(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    return connection.execute(step("count").format(**table_parts(name))).fetchall()[0][0]


def _identify(connection: duckdb.DuckDBPyConnection, version: Version) -> None:
    connection.execute(
        step("identify"),
        {
            "fingerprint": fingerprint(),
            "seq": version.seq,
            "hash": version.hash,
            "left_out": version.left_out,
        },
    )


def _leave(connection: duckdb.DuckDBPyConnection, alias: str) -> None:
    connection.execute(f"checkpoint {quoted(alias)}")
    connection.execute("use memory")
    connection.execute(f"detach {quoted(alias)}")

"""A private in-memory DuckDB in which one file is staged, cleaned, checked and compared with what is stored.

What is stored stands in one relation a dataset, `stored_<dataset>`, typed as the projection types it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from indicators.datasets import Dataset, dataset, names
from indicators.store.engine import attach, attach_new, connect
from indicators.store.tables import SQL_TYPES, quoted, table_parts
from indicators.submissions.statements import listed, statement

MEMORY = "500MB"
PROJECTION = "projection"  # the name under which a projection file is attached


@dataclass(frozen=True)
class Workspace:
    """The connection, and a folder of its own for what does not fit into memory."""

    connection: duckdb.DuckDBPyConnection
    folder: Path

    def run(self, name: str, **parts: object) -> list[tuple[Any, ...]]:
        """The rows of one statement of `sql/`."""
        return self.connection.execute(statement(name, **parts)).fetchall()

    def query(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a statement put together from several."""
        return self.connection.execute(text).fetchall()

    def append(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add rows to a table, in the order of its columns."""
        with self.connection.appender(table) as appender:
            appender.append_rows(rows)

    def use_disk(self) -> None:
        """Keep the tables made from now on in a compressed file: for uploads of hundreds of thousands of rows."""
        path = self.folder / "large.duckdb"
        if not path.exists():
            attach_new(self.connection, path, "large")
            self.connection.execute("use large")

    def remember(self, declared: Dataset) -> None:
        """Let the cleaned rows of this file count as stored for the files that follow."""
        parts = {
            "stored": stored(declared.name),
            "key": listed(declared.key),
            "key_as_text": ", ".join(f"cast({quoted(name)} as varchar)" for name in declared.key),
            "typed": _typed(declared),
        }
        self.run("forget_stored", **parts)
        self.run("remember_stored", **parts)


def stored(name: str) -> str:
    """The name of the relation that holds the rows in force of a dataset."""
    return f"stored_{name}"


@contextmanager
def nothing_stored() -> Iterator[Workspace]:
    """A workspace over an empty ledger; what is accepted in it can be remembered for the next file."""
    with _opened() as work:
        for name in names():
            work.run("stored_empty", stored=stored(name), definitions=_definitions(dataset(name)))
        yield work


@contextmanager
def over_projection(path: Path) -> Iterator[Workspace]:
    """A workspace over the rows in force in the projection file `path`.

    Raises:
        duckdb.Error: the file is missing or damaged.
    """
    with _opened(path.parent) as work:
        attach(work.connection, path, PROJECTION)
        for name in names():
            work.run(
                "stored_view",
                stored=stored(name),
                columns=listed(dataset(name).columns),
                revision=f"{PROJECTION}.{table_parts(name)['revision']}",
            )
        yield work


@contextmanager
def _opened(*folders: Path) -> Iterator[Workspace]:
    folder = Path(tempfile.mkdtemp(prefix="indicators-"))
    try:
        with connect(folders=(folder, *folders), spill=folder / "spill", memory=MEMORY) as connection:
            yield Workspace(connection, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _definitions(declared: Dataset) -> str:
    return ", ".join(f"{quoted(field.name)} {SQL_TYPES[field.type]}" for field in declared.fields)


def _typed(declared: Dataset) -> str:
    return ", ".join(f"cast({quoted(field.name)} as {SQL_TYPES[field.type]})" for field in declared.fields)

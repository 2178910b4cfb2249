"""A private in-memory DuckDB in which one file is staged, cleaned, checked and compared with what is stored.

What is stored stands in one relation a dataset, `stored_<dataset>`, typed as the projection types it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from indicators.datasets import Dataset, dataset, names
from indicators.store.engine import attach, attach_new, connect
from indicators.store.tables import SQL_TYPES, literal, quoted, table_parts
from indicators.submissions.idle import Idle
from indicators.submissions.statements import listed, statement

MEMORY = "500MB"
SMALL_BYTES = (
    2_000_000  # some ten thousand rows: up to there one thread is quicker than two that share so little work
)
PROJECTION = "projection"  # the name under which a projection file is attached
_LARGE = "large.duckdb"
_STORED = re.compile(r"\bstored_([a-z_]+)\b")


@dataclass(frozen=True)
class Workspace:
    """The connection, a folder of its own for what does not fit into memory, and the views of stored rows yet to be made."""

    connection: duckdb.DuckDBPyConnection
    folder: Path
    to_make: dict[str, str] = field(default_factory=dict)

    def run(self, name: str, **parts: object) -> list[tuple[Any, ...]]:
        """The rows of one statement of `sql/`."""
        return self.query(statement(name, **parts))

    def query(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a statement put together from several; what it names of the stored rows is there by then."""
        for name in self.to_make and _STORED.findall(text):
            if name in self.to_make:
                self.connection.execute(self.to_make.pop(name))
        return self.connection.execute(text).fetchall()

    def append(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add rows to a table, in the order of its columns."""
        with self.connection.appender(table) as appender:
            appender.append_rows(rows)

    @property
    def uses_disk(self) -> bool:
        """Whether tables are made in a file: then a second copy of all rows would cost more than it saves."""
        return (self.folder / _LARGE).exists()

    def use_disk(self) -> None:
        """Keep the tables made from now on in a compressed file: for uploads of hundreds of thousands of rows."""
        if not self.uses_disk:
            attach_new(self.connection, self.folder / _LARGE, "large")
            self.connection.execute("use large")

    def forget(self) -> None:
        """Let go of every row of the file that was looked at; the workspace can then take another one."""
        for (table,) in self.run("tables_made", projection=literal(PROJECTION)):
            self.run("table_dropped", table=quoted(table))

    def close(self) -> None:
        """Let go of everything."""
        self.connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)

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
    work = _opened()
    try:
        for name in names():
            work.run("stored_empty", stored=stored(name), definitions=_definitions(dataset(name)))
        yield work
    finally:
        work.close()


@contextmanager
def over_projection(path: Path, size: int = 0) -> Iterator[Workspace]:
    """A workspace over the rows in force in the projection file `path`, for an upload of `size` bytes.

    For a small one it is one that was used before, if there is one.

    Raises:
        duckdb.Error: the file is missing or damaged.
    """
    is_small = size <= SMALL_BYTES
    work = (_idle.take(path) if is_small else None) or _attached(path, threads=1 if is_small else 2)
    try:
        yield work
    except BaseException:
        work.close()
        raise
    if work.uses_disk or not is_small:
        work.close()
    else:
        work.forget()
        _idle.leave(path, work)


def _attached(path: Path, *, threads: int) -> Workspace:
    views = {
        name: statement(
            "stored_view",
            stored=stored(name),
            columns=listed(dataset(name).columns),
            revision=f"{PROJECTION}.{table_parts(name)['revision']}",
        )
        for name in names()
    }
    work = _opened(path.parent, to_make=views, threads=threads)
    try:
        attach(work.connection, path, PROJECTION)
    except duckdb.Error:
        work.close()
        raise
    return work


def _opened(*folders: Path, to_make: dict[str, str] | None = None, threads: int = 2) -> Workspace:
    folder = Path(tempfile.mkdtemp(prefix="indicators-"))
    connection = connect(folders=(folder, *folders), spill=folder / "spill", memory=MEMORY, threads=threads)
    return Workspace(connection, folder, to_make or {})


def _definitions(declared: Dataset) -> str:
    return ", ".join(f"{quoted(field.name)} {SQL_TYPES[field.type]}" for field in declared.fields)


def _typed(declared: Dataset) -> str:
    return ", ".join(f"cast({quoted(field.name)} as {SQL_TYPES[field.type]})" for field in declared.fields)


_idle: Idle[Workspace] = Idle()

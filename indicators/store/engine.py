"""How DuckDB is opened: in memory, no extensions fetched, no files outside the folders it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from indicators.store.tables import literal

# A file of this version opens in DuckDB 1.5 and 2.0 alike.
STORAGE_VERSION = "v1.5.0"
# Six times smaller than DuckDB's default: a page's rows are then found by reading less, and a file is no larger.
ROWS_IN_A_GROUP = 20_480
# DuckDB keeps up to so much of what its queries have freed; what few bytes are kept a page never notices, checking files does.
KEPT_WHEN_FREED, LITTLE = "512MB", "256KB"


def connect(
    *, folders: Iterable[Path], spill: Path, memory: str, threads: int = 2, is_lasting: bool = False
) -> duckdb.DuckDBPyConnection:
    """An in-memory connection that can read and attach only what lies in `folders`, and nothing can loosen it.

    Switching external access off altogether would also forbid to attach the next version of the data.

    Args:
        folders: the folders whose files may be opened.
        spill: where intermediate results go that do not fit into memory.
        memory: the most memory to use, as DuckDB writes it (`1GB`).
        threads: how many share the work of one query; for few rows one is quicker than two that wait for each other.
        is_lasting: it stays open for as long as the process, to be read by; what its queries free is returned.
    """
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": threads,
            "memory_limit": memory,
            "allocator_bulk_deallocation_flush_threshold": LITTLE if is_lasting else KEPT_WHEN_FREED,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        },
    )
    allowed = ", ".join(literal(f"{folder.resolve()}/") for folder in folders)
    connection.execute(f"set allowed_directories = [{allowed}]")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def attach(connection: duckdb.DuckDBPyConnection, path: Path, alias: str) -> None:
    """Attach the immutable file `path` for reading.

    Raises:
        duckdb.Error: it is missing, damaged, or no database.
    """
    connection.execute(f"attach {literal(str(path.resolve()))} as {alias} (read_only)")


def attach_new(connection: duckdb.DuckDBPyConnection, path: Path, alias: str) -> None:
    """Attach `path`, a new file or the copy of an older one, for writing.

    Raises:
        duckdb.Error: it cannot be made or is damaged.
    """
    connection.execute(
        f"attach {literal(str(path.resolve()))} as {alias}"
        f" (storage_version '{STORAGE_VERSION}', row_group_size {ROWS_IN_A_GROUP})"
    )


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Do several things as one, which the disk then needs to be told of only once."""
    connection.execute("begin")
    try:
        yield
    except BaseException:
        # A failed statement may have ended the transaction already.
        with suppress(duckdb.TransactionException):
            connection.execute("rollback")
        raise
    connection.execute("commit")


def says_damage(error: duckdb.Error) -> bool:
    """Whether an error means that a file is missing, cut off or changed, rather than that a question is wrong.

    A block with a wrong checksum raises the bare `duckdb.Error`.
    """
    kinds = (
        duckdb.IOException,
        duckdb.FatalException,
        duckdb.InternalException,
        duckdb.SerializationException,
    )
    return isinstance(error, kinds) or type(error) is duckdb.Error

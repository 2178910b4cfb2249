"""The version of the data that there would be after one more entry, made aside; nothing of it is kept.

The newest projection is copied into a temporary folder and the imagined entry is replayed upon it, by the same code as
every entry of the ledger.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from indicators.store.building import MEMORY, build
from indicators.store.chain import find_entry
from indicators.store.engine import attach, connect
from indicators.store.entry import ROWS, Entry, Manifest
from indicators.store.errors import ProjectionUnwritable
from indicators.store.reopening import beyond_repair
from indicators.store.snapshot import Attachment, Snapshot
from indicators.store.state import State

NOBODY = ""  # an entry of the ledger always names who recorded it


@contextmanager
def if_submitted(snapshot: Snapshot, dataset: str, rows: bytes, row_count: int) -> Iterator[Snapshot]:
    """The version after a submission of canonical rows; it may be asked only inside the `with`.

    Args:
        snapshot: the version before.
        dataset: the name of a declared dataset.
        rows: canonical rows, as a check makes them.
        row_count: how many rows there are.

    Raises:
        ProjectionUnwritable: there is no room to make it.
    """
    manifest = Manifest(
        **_about(snapshot),
        kind="submission",
        dataset=dataset,
        rows_sha256=hashlib.sha256(rows).hexdigest(),
        row_count=row_count,
    )
    with _imagined(snapshot, manifest, rows) as would_be:
        yield would_be


@contextmanager
def if_withdrawn(snapshot: Snapshot, entry_id: str) -> Iterator[Snapshot]:
    """The version after a withdrawal of an entry that counts; it may be asked only inside the `with`.

    Raises:
        EntryUnknown: there is no such entry.
        ProjectionUnwritable: there is no room to make it.
    """
    target = find_entry(snapshot.attachment.state.entries, entry_id)
    manifest = Manifest(**_about(snapshot), kind="withdrawal", dataset=target.dataset, withdraws=target.id)
    with _imagined(snapshot, manifest, None) as would_be:
        yield would_be


class _Imagined(State):
    """A moment of the ledger with one entry more, whose rows stand in `rows_path`."""

    def __init__(self, before: State, entry: Entry, rows_path: Path) -> None:
        super().__init__(before.folder, before.found, upto=before.seq)
        self.entries = (*self.entries, entry)
        self.seq = entry.seq
        self.hash_at = {**self.hash_at, entry.seq: entry.hash}
        self._rows_path = rows_path

    def rows_file(self, entry: Entry) -> Path:
        return self._rows_path if entry == self.entries[-1] else super().rows_file(entry)


def _about(snapshot: Snapshot) -> dict[str, object]:
    return {
        "seq": snapshot.version.seq + 1,
        "recorded_at": datetime.now(UTC).replace(microsecond=0),
        "by": NOBODY,
        "note": "",
        "previous": snapshot.version.hash,
    }


@contextmanager
def _imagined(snapshot: Snapshot, manifest: Manifest, rows: bytes | None) -> Iterator[Snapshot]:
    with tempfile.TemporaryDirectory(prefix="indicators-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        entry = Entry.from_bytes(manifest.to_bytes())
        state = _Imagined(snapshot.attachment.state, entry, folder / ROWS)
        path = _built(snapshot, state, folder, rows)
        with connect(folders=(folder,), spill=folder / "spill", memory=MEMORY) as connection:
            attach(connection, path, "would_be")
            attachment = Attachment(connection, "would_be", path, state, beyond_repair)
            yield Snapshot(state.version, snapshot.problems, attachment)


def _built(snapshot: Snapshot, state: State, folder: Path, rows: bytes | None) -> Path:
    try:
        if rows is not None:
            (folder / ROWS).write_bytes(rows)
        # Another process may have tidied the file away since it was attached here.
        base = snapshot.path if snapshot.path.exists() else None
        return build(state, folder, base=base, base_seq=snapshot.version.seq if base else 0)
    except OSError as error:
        raise ProjectionUnwritable.from_os(error, folder) from error
    except duckdb.Error as error:
        raise ProjectionUnwritable(path=str(folder), reason=str(error).splitlines()[0]) from error

"""How an entry becomes part of a ledger: under a lock, prepared aside, published at one stroke, read back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from indicators.store import durable
from indicators.store.entry import MANIFEST, Entry, Manifest
from indicators.store.errors import LedgerBusy, LedgerUnwritable
from indicators.store.examination import INCOMING, LOCK, Examination

LOCK_SECONDS = 60.0


@contextmanager
def appending(folder: Path) -> Iterator[None]:
    """Hold the ledger in `folder` for one append; what a dead process left behind is cleared away first.

    Raises:
        LedgerBusy: somebody else held it for too long.
        LedgerUnwritable: the folder cannot be written; nothing was appended.
    """
    try:
        durable.make_folder(folder)
        lock = FileLock(folder / LOCK, timeout=LOCK_SECONDS, poll_interval=0.01)
        with lock:
            # Whoever prepares anything here holds the lock, so what we find belongs to nobody alive.
            durable.make_folder(folder / INCOMING)
            for abandoned in (folder / INCOMING).iterdir():
                shutil.rmtree(abandoned, ignore_errors=True)
            yield
    except Timeout as error:
        raise LedgerBusy(path=str(folder), seconds=LOCK_SECONDS) from error
    except OSError as error:
        raise LedgerUnwritable.from_os(error, folder) from error


def publish(folder: Path, manifest: Manifest, files: Mapping[str, bytes]) -> Entry:
    """Make a new entry of `manifest` and the files beside it, wait until it is on the disk, and read it back.

    Raises:
        OSError: it could not be written; then the ledger is as it was.
        LedgerUnwritable: what was read back is not what was written.
    """
    content = manifest.to_bytes()
    entry = Entry.from_bytes(content)
    prepared = folder / INCOMING / uuid4().hex
    prepared.mkdir()
    try:
        for name, data in {**files, MANIFEST: content}.items():
            durable.write_file(prepared / name, data)
        durable.publish_folder(prepared, folder / entry.folder_name)
    except OSError:
        shutil.rmtree(prepared, ignore_errors=True)
        raise
    published = folder / entry.folder_name
    for name, digest in {**entry.files, MANIFEST: entry.hash}.items():
        if durable.file_sha256(published / name) != digest:
            raise LedgerUnwritable(path=str(published / name), reason="read_back")
    return entry


def finish_redactions(folder: Path, found: Examination) -> None:
    """Replace the texts that redactions say are gone, wherever an earlier attempt did not come so far.

    Raises:
        OSError: a file could not be replaced; the next append tries again.
    """
    by_seq = {entry.seq: entry for entry in found.entries}
    for seq, file in sorted(found.unfinished):
        redaction = found.redactions.latest(by_seq[seq], file)
        if redaction is None:
            raise AssertionError(f"{file} of entry {seq} waits for a redaction that is not there")
        content = (folder / redaction.folder_name / file).read_bytes()
        path = folder / by_seq[seq].folder_name / file
        durable.replace_file(path, content, folder / INCOMING / uuid4().hex)

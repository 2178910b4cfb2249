"""One file after the other: whoever checks a file to add it holds the turn, so that nobody is overtaken while checking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from indicators.store.durable import make_folder
from indicators.store.errors import LedgerBusy, LedgerUnwritable

SECONDS = 600.0  # a few of the largest files, one after the other
_LOCK = ".turn"


@contextmanager
def turn(home: Path) -> Iterator[None]:
    """Hold the turn of the ledger in `home`; a process that dies gives it up.

    Without it, of several who submit at once one is added and all others check again, and again.

    Raises:
        LedgerBusy: others took longer than anybody may.
        LedgerUnwritable: the folder cannot be written.
    """
    lock = FileLock(home / _LOCK, timeout=SECONDS, poll_interval=0.02)
    try:
        make_folder(home)
        lock.acquire()
    except Timeout as error:
        raise LedgerBusy(path=str(home), seconds=SECONDS) from error
    except OSError as error:
        raise LedgerUnwritable.from_os(error, home) from error
    try:
        yield
    finally:
        lock.release()

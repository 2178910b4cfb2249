"""What is costly to open and was used before, kept for the next one who needs the same: of one version, and only a few."""

from __future__ import annotations

import atexit
from pathlib import Path
from threading import Lock
from typing import Generic, Protocol, TypeVar

MOST = 2  # as many as two cores can use at once


class Closable(Protocol):
    """What must be closed in the end."""

    def close(self) -> None:
        """Let go of everything."""


Kind = TypeVar("Kind", bound=Closable)


class Idle(Generic[Kind]):
    """Things opened over a file, each used by one at a time. Those over another file, or over what it was before, go."""

    def __init__(self) -> None:
        """None yet."""
        self._lock = Lock()
        self._file: tuple[Path, int, int] | None = None
        self._things: list[Kind] = []
        atexit.register(self.clear)

    def take(self, path: Path) -> Kind | None:
        """One that is opened over the file, if there is one; it is the caller's from now on."""
        file = _identity(path)
        with self._lock:
            if file != self._file:
                self._let_go()
            return self._things.pop() if self._things else None

    def leave(self, path: Path, thing: Kind) -> None:
        """Give one back, or for the first time, that is opened over the file."""
        file = _identity(path)
        with self._lock:
            if file is not None and file != self._file:
                self._let_go()
                self._file = file
            if file is not None and len(self._things) < MOST:
                self._things.append(thing)
                return
        thing.close()

    def clear(self) -> None:
        """Close all."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        while self._things:
            self._things.pop().close()
        self._file = None


def _identity(path: Path) -> tuple[Path, int, int] | None:
    """A file and what it holds, which a repair exchanges; None where it is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return path, status.st_ino, status.st_mtime_ns

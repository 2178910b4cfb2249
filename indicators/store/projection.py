"""The projection: immutable DuckDB files, each made from one moment of the ledger, and disposable.

Any process may make the next one, aside and under a file lock, and then rename it into place; every process only ever
attaches them for reading. A file that is missing, damaged, foreign or of an older declaration is made again.

A file is called `SEQ-HASH-FINGERPRINT[-LEFT_OUT].duckdb`. Nobody writes to such a file, so it does no harm that
copying one lets go of the read lock that DuckDB holds on it in the same process.
"""

from __future__ import annotations

import errno
import logging
import os
import re
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
from filelock import FileLock

from indicators.store.building import build, fingerprint
from indicators.store.errors import ProjectionUnwritable
from indicators.store.state import State, Version

KEPT = 3
_NAME = re.compile(r"(\d{8})-([0-9a-f]{12})-([0-9a-f]{8})(?:-([0-9a-f]{8}))?\.duckdb")
_BUILDING = ".building"
_LOCK = ".lock"
_log = logging.getLogger("indicators.store")


class Projection:
    """The files in `folder`."""

    def __init__(self, folder: Path) -> None:
        """The files in `folder`, which the first one makes if it is not there."""
        self.folder = folder

    def path(self, version: Version) -> Path:
        """Where the file of `version` is, or will be."""
        marker = f"-{version.left_out}" if version.left_out else ""
        return self.folder / f"{version.seq:08d}-{version.hash[:12]}-{fingerprint()}{marker}.duckdb"

    def ready(self, state: State) -> list[tuple[int, Path]]:
        """The files that show `state` or an earlier moment of it, newest first, with their sequences."""
        found = []
        for path in self._files():
            seq = _seq(path)
            if not state.newest_redaction_of_rows <= seq <= state.seq:
                continue
            version = state.version_at(seq)
            if version is not None and path == self.path(version):
                found.append((seq, path))
        return sorted(found, reverse=True)

    def ensure(self, state: State, *, attached: Collection[Path] = (), afresh: bool = False) -> Path:
        """The file of `state`, made now unless it is there.

        Args:
            state: the moment of the ledger to show.
            attached: files that this process reads and that must not be removed.
            afresh: make it from nothing, because the one that is there is damaged.

        Raises:
            ProjectionUnwritable: it cannot be made.
        """
        target = self.path(state.version)
        if target.exists() and not afresh:
            return target
        with self._making():
            # Another process may have made it while we waited; of a damaged one it cannot be told, so make it.
            if afresh or not target.exists():
                started = time.monotonic()
                self._make(state, None if afresh else self._base(state)).replace(target)
                _log.info("made %s in %.2f s", target.name, time.monotonic() - started)
            self._prune(state, {target, *attached})
        return target

    def _base(self, state: State) -> tuple[int, Path] | None:
        return next(iter(self.ready(state)), None)

    def _make(self, state: State, base: tuple[int, Path] | None) -> Path:
        workshop = self.folder / _BUILDING
        if base is not None:
            seq, path = base
            try:
                return build(state, workshop, base=path, base_seq=seq)
            except (duckdb.Error, OSError) as error:
                _log.warning("%s cannot be built upon, starting from nothing: %s", path.name, error)
        return build(state, workshop)

    @contextmanager
    def _making(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / _LOCK, poll_interval=0.01):
                workshop = self.folder / _BUILDING
                shutil.rmtree(workshop, ignore_errors=True)
                workshop.mkdir()
                try:
                    yield
                finally:
                    # What is left of an attempt that failed would keep a full disk full.
                    shutil.rmtree(workshop, ignore_errors=True)
        except OSError as error:
            raise ProjectionUnwritable.from_os(error, self.folder) from error
        except duckdb.Error as error:
            raise ProjectionUnwritable(path=str(self.folder), reason=_reason(error)) from error

    def _prune(self, state: State, needed: Collection[Path]) -> None:
        """Remove all but the newest few, and at once what was made before rows were redacted."""
        ours = sorted(self._files(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        old = ours[KEPT:]
        revealing = [path for path in ours if _seq(path) < state.newest_redaction_of_rows]
        for path in {*old, *revealing} - set(needed):
            # Another process may have been quicker; on Windows it may still be reading.
            with suppress(OSError):
                path.unlink()

    def _files(self) -> list[Path]:
        if not self.folder.exists():
            return []
        return [path for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]


def _reason(error: duckdb.Error) -> str:
    """The symbol of a full disk, which the engine tells in a sentence; else what it says, in one line."""
    told = str(error).splitlines()[0]
    return "ENOSPC" if os.strerror(errno.ENOSPC) in told else told


def _seq(path: Path) -> int:
    return int(path.name.partition("-")[0])

"""The store in a home folder: its ledger, and the newest version of the data for whoever reads."""

from __future__ import annotations

import logging
from collections import deque
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from threading import Lock, RLock, Thread
from time import monotonic
from types import TracebackType
from typing import Self
from uuid import uuid4
from weakref import finalize

import duckdb

from indicators.store.engine import attach, connect
from indicators.store.errors import StoreError
from indicators.store.ledger import Ledger
from indicators.store.projection import Projection
from indicators.store.snapshot import Attachment, Snapshot, replay_problems
from indicators.store.state import State
from indicators.store.tables import quoted

MEMORY = "1GB"
RETRY_AFTER = 60.0  # seconds: what fails at once, as on a full disk, would fail for every page that looks
_log = logging.getLogger("indicators.store")


def open_store(home: Path) -> Store:
    """The store in the folder `home`. Nothing is written before something is submitted or asked."""
    return Store(home)


class Store:
    """One in-memory connection to which each version of the data is attached for reading. Safe to share by threads."""

    def __init__(self, home: Path) -> None:
        """The store in the folder `home`."""
        self.home = home
        self.ledger = Ledger(home / "ledger")
        self._projection = Projection(home / "projection")
        spill = Path(gettempdir()) / f"indicator-basket-{uuid4().hex}"
        self._connection = connect(
            folders=(self._projection.folder,), spill=spill, memory=MEMORY, is_lasting=True
        )
        self._current: Snapshot | None = None
        # Held while a version is made and switched to. Reading takes neither lock.
        self._advancing = RLock()
        # Held for moments, always inside the other: the one connection attaches and detaches for all threads.
        self._switching = Lock()
        self._aliases = (f"version_{number}" for number in count(1))
        self._attached: dict[str, Path] = {}
        self._released: deque[str] = deque()
        self._starting = Lock()
        self._builder: Thread | None = None
        self._failed_at: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def snapshot(self, *, wait: bool = True) -> Snapshot:
        """The newest version of the data.

        When something was submitted since the last time, the next version is made first; with `wait=False` that
        happens in the background, and the previous version comes back at once, marked `newer_on_its_way`; what failed
        there is tried again after a minute. Where there is no previous version, or it holds what was redacted since,
        the next is made first in any case.

        Raises:
            LedgerUnreadable: the ledger's folder cannot be listed.
            ProjectionUnwritable: no version can be made.
        """
        head = self.ledger.head()
        current = self._current
        if current is None and not wait:
            current = self._newest_ready()
        if current is None:
            return self._advance()
        if current.shows(head):
            # A damaged entry may have been restored since; looking again costs little.
            return self._advance() if current.attachment.state.problems else current
        if wait or self._tells_what_was_removed(current):
            return self._advance()
        self._advance_in_background()
        return replace(current, newer_on_its_way=True)

    def failed(self) -> bool:
        """Whether making the next version in the background failed, and is not due to be tried again yet."""
        failed_at = self._failed_at
        return failed_at is not None and monotonic() - failed_at < RETRY_AFTER

    def close(self) -> None:
        """Wait for what is being made and let go of every file."""
        builder = self._builder
        if builder is not None:
            builder.join()
        with self._advancing:
            self._current = None
            self._connection.close()

    def _advance(self) -> Snapshot:
        with self._advancing:
            state = self._state()
            self._detach_released()
            current = self._current
            if current is None or current.version != state.version:
                current = self._open(state)
            elif current.attachment.state.problems != state.problems:
                current = self._snapshot(state, current.attachment)
            self._current = current
            self._failed_at = None
            return current

    def _state(self) -> State:
        """The ledger as it stands; where there is nothing to build upon all its rows are read, so each file is looked at."""
        state = State(self.ledger.folder, self.ledger.examination())
        if self._projection.ready(state):
            return state
        return State(self.ledger.folder, self.ledger.examination(whole=True))

    def _tells_what_was_removed(self, snapshot: Snapshot) -> bool:
        """Whether cells of rows that it shows were redacted since."""
        state = State(self.ledger.folder, self.ledger.examination())
        return state.newest_redaction_of_rows > snapshot.version.seq

    def _advance_in_background(self) -> None:
        with self._starting:
            if not self.failed() and (self._builder is None or not self._builder.is_alive()):
                self._builder = Thread(target=self._advance_quietly, name="projection", daemon=True)
                self._builder.start()

    def _advance_quietly(self) -> None:
        try:
            self._advance()
        except StoreError:
            # Whoever waits for a version gets the error; here the previous version stays in view.
            self._failed_at = monotonic()
            _log.exception("the next version could not be made")

    def _newest_ready(self) -> Snapshot | None:
        """The newest version that is there already, which may be older than the ledger."""
        state = State(self.ledger.folder, self.ledger.examination())
        for seq, path in self._projection.ready(state):
            with suppress(duckdb.Error):
                earlier = state.upto(seq)
                found = self._snapshot(earlier, self._attachment(earlier, path))
                self._current = self._current or found
                return found
        return None

    def _open(self, state: State) -> Snapshot:
        path = self._ensure(state)
        try:
            return self._snapshot(state, self._attachment(state, path))
        except duckdb.Error as error:
            _log.warning("%s cannot be read, making it again: %s", path.name, error)
        return self._snapshot(state, self._attachment(state, self._ensure(state, afresh=True)))

    def _ensure(self, state: State, *, afresh: bool = False) -> Path:
        return self._projection.ensure(state, attached=tuple(self._attached.values()), afresh=afresh)

    def _snapshot(self, state: State, attachment: Attachment) -> Snapshot:
        attachment.state = state
        return Snapshot(state.version, (*state.problems, *replay_problems(attachment)), attachment)

    def _attachment(self, state: State, path: Path) -> Attachment:
        alias = self._attach(path)
        attachment = Attachment(self._connection, alias, path, state, self._repair)
        finalize(attachment, self._released.append, alias).atexit = False
        return attachment

    def _repair(self, attachment: Attachment, alias: str | None) -> None:
        """Make the damaged file behind `attachment` again, unless another thread has done so already."""
        with self._advancing:
            if attachment.alias not in (None, alias):
                return
            _log.warning("%s is damaged, making it again", attachment.path.name)
            attachment.alias = None
            self._detach(alias)
            renewed = self._attach(self._ensure(attachment.state, afresh=True))
            finalize(attachment, self._released.append, renewed).atexit = False
            attachment.alias = renewed

    def _attach(self, path: Path) -> str:
        with self._switching:
            alias = next(self._aliases)
            attach(self._connection, path, alias)
            self._attached[alias] = path
            return alias

    def _detach(self, alias: str | None) -> None:
        with self._switching:
            if alias is not None and self._attached.pop(alias, None) is not None:
                self._connection.execute(f"detach {quoted(alias)}")

    def _detach_released(self) -> None:
        while self._released:
            self._detach(self._released.popleft())

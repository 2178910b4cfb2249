"""A snapshot in another process: the file that it reads is opened there once more."""

from __future__ import annotations

from pathlib import Path
from tempfile import gettempdir
from typing import NoReturn
from uuid import uuid4

from indicators.store.building import MEMORY
from indicators.store.engine import attach, connect
from indicators.store.errors import ProjectionUnwritable
from indicators.store.snapshot import Attachment, Snapshot
from indicators.store.state import State
from indicators.store.verification import Problem

ALIAS = "version"


def reopened(path: Path, state: State, problems: tuple[Problem, ...]) -> Snapshot:
    """The snapshot of `state` that reads the file `path` by a connection of its own.

    Raises:
        duckdb.Error: the file is missing or damaged; only the store that sent the snapshot here can make it again.
    """
    spill = Path(gettempdir()) / f"indicator-basket-{uuid4().hex}"
    connection = connect(folders=(path.parent,), spill=spill, memory=MEMORY)
    attach(connection, path, ALIAS)
    return Snapshot(state.version, problems, Attachment(connection, ALIAS, path, state, beyond_repair))


def beyond_repair(attachment: Attachment, _: str | None) -> NoReturn:
    """For an attachment whose file nobody here can make again: always raises ProjectionUnwritable."""
    raise ProjectionUnwritable(path=str(attachment.path), reason="EIO")

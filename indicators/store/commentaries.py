"""The commentary that was in force at one moment of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from indicators.model import Commentary, CommentaryState
from indicators.store.kept import kept_by_version
from indicators.store.snapshot import Snapshot

KEPT = 32


@dataclass(frozen=True)
class CommentaryVersion:
    """A commentary as one entry of the ledger left it; `removed` says that the entry took it away."""

    state: CommentaryState
    story: str
    removed: bool
    entry_id: str
    recorded_at: datetime
    by: str
    note: str


@kept_by_version(KEPT)
def commentaries(snapshot: Snapshot, area: str, at: int | None = None) -> dict[str, tuple[Commentary, ...]]:
    """For each indicator with commentary in one area, by code, all of it, on the latest period first.

    Args:
        snapshot: the version that is read.
        area: code of the place.
        at: a sequence of the ledger; now, without it.
    """
    as_at = snapshot.version.seq if at is None else at
    found = snapshot.records("commentaries", Commentary, area=area, as_at=as_at)
    by_code = groupby(found, key=lambda one: one.indicator_code)
    return {code: tuple(each) for code, each in by_code}


def commentary_on(
    snapshot: Snapshot, code: str, area: str, period: str, at: int | None = None
) -> Commentary | None:
    """The commentary on one indicator in one area and period (by its code), None where there is none."""
    found = commentaries(snapshot, area, at).get(code, ())
    return next((one for one in found if one.period == period), None)


def commentary_versions(
    snapshot: Snapshot, code: str, area: str, period: str, at: int | None = None
) -> list[CommentaryVersion]:
    """Every version of the commentary on one indicator in one area and period, the newest first."""
    as_at = snapshot.version.seq if at is None else at
    return snapshot.records(
        "commentary_versions", CommentaryVersion, code=code, area=area, period=period, as_at=as_at
    )

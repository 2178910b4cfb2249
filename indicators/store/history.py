"""Every entry of the ledger as a snapshot knows it, and whether it still counts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from indicators.store.kept import kept_by_version
from indicators.store.snapshot import Snapshot

KEPT = 8


@dataclass(frozen=True)
class HistoryEntry:
    """One entry of the ledger; `recorded_at` is in UTC, `withdrawn_by` the id of what silences it, if anything does."""

    seq: int
    id: str
    hash: str
    kind: str
    dataset: str
    recorded_at: datetime
    submitted_by: str
    note: str
    file_name: str | None
    row_count: int | None
    counts: Mapping[str, int]
    withdraws: str | None
    redacts: str | None
    withdrawn_by: str | None

    @property
    def is_withdrawn(self) -> bool:
        """Whether a withdrawal that counts silences it."""
        return self.withdrawn_by is not None


@kept_by_version(KEPT)
def history(snapshot: Snapshot) -> list[HistoryEntry]:
    """All entries of the ledger whose manifest can be trusted, newest first."""
    return [HistoryEntry(**{**row, "counts": json.loads(row["counts"])}) for row in snapshot.query("history")]

"""The questions of the open data: pages of rows as anybody may have them, what is suppressed withheld.

`at` is a sequence of the ledger. A value that is suppressed at that moment, or by now, is given at no moment: its value,
numerator, denominator and limits are None and its status is `suppressed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.store.snapshot import Snapshot

Row = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """Which rows of an answer: `limit` of them after the first `offset`."""

    limit: int
    offset: int = 0


def open_indicators(snapshot: Snapshot, at: int, page: Page, *, indicator: str | None = None) -> list[Row]:
    """Indicators by code; with `indicator` the one that has this code, if any."""
    return snapshot.query(
        "open_indicators", as_at=at, indicator=indicator, limit=page.limit, offset=page.offset
    )


def open_observations(
    snapshot: Snapshot,
    at: int,
    page: Page,
    *,
    indicator: str | None = None,
    area: str | None = None,
    begins_from: date | None = None,
    ends_by: date | None = None,
) -> list[Row]:
    """Observations by area, indicator and period; only those whose whole period lies within the two days, if given."""
    return snapshot.query(
        "open_observations",
        as_at=at,
        latest=snapshot.version.seq,
        indicator=indicator,
        area=area,
        begins_from=begins_from,
        ends_by=ends_by,
        limit=page.limit,
        offset=page.offset,
    )


def open_targets(
    snapshot: Snapshot,
    at: int,
    page: Page,
    *,
    indicator: str | None = None,
    area: str | None = None,
    status: str | None = None,
) -> list[Row]:
    """Targets by indicator and the day on which they are due; those of no indicator of ours stand last."""
    return snapshot.query(
        "open_targets",
        as_at=at,
        latest=snapshot.version.seq,
        indicator=indicator,
        area=area,
        status=status,
        limit=page.limit,
        offset=page.offset,
    )

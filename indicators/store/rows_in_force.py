"""All rows of a dataset at one moment: its declared columns, in its declared order."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from indicators.datasets import dataset
from indicators.store.snapshot import Snapshot
from indicators.store.tables import table_parts


def rows_in_force(snapshot: Snapshot, name: str, at: int | None = None) -> list[tuple[Any, ...]]:
    """The rows of the dataset `name`, each in the order of its declared columns.

    Args:
        snapshot: the version that is read.
        name: of a declared dataset.
        at: a sequence of the ledger; now, without it.

    Raises:
        KeyError: no such dataset.
    """
    declared = dataset(name)
    as_at = snapshot.version.seq if at is None else at
    found = snapshot.query("rows_in_force", revision=table_parts(name)["revision"], as_at=as_at)
    in_order = sorted(
        found, key=lambda row: _in_order(row[column] for column in (*declared.sort, *declared.key))
    )
    return [itemgetter(*declared.columns)(row) for row in in_order]


def _in_order(values: Iterable[Any]) -> tuple[tuple[bool, Any], ...]:
    """What rows are sorted by; where there is nothing comes first."""
    return tuple((value is not None, value) for value in values)

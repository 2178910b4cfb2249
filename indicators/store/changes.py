"""What changed in a dataset between two moments of the ledger, row by row: one entry's effect, or that of many together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from indicators.datasets import Dataset, dataset
from indicators.store.history import history
from indicators.store.kept import kept_by_version
from indicators.store.revisions import Happening
from indicators.store.snapshot import Snapshot
from indicators.store.tables import quoted, table_parts

KEPT = 64


@dataclass(frozen=True)
class RowChange:
    """What happened to the row with one key.

    `key` holds its key as stored, `columns` the old and the new value of every other column that differs; of a row that
    was added or removed, every column that held something.
    """

    dataset: str
    happened: Happening
    key: Mapping[str, Any]
    columns: Mapping[str, tuple[Any, Any]]


@kept_by_version(KEPT)
def changed_datasets(snapshot: Snapshot, since: int, at: int) -> tuple[str, ...]:
    """The datasets that entries after `since`, up to `at`, are about, in alphabetical order."""
    return tuple(sorted({entry.dataset for entry in history(snapshot) if since < entry.seq <= at}))


@kept_by_version(KEPT)
def changes_counted(snapshot: Snapshot, name: str, since: int, at: int) -> Mapping[Happening, int]:
    """How many rows of the dataset `name` at `at` differ from those at `since`; `confirmed` ones were sent again as they were.

    Raises:
        KeyError: no such dataset.
    """
    found = snapshot.query_about("changes_counted", _parts(dataset(name)), since=since, at=at)
    return {row["happened"]: row["row_count"] for row in found}


def changes(
    snapshot: Snapshot, name: str, since: int, at: int, *, most: int, passed: int = 0
) -> list[RowChange]:
    """The rows of the dataset `name` that differ: revised ones before removed before added, each by key.

    Args:
        snapshot: the version that is read.
        name: of a declared dataset.
        since: sequence of the earlier moment.
        at: sequence of the later one.
        most: how many to list.
        passed: how many to pass over first.

    Raises:
        KeyError: no such dataset.
    """
    declared = dataset(name)
    found = snapshot.query_about("changes", _parts(declared), since=since, at=at, most=most, passed=passed)
    return [_change(declared, row) for row in found]


def _change(declared: Dataset, row: Mapping[str, Any]) -> RowChange:
    pairs = {column: (row[f"old {column}"], row[f"new {column}"]) for column in _others(declared)}
    return RowChange(
        dataset=declared.name,
        happened=row["happened"],
        key={column: row[column] for column in declared.key},
        columns={column: pair for column, pair in pairs.items() if pair[0] != pair[1]},
    )


def _others(declared: Dataset) -> list[str]:
    return [column for column in declared.columns if column not in declared.key]


def _parts(declared: Dataset) -> dict[str, str]:
    others = _others(declared)
    return {
        "revision": table_parts(declared.name)["revision"],
        "columns": _list(map(quoted, declared.columns)),
        "first_key": quoted(declared.key[0]),
        "key": _list(map(quoted, declared.key)),
        "keys": _list(
            f"coalesce(before.{quoted(name)}, after.{quoted(name)}) as {quoted(name)}"
            for name in declared.key
        ),
        "pairs": "".join(
            f"{when}.{quoted(name)} as {quoted(f'{word} {name}')}, "
            for name in others
            for when, word in (("before", "old"), ("after", "new"))
        ),
        "same_key": " and ".join(f"before.{quoted(name)} = after.{quoted(name)}" for name in declared.key),
        "any_differs": " or ".join(
            f"before.{quoted(name)} is distinct from after.{quoted(name)}" for name in others
        )
        or "false",
    }


def _list(parts: Iterable[str]) -> str:
    return ", ".join(parts)

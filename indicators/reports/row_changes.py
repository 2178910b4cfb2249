"""What happened to a row in words: which row, and each column before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indicators.datasets import Dataset, dataset
from indicators.periods import PeriodError, parse
from indicators.reports.open_data import cell
from indicators.store import Snapshot, queries
from indicators.store.changes import RowChange
from indicators.store.kept import kept_by_version
from indicators.wording import history as words

COLUMNS_SHOWN = 4
LONGEST = 90
KEPT = 8


@dataclass(frozen=True)
class ChangeInWords:
    """One row that changed: what happened, which row it is, and what differs."""

    happened: str
    row: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@kept_by_version(KEPT)
def known_names(snapshot: Snapshot) -> Mapping[str, Mapping[str, str]]:
    """What codes are called, by the column that they stand in."""
    return {
        "indicator_code": {one.code: one.title for one in queries.indicators(snapshot)},
        "area_code": {one.code: one.name for one in queries.areas(snapshot)},
    }


def in_words(change: RowChange, names: Mapping[str, Mapping[str, str]]) -> ChangeInWords:
    """A change in words.

    Args:
        change: of one row.
        names: what codes are called, by column.
    """
    declared = dataset(change.dataset)
    shown = dict(_figures_first(declared, change.columns)[:COLUMNS_SHOWN])
    left = len(change.columns) - len(shown)
    more = (words.more_columns(left),) if left else ()
    before, after = (
        tuple(_column(declared, name, pair[side], names) for name, pair in shown.items()) for side in (0, 1)
    )
    return ChangeInWords(
        happened=words.HAPPENED[change.happened],
        row=", ".join(_named(declared, name, value, names) for name, value in change.key.items()),
        before=() if change.happened == "added" else before + more,
        after=() if change.happened == "removed" else after + more,
    )


def _figures_first(
    declared: Dataset, columns: Mapping[str, tuple[Any, Any]]
) -> list[tuple[str, tuple[Any, Any]]]:
    return sorted(columns.items(), key=lambda item: declared.field(item[0]).type != "number")


def _column(declared: Dataset, name: str, value: Any, names: Mapping[str, Mapping[str, str]]) -> str:
    return f"{declared.field(name).title}: {_short(_named(declared, name, value, names)) or '–'}"


def _named(declared: Dataset, name: str, value: Any, names: Mapping[str, Mapping[str, str]]) -> str:
    return names.get(name, {}).get(value) or _text(declared, name, value)


def _text(declared: Dataset, name: str, value: Any) -> str:
    if declared.field(name).type == "period" and value is not None:
        try:
            return parse(value).label
        except PeriodError:
            return str(value)
    return cell(value)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"

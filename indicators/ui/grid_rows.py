"""What somebody does in a grid, and the file that says so: changed cells, new rows, rows to remove. Pure.

A change is kept cell by cell against the row that the grid began with. The file is made from the rows as they are recorded at
the time of the check, so that what a colleague recorded meanwhile in other cells of the same row stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.datasets import Dataset
from indicators.store.rows import REMOVE, canonical_rows
from indicators.submissions.preview import text_of

Key = tuple[str, ...]
Cells = Mapping[str, str]
NAMING = ("title", "name")
FIRST_LINE = 2  # the headings stand on the first


@dataclass(frozen=True)
class GridRow:
    """One row of a grid as texts by column; `began_as` is the key of the recorded row that it shows, None for a new one."""

    began_as: Key | None
    cells: Cells


@dataclass(frozen=True)
class Changes:
    """What was done: new texts of cells by the key of their row, cells of new rows, keys of rows to remove."""

    cells: Mapping[Key, Cells]
    added: tuple[Cells, ...]
    removed: tuple[Key, ...]

    def __bool__(self) -> bool:
        return bool(self.cells or self.added or self.removed)


@dataclass(frozen=True)
class GridFile:
    """A file of changes: its bytes, and what each of its lines is about.

    `overtaken` names changed rows that somebody else recorded anew, or removed, since the grid began; `taken` names new rows
    whose key is that of a recorded one.
    """

    raw: bytes
    named: Mapping[int, str]
    overtaken: tuple[str, ...]
    taken: tuple[str, ...]


def as_cells(declared: Dataset, row: Sequence[Any]) -> dict[str, str]:
    """A recorded row, given in the order of the declared columns, as texts."""
    return {name: text_of(value) or "" for name, value in zip(declared.columns, row, strict=True)}


def key_of(declared: Dataset, cells: Cells) -> Key:
    """The key of a row."""
    return tuple(cells.get(name, "") for name in declared.key)


def rows_after(
    declared: Dataset, rows: Sequence[GridRow], edits: Mapping[str, Any], defaults: Cells
) -> tuple[GridRow, ...]:
    """The rows of a grid after what was done in it.

    Args:
        declared: the dataset.
        rows: what the grid was given.
        edits: what the editor says was done: `edited_rows` by place, `added_rows`, `deleted_rows` by place.
        defaults: texts that a new row begins with.
    """
    edited = {int(place): cells for place, cells in edits.get("edited_rows", {}).items()}
    deleted = set(edits.get("deleted_rows", ()))
    stayed = [
        GridRow(row.began_as, {**row.cells, **_typed(declared, edited.get(place, {}))})
        for place, row in enumerate(rows)
        if place not in deleted
    ]
    added = [
        GridRow(None, {**defaults, **{name: text for name, text in _typed(declared, cells).items() if text}})
        for cells in edits.get("added_rows", ())
    ]
    return (*stayed, *(row for row in added if not _is_blank(row.cells, defaults)))


def changes(declared: Dataset, began: Mapping[Key, Cells], rows: Sequence[GridRow]) -> Changes:
    """What differs between the rows that a grid began with and those that it holds now."""
    held = {row.began_as: row.cells for row in rows if row.began_as is not None}
    differing = {
        key: {name: cells[name] for name in declared.columns if cells[name] != began[key][name]}
        for key, cells in held.items()
    }
    return Changes(
        cells={key: cells for key, cells in differing.items() if cells},
        added=tuple(row.cells for row in rows if row.began_as is None),
        removed=tuple(key for key in began if key not in held),
    )


def file_of(
    declared: Dataset, done: Changes, began: Mapping[Key, Cells], recorded: Mapping[Key, Cells]
) -> GridFile:
    """The file that says what was done, over the rows as they are recorded now.

    Args:
        declared: the dataset.
        done: what was done in the grid.
        began: the rows that the grid began with.
        recorded: the rows that are recorded now.
    """
    lines: list[tuple[Cells, Cells]] = []
    overtaken, taken = [], []
    for key, cells in done.cells.items():
        was = recorded.get(key, began[key])
        if recorded.get(key) != began[key]:
            overtaken.append(row_name(declared, began[key]))
        after = {**was, **cells}
        if key_of(declared, after) == key:
            lines.append((after, was))
        else:
            lines += [(_removal(declared, key), was), (after, after)]
    for cells in done.added:
        if key_of(declared, cells) in recorded:
            taken.append(row_name(declared, cells))
        lines.append((cells, cells))
    lines += [(_removal(declared, key), began[key]) for key in done.removed if key in recorded]
    return GridFile(
        raw=canonical_rows(declared, (_without_nul(line) for line, _ in lines)),
        named={place: row_name(declared, about) for place, (_, about) in enumerate(lines, FIRST_LINE)},
        overtaken=tuple(overtaken),
        taken=tuple(taken),
    )


def row_name(declared: Dataset, cells: Cells) -> str:
    """What a person calls a row: its key, and its title or name where it has one."""
    naming = [cells.get(name, "") for name in NAMING if name in declared.columns and name not in declared.key]
    return " · ".join(filter(None, (*key_of(declared, cells), *naming)))


def _typed(declared: Dataset, cells: Mapping[str, Any]) -> dict[str, str]:
    return {
        name: _text(declared.field(name).type, value)
        for name, value in cells.items()
        if name in declared.columns
    }


def _text(kind: str, value: Any) -> str:
    """What was typed as a text; a day comes with an hour, of which nothing is wanted."""
    text = text_of(value) or ""
    return text[: len("2026-11-22")] if kind == "date" else text


def _is_blank(cells: Cells, defaults: Cells) -> bool:
    return all(text == defaults.get(name, "") for name, text in cells.items())


def _removal(declared: Dataset, key: Key) -> dict[str, str]:
    return dict(zip(declared.key, key, strict=True)) | {REMOVE: REMOVE}


def _without_nul(cells: Cells) -> dict[str, str]:
    return {name: text.replace("\0", "") for name, text in cells.items()}

"""A grid as one session has it: what it began with, what was done in it, and the file that was previewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from indicators.datasets import Dataset
from indicators.store import Snapshot, Version
from indicators.store.rows_in_force import rows_in_force
from indicators.ui.grid_columns import Options, frame_of, options_of
from indicators.ui.grid_rows import (
    Cells,
    Changes,
    GridFile,
    GridRow,
    Key,
    as_cells,
    changes,
    file_of,
    key_of,
    rows_after,
)
from indicators.ui.submit_look import Upload, is_looked_at
from indicators.wording import grid as words

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Kind:
    """Which grid it is: of which dataset, which of its rows it shows, what new rows begin with, and its key in the session."""

    declared: Dataset
    only: Cells
    defaults: Cells
    place: str


@dataclass(frozen=True)
class Grid:
    """A grid at one moment of a session.

    `began` are the recorded rows of `version` that it began with, `rows` what its editor was given, `edits` what was done in
    the editor since; `round` tells one editor from the next. `checked` names the changes that were to be checked, `file` is what
    was made of them and previewed.
    """

    version: Version
    began: Mapping[Key, Cells]
    rows: tuple[GridRow, ...]
    frame: pd.DataFrame
    options: Options
    round: int = 0
    edits: Mapping[str, Any] = field(default_factory=dict)
    checked: str = ""
    file: GridFile | None = None


def opened(snapshot: Snapshot, kind: Kind) -> Grid:
    """The grid of this session: as it stands, laid anew after it was off the screen, or begun."""
    grid: Grid | None = st.session_state.get(kind.place)
    if grid is None:
        return _begun(snapshot, kind, 0)
    editor = editor_key(kind, grid)
    is_on_screen = editor in st.session_state
    edits = st.session_state[editor] if is_on_screen else grid.edits
    rows = rows_after(kind.declared, grid.rows, edits, kind.defaults)
    if not changes(kind.declared, grid.began, rows):
        return grid if grid.version == snapshot.version else _begun(snapshot, kind, grid.round + 1)
    if is_on_screen:
        return grid
    # What was done stands in the rows from now on; a new editor knows nothing of it.
    return replace(grid, rows=rows, frame=_frame(kind, rows), round=grid.round + 1, edits={})


def keep(kind: Kind, grid: Grid) -> None:
    """Keep the grid for the session."""
    st.session_state[kind.place] = grid


def begin_again(kind: Kind) -> None:
    """Back to what the grid began with, in a new editor, which knows nothing of what was done in the last."""
    grid: Grid = st.session_state[kind.place]
    rows = tuple(GridRow(key, cells) for key, cells in grid.began.items())
    keep(
        kind,
        replace(
            grid, rows=rows, frame=_frame(kind, rows), round=grid.round + 1, edits={}, checked="", file=None
        ),
    )


def editor_key(kind: Kind, grid: Grid) -> str:
    """The key of the grid's editor."""
    return f"{kind.place}-editor-{grid.round}"


def done_in(kind: Kind, grid: Grid) -> Changes:
    """What was done in the grid."""
    return changes(kind.declared, grid.began, rows_after(kind.declared, grid.rows, grid.edits, kind.defaults))


def previewed(snapshot: Snapshot, kind: Kind, done: Changes) -> GridFile:
    """The file that was previewed, for that and nothing else may be recorded; a new one where a second look is called for."""
    grid: Grid = st.session_state[kind.place]
    if grid.file is not None and is_looked_at(upload_of(kind, grid.file)):
        return grid.file
    # All rows, for a new one may have the key of one that the grid does not show.
    recorded = _recorded(snapshot, kind.declared, {})
    file = file_of(kind.declared, done, grid.began, recorded)
    keep(kind, replace(grid, file=file))
    return file


def upload_of(kind: Kind, file: GridFile) -> Upload:
    """The file as the way of every file takes it."""
    name = kind.declared.name
    return Upload(name, file.raw, words.FILE_NAME.format(dataset=name))


def _begun(snapshot: Snapshot, kind: Kind, number: int) -> Grid:
    began = _recorded(snapshot, kind.declared, kind.only)
    rows = tuple(GridRow(key, cells) for key, cells in began.items())
    options = options_of(snapshot, kind.declared, list(began.values()))
    return Grid(snapshot.version, began, rows, _frame(kind, rows), options, number)


def _frame(kind: Kind, rows: tuple[GridRow, ...]) -> pd.DataFrame:
    return frame_of(kind.declared, [row.cells for row in rows])


def _recorded(snapshot: Snapshot, declared: Dataset, only: Cells) -> dict[Key, Cells]:
    texts = (as_cells(declared, row) for row in rows_in_force(snapshot, declared.name))
    return {
        key_of(declared, cells): cells
        for cells in texts
        if all(cells[name] == text for name, text in only.items())
    }

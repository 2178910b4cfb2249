"""The columns of a grid as the dataset declares them: titles as labels, descriptions as help, words to choose from, dates, numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from indicators.datasets import Dataset, Field, dataset
from indicators.store import Snapshot
from indicators.store.rows_in_force import rows_in_force
from indicators.ui.grid_rows import NAMING, Cells
from indicators.wording import grid as words

if TYPE_CHECKING:
    import pandas as pd

CHOICES_MOST = 500  # more cannot be looked through in a list: the code is typed, and checked like all else
LABEL_MOST = 70
Options = Mapping[str, Mapping[str, str]]


def options_of(snapshot: Snapshot, declared: Dataset, rows: Sequence[Cells]) -> Options:
    """For each column with words to choose from, each word or code with what it is called.

    A row that points at another of its own dataset is typed: that other may be a new row of the same grid.
    """
    found: dict[str, dict[str, str]] = {
        field.name: {choice: words.plain(choice) for choice in field.choices}
        for field in declared.fields
        if field.choices
    }
    for key in declared.foreign_keys:
        if key.reference != declared.name:
            known = _codes(snapshot, key.reference, key.reference_field)
            if len(known) <= CHOICES_MOST:
                found[key.field] = known
    for name, known in found.items():
        known.update({row[name]: row[name] for row in rows if row[name] and row[name] not in known})
    return found


def frame_of(declared: Dataset, rows: Sequence[Cells]) -> pd.DataFrame:
    """Rows as the editor takes them: one column a field, typed as declared also where all cells are empty."""
    import pandas as pd  # noqa: PLC0415 - 65 MB, of use only to those who edit

    return pd.DataFrame(
        {
            field.name: pd.Series(*_cells(field, [row[field.name] for row in rows]))
            for field in declared.fields
        }
    )


def columns_of(declared: Dataset, options: Options, defaults: Cells) -> dict[str, Any]:
    """The configuration of each column; the key stays in sight when the rest is scrolled."""
    return {
        field.name: _configured(field, options.get(field.name), declared, defaults.get(field.name))
        for field in declared.fields
    }


def _codes(snapshot: Snapshot, name: str, code: str) -> dict[str, str]:
    declared = dataset(name)
    called = next((each for each in NAMING if each in declared.columns), code)
    at, title = declared.columns.index(code), declared.columns.index(called)
    return {
        row[at]: (row[at] if row[at] == row[title] else words.code_and_title(row[at], row[title], LABEL_MOST))
        for row in rows_in_force(snapshot, name)
    }


def _cells(field: Field, texts: list[str]) -> tuple[list[Any], None, str]:
    """The cells of one column, no index, and their type."""
    if field.type == "date":
        return [date.fromisoformat(text) if text else None for text in texts], None, "object"
    if field.type == "integer":
        return [int(text) if text else None for text in texts], None, "Int64"
    if field.type == "number":
        return [float(text) if text else None for text in texts], None, "float64"
    return [text or None for text in texts], None, "object"


def _configured(field: Field, known: Mapping[str, str] | None, declared: Dataset, default: str | None) -> Any:
    label = words.label(field.title, required=field.required)
    common = {"help": field.description, "pinned": field.name in declared.key}
    if known is not None:
        return st.column_config.SelectboxColumn(
            label,
            options=list(known),
            format_func=lambda code: known.get(code, code),
            default=default,
            **common,
        )
    if field.type == "date":
        given = date.fromisoformat(default) if default else None
        return st.column_config.DateColumn(
            label, default=given, format="YYYY-MM-DD", min_value=date.min, max_value=date.max, **common
        )
    if field.type in ("integer", "number"):
        step = 1 if field.type == "integer" else None
        return st.column_config.NumberColumn(
            label, step=step, default=float(default) if default else None, **common
        )
    return st.column_config.TextColumn(label, default=default, **common)

"""What a file would change: rows added, revised, left and removed, and the judgements that would be others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import streamlit as st

from indicators.assessments.would_change import WouldChange
from indicators.datasets import dataset
from indicators.reports.would_change import Judgement, summary
from indicators.store import Snapshot, queries
from indicators.submissions import Change, Preview
from indicators.ui import markup
from indicators.ui.markup import Cell
from indicators.ui.submit_files import changes_csv
from indicators.ui.submit_look import Looked
from indicators.wording import submit_page as words
from indicators.wording.commands import CHANGES, would_change
from indicators.wording.submitting import first_of, how_much, row_in_words

SHOWN_MOST = 200


def show_preview(
    snapshot: Snapshot, looked: Looked, preview: Preview, named: Mapping[int, str] | None = None
) -> None:
    """The counts, the changes row by row, and the judgements before and after.

    Args:
        snapshot: the version that codes are looked up in.
        looked: what is known of the file.
        preview: what it would change.
        named: what each line is about, where its number tells the reader nothing.
    """
    checked = looked.checked
    st.header(words.PREVIEW)
    st.html(markup.paragraph(would_change(preview.counts)))
    if preview.added == preview.revised == preview.removed == 0:
        st.html(markup.paragraph(words.NOTHING_WOULD_CHANGE))
        return
    total = preview.added + preview.revised + preview.removed
    shown = preview.changes[:SHOWN_MOST]
    cut = first_of(len(shown), total, "changes")
    if cut:
        st.html(markup.paragraph(cut, quiet=True))
    _changed([each for each in shown if each.kind != "added"], checked.dataset, snapshot, named)
    _added([each for each in shown if each.kind == "added"], checked.dataset, snapshot, named)
    with st.container(key="screen-only-changes"):
        st.download_button(
            words.CHANGES_CSV,
            lambda: changes_csv(preview.changes),
            f"{PurePath(checked.reading.file_name).stem}-changes.csv",
            "text/csv",
            on_click="ignore",
        )
    show_judgements(looked.would_change, looked.judgements)


def show_judgements(found: WouldChange, changes: tuple[Judgement, ...]) -> None:
    """The statuses and verdicts that would change, and how many series were looked at."""
    st.header(words.JUDGEMENTS)
    st.html(markup.paragraph(summary(found, changes)))
    if changes:
        rows = [
            [Cell(one.indicator, quiet=one.code), *map(Cell, (one.area, one.what, one.before, one.after))]
            for one in changes
        ]
        st.html(markup.table(words.JUDGEMENT_COLUMNS, rows, caption=words.JUDGEMENTS_CAPTION))


def titles(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """What codes stand for, by the dataset that holds them."""
    return {
        "indicator": {each.code: each.title for each in queries.indicators(snapshot)},
        "area": {each.code: each.name for each in queries.areas(snapshot)},
    }


def _changed(
    changes: Sequence[Change], name: str, snapshot: Snapshot, named: Mapping[int, str] | None
) -> None:
    """Revisions and removals: one row a column that changes."""
    known = titles(snapshot)
    called = called_by(name, named)
    rows = [
        [_row(change, name, known, named), *cells] for change in changes for cells in _cells(change, called)
    ]
    if rows:
        st.html(markup.table(words.CHANGE_COLUMNS, rows, caption=words.CHANGES_CAPTION, wrap=True))


def called_by(name: str, named: Mapping[int, str] | None) -> dict[str, str]:
    """What each column of a dataset is called: by its name as in a file, or by its title where rows are named."""
    return {field.name: field.name if named is None else field.title for field in dataset(name).fields}


def _row(
    change: Change, name: str, known: Mapping[str, Mapping[str, str]], named: Mapping[int, str] | None
) -> Cell:
    if named is None:
        return Cell(row_in_words(name, change.key, known), quiet=f"{words.LINE} {change.line}")
    return Cell(named.get(change.line) or row_in_words(name, change.key, known))


def _cells(change: Change, called: Mapping[str, str]) -> Iterator[Sequence[Cell]]:
    kind = Cell(CHANGES[change.kind])
    if change.kind == "removed":
        yield [kind, *[Cell("")] * 3, Cell("", numeric=True)]
        return
    for column, (old, new) in change.columns.items():
        yield [
            kind,
            Cell(called[column]),
            Cell(old or ""),
            Cell(new or ""),
            Cell(how_much(old, new), numeric=True),
        ]


def _added(changes: Sequence[Change], name: str, snapshot: Snapshot, named: Mapping[int, str] | None) -> None:
    """Added rows with what stands in them."""
    known = titles(snapshot)
    called = called_by(name, named)
    rows = [
        [
            _row(change, name, known, named),
            Cell("; ".join(f"{called[column]}: {new}" for column, (_, new) in change.columns.items() if new)),
        ]
        for change in changes
    ]
    if rows:
        st.html(markup.table(words.ADDED_COLUMNS, rows, caption=words.ADDED_CAPTION, wrap=True))

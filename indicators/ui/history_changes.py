"""The rows of a dataset that differ between two moments of the ledger, page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from indicators.assessments.withheld import careful_changes
from indicators.reports.row_changes import in_words, known_names
from indicators.store import Snapshot
from indicators.store.changes import RowChange, changes, changes_counted
from indicators.ui import markup
from indicators.ui.markup import Cell
from indicators.ui.pager import pager, pages
from indicators.wording import history as words

SIZE = 50


def show_changes(
    snapshot: Snapshot, name: str, since: int, at: int, *, address: Callable[[str], str], caption: str
) -> None:
    """How many rows of a dataset differ between two moments, and the page of them that the address asks for.

    Args:
        snapshot: the version that is read.
        name: of a declared dataset.
        since: sequence of the earlier moment.
        at: sequence of the later one.
        address: the address of the page of rows with a number, written empty for the first.
        caption: what the table holds.
    """
    counted = changes_counted(snapshot, name, since, at)
    if not counted:
        st.html(markup.paragraph(words.NO_EFFECT))
        return
    st.html(markup.paragraph(words.counted(counted)))
    of = sum(number for happened, number in counted.items() if happened != "confirmed")
    if not of:
        return
    shown = pages("rows", of, SIZE)
    found = changes(snapshot, name, since, at, most=SIZE, passed=shown.first - 1)
    st.html(changes_table(snapshot, found, caption=caption))
    if shown.count > 1:
        st.html(pager(shown, words.ROWS_LISTED, address, back=words.BACK, forward=words.FORWARD))


def changes_table(snapshot: Snapshot, found: Sequence[RowChange], *, caption: str) -> str:
    """Rows that changed, each column before and after."""
    names = known_names(snapshot)
    shown = careful_changes(snapshot, found, words.WITHHELD)
    said = [in_words(change, names) for change in shown]
    rows = [
        [
            Cell(each.row),
            Cell(each.happened),
            Cell(markup=markup.lines(each.before)),
            Cell(markup=markup.lines(each.after)),
        ]
        for each in said
    ]
    return markup.table(words.CHANGE_COLUMNS, rows, caption=caption, blocks=True)

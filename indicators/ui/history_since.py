"""What changed since a moment: entries, how the basket stood then and stands now, and every row that differs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments import assess_basket
from indicators.datasets import names
from indicators.reports.standing_changes import standing_changes
from indicators.store import StoreError
from indicators.store.as_at import as_of, sequence_at
from indicators.store.changes import changed_datasets, changes_counted
from indicators.store.history import HistoryEntry
from indicators.ui import markup
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.history_changes import show_changes
from indicators.ui.history_entries import VIEW, entries_table, title_of
from indicators.ui.markup import Cell
from indicators.ui.pager import pager, pages
from indicators.ui.view import View
from indicators.wording import history as words
from indicators.wording.dates import moment

SIZE = 20
FIRST = ("observation", "target")


def choose_since(entries: Sequence[HistoryEntry]) -> None:
    """The control for the earlier moment; a date in the address means the end of that day."""
    given = chosen("since")
    found = _sequence(entries, given)
    if given and found is None:
        st.html(markup.paragraph(words.NO_SUCH_SINCE.format(given=given)))
    options = {"": words.CHOOSE_SINCE} | {
        str(entry.seq): f"{moment(entry.recorded_at)} · {entry.note}" for entry in entries
    }
    choose_one(
        words.SINCE,
        "since",
        options,
        default="",
        read=lambda _: None if not found else str(found),
        help_text=words.SINCE_HELP,
    )


def show_since(view: View, entries: Sequence[HistoryEntry]) -> None:
    """Everything that was recorded after the moment that the address asks for."""
    since = _sequence(entries, chosen("since"))
    if since is None:
        st.html(markup.paragraph(words.SINCE_HINT))
        return
    later = [entry for entry in entries if entry.seq > since]
    if not later:
        st.html(markup.paragraph(words.NOTHING_SINCE))
        return
    if since:
        _show_standings(view, since)
    _show_rows(view, since)
    st.header(words.ENTRIES_SINCE)
    shown = pages("page", len(later), SIZE)
    st.html(entries_table(later[shown.first - 1 : shown.last], caption=words.ENTRIES_SINCE))
    st.html(
        pager(
            shown,
            words.ENTRIES_LISTED,
            lambda number: _address(page=number),
            back=words.NEWER,
            forward=words.OLDER,
        )
    )


def _show_standings(view: View, since: int) -> None:
    st.header(words.STATUSES_SINCE)
    then = assess_basket(view.snapshot, view.area.code, since, as_of(view.snapshot, since))
    now = assess_basket(view.snapshot, view.area.code, view.at, view.as_of)
    found = standing_changes(then, now)
    if not found:
        st.html(markup.paragraph(words.STATUSES_SAME.format(place=view.area.name)))
        return
    rows = [
        [
            Cell(markup=markup.link(f"indicator{query(VIEW, code=each.code)}", each.indicator)),
            Cell(each.what),
            Cell(each.before),
            Cell(each.after),
        ]
        for each in found
    ]
    st.html(markup.table(words.STATUS_COLUMNS, rows, caption=f"{words.STATUSES_SINCE}, {view.area.name}"))


def _show_rows(view: View, since: int) -> None:
    st.header(words.ROWS_SINCE)
    changed = {
        name: changes_counted(view.snapshot, name, since, view.at)
        for name in changed_datasets(view.snapshot, since, view.at)
        if name in names()
    }
    rows = [
        [
            Cell(markup=markup.link(_address(dataset=name), title_of(name))),
            *(
                Cell(f"{counted.get(happened, 0):,}", numeric=True)
                for happened in ("added", "revised", "removed", "confirmed")
            ),
        ]
        for name, counted in changed.items()
        if counted
    ]
    if not rows:
        st.html(markup.paragraph(words.NO_ROW_SINCE))
        return
    st.html(markup.table(words.ROWS_COLUMNS, rows, caption=words.ROWS_SINCE, blocks=True))
    name = chosen("dataset")
    if name not in changed:
        name = next((first for first in FIRST if changed.get(first)), next(iter(changed)))
    st.subheader(title_of(name))
    show_changes(
        view.snapshot,
        name,
        since,
        view.at,
        address=lambda number: _address(dataset=name, rows=number),
        caption=title_of(name),
    )


def _address(**changes: str) -> str:
    return f"history{query((*VIEW, 'since'), part='since', **changes)}"


def _sequence(entries: Sequence[HistoryEntry], given: str | None) -> int | None:
    """The sequence that a text names; None where it names none that is shown."""
    if not given:
        return None
    try:
        return sequence_at(entries, given)
    except StoreError:
        return None

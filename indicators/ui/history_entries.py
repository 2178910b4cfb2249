"""The list of entries: filters in the address, fifty to a page."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.datasets import dataset, names
from indicators.store.history import HistoryEntry
from indicators.ui import markup
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.markup import Cell
from indicators.ui.pager import pager, pages
from indicators.wording import commands
from indicators.wording import history as words
from indicators.wording.dates import moment

SIZE = 50
VIEW = ("area", "as_at")
FILTERS = ("dataset", "kind", "by", "force")


def choose_filters(entries: Sequence[HistoryEntry]) -> None:
    """The controls of the list; `chosen_entries` reads what they wrote into the address."""
    titles = {name: title_of(name) for name in sorted({entry.dataset for entry in entries})}
    people = {by: by for by in sorted({entry.submitted_by for entry in entries}, key=str.casefold)}
    choose_one(words.DATASET, "dataset", {"": words.ANY_DATASET} | titles, default="")
    choose_one(words.KIND, "kind", {"": words.ANY_KIND} | words.KINDS, default="")
    choose_one(words.BY, "by", {"": words.ANYBODY} | people, default="")
    choose_one(words.FORCE, "force", words.FORCES, default="")


def chosen_entries(
    entries: Sequence[HistoryEntry], *, dataset: str, kind: str, by: str, force: str
) -> list[HistoryEntry]:
    """The entries that the filters let through; an empty filter lets everything through."""
    return [
        entry
        for entry in entries
        if dataset in ("", entry.dataset)
        and kind in ("", entry.kind)
        and by in ("", entry.submitted_by)
        and force in ("", "no" if entry.is_withdrawn else "yes")
    ]


def show_entries(entries: Sequence[HistoryEntry]) -> None:
    """The page of the list that the address asks for."""
    st.html(markup.paragraph(words.ABOUT))
    newest = entries[0]
    st.html(markup.paragraph(words.number_of_entries(len(entries), newest.seq, newest.hash), quiet=True))
    found = chosen_entries(entries, **{name: chosen(name) or "" for name in FILTERS})
    if not found:
        st.html(markup.paragraph(words.NONE_MATCHES))
        st.html(markup.linked_list("", [markup.link(f"history{query(VIEW)}", words.SHOW_ALL)]))
        return
    shown = pages("page", len(found), SIZE)
    st.html(entries_table(found[shown.first - 1 : shown.last], caption=words.TITLE))
    st.html(
        pager(
            shown,
            words.ENTRIES_LISTED,
            lambda number: f"history{query((*VIEW, *FILTERS), page=number)}",
            back=words.NEWER,
            forward=words.OLDER,
        )
    )


def entries_table(entries: Sequence[HistoryEntry], *, caption: str) -> str:
    """Entries as a table, each with a link to itself."""
    rows = [
        [
            Cell(markup=markup.link(entry_address(entry.id), entry.id)),
            Cell(moment(entry.recorded_at)),
            Cell(what_happened(entry)),
            Cell(words.counts(entry.counts) if entry.kind == "submission" else ""),
            Cell(entry.submitted_by),
            Cell(commands.withdrawn(entry.note, entry.withdrawn_by)),
        ]
        for entry in entries
    ]
    return markup.table(words.COLUMNS, rows, caption=caption, blocks=True)


def entry_address(entry_id: str) -> str:
    """The address of one entry."""
    return f"history{query(VIEW, entry=entry_id)}"


def what_happened(entry: HistoryEntry) -> str:
    """What an entry did, in words."""
    return commands.what_happened(entry.kind, title_of(entry.dataset), entry.withdraws or entry.redacts)


def title_of(name: str) -> str:
    """What a dataset is called; an entry may be of a dataset that is not declared any more."""
    return dataset(name).title if name in names() else name

"""The History screen from top to bottom: the choices, then one entry, the list, what changed since, or the verification."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from indicators.store.history import HistoryEntry, history
from indicators.ui.choices import choose_view, chosen
from indicators.ui.history_entries import choose_filters, show_entries
from indicators.ui.history_entry import show_entry
from indicators.ui.history_since import choose_since, show_since
from indicators.ui.history_verify import show_verify
from indicators.ui.markup import paragraph
from indicators.ui.view import View, choose_view_of
from indicators.wording import history as words


@dataclass(frozen=True)
class Choice:
    """What the screen shows by: a view, its entries (newest first), a part, and the one entry asked for, if any."""

    view: View
    entries: tuple[HistoryEntry, ...]
    part: str
    asked: str | None


def head() -> None:
    """The title."""
    st.title(words.TITLE)


def choose_part() -> str:
    """The control for the part; of one entry there are none."""
    if chosen("entry"):
        return "entry"
    return choose_view(words.TITLE, "part", words.PARTS, default="entries")


def choose(part: str) -> Choice:
    """The controls."""
    view = choose_view_of()
    entries = tuple(entry for entry in history(view.snapshot) if entry.seq <= view.at)
    if part == "entries":
        choose_filters(entries)
    elif part == "since":
        choose_since(entries)
    return Choice(view, entries, part, chosen("entry"))


def show(choice: Choice) -> None:
    """The history by these choices."""
    if not choice.entries:
        st.html(paragraph(words.NOTHING_YET))
    elif choice.asked:
        show_entry(choice.view, choice.asked)
    elif choice.part == "since":
        show_since(choice.view, choice.entries)
    elif choice.part == "verify":
        show_verify()
    else:
        show_entries(choice.entries)

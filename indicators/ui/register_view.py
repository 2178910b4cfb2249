"""What a page of a register shows by: the moment alone, for a register belongs to no one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators.charts.palette import Palette
from indicators.store import Snapshot
from indicators.store.as_at import as_of
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.loaders import current
from indicators.ui.view import colours, moment_choice


@dataclass(frozen=True)
class Moment:
    """One version of the ledger, the sequence that is shown, the day by which it is judged, and the reader's palette."""

    snapshot: Snapshot
    at: int
    as_of: date
    colours: Palette

    @property
    def is_now(self) -> bool:
        """Whether what is shown is what is recorded now."""
        return self.at >= self.snapshot.version.seq


def choose_moment() -> Moment:
    """The control for the moment."""
    snapshot = current()
    at = moment_choice(snapshot)
    return Moment(snapshot, at, as_of(snapshot, at), colours())


def edit_as_it_stands(moment: Moment, edit: Callable[[], None], *, only_now: str, show_now: str) -> None:
    """The way to edit, where what is shown is what is recorded now; else why not, and the way there."""
    if moment.is_now:
        edit()
        return
    st.info(only_now)
    st.html(markup.linked_list("", [markup.link(query(["part"]) or "?", show_now)]))

"""What the figures are read from: the newest version that is ready, held for one run of a screen."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from indicators.store import Snapshot, Store, StoreError
from indicators.submissions.first_start import ready_store
from indicators.ui.later import come_back_when
from indicators.ui.markup import paragraph
from indicators.wording import screens
from indicators.wording.problems import problem


def figures_or_stop() -> None:
    """Take the newest version that is ready for this run; where there is none, say why and stop.

    Where a newer one is being made, the page is run again once it is there.
    """
    # It is there also when nothing is said: a form below that moved would be drawn anew, without what is being typed.
    notices = st.container()
    try:
        store = ready_store()
        snapshot = store.snapshot(wait=False)
    except StoreError as error:
        title, way_out = problem(error.code, error.figures)
        st.header(screens.STORE_PROBLEM)
        st.error(title)
        st.html(paragraph(way_out))
        st.stop()
    st.session_state["snapshot"] = snapshot
    with notices:
        _say(store, snapshot)


def current() -> Snapshot:
    """The version that this run began with."""
    return st.session_state["snapshot"]


def read_what_was_recorded(store: Store) -> None:
    """Wait until the run that follows can read what was just recorded; where it cannot be made ready, that run says so."""
    with suppress(StoreError):
        store.snapshot()


def _say(store: Store, snapshot: Snapshot) -> None:
    """What a reader of this version has to know of it."""
    for damaged in snapshot.problems:
        st.warning(screens.DAMAGED.format(entry=damaged.entry))
    if snapshot.newer_on_its_way:
        st.caption(screens.NEWER_FIGURES)
        come_back_when(
            lambda: store.snapshot(wait=False).version != snapshot.version or None,
            failed=store.failed,
            said=screens.NEWER_FIGURES_FAILED,
        )

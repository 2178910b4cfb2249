"""What the figures are read from: the newest version that is ready, held for one run of a screen."""

from __future__ import annotations

import streamlit as st

from indicators.store import Snapshot, StoreError
from indicators.submissions.first_start import ready_store
from indicators.ui.markup import paragraph
from indicators.wording import screens
from indicators.wording.problems import problem


def figures_or_stop() -> None:
    """Take the newest version that is ready for this run; where there is none, say why and stop."""
    try:
        snapshot = ready_store().snapshot(wait=False)
    except StoreError as error:
        title, way_out = problem(error.code, error.figures)
        st.header(screens.STORE_PROBLEM)
        st.error(title)
        st.html(paragraph(way_out))
        st.stop()
    st.session_state["snapshot"] = snapshot
    for damaged in snapshot.problems:
        st.warning(screens.DAMAGED.format(entry=damaged.entry))
    if snapshot.newer_on_its_way:
        st.caption(screens.NEWER_FIGURES)


def current() -> Snapshot:
    """The version that this run began with."""
    return st.session_state["snapshot"]

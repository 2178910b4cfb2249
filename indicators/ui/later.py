"""What is being worked out while the page stands: the page is run again when it is there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators.assessments.kept import any_failed
from indicators.wording import screens

SECONDS = 1


def come_back_when(
    ready: Callable[[], object],
    *,
    failed: Callable[[], bool] = any_failed,
    said: str = screens.NOT_WORKED_OUT,
) -> None:
    """Run the page again as soon as `ready` answers something; until then ask it once a second, and run nothing else.

    What `failed` is tried again after a while, which is `said`.
    """

    @st.fragment(run_every=SECONDS)
    def look() -> None:
        if ready() is not None:
            st.rerun()
        elif failed():
            st.warning(said)

    look()

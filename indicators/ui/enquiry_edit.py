"""All questions in a grid, to be put in order, changed and removed."""

from __future__ import annotations

import streamlit as st

from indicators.reports.enquiry_rows import DATASET, OWN_CHOICES
from indicators.ui import markup
from indicators.ui.enquiry_meeting import NONE
from indicators.ui.grid import show_grid
from indicators.ui.view import View
from indicators.wording import enquiry_page as words


def show_edit(view: View, meeting: str) -> None:
    """The questions of one meeting in the grid."""
    if view.at < view.snapshot.version.seq:
        st.html(markup.paragraph(words.ONLY_NOW))
        return
    if meeting == NONE:
        st.html(markup.paragraph(words.NO_MEETING))
        return
    show_grid(
        DATASET,
        only={"meeting_on": meeting},
        defaults={"source": words.OWN_SOURCE, "source_key": OWN_CHOICES},
    )

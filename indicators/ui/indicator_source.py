"""What stands under every chart of an indicator: where its figures come from, as recorded when, and how its scale begins."""

from __future__ import annotations

import streamlit as st

from indicators.assessments import Assessment
from indicators.ui import markup
from indicators.ui.indicator_chart import Drawing
from indicators.ui.view import View
from indicators.wording import screens


def show_source(one: Assessment, view: View, drawing: Drawing | None = None) -> None:
    """The line under a chart, or under a table, which has no scale."""
    said = screens.SOURCE_LINE.format(
        publisher=one.indicator.publisher.rstrip("."), seq=view.at, hash=view.snapshot.version.hash[:12]
    )
    scale = "" if drawing is None or drawing.from_zero else f" {screens.NOT_FROM_ZERO}"
    st.html(markup.paragraph(said + scale, quiet=True))

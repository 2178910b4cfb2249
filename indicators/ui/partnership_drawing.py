"""A chart of the pages Partnership life and Partnership health, as it stands on the screen."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import literal


@dataclass(frozen=True)
class Drawing:
    """A figure, its finding, and the alt text that says it all in words."""

    figure: dict
    finding: str
    alt: str


def show_drawing(drawing: Drawing | None, key: str) -> None:
    """The finding over its chart; nothing where there is nothing to draw."""
    if drawing is None:
        return
    st.header(literal(drawing.finding))
    st.plotly_chart(drawing.figure, config=PLOTLY, alt=drawing.alt, key=key, width=CHART_WIDTH)

"""What charts of bars share: a frame that begins at nought, and names instead of days along the other axis."""

from __future__ import annotations

from datetime import date

from indicators.charts.axes import layout
from indicators.charts.palette import Palette

ROOM_FOR_TEXT = 1.18  # above the highest bar, for its figure
ANY_DAYS = (date(2001, 1, 1), date(2001, 12, 31))


def bar_layout(colours: Palette, *, title: str, highest: float, lowest: float = 0.0) -> dict:
    """The layout of upright bars as a plain dict; nought is always on the scale.

    Args:
        colours: palette of the reader's scheme.
        title: unit, written above the axis.
        highest: the highest value drawn.
        lowest: the lowest value drawn, where it is below nought.
    """
    top = max(highest, 0.0) * ROOM_FOR_TEXT or 1.0
    frame = layout(
        colours,
        y_title=title,
        right_margin=20,
        dates=ANY_DAYS,
        values=(min(lowest, 0.0) * ROOM_FOR_TEXT, top),
    )
    frame["xaxis"] = {
        "type": "category",
        "showgrid": False,
        "linecolor": colours.rule,
        "color": colours.ink,
        "automargin": True,
        "fixedrange": True,
    }
    frame["yaxis"]["fixedrange"] = True
    frame["hovermode"] = "closest"
    return frame

"""What charts that lie on their side share: one row a name, which stands above its bar, so that long names fit a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.charts.axes import layout
from indicators.charts.palette import Palette

ROW_HEIGHT = 62
ROOM_ABOVE = 56  # for the unit and the legend
ROOM_BELOW = 40
BAR = 0.46  # of a row
BAR_AT = 0.18  # below the middle of its row, to leave room for the name
NAME_AT = -0.27
ANY_DAYS = (date(2001, 1, 1), date(2001, 12, 31))


def places(count: int) -> list[float]:
    """Where the middle of the bar of each row lies, the first row on top.

    >>> places(2)
    [0.18, 1.18]
    """
    return [round(row + BAR_AT, 2) for row in range(count)]


def sideways_layout(
    colours: Palette, *, title: str, names: Sequence[str], scale: tuple[float, float]
) -> dict:
    """The layout as a plain dict.

    Args:
        colours: palette of the reader's scheme.
        title: the unit, written above.
        names: one a row, ready to be drawn.
        scale: lowest and highest value of the axis.
    """
    frame = layout(colours, y_title=title, right_margin=16, dates=ANY_DAYS, values=(0.0, 1.0))
    frame["height"] = ROOM_ABOVE + ROOM_BELOW + ROW_HEIGHT * len(names)
    frame["margin"] = {"l": 8, "r": 16, "t": ROOM_ABOVE, "b": ROOM_BELOW}
    frame["hovermode"] = "closest"
    frame["xaxis"] = {
        "type": "linear",
        "range": list(scale),
        "gridcolor": colours.rule,
        "zeroline": False,
        "tickformat": ",d",
        "color": colours.quiet,
        "fixedrange": True,
        "nticks": 6,
    }
    frame["yaxis"] = {"visible": False, "range": [len(names) - 0.5, -0.5], "fixedrange": True}
    frame["shapes"] = [
        {
            "type": "line",
            "x0": 0,
            "x1": 0,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "layer": "below",
            "line": {"color": colours.quiet, "width": 1.5},
        }
    ]
    frame["annotations"] += [
        {
            "text": name,
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "yref": "y",
            "y": row + NAME_AT,
            "yanchor": "middle",
            "showarrow": False,
            "align": "left",
            "font": {"size": 14, "color": colours.ink},
        }
        for row, name in enumerate(names)
    ]
    return frame

"""Publicity as two charts that are never one: how many were reached, and how many had heard of it before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.charts.palette import Palette
from indicators.charts.sideways import BAR, places, sideways_layout

ROOM_FOR_TEXT = 1.2  # beside the longest bar, for its figure


@dataclass(frozen=True)
class Reached:
    """One activity: its name, how many it reached, and the figure beside its bar."""

    name: str
    reach: float
    text: str


@dataclass(frozen=True)
class Aware:
    """One activity: its name, and the percentages that had heard of the partnership before and after it."""

    name: str
    before: float
    after: float
    text: str


def reach_figure(activities: Sequence[Reached], *, colours: Palette, x_title: str) -> dict:
    """Bars from nought, as a plain dict in Plotly's JSON shape.

    Raises:
        ValueError: no activity.
    """
    if not activities:
        raise ValueError("no activity to draw")
    longest = max(each.reach for each in activities) * ROOM_FOR_TEXT or 1.0
    names = [each.name for each in activities]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": places(len(activities)),
        "x": [each.reach for each in activities],
        "width": BAR,
        "text": [each.text for each in activities],
        "textposition": "outside",
        "textfont": {"size": 14, "color": colours.ink},
        "hovertemplate": "%{customdata}: %{text}<extra></extra>",
        "customdata": names,
        "marker": {"color": colours.accent},
        "cliponaxis": False,
    }
    frame = sideways_layout(colours, title=x_title, names=names, scale=(0.0, longest))
    return {"data": [trace], "layout": frame}


def awareness_figure(
    activities: Sequence[Aware], words: tuple[str, str], *, colours: Palette, x_title: str
) -> dict:
    """From before (hollow) to after (full) on a scale from 0 to 100 per cent, as a plain dict in Plotly's JSON shape.

    Args:
        activities: the rows from top to bottom.
        words: the names of the two marks.
        colours: palette of the reader's scheme.
        x_title: the unit in words.

    Raises:
        ValueError: no activity.
    """
    if not activities:
        raise ValueError("no activity to draw")
    rows = places(len(activities))
    frame = sideways_layout(
        colours, title=x_title, names=[each.name for each in activities], scale=(0.0, 100.0)
    )
    frame["shapes"] += [
        {
            "type": "line",
            "x0": each.before,
            "x1": each.after,
            "y0": row,
            "y1": row,
            "layer": "below",
            "line": {"color": colours.quiet, "width": 3},
        }
        for row, each in zip(rows, activities, strict=True)
    ]
    frame["showlegend"] = True
    frame["legend"] = {"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom"}
    frame["xaxis"]["ticksuffix"] = "%"
    data = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": word,
            "x": [value(each) for each in activities],
            "y": rows,
            "text": [each.text for each in activities],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {
                "size": 13,
                "symbol": symbol,
                "color": colours.accent,
                "line": {"color": colours.accent, "width": 2},
            },
            "cliponaxis": False,
        }
        for word, symbol, value in (
            (words[0], "circle-open", lambda each: each.before),
            (words[1], "circle", lambda each: each.after),
        )
    ]
    return {"data": data, "layout": frame}

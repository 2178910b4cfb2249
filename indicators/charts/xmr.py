"""The process chart (XmR): every figure with the average and limits, and the figures that stand out by shape and colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from indicators.charts.axes import layout, text_at, value_range
from indicators.charts.palette import Palette

Look = Literal["usual", "better", "worse", "unusual"]
SYMBOLS: dict[Look, str] = {
    "usual": "circle-open",
    "better": "circle",
    "worse": "square",
    "unusual": "diamond",
}
SIZES: dict[Look, int] = {"usual": 7, "better": 11, "worse": 11, "unusual": 12}
RIGHT_MARGIN = 130


@dataclass(frozen=True)
class ProcessPoint:
    """One figure: how it looks, what is read on it, and the lines of its stretch. None for a hole or where none are."""

    day: date
    value: float | None
    text: str
    look: Look
    mean: float | None
    lower: float | None
    upper: float | None


def process_figure(
    points: Sequence[ProcessPoint], names: tuple[str, str, str], *, colours: Palette, y_title: str
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape.

    Args:
        points: in time order; a line that is None is not drawn there.
        names: what stands at the end of the average, the lower and the upper line.
        colours: palette of the reader's scheme.
        y_title: the unit in words.

    Raises:
        ValueError: no point has a value.
    """
    drawn = [point for point in points if point.value is not None]
    if not drawn:
        raise ValueError("nothing to draw: no point has a value")
    heights = [
        height for point in drawn for height in (point.value, point.lower, point.upper) if height is not None
    ]
    padding = timedelta(days=200)
    figure_layout = layout(
        colours,
        y_title=y_title,
        right_margin=RIGHT_MARGIN,
        dates=(points[0].day - padding, points[-1].day + padding),
        values=value_range(heights),
    )
    data = []
    for name, line, dash in zip(names, ("mean", "lower", "upper"), ("solid", "dash", "dash"), strict=True):
        ends = [point for point in points if getattr(point, line) is not None]
        data += [_line(run, line, dash, colours) for run in _runs(points, line)]
        if ends:
            figure_layout["annotations"].append(
                text_at(ends[-1].day, getattr(ends[-1], line), name, colour=colours.quiet)
            )
    return {"data": [*data, _points(points, colours)], "layout": figure_layout}


def _runs(points: Sequence[ProcessPoint], line: str) -> list[list[ProcessPoint]]:
    """Stretches with the same level of a line: it is drawn flat, and never joined across a rebase."""
    return [list(run) for level, run in groupby(points, lambda p: getattr(p, line)) if level is not None]


def _line(run: Sequence[ProcessPoint], line: str, dash: str, colours: Palette) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [run[0].day.isoformat(), run[-1].day.isoformat()],
        "y": [getattr(run[0], line), getattr(run[-1], line)],
        "hoverinfo": "skip",
        "line": {"width": 1.5, "dash": dash, "color": colours.quiet},
    }


def _points(points: Sequence[ProcessPoint], colours: Palette) -> dict:
    tints: dict[Look, str] = {
        "usual": colours.grey,
        "better": colours.green,
        "worse": colours.amber,
        "unusual": colours.ink,
    }
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [point.day.isoformat() for point in points],
        "y": [point.value for point in points],
        "text": [point.text for point in points],
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "line": {"width": 1.5, "color": colours.grey},
        "marker": {
            "symbol": [SYMBOLS[point.look] for point in points],
            "size": [SIZES[point.look] for point in points],
            "color": [tints[point.look] for point in points],
            "line": {"width": 2},
        },
    }

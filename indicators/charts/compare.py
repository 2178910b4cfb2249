"""The chart of one indicator across places: the place asked for bold, at most three others thin and grey."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from indicators.charts.axes import layout, text_at, value_range
from indicators.charts.lines import Line
from indicators.charts.palette import Palette

MOST_LINES = 4
RIGHT_MARGIN = 170
LINE_HEIGHT = 17
DRAWN_HEIGHT = 360


def compare_figure(lines: Sequence[Line], *, colours: Palette, y_title: str) -> dict:
    """The figure as a plain dict in Plotly's JSON shape; the first line is the bold one.

    Raises:
        ValueError: no line, more than four lines, or a line without any value.
    """
    if not 1 <= len(lines) <= MOST_LINES:
        raise ValueError(f"{len(lines)} lines: a reader can follow one to {MOST_LINES}")
    ends = [[point for point in line.points if point.value is not None] for line in lines]
    if not all(ends):
        raise ValueError(f"a line without any value: {[line.name for line in lines]}")
    days = [point.day for points in ends for point in points]
    padding = max(timedelta(days=120), (max(days) - min(days)) / 40)
    figure_layout = layout(
        colours,
        y_title=y_title,
        right_margin=RIGHT_MARGIN,
        dates=(min(days) - padding, max(days) + padding),
        values=value_range([point.value for points in ends for point in points]),
    )
    tints = (colours.accent, *colours.comparators)
    data = [
        {
            "type": "scatter",
            "mode": "lines+markers" if position == 0 else "lines",
            "name": line.name,
            "x": [point.day.isoformat() for point in line.points],
            "y": [point.value for point in line.points],
            "text": [point.text for point in line.points],
            "hovertemplate": "%{text}<extra></extra>",
            "connectgaps": False,
            "line": {"width": 3.5 if position == 0 else 1.75, "color": tint},
            "marker": {"size": 6, "color": tint},
        }
        for position, (line, tint) in enumerate(zip(lines, tints, strict=False))
    ]
    shifts = _apart([points[-1].value for points in ends])
    figure_layout["annotations"] += [
        text_at(points[-1].day, points[-1].value, line.name, colour=tint, shift=shift, bold=position == 0)
        for position, (line, points, tint, shift) in enumerate(zip(lines, ends, tints, shifts, strict=False))
    ]
    # Thin lines first, so that the bold one lies on top.
    return {"data": data[::-1], "layout": figure_layout}


def _apart(values: Sequence[float]) -> list[int]:
    """How far, in pixels, each label moves so that none covers another; order of values is kept."""
    height = (max(values) - min(values)) or 1.0
    order = sorted(range(len(values)), key=lambda i: values[i])
    shifts = [0] * len(values)
    # Labels lie within the drawn values' own spread, which is at most the drawn height.
    scale = min(DRAWN_HEIGHT, DRAWN_HEIGHT * 0.5)
    lowest_free = float("-inf")
    for i in order:
        wanted = (values[i] - min(values)) / height * scale
        placed = max(wanted, lowest_free)
        shifts[i] = round(placed - wanted)
        lowest_free = placed + LINE_HEIGHT
    return shifts

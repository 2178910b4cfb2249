"""Shares or money over the years of the prevention audit: at most four lines, some dashed, and where they must not be read across."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from indicators.charts.axes import rule_at
from indicators.charts.compare import compare_figure
from indicators.charts.lines import Break, Line
from indicators.charts.palette import Palette

RIGHT_MARGIN = 180
BREAK_LABEL_DOWN = -4
LABEL_HEIGHT = 18
DRAWN_HEIGHT = 364  # of the chart's own height, what its margins leave


def prevention_years_figure(
    lines: Sequence[Line],
    *,
    dashed: Collection[str],
    cut: Break | None,
    colours: Palette,
    y_title: str,
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape; the first line is the bold one.

    Args:
        lines: in the order of weight; the name stands at the end of each.
        dashed: names of the lines that are dashed.
        cut: the day of the largest change with its word.
        colours: palette of the reader's scheme.
        y_title: the unit in words.

    Raises:
        ValueError: no line, more than four, or a line without any value.
    """
    figure = compare_figure(lines, colours=colours, y_title=y_title)
    figure["layout"]["margin"]["r"] = RIGHT_MARGIN
    for trace in figure["data"]:
        if trace["name"] in dashed:
            trace["line"]["dash"] = "dash"
    _keep_apart(figure["layout"]["annotations"][-len(lines) :], figure["layout"]["yaxis"]["range"])
    if cut is not None:
        shape, label = rule_at(cut.day, cut.word, colours=colours)
        figure["layout"]["shapes"].append(shape)
        figure["layout"]["annotations"].append(label | {"yshift": BREAK_LABEL_DOWN})
    return figure


def _keep_apart(labels: Sequence[dict], scale: Sequence[float]) -> None:
    """Shift labels up by as many pixels as keeps them legible, by the scale that they are drawn on; then all down by half of it."""
    lowest_free = float("-inf")
    shifts = []
    ordered = sorted(labels, key=lambda label: label["y"])
    for label in ordered:
        wanted = (label["y"] - scale[0]) / (scale[1] - scale[0]) * DRAWN_HEIGHT
        placed = max(wanted, lowest_free)
        shifts.append(placed - wanted)
        lowest_free = placed + LABEL_HEIGHT
    for label, shift in zip(ordered, shifts, strict=True):
        label["yshift"] = round(shift - max(shifts) / 2)

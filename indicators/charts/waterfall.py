"""The movement statement: from one amount to another, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from indicators.charts.bars import bar_layout
from indicators.charts.palette import Palette

FEWEST = 2


@dataclass(frozen=True)
class Step:
    """One bar: its name, the change (of the first and the last the whole amount), and the text over it."""

    name: str
    amount: float
    text: str


def waterfall_figure(steps: Sequence[Step], *, colours: Palette, y_title: str) -> dict:
    """The figure as a plain dict in Plotly's JSON shape: the first and the last bar stand, those between hang.

    Each bar carries its figure with its sign, so that no meaning rests on its colour.

    Raises:
        ValueError: fewer than a beginning and an end.
    """
    if len(steps) < FEWEST:
        raise ValueError(f"{len(steps)} steps: a movement has a beginning and an end")
    heights = [*accumulate(step.amount for step in steps[:-1]), steps[-1].amount]
    trace = {
        "type": "waterfall",
        "x": [step.name for step in steps],
        "y": [step.amount for step in steps],
        "measure": ["absolute", *["relative"] * (len(steps) - 2), "total"],
        "text": [step.text for step in steps],
        "textposition": "outside",
        "textfont": {"color": colours.ink, "size": 14},
        "hovertemplate": "%{x}: %{text}<extra></extra>",
        "connector": {"line": {"color": colours.quiet, "width": 1, "dash": "dot"}},
        "increasing": {"marker": {"color": colours.green}},
        "decreasing": {"marker": {"color": colours.amber}},
        "totals": {"marker": {"color": colours.accent}},
        "cliponaxis": False,
    }
    frame = bar_layout(colours, title=y_title, highest=max(heights), lowest=min(heights))
    return {"data": [trace], "layout": frame}

"""The scores on the twelve questions: how many partners gave each score alone, and what they agreed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from indicators.charts.palette import Palette

STEPS = (1, 2, 3, 4)
ROW = 38
SMALLEST, LARGEST = 14, 34


@dataclass(frozen=True)
class Scored:
    """One question: its name, how many gave 1, 2, 3 and 4 alone (None: not shown), the agreed score, and what is read on it."""

    name: str
    counts: tuple[int, int, int, int] | None
    agreed: int | None
    text: str


def scores_figure(
    questions: Sequence[Scored], *, colours: Palette, x_title: str, alone: str, together: str
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape, one row a question from the top; circles hold their number.

    Args:
        questions: in order.
        colours: palette of the reader's scheme.
        x_title: what the scale means.
        alone: what a circle is, for the legend.
        together: what a diamond is, for the legend.

    Raises:
        ValueError: no question has a score.
    """
    if not any(each.agreed or (each.counts and any(each.counts)) for each in questions):
        raise ValueError("nothing to draw: no question has a score")
    names = [escape(each.name, quote=False) for each in questions]
    circles = [
        (step, name, count, each.text)
        for each, name in zip(questions, names, strict=True)
        for step, count in zip(STEPS, each.counts or (), strict=False)
        if count
    ]
    most = max((count for _, _, count, _ in circles), default=1)
    data = []
    if circles:
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": alone,
                "x": [step for step, _, _, _ in circles],
                "y": [name for _, name, _, _ in circles],
                "text": [str(count) for _, _, count, _ in circles],
                "textfont": {"size": 13, "color": colours.ink},
                "customdata": [escape(text, quote=False) for _, _, _, text in circles],
                "hovertemplate": "%{customdata}<extra></extra>",
                "marker": {
                    "symbol": "circle",
                    "size": [
                        SMALLEST + (LARGEST - SMALLEST) * (count / most) ** 0.5 for _, _, count, _ in circles
                    ],
                    "color": colours.band,
                    "line": {"width": 1.25, "color": colours.accent},
                    "opacity": 1,
                },
                "cliponaxis": False,
            }
        )
    agreed = [
        (each.agreed, name, each.text) for each, name in zip(questions, names, strict=True) if each.agreed
    ]
    if agreed:
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": together,
                "x": [score for score, _, _ in agreed],
                "y": [name for _, name, _ in agreed],
                "customdata": [escape(text, quote=False) for _, _, text in agreed],
                "hovertemplate": "%{customdata}<extra></extra>",
                "marker": {
                    "symbol": "diamond-open",
                    "size": 30,
                    "color": colours.ink,
                    "line": {"width": 2.5, "color": colours.ink},
                    "opacity": 1,
                },
                "cliponaxis": False,
            }
        )
    return {"data": data, "layout": _layout(names, colours, x_title)}


def _layout(names: Sequence[str], colours: Palette, x_title: str) -> dict:
    return {
        "template": "none",
        "height": ROW * len(names) + 110,
        "margin": {"l": 24, "r": 24, "t": 48, "b": 46},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 14, "color": colours.ink},
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1,
            "xanchor": "left",
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "constant",
        },
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": colours.background, "font": {"color": colours.ink, "size": 14}},
        "dragmode": False,
        "xaxis": {
            "range": [0.6, 4.4],
            "tickvals": list(STEPS),
            "title": {"text": x_title, "font": {"size": 13, "color": colours.quiet}},
            "gridcolor": colours.rule,
            "zeroline": False,
            "color": colours.quiet,
            "fixedrange": True,
        },
        "yaxis": {
            "type": "category",
            "categoryorder": "array",
            "categoryarray": list(names)[::-1],
            "range": [-0.6, len(names) - 0.4],
            "showgrid": True,
            "gridcolor": colours.rule,
            "color": colours.ink,
            "automargin": True,
            "fixedrange": True,
            "ticks": "",
        },
        "annotations": [],
    }

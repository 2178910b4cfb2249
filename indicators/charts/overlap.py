"""Which of several things overlap with which: a mark where row and column meet, its shape by the kind of overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import shorten

from indicators.charts.palette import Palette

CELL = 30
FRAME = 250
LETTERS = 34
LOOKS = {"theme": "square-open", "members": "circle", "both": "diamond"}


@dataclass(frozen=True)
class Pair:
    """Two things that overlap, by their place in the list of names, of a kind of `LOOKS`, and what is read on the mark."""

    first: int
    second: int
    kind: str
    text: str


def overlap_figure(
    names: Sequence[str], pairs: Sequence[Pair], words: Mapping[str, str], *, colours: Palette
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape; each pair is marked once, below the diagonal.

    Args:
        names: of the things, in order.
        pairs: those that overlap.
        words: each kind as the key names it.
        colours: palette of the reader's scheme.

    Raises:
        ValueError: nothing overlaps, or a pair names a place that is not there or is one thing.
    """
    if not pairs:
        raise ValueError(f"none of {len(names)} names overlaps with another")
    wrong = [
        pair
        for pair in pairs
        if pair.first == pair.second or not {pair.first, pair.second} <= set(range(len(names)))
    ]
    if wrong:
        raise ValueError(f"{wrong[0]} is no pair of {len(names)} names")
    short = [escape(shorten(name, LETTERS, placeholder="…"), quote=False) for name in names]
    axis = {
        "tickvals": list(range(len(names))),
        "ticktext": short,
        "showgrid": True,
        "gridcolor": colours.rule,
        "zeroline": False,
        "tickfont": {"size": 12, "color": colours.ink},
        "fixedrange": True,
        "automargin": True,
    }
    return {
        "data": [
            _marks([pair for pair in pairs if pair.kind == kind], kind, words[kind], colours)
            for kind in LOOKS
            if any(pair.kind == kind for pair in pairs)
        ],
        "layout": {
            "template": "none",
            "height": FRAME + CELL * len(names),
            "margin": {"l": 8, "r": 24, "t": 40, "b": 8},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
            "hovermode": "closest",
            "hoverlabel": {"bgcolor": colours.background, "font": {"color": colours.ink, "size": 14}},
            "dragmode": False,
            "showlegend": True,
            "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom"},
            "xaxis": {**axis, "range": [-0.6, len(names) - 1.4], "tickangle": 50},
            "yaxis": {**axis, "range": [len(names) - 0.4, 0.4]},
            "annotations": [],
            "shapes": [],
        },
    }


def _marks(pairs: Sequence[Pair], kind: str, words: str, colours: Palette) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": words,
        "x": [min(pair.first, pair.second) for pair in pairs],
        "y": [max(pair.first, pair.second) for pair in pairs],
        "text": [escape(pair.text, quote=False) for pair in pairs],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": LOOKS[kind],
            "size": 14,
            "color": colours.amber if kind == "both" else colours.accent,
            "line": {"width": 2},
        },
    }

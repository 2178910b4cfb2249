"""The pieces of a drawing that is read from left to right: an arrow with its words, and the boxes with their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Literal

from indicators.charts.layered import Placed, Point
from indicators.charts.palette import Palette

Tone = Literal["ink", "quiet", "red", "amber", "green", "grey"]
Dash = Literal["solid", "longdash", "dash", "dot"]

MOST_LINES = 4
LABEL_LETTERS = 15
FEWEST_LETTERS = 12
NAME_DOWN = -19
NODE = 27
STANDOFF = 15


@dataclass(frozen=True)
class Box:
    """One node: the number in it, the name under it, and what is read on it."""

    key: str
    number: str
    name: str
    text: str
    tone: Tone = "ink"
    hollow: bool = False


@dataclass(frozen=True)
class Arrow:
    """One arrow: how it is drawn, the words at its middle, and what is read on it."""

    start: str
    end: str
    text: str
    label: str = ""
    dash: Dash = "solid"
    is_thick: bool = True
    tone: Tone = "ink"


def line_of(arrow: Arrow, way: Sequence[Point], colours: Palette) -> dict:
    """An arrow along its way: its strength by dashes, its weight by width, both read on it in words."""
    colour = _colour(arrow.tone, colours)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [x for x, _ in way],
        "y": [y for _, y in way],
        "text": [escape(arrow.text, quote=False)] * len(way),
        "hovertemplate": "%{text}<extra></extra>",
        "line": {
            "color": colour,
            "width": 3.5 if arrow.is_thick else 1.5,
            "dash": arrow.dash,
        },
        "marker": {
            "symbol": ["circle"] * (len(way) - 1) + ["arrow"],
            "size": [0] * (len(way) - 1) + [14 if arrow.is_thick else 10],
            "angleref": "previous",
            "standoff": [0] * (len(way) - 1) + [STANDOFF],
            "color": colour,
            "opacity": 1,
        },
        "cliponaxis": False,
    }


def nodes_of(boxes: Sequence[Box], where: Placed, colours: Palette) -> dict:
    """All boxes as one trace, each a circle with its number."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [where.at[box.key][0] for box in boxes],
        "y": [where.at[box.key][1] for box in boxes],
        "text": [escape(box.number, quote=False) for box in boxes],
        "textposition": "middle center",
        "textfont": {
            "size": 13,
            "color": [_colour(box.tone, colours) if box.hollow else colours.background for box in boxes],
        },
        "customdata": [escape(box.text, quote=False) for box in boxes],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {
            "size": NODE,
            "symbol": "circle",
            "color": [colours.background if box.hollow else _colour(box.tone, colours) for box in boxes],
            "line": {"width": 2, "color": [_colour(box.tone, colours) for box in boxes]},
            "opacity": 1,
        },
        "cliponaxis": False,
    }


def name_of(box: Box, at: Point, letters: int, colours: Palette) -> dict:
    """The name under a box, in at most four lines; what does not fit stands in the table."""
    room = max(letters, FEWEST_LETTERS)
    lines = wrap(box.name, room, max_lines=MOST_LINES, placeholder=" …")
    return {
        "x": at[0],
        "y": at[1],
        "text": "<br>".join(escape(line, quote=False) for line in lines),
        "yanchor": "top",
        "yshift": NAME_DOWN,
        "showarrow": False,
        "font": {"size": 13, "color": colours.ink},
        "bgcolor": colours.background,
        "borderpad": 1,
    }


def label_of(arrow: Arrow, way: Sequence[Point], colours: Palette) -> list[dict]:
    """The words at the middle of an arrow, where it has any."""
    if not arrow.label:
        return []
    x, y = way[len(way) // 2]
    return [
        {
            "x": x,
            "y": y,
            "text": "<br>".join(escape(line, quote=False) for line in wrap(arrow.label, LABEL_LETTERS)),
            "showarrow": False,
            "font": {"size": 12, "color": _colour(arrow.tone, colours)},
            "bgcolor": colours.background,
            "borderpad": 0,
        }
    ]


def _colour(tone: Tone, colours: Palette) -> str:
    return getattr(colours, tone)

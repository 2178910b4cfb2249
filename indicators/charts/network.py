"""Who stands where and what ties them: named marks under one another in groups, and arcs of several strokes beside them.

One column of names can be read on a phone, on paper and on a projector; a drawing over the whole plane cannot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

from indicators.charts.palette import Palette

ROW_HEIGHT = 25
FRAME = 90
LETTERS = 42  # of a name that fit beside the arcs on a narrow screen
ARCS, NAMES = 1.1, 2.7  # how the width is shared
STEPS = 16  # straight pieces of an arc
SYMBOLS = ("star", "circle", "square", "diamond", "triangle-up", "cross")
STROKES = ("solid", "dash", "dot")


@dataclass(frozen=True)
class Node:
    """One mark: what ties point at, its name, its group (from 0), and what is read on it."""

    key: str
    name: str
    group: int
    text: str


@dataclass(frozen=True)
class Line:
    """A tie between two nodes, of a kind that is named in the key."""

    start: str
    end: str
    kind: str


def network_figure(
    nodes: Sequence[Node],
    lines: Sequence[Line],
    groups: Sequence[str],
    kinds: Sequence[str],
    *,
    colours: Palette,
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape; groups are told apart by heading and shape, ties by their stroke.

    Args:
        nodes: from top to bottom in each group.
        lines: ties between them.
        groups: the heading of each group, from top to bottom.
        kinds: of the ties, at most three, as the key names them.
        colours: palette of the reader's scheme.

    Raises:
        ValueError: no node, a group or a kind that has no heading, or a tie to a node that is not there.
    """
    if not nodes:
        raise ValueError("there is no node to draw")
    headed = range(min(len(groups), len(SYMBOLS)))
    if any(node.group not in headed for node in nodes) or len(kinds) > len(STROKES):
        raise ValueError(f"{len(groups)} groups and {len(kinds)} kinds do not hold every node and tie")
    rows, headings = _rows(nodes)
    unknown = {end for line in lines for end in (line.start, line.end)} - rows.keys()
    if unknown or {line.kind for line in lines} - set(kinds):
        raise ValueError(f"ties to unknown nodes {sorted(unknown)} or of unknown kinds")
    longest = max((_reach(line, rows) for line in lines), default=0)
    data = [
        _ties([line for line in lines if line.kind == kind], rows, longest, stroke, colours)
        for kind, stroke in zip(kinds, STROKES, strict=False)
        if any(line.kind == kind for line in lines)
    ]
    data += [
        _marks([node for node in nodes if node.group == group], rows, SYMBOLS[group], colours)
        for group in headings
    ]
    return {
        "data": data,
        "layout": _layout({groups[group]: row for group, row in headings.items()}, rows, colours),
    }


def _rows(nodes: Sequence[Node]) -> tuple[dict[str, int], dict[int, int]]:
    """The row of each node, and that of the heading of each group that has nodes."""
    rows: dict[str, int] = {}
    headings: dict[int, int] = {}
    for group in sorted({node.group for node in nodes}):
        headings[group] = len(rows) + len(headings)
        for node in nodes:
            if node.group == group:
                rows[node.key] = len(rows) + len(headings)
    return rows, headings


def _ties(
    lines: Sequence[Line], rows: Mapping[str, int], longest: int, stroke: str, colours: Palette
) -> dict:
    """All arcs of one kind as one trace; a gap lies between two of them. The further apart, the wider an arc."""
    x: list[float | None] = []
    y: list[float | None] = []
    for line in lines:
        middle = (rows[line.start] + rows[line.end]) / 2
        half = (rows[line.end] - rows[line.start]) / 2
        width = 0.15 + 0.85 * _reach(line, rows) / longest
        angles = [pi * step / STEPS for step in range(STEPS + 1)]
        x += [*(round(-width * sin(angle), 4) for angle in angles), None]
        y += [*(round(middle - half * cos(angle), 4) for angle in angles), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": escape(lines[0].kind, quote=False),
        "x": x,
        "y": y,
        "line": {"dash": stroke, "width": 1.5, "color": colours.quiet},
        "hoverinfo": "skip",
    }


def _reach(line: Line, rows: Mapping[str, int]) -> int:
    """How many rows a tie reaches over; one of a node to itself is as short as any can be."""
    return max(1, abs(rows[line.end] - rows[line.start]))


def _marks(nodes: Sequence[Node], rows: Mapping[str, int], symbol: str, colours: Palette) -> dict:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "showlegend": False,
        "x": [0] * len(nodes),
        "y": [rows[node.key] for node in nodes],
        "text": ["\u2002" + escape(_cut(node.name), quote=False) for node in nodes],
        "hovertext": [escape(node.text, quote=False) for node in nodes],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "middle right",
        "textfont": {"size": 13, "color": colours.ink},
        "marker": {"symbol": symbol, "size": 11, "color": colours.accent},
        "cliponaxis": False,
    }


def _cut(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"


def _layout(headings: Mapping[str, int], rows: Mapping[str, int], colours: Palette) -> dict:
    last = max(rows.values())
    hidden = {"visible": False, "fixedrange": True}
    return {
        "template": "none",
        "height": FRAME + ROW_HEIGHT * (last + 1),
        "margin": {"l": 4, "r": 4, "t": 8, "b": 70},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": colours.background, "font": {"color": colours.ink, "size": 14}},
        "dragmode": False,
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 0, "yanchor": "top", "font": {"color": colours.ink}},
        "xaxis": {**hidden, "range": [-ARCS, NAMES]},
        "yaxis": {**hidden, "range": [last + 0.6, -0.6]},
        "annotations": [
            {
                "x": 0,
                "y": row,
                "text": f"<b>{escape(heading, quote=False)}</b>",
                "xanchor": "left",
                "xshift": -6,
                "showarrow": False,
                "font": {"size": 13, "color": colours.quiet},
            }
            for heading, row in headings.items()
        ],
        "shapes": [],
    }

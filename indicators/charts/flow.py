"""What leads to what, from left to right: numbered boxes with their names under them, and arrows of different strokes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from indicators.charts.flow_parts import Arrow, Box, Dash, Tone, label_of, line_of, name_of, nodes_of
from indicators.charts.layered import Placed, placed
from indicators.charts.palette import Palette
from indicators.charts.ways import way

__all__ = ["Arrow", "Box", "Dash", "Tone", "flow_figure"]


WIDTH = 1000  # pixels that the drawing is made for; on a narrower screen the names are left to the table
ROW = 116  # pixels from row to row, with room for a name of four lines
MARGIN = 24
LETTER = 6.6  # pixels that a letter takes on average
FOR_NAMES = 0.58  # of the room from column to column; the rest is for the words at the arrows


def flow_figure(boxes: Sequence[Box], arrows: Sequence[Arrow], *, colours: Palette) -> dict:
    """The figure as a plain dict in Plotly's JSON shape: every arrow a trace, then all boxes as one.

    Raises:
        ValueError: nothing to draw, or an arrow that begins or ends at no box.
    """
    if not boxes:
        raise ValueError("nothing to draw: there is no box")
    where = placed([box.key for box in boxes], [(arrow.start, arrow.end) for arrow in arrows])
    together: dict[tuple[str, str], list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        together[arrow.start, arrow.end].append(arrow)
    data, notes, ways = [], [], []
    for ends, same in together.items():
        for i, arrow in enumerate(same):
            points = way(where, ends, aside=i - (len(same) - 1) / 2)
            ways.append(points)
            data.append(line_of(arrow, points, colours))
            notes += label_of(arrow, points, colours)
    data.append(nodes_of(boxes, where, colours))
    letters = int((WIDTH - 2 * MARGIN) / where.columns * FOR_NAMES / LETTER)
    notes += [name_of(box, where.at[box.key], letters, colours) for box in boxes]
    top = max((y for points in ways for _, y in points), default=0.0)
    return {"data": data, "layout": _layout(where, notes, colours, top=top)}


def _layout(where: Placed, notes: Sequence[dict], colours: Palette, *, top: float) -> dict:
    axis = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    lowest, highest = -where.half_height - 0.65, max(where.half_height + 0.35, top + 0.1)
    return {
        "template": "none",
        "height": round((highest - lowest) * ROW) + 2 * MARGIN,
        "margin": {"l": MARGIN, "r": MARGIN, "t": MARGIN, "b": MARGIN},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 13, "color": colours.ink},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": colours.background, "font": {"color": colours.ink, "size": 14}},
        "dragmode": False,
        "xaxis": {**axis, "range": [-0.5, where.columns - 0.5]},
        "yaxis": {**axis, "range": [lowest, highest]},
        "annotations": list(notes),
    }

"""What is written and ruled on a chart beside its traces: labels, marks, breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from indicators.charts.drawing_frame import TYPE, Frame
from indicators.charts.drawing_lines import dashes
from indicators.charts.drawing_svg import element
from indicators.charts.drawing_text import ACROSS, LINE_HEIGHT, Words, text_element, width_of, words, wrapped


def draw_shapes(shapes: Sequence[Mapping[str, Any]], made: Frame) -> Iterator[str]:
    """Rules across the chart.

    Raises:
        ValueError: a shape that is no line.
    """
    for shape in shapes:
        if shape["type"] != "line":
            raise ValueError(f"a shape of type {shape['type']!r} is not drawn")
        line = shape["line"]
        ends = {name: _place(shape, made, name[0], name[0] + name[1]) for name in ("x0", "x1", "y0", "y1")}
        yield element(
            "line",
            x1=ends["x0"],
            x2=ends["x1"],
            y1=ends["y0"],
            y2=ends["y1"],
            stroke=line["color"],
            stroke_width=line["width"],
            stroke_dasharray=dashes(line.get("dash"), line["width"]),
        )


def draw_annotations(annotations: Sequence[Mapping[str, Any]], made: Frame) -> Iterator[str]:
    """Labels at the ends of lines, words over rules, numbered marks, and the unit over the axis."""
    for each in annotations:
        size = float(each.get("font", {}).get("size", TYPE))
        x = _place(each, made, "x", "x") + each.get("xshift", 0)
        y = _place(each, made, "y", "y") - each.get("yshift", 0)
        down = each.get("yanchor", "middle")
        said = words(each["text"])
        if each.get("xanchor") == "left":
            said = _within(said, size, made.width - x)
        if "bordercolor" in each:
            yield _box(each, said, x, y, size)
        yield text_element(
            said,
            x,
            y,
            size=size,
            colour=each["font"]["color"],
            across=ACROSS[each.get("xanchor", "center")],
            down=down,
        )


def _place(each: Mapping[str, Any], made: Frame, way: str, name: str) -> float:
    """The pixel of one coordinate, by the axis or by the paper."""
    value = each[name]
    if each.get(f"{way}ref", way) == "paper":
        low, high = (made.left, made.right) if way == "x" else (made.bottom, made.top)
        return low + (high - low) * value
    return made.across(value) if way == "x" else made.up(value)


def _within(said: Words, size: float, room: float) -> Words:
    """The text on as many lines as keep it inside the picture."""
    return replace(said, lines=tuple(part for line in said.lines for part in wrapped(line, size, room)))


def _box(each: Mapping[str, Any], said: Words, x: float, y: float, size: float) -> str:
    """The frame of a numbered mark, which stands on its point."""
    pad = float(each["borderpad"])
    wide = max(width_of(line, size) for line in said.lines) + 2 * pad
    high = size * LINE_HEIGHT * len(said.lines)
    return element(
        "rect",
        x=x - wide / 2,
        y=y - high,
        width=wide,
        height=high,
        fill=each["bgcolor"],
        stroke=each["bordercolor"],
        stroke_width=each["borderwidth"],
    )

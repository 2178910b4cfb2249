"""Traces of bars over names: beside one another, with patterns, and the hanging bars of a movement statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from indicators.charts.drawing_frame import TYPE, Frame
from indicators.charts.drawing_lines import dashes
from indicators.charts.drawing_svg import element
from indicators.charts.drawing_text import text_element, width_of, words

FILLED = 0.8  # of the band of a name
TEXT_GAP = 4.0
TILE = 8.0
PATTERNS = {
    "/": f"M0 {TILE:g}L{TILE:g} 0",
    "x": f"M0 {TILE:g}L{TILE:g} 0M0 0L{TILE:g} {TILE:g}",
    ".": None,
}


def draw_bars(traces: Sequence[Mapping[str, Any]], frame: Frame, background: str) -> Iterator[str]:
    """The bars of all traces, those of one name beside one another.

    Raises:
        ValueError: a pattern that our charts do not use.
    """
    width = frame.band * FILLED / len(traces)
    for order, trace in enumerate(traces):
        colour, shape = trace["marker"]["color"], trace["marker"].get("pattern", {}).get("shape", "")
        if shape:
            yield _pattern(shape, order, colour, background)
        texts = trace.get("text") or [""] * len(trace["x"])
        for name, value, text in zip(trace["x"], trace["y"], texts, strict=True):
            left = frame.across(name) - frame.band * FILLED / 2 + order * width
            fill = f"url(#pattern-{order})" if shape else colour
            yield _bar(frame, left, width, 0.0, value, fill=fill, stroke=colour if shape else None)
            yield _text_over(
                frame, text, left + width / 2, start=0.0, end=value, trace=trace, background=background
            )


def draw_waterfall(trace: Mapping[str, Any], frame: Frame, background: str) -> Iterator[str]:
    """The standing bars, and those between that hang at the level reached, joined by thin rules.

    Raises:
        ValueError: a measure that is none of absolute, relative and total.
    """
    width = frame.band * FILLED
    line = trace["connector"]["line"]
    level = 0.0
    for position, (name, amount, measure, text) in enumerate(
        zip(trace["x"], trace["y"], trace["measure"], trace["text"], strict=True)
    ):
        if measure not in ("absolute", "relative", "total"):
            raise ValueError(f"a step of measure {measure!r} is not drawn")
        left = frame.across(name) - width / 2
        if position:
            yield element(
                "line",
                x1=left - frame.band + width,
                x2=left,
                y1=frame.up(level),
                y2=frame.up(level),
                stroke=line["color"],
                stroke_width=line["width"],
                stroke_dasharray=dashes(line["dash"], line["width"]),
            )
        # A total stands at what was reached, as Plotly draws it, whatever amount it brings.
        start, end = {
            "absolute": (0.0, amount),
            "relative": (level, level + amount),
            "total": (0.0, level),
        }[measure]
        look = "totals" if measure != "relative" else "increasing" if amount >= 0 else "decreasing"
        yield _bar(frame, left, width, start, end, fill=trace[look]["marker"]["color"])
        yield _text_over(
            frame, text, left + width / 2, start=start, end=end, trace=trace, background=background
        )
        level = end


def _bar(
    frame: Frame, left: float, width: float, start: float, end: float, *, fill: str, stroke: str | None = None
) -> str:
    top, bottom = sorted((frame.up(start), frame.up(end)))
    return element("rect", x=left, y=top, width=width, height=bottom - top, fill=fill, stroke=stroke)


def _text_over(
    frame: Frame, text: str, x: float, *, start: float, end: float, trace: Mapping[str, Any], background: str
) -> str:
    """The figure outside the end of a bar: over it, or under one that goes down."""
    if not text:
        return ""
    said, font = words(text), trace.get("textfont", {})
    size = float(font.get("size", TYPE))
    down = end < start
    wide, high = max(width_of(line, size) for line in said.lines), size * len(said.lines)
    y = frame.up(end) + (TEXT_GAP if down else -TEXT_GAP)
    # No rule runs through a figure.
    ground = element(
        "rect", x=x - wide / 2, y=y if down else y - high, width=wide, height=high, fill=background
    )
    return ground + text_element(
        said, x, y, size=size, colour=font["color"], across="middle", down="top" if down else "bottom"
    )


def _pattern(shape: str, order: int, colour: str, background: str) -> str:
    if shape not in PATTERNS:
        raise ValueError(f"a pattern {shape!r} is not drawn")
    line = PATTERNS[shape]
    mark = (
        element("circle", cx=TILE / 2, cy=TILE / 2, r=TILE / 4, fill=colour)
        if line is None
        else element("path", d=line, stroke=colour, stroke_width=1.5)
    )
    ground = element("rect", width=TILE, height=TILE, fill=background)
    tile = element(
        "pattern",
        ground + mark,
        id=f"pattern-{order}",
        width=TILE,
        height=TILE,
        patternUnits="userSpaceOnUse",
    )
    return element("defs", tile)

"""A chart as an SVG picture, for paper: the same dict that the screen shows, drawn without a browser.

Every value, label, dash and colour is the figure's own; only the ticks are chosen here. What our charts do not use is refused,
so that a picture never shows less than the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from indicators.charts.drawing_bars import draw_bars, draw_waterfall
from indicators.charts.drawing_frame import TYPE, Frame, frame, value_ticks, year_ticks
from indicators.charts.drawing_lines import draw_scatter
from indicators.charts.drawing_notes import draw_annotations, draw_shapes
from indicators.charts.drawing_svg import element
from indicators.charts.drawing_text import Words, text_element, width_of, words, wrapped
from indicators.charts.palette import LIGHT

WIDTH = 720.0
FONT = "Source Sans Pro"
TICK = 5.0
GAP = 6.0
SWATCH = 14.0
KINDS = {"scatter", "bar", "waterfall"}
AXES = {"xaxis": ("date", "category"), "yaxis": (None, "linear")}
AXIS_KEYS = {"tickvals", "ticktext", "rangebreaks", "overlaying"}
TRACE_KEYS = {"orientation", "error_x", "error_y", "xaxis", "yaxis", "base", "offset"}


def drawing(figure: Mapping[str, Any], *, width: float = WIDTH, background: str = LIGHT.background) -> str:
    """The figure as an SVG document, `width` pixels wide and as high as its layout says.

    Raises:
        ValueError: a kind of trace, mode, dash, marker, pattern or shape that our charts do not use.
    """
    unknown = sorted(_unknown(figure))
    if unknown:
        raise ValueError(f"not drawn: {', '.join(unknown)}")
    layout = figure["layout"]
    made = frame(figure, width)
    parts = [
        *_value_axis(made, layout["yaxis"]),
        *draw_shapes(layout.get("shapes", ()), made),
        *_traces(figure["data"], made, background),
        *_other_axis(made, layout["xaxis"]),
        *draw_annotations(layout.get("annotations", ()), made),
        *(_legend(figure["data"], layout, made) if layout.get("showlegend") else ()),
    ]
    return element(
        "svg",
        "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {layout['height']:g}",
        width=width,
        height=float(layout["height"]),
        font_family=FONT,
    )


def _unknown(figure: Mapping[str, Any]) -> Iterator[str]:
    """What the figure has that would be drawn wrongly or not at all."""
    layout = figure["layout"]
    for name, kinds in AXES.items():
        if (kind := layout[name].get("type")) not in kinds:
            yield f"an {name} of type {kind}"
        yield from (f"{key} of the {name}" for key in AXIS_KEYS & layout[name].keys())
    if layout.get("barmode", "group") != "group":
        yield f"bars in the mode {layout['barmode']}"
    for trace in figure["data"]:
        if trace["type"] not in KINDS:
            yield f"traces of kind {trace['type']}"
        yield from (f"{key} of a trace" for key in TRACE_KEYS & trace.keys())


def _traces(traces: Sequence[Mapping[str, Any]], made: Frame, background: str) -> Iterator[str]:
    bars = [trace for trace in traces if trace["type"] == "bar"]
    if bars:
        yield from draw_bars(bars, made, background)
    for trace in traces:
        if trace["type"] == "waterfall":
            yield from draw_waterfall(trace, made, background)
        elif trace["type"] == "scatter":
            yield from draw_scatter(trace, made, background)


def _value_axis(made: Frame, axis: Mapping[str, Any]) -> Iterator[str]:
    for value, label in value_ticks(made.values):
        y = made.up(value)
        yield element("line", x1=made.left, x2=made.right, y1=y, y2=y, stroke=axis["gridcolor"])
        yield text_element(
            Words((label,), bold=False), made.left - GAP, y, size=TYPE, colour=axis["color"], across="end"
        )


def _other_axis(made: Frame, axis: Mapping[str, Any]) -> Iterator[str]:
    ground = made.bottom if made.values[0] >= 0 else made.up(0) if made.names else made.bottom
    yield element("line", x1=made.left, x2=made.right, y1=ground, y2=ground, stroke=axis["linecolor"])
    if made.names:
        for name in made.names:
            said = Words(wrapped(" ".join(words(name).lines), TYPE, made.band - GAP), bold=False)
            yield text_element(
                said,
                made.across(name),
                made.bottom + GAP,
                size=TYPE,
                colour=axis["color"],
                across="middle",
                down="top",
            )
        return
    for first, middle, label in year_ticks(made):
        x = made.across(first)
        if x >= made.left:
            yield element("line", x1=x, x2=x, y1=made.bottom, y2=made.bottom + TICK, stroke=axis["tickcolor"])
        yield text_element(
            Words((label,), bold=False),
            made.across(middle),
            made.bottom + TICK + GAP,
            size=TYPE,
            colour=axis["color"],
            across="middle",
            down="top",
        )


def _legend(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], made: Frame) -> Iterator[str]:
    """The names of the bars in a row over them, at the right."""
    colour = layout["font"]["color"]
    named = [(order, trace, " ".join(words(trace["name"]).lines)) for order, trace in enumerate(traces)]
    x = made.right - sum(SWATCH + 3 * GAP + width_of(name, TYPE) for _, _, name in named)
    y = made.top / 2
    for order, trace, name in named:
        shape = trace["marker"].get("pattern", {}).get("shape", "")
        fill = f"url(#pattern-{order})" if shape else trace["marker"]["color"]
        stroke = trace["marker"]["color"]
        yield element("rect", x=x, y=y - SWATCH / 2, width=SWATCH, height=SWATCH, fill=fill, stroke=stroke)
        yield text_element(Words((name,), bold=False), x + SWATCH + GAP, y, size=TYPE, colour=colour)
        x += SWATCH + 3 * GAP + width_of(name, TYPE)

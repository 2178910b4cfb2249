"""Traces of points over days: lines with their gaps and dashes, filled bands, and markers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from indicators.charts.drawing_frame import Frame
from indicators.charts.drawing_svg import element, path

MARKER = 6.0
OPEN = "-open"
# As Plotly has it, in widths of the line, which count as 3 pixels where they are thinner.
DASHES = {"dot": (1, 1), "dash": (3, 3), "longdash": (5, 5), "dashdot": (3, 1, 1, 1)}
THIN = 3.0


def draw_scatter(trace: Mapping[str, Any], frame: Frame, background: str) -> Iterator[str]:
    """The line, the band or the markers of a trace.

    Raises:
        ValueError: a mode, a fill, a dash or a symbol that our charts do not use.
    """
    mode, fill = trace.get("mode", "lines"), trace.get("fill")
    if fill not in (None, "toself") or not set(mode.split("+")) <= {"lines", "markers"}:
        raise ValueError(f"a trace of mode {mode!r} and fill {fill!r} is not drawn")
    runs = list(_runs(trace, frame))
    line = trace.get("line", {})
    if fill:
        yield from (element("path", d=path(run, closed=True), fill=trace["fillcolor"]) for run in runs)
    elif "lines" in mode:
        width = float(line.get("width", 2))
        for run in runs:
            if len(run) > 1 and width:
                yield element(
                    "path",
                    d=path(run),
                    fill="none",
                    stroke=line["color"],
                    stroke_width=width,
                    stroke_dasharray=dashes(line.get("dash"), width),
                    stroke_linejoin="round",
                )
    if "markers" in mode:
        yield from _markers(trace, frame, background)


def dashes(dash: str | None, width: float) -> str | None:
    """The pattern of a dash in pixels.

    >>> dashes("dash", 1.5), dashes("dot", 4), dashes("solid", 2)
    ('9 9', '4 4', None)

    Raises:
        ValueError: a dash that our charts do not use.
    """
    if dash in (None, "solid"):
        return None
    if dash not in DASHES:
        raise ValueError(f"a line of dash {dash!r} is not drawn")
    return " ".join(f"{max(width, THIN) * count:g}" for count in DASHES[dash])


def _runs(trace: Mapping[str, Any], frame: Frame) -> Iterator[list[tuple[float, float]]]:
    """The points in pixels, in stretches without a hole."""
    run: list[tuple[float, float]] = []
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            if run:
                yield run
            run = []
        else:
            run.append((frame.across(x), frame.up(y)))
    if run:
        yield run


def _markers(trace: Mapping[str, Any], frame: Frame, background: str) -> Iterator[str]:
    marker = trace.get("marker", {})
    for position, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        size = _of(marker.get("size", MARKER), position)
        if x is not None and y is not None and size:
            symbol, colour = _of(marker.get("symbol", "circle"), position), _of(marker["color"], position)
            edge = float(marker.get("line", {}).get("width", 0))
            yield _marker(
                symbol,
                frame.across(x),
                frame.up(y),
                size / 2,
                colour=colour,
                edge=edge,
                background=background,
            )


def _marker(
    symbol: str, x: float, y: float, radius: float, *, colour: str, edge: float, background: str
) -> str:
    hollow = symbol.endswith(OPEN)
    look: dict[str, str | float] = {
        "fill": background if hollow else colour,
        "stroke": colour,
        "stroke_width": max(edge, 1.0) if hollow else edge,
    }
    shape = symbol.removesuffix(OPEN)
    if shape == "circle":
        return element("circle", cx=x, cy=y, r=radius, **look)
    if shape == "square":
        return element("rect", x=x - radius, y=y - radius, width=2 * radius, height=2 * radius, **look)
    if shape == "diamond":
        far = radius * 1.3  # as Plotly has it
        corners = [(x, y - far), (x + far, y), (x, y + far), (x - far, y)]
        return element("path", d=path(corners, closed=True), **look)
    raise ValueError(f"a marker of symbol {symbol!r} is not drawn")


def _of(value: Any, position: int) -> Any:
    """The value of one point, where there is one for each."""
    return value[position] if isinstance(value, list | tuple) else value

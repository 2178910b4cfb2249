"""Seats on a board at the end of each year, filled ones by group of sectors, vacant ones on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.charts.bars import bar_layout
from indicators.charts.palette import Palette

SHAPES = ("", "/", "")  # of the bars; the last is hollow


@dataclass(frozen=True)
class SeatBar:
    """One day: its name, and how many seats each group fills, then how many are vacant."""

    name: str
    seats: tuple[int, ...]


def seats_figure(bars: Sequence[SeatBar], groups: Sequence[str], *, colours: Palette, y_title: str) -> dict:
    """The figure as a plain dict in Plotly's JSON shape: stacked bars; groups differ by tint and by pattern, vacant seats are hollow.

    Args:
        bars: the days in order.
        groups: the names of the groups of filled seats, and last the word for vacant ones.
        colours: palette of the reader's scheme.
        y_title: the unit in words.

    Raises:
        ValueError: no day, more groups than can be told apart, or numbers that do not match the groups.
    """
    if not bars or len(groups) > len(SHAPES):
        raise ValueError(
            f"{len(bars)} days and {len(groups)} groups: at most {len(SHAPES)} can be told apart"
        )
    if any(len(bar.seats) != len(groups) for bar in bars):
        raise ValueError(f"every day needs a number for each of {len(groups)} groups")
    tints = (colours.accent, colours.comparators[1], "rgba(0,0,0,0)")
    data = [
        {
            "type": "bar",
            "name": name,
            "x": [bar.name for bar in bars],
            "y": [bar.seats[i] for bar in bars],
            "text": [str(bar.seats[i] or "") for bar in bars],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {"size": 14, "color": colours.ink if i == len(groups) - 1 else colours.background},
            "hovertemplate": f"%{{x}}: {name}, %{{y}}<extra></extra>",
            "marker": {
                "color": tint,
                "pattern": {
                    "shape": shape,
                    "fillmode": "overlay",
                    "fgcolor": colours.background,
                    "fgopacity": 0.45,
                    "solidity": 0.15,
                    "size": 12,
                },
                "line": {"color": colours.quiet if i == len(groups) - 1 else tint, "width": 1.5},
            },
        }
        for i, (name, tint, shape) in enumerate(zip(groups, tints, SHAPES, strict=False))
    ]
    frame = bar_layout(colours, title=y_title, highest=max(sum(bar.seats) for bar in bars))
    frame["barmode"] = "stack"
    frame["showlegend"] = True
    frame["legend"] = {
        "orientation": "h",
        "x": 0,
        "y": -0.12,
        "yanchor": "top",
        "traceorder": "normal",
        "font": {"size": 14, "color": colours.ink},
    }
    frame["margin"]["b"] = 84
    frame["yaxis"]["dtick"] = max(1, round(frame["yaxis"]["range"][1] / 6))
    return {"data": data, "layout": frame}

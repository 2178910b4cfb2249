"""Axes and frame that every chart shares: quiet rules, numbers at the left, years along the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.charts.palette import Palette

HEIGHT = 440
AIR = 0.1
# A scale that would begin within this share of its own height from zero begins at zero.
NEAR_ZERO = 0.15


def layout(
    colours: Palette,
    *,
    y_title: str,
    right_margin: int,
    dates: tuple[date, date],
    values: tuple[float, float],
) -> dict:
    """The layout of a time chart as a plain dict.

    Args:
        colours: palette of the reader's scheme.
        y_title: unit, written above the axis rather than beside it.
        right_margin: pixels kept free for the labels at the line ends.
        dates: first and last day drawn.
        values: lowest and highest value of the scale.
    """
    return {
        "template": "none",
        "height": HEIGHT,
        "margin": {"l": 56, "r": right_margin, "t": 34, "b": 42},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "Source Sans, sans-serif", "size": 14, "color": colours.ink},
        "showlegend": False,
        "hovermode": "x",
        "hoverlabel": {"bgcolor": colours.background, "font": {"color": colours.ink, "size": 14}},
        "dragmode": False,
        "xaxis": {
            "type": "date",
            "range": [dates[0].isoformat(), dates[1].isoformat()],
            "showgrid": False,
            "linecolor": colours.rule,
            "tickcolor": colours.rule,
            "ticks": "outside",
            "ticklabelmode": "period",
            "tickformat": "%Y",
            "hoverformat": " ",
            "color": colours.quiet,
        },
        "yaxis": {
            "gridcolor": colours.rule,
            "gridwidth": 1,
            "zeroline": False,
            "separatethousands": True,
            "color": colours.quiet,
            "automargin": True,
            "range": list(values),
        },
        "annotations": [
            {
                "text": y_title,
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": 1,
                "xanchor": "left",
                "yanchor": "bottom",
                "yshift": 12,
                "showarrow": False,
                "font": {"size": 13, "color": colours.quiet},
            }
        ],
        "shapes": [],
    }


def value_range(values: Sequence[float]) -> tuple[float, float]:
    """The scale that holds these values with some air; from zero where they come near it.

    >>> value_range([10, 12]), value_range([1, 10])
    ((9.8, 12.2), (0.0, 10.9))
    """
    lowest, highest = min(values), max(values)
    air = (highest - lowest) * AIR or abs(highest) * AIR or 1.0
    bottom = lowest - air
    if lowest >= 0 and bottom < (highest - lowest) * NEAR_ZERO:
        bottom = 0.0
    return bottom, highest + air


def text_at(
    day: date,
    value: float,
    text: str,
    *,
    colour: str,
    shift: int = 0,
    bold: bool = False,
    anchor: str = "left",
) -> dict:
    """A label written beside a point of a line."""
    return {
        "x": day.isoformat(),
        "y": value,
        "text": f"<b>{text}</b>" if bold else text,
        "xanchor": anchor,
        "xshift": 9 if anchor == "left" else -9,
        "yshift": shift,
        "showarrow": False,
        "align": anchor,
        "font": {"size": 14, "color": colour},
    }


def rule_at(day: date, text: str, *, colours: Palette) -> tuple[dict, dict]:
    """A dotted vertical rule with a word at its top, for a break in a series: its shape and its label."""
    shape = {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "y0": 0,
        "y1": 1,
        "line": {"dash": "dot", "width": 1.5, "color": colours.quiet},
    }
    label = {
        "x": day.isoformat(),
        "y": 1,
        "yref": "paper",
        "text": text,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": 4,
        "showarrow": False,
        "font": {"size": 13, "color": colours.quiet},
    }
    return shape, label

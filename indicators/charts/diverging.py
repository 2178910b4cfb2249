"""Answers from strongly disagree to strongly agree as bars around a middle: disagreement to the left, agreement to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from indicators.charts.palette import Palette
from indicators.charts.sideways import BAR, places, sideways_layout

ANSWERS = 5
STEP = 25
MILD = 0.4  # how opaque a mild answer is drawn
LEGEND = 56  # pixels: two lines on a narrow screen
UNDER_AXIS = 34
ROOM_FOR_TEXT = 9.0  # per cent of the scale that a figure needs


@dataclass(frozen=True)
class AnswerBar:
    """One row: its name, and the percentages of the five answers from strongly disagree to strongly agree; None where hidden."""

    name: str
    shares: tuple[float, float, float, float, float] | None


def diverging_figure(
    bars: Sequence[AnswerBar], answers: Sequence[str], *, colours: Palette, x_title: str
) -> dict:
    """The figure as a plain dict in Plotly's JSON shape; those who neither agree nor disagree lie around the middle.

    A row that is hidden keeps its place and its name, without a bar. Side, order, tint and the figure in the bar carry the answer, so
    that nothing rests on colour alone.

    Args:
        bars: the rows from top to bottom.
        answers: the words of the five answers.
        colours: palette of the reader's scheme.
        x_title: the unit in words.

    Raises:
        ValueError: no row, or not five answers.
    """
    if not bars or len(answers) != ANSWERS:
        raise ValueError(
            f"{len(bars)} rows and {len(answers)} answers: at least one row and five answers are drawn"
        )
    edge = _edge(bars)
    frame = sideways_layout(colours, title=x_title, names=[bar.name for bar in bars], scale=(-edge, edge))
    ticks = range(-edge, edge + 1, STEP)
    frame["xaxis"] |= {
        "tickmode": "array",
        "tickvals": list(ticks),
        "ticktext": [f"{abs(tick)}%" for tick in ticks],
    }
    frame["shapes"] = []  # a rule at nought would cross the figure of those who neither agree nor disagree
    frame["barmode"] = "overlay"
    frame["showlegend"] = True
    frame["height"] += LEGEND
    frame["margin"]["b"] += LEGEND
    drawn = frame["height"] - frame["margin"]["t"] - frame["margin"]["b"]
    frame["legend"] = {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": -UNDER_AXIS / drawn,
        "yanchor": "top",
        "traceorder": "normal",
        "font": {"size": 13, "color": colours.ink},
    }
    data = [_trace(bars, position, word, colours, edge) for position, word in enumerate(answers)]
    return {"data": data, "layout": frame}


def _trace(bars: Sequence[AnswerBar], position: int, word: str, colours: Palette, edge: int) -> dict:
    tint = (colours.amber, colours.amber, colours.grey, colours.green, colours.green)[position]
    is_strong = position in (0, ANSWERS - 1)
    rows = [(place, bar) for place, bar in zip(places(len(bars)), bars, strict=True) if bar.shares]
    shares = [bar.shares[position] for _, bar in rows if bar.shares]
    return {
        "type": "bar",
        "orientation": "h",
        "name": word,
        "y": [place for place, _ in rows],
        "x": shares,
        "base": [_begins(bar.shares)[position] for _, bar in rows if bar.shares],
        "width": BAR,
        "text": [f"{share:.0f}" if share >= ROOM_FOR_TEXT * edge / 100 else "" for share in shares],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 13, "color": colours.background if is_strong else colours.ink},
        "customdata": [[bar.name, f"{share:.0f}"] for (_, bar), share in zip(rows, shares, strict=True)],
        "hovertemplate": f"%{{customdata[0]}}: {word}, %{{customdata[1]}}%<extra></extra>",
        "marker": {"color": tint if is_strong else _see_through(tint)},
    }


def _see_through(colour: str) -> str:
    """A hex colour through which the ground is seen."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {MILD})"


def _begins(shares: tuple[float, float, float, float, float]) -> list[float]:
    """Where the bar of each answer begins, so that the middle of the third lies at nought."""
    left = -(shares[0] + shares[1] + shares[2] / 2)
    return [left, *(left + end for end in accumulate(shares[:-1]))]


def _edge(bars: Sequence[AnswerBar]) -> int:
    """The scale's end on both sides: the next step beyond the longest side."""
    longest = max(
        (
            max(-begins[0], begins[-1] + bar.shares[-1])
            for bar in bars
            if bar.shares and (begins := _begins(bar.shares))
        ),
        default=0.0,
    )
    return STEP * max(2, -int(-longest // STEP))

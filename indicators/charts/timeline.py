"""What happened when, one row a thing: marks of several shapes on days, and a dashed line as long as something is overdue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indicators.charts.axes import layout
from indicators.charts.palette import Palette

ROW_HEIGHT = 34
FRAME = 110
AIR = timedelta(days=200)


@dataclass(frozen=True)
class Row:
    """One row: its name at the left, its marks by kind, and from when to when it is overdue, if it is."""

    name: str
    marks: tuple[tuple[str, date], ...]
    overdue: tuple[date, date] | None = None


@dataclass(frozen=True)
class Look:
    """How a kind of mark looks: its words in the key, Plotly's symbol, and whether it is filled with ink or a tint."""

    words: str
    symbol: str
    colour: str


def looks(words: Mapping[str, str], colours: Palette) -> dict[str, Look]:
    """The look of each kind of mark: each has a shape of its own, so that colour only repeats it."""
    shapes = {
        "due": ("diamond", colours.ink),
        "current": ("diamond-open", colours.ink),
        "responded": ("square", colours.comparators[2]),
        "evidence": ("circle", colours.green),
        "signed_off": ("star", colours.accent),
        "overdue": ("line-ew-open", colours.red),
    }
    return {kind: Look(words[kind], symbol, colour) for kind, (symbol, colour) in shapes.items()}


def timeline_figure(rows: Sequence[Row], words: Mapping[str, str], *, colours: Palette) -> dict:
    """The figure as a plain dict in Plotly's JSON shape, the first row on top, with a key of the kinds that occur.

    Args:
        rows: what is drawn.
        words: of each kind of mark, and of `overdue`.
        colours: palette of the reader's scheme.

    Raises:
        ValueError: there is no day to draw.
    """
    days = [when for row in rows for _, when in row.marks]
    days += [when for row in rows if row.overdue for when in row.overdue]
    if not days:
        raise ValueError(f"none of {len(rows)} rows has a day to draw")
    by_kind = looks(words, colours)
    data = [_overdue(rows, by_kind["overdue"])] if any(row.overdue for row in rows) else []
    data += [
        _marks(rows, kind, look)
        for kind, look in by_kind.items()
        if kind != "overdue" and any(kind == each for row in rows for each, _ in row.marks)
    ]
    frame = layout(
        colours,
        y_title="",
        right_margin=24,
        dates=(min(days) - AIR, max(days) + AIR),
        values=(len(rows) - 0.4, -0.6),
    )
    frame["annotations"] = []
    frame["height"] = FRAME + ROW_HEIGHT * len(rows)
    frame["hovermode"] = "closest"
    frame["showlegend"] = True
    frame["legend"] = {
        "orientation": "h",
        "x": 0,
        "y": 1,
        "yanchor": "bottom",
        "font": {"color": colours.ink},
    }
    frame["xaxis"] |= {"showgrid": True, "gridcolor": colours.rule, "fixedrange": True}
    frame["yaxis"] |= {
        "tickvals": list(range(len(rows))),
        "ticktext": [row.name for row in rows],
        "tickfont": {"size": 13, "color": colours.ink},
        "fixedrange": True,
    }
    return {"data": data, "layout": frame}


def _marks(rows: Sequence[Row], kind: str, look: Look) -> dict:
    found = [
        (place, when, row.name) for place, row in enumerate(rows) for each, when in row.marks if each == kind
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": look.words,
        "x": [when.isoformat() for _, when, _ in found],
        "y": [place for place, _, _ in found],
        "text": [f"{name}: {look.words}" for *_, name in found],
        "hovertemplate": "%{text}, %{x|%-d %B %Y}<extra></extra>",
        "marker": {
            "symbol": look.symbol,
            "size": 12,
            "color": look.colour,
            "line": {"width": 2, "color": look.colour},
        },
    }


def _overdue(rows: Sequence[Row], look: Look) -> dict:
    """All lines as one trace; a gap lies between two of them."""
    x: list[str | None] = []
    y: list[int | None] = []
    for place, row in enumerate(rows):
        if row.overdue:
            x += [row.overdue[0].isoformat(), row.overdue[1].isoformat(), None]
            y += [place, place, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": look.words,
        "x": x,
        "y": y,
        "line": {"dash": "dash", "width": 3, "color": look.colour},
        "hoverinfo": "skip",
    }

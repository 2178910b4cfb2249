"""Where things stand in a drawn chart: the scales of its two axes in pixels, and the ticks along them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, log10
from typing import Any

from indicators.charts.drawing_text import width_of, words
from indicators.wording.numbers import number

TYPE = 14.0  # size of the type where a figure does not say
LABEL_ROOM = 46.0  # pixels that the label of a year needs
TICKS = 6
STEPS = (1, 2, 5, 10)
YEARS = (1, 2, 5, 10, 20, 50, 100)
MOST_MARGIN = 0.45  # of the width, for the labels at the ends of lines
GAP = 6.0


@dataclass(frozen=True)
class Frame:
    """The drawn area of a picture of this width in pixels, and its scales; `days` or `names` are those of the horizontal axis, the other is None."""

    width: float
    left: float
    right: float
    top: float
    bottom: float
    days: tuple[float, float] | None
    names: tuple[str, ...] | None
    values: tuple[float, float]

    def across(self, x: str) -> float:
        """The pixel of a day, or of the middle of a name's band.

        Raises:
            ValueError: a name that is not on the axis.
        """
        if self.days is not None:
            low, high = self.days
            return self.left + (ordinal(x) - low) / (high - low) * (self.right - self.left)
        names = self.names or ()
        return self.left + (names.index(x) + 0.5) * self.band

    def up(self, value: float) -> float:
        """The pixel of a value."""
        low, high = self.values
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    @property
    def band(self) -> float:
        """The width that each name has."""
        return (self.right - self.left) / len(self.names or ("",))


def ordinal(day: str) -> float:
    """A day in ISO form as a number of days; a time of day is left out.

    >>> ordinal("2024-01-02") - ordinal("2024-01-01T12:00")
    1.0
    """
    return float(date.fromisoformat(day[:10]).toordinal())


def frame(figure: Mapping[str, Any], width: float) -> Frame:
    """The frame of a figure at a width; margins grow where ticks or the labels at line ends need it."""
    layout = figure["layout"]
    margin = layout["margin"]
    axis = layout["xaxis"]
    low, high = map(float, layout["yaxis"]["range"])
    ticks = [width_of(text, TYPE) for _, text in value_ticks((low, high))]
    left = max(float(margin["l"]), max(ticks) + 2 * GAP)
    if axis["type"] == "date":
        first, last = axis["range"]
        days, names = (ordinal(first), ordinal(last)), None
    else:
        days = None
        names = tuple(dict.fromkeys(name for trace in figure["data"] for name in trace["x"]))
    made = Frame(
        width=width,
        left=left,
        right=width - float(margin["r"]),
        top=float(margin["t"]),
        bottom=float(layout["height"]) - float(margin["b"]),
        days=days,
        names=names,
        values=(low, high),
    )
    right = width - _right_margin(layout.get("annotations", ()), made, width)
    return replace(made, right=right)


def value_ticks(values: tuple[float, float]) -> list[tuple[float, str]]:
    """Round values within the scale, about six, with their labels.

    >>> value_ticks((0.0, 10.9)), value_ticks((-0.02, 0.03))[0]
    ([(0.0, '0'), (2.0, '2'), (4.0, '4'), (6.0, '6'), (8.0, '8'), (10.0, '10')], (-0.02, '−0.02'))
    """
    low, high = values
    rough = (high - low) / TICKS
    power = floor(log10(rough))
    step = next(step for step in STEPS if step * 10.0**power >= rough * (1 - 1e-9)) * 10.0**power
    decimals = max(0, -floor(log10(step) + 1e-9))
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    ticks = [round(step * count, decimals + 2) + 0.0 for count in range(first, last + 1)]
    return [(tick, number(tick, decimals)) for tick in ticks]


def year_ticks(made: Frame) -> list[tuple[str, str, str]]:
    """For each labelled year within the scale its first day, its middle, and its name; as many as have room.

    Raises:
        ValueError: the axis is not one of days.
    """
    if made.days is None:
        raise ValueError("years stand only on an axis of days")
    low, high = (date.fromordinal(round(day)) for day in made.days)
    a_year = (made.right - made.left) / max((made.days[1] - made.days[0]) / 365.25, 1.0)
    step = next(step for step in YEARS if step * a_year >= LABEL_ROOM or step == YEARS[-1])
    years = [year for year in range(low.year, high.year + 1) if year % step == 0]
    return [
        (f"{year}-01-01", f"{year}-07-02", str(year)) for year in years if low <= date(year, 7, 2) <= high
    ]


def _right_margin(annotations: Sequence[Mapping[str, Any]], made: Frame, width: float) -> float:
    """The margin that keeps every label which begins at a day inside the picture, up to a limit."""
    needed = [width - made.right]
    for each in annotations:
        if made.days is None or each.get("xanchor") != "left" or each.get("xref", "x") != "x":
            continue
        size = float(each.get("font", {}).get("size", TYPE))
        room = max(width_of(line, size) for line in words(each["text"]).lines) + each.get("xshift", 0) + GAP
        share = (ordinal(each["x"]) - made.days[0]) / (made.days[1] - made.days[0])
        if share > 0:
            # left + share * (width - left - margin) + room = width
            needed.append(width - made.left - (width - made.left - room) / share)
    return min(max(needed), MOST_MARGIN * width)

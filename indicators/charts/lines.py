"""What a chart is given to draw: plain frozen records, no judgement and no sentence made here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Point:
    """One value on a line; `text` is read on it, `label` stands beside it when it is the last.

    `day` is the middle of its period, so that a year's value stands over the year's name. `hollow`: not firm.
    """

    day: date
    value: float | None
    text: str
    label: str = ""
    hollow: bool = False
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True)
class Line:
    """A series with the name written at its end. A point without a value, or a new piece, breaks the line."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class TargetLine:
    """A trajectory: dashed through its points to the last day, where its label stands."""

    points: tuple[tuple[date, float], ...]
    label: str


@dataclass(frozen=True)
class Mark:
    """A dated event; drawn as its number along the bottom, explained in a list under the chart; `text` is read on it."""

    number: int
    day: date
    text: str = ""


@dataclass(frozen=True)
class Break:
    """A day on which a series stops being comparable with its past."""

    day: date
    word: str


@dataclass(frozen=True)
class FanPoint:
    """One coming period: the intervals that hold 95 and 80 in 100 of what may come, in the unit of the chart."""

    day: date
    low95: float
    low80: float
    high80: float
    high95: float

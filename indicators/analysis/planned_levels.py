"""The planned level on a day between two points of a trajectory."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from indicators.analysis.exact import exact_decimal

Shape = Literal["straight", "constant_rate"]


class Point(NamedTuple):
    """A level, in the indicator's unit, and the last day of the period that it is for."""

    on: date
    level: float


def level_between(start: Point, end: Point, day: date, shape: Shape) -> float | None:
    """The level on a day from `start` to `end`, both included, in the unit of the points.

    A straight line, or a constant rate b (t/b)^(i/m). Months count alike and a month's last day ends it, so that quarters are evenly
    spaced whatever their days. Straight lines are exact until the last step: half way from 1.1 to 2.1 is 1.6.

    Returns:
        The level; None where a constant rate would run through nought or a change of sign.
    """
    if day in (start.on, end.on):
        return start.level if day == start.on else end.level
    share = months_between(start.on, day) / months_between(start.on, end.on)
    if shape == "straight":
        first, last = Fraction(exact_decimal(start.level)), Fraction(exact_decimal(end.level))
        return float(first + share * (last - first))
    if start.level * end.level <= 0:
        return None
    return start.level * (end.level / start.level) ** float(share)


def months_between(start: date, end: date) -> Fraction:
    """Months from the end of one day to the end of another; the last days of two months are whole months apart."""
    return _months(end) - _months(start)


@lru_cache(maxsize=4_096)  # the same few days end the periods of every indicator
def _months(day: date) -> Fraction:
    """Months from the beginning of the calendar to the end of this day."""
    return 12 * day.year + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])

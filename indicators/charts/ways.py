"""How an arrow runs from node to node: level where it leaves and arrives, so that it passes by the names under the nodes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin

from indicators.charts.layered import Placed, Point

STEPS = 12  # points from one column to the next
BESIDE = 0.3  # rows between two arrows that join the same two nodes
OVER = 0.5  # rows by which an arrow that goes back, or round to its own start, rises over its nodes
ROUND = 0.16  # columns that an arrow round to its own start is wide on either side


def way(where: Placed, ends: tuple[str, str], *, aside: float = 0.0) -> list[Point]:
    """The points that an arrow goes through, with one in the middle.

    Args:
        where: where the nodes stand.
        ends: the node it leaves and the node it leads to.
        aside: how many places it is moved aside in its middle, to be told from others between the same nodes.
    """
    start, end = where.at[ends[0]], where.at[ends[1]]
    if ends[0] == ends[1]:
        return _round(start)
    if ends not in where.bends:
        return _raised([_between(start, end, step / STEPS) for step in range(STEPS + 1)], OVER)
    points = [start]
    for left, right in pairwise([start, *where.bends[ends], end]):
        points += [_level(left, right, step / STEPS) for step in range(1, STEPS + 1)]
    return _raised(points, aside * BESIDE)


def _between(left: Point, right: Point, part: float) -> Point:
    return left[0] + part * (right[0] - left[0]), left[1] + part * (right[1] - left[1])


def _level(left: Point, right: Point, part: float) -> Point:
    """The same on a curve that is level at both ends."""
    return left[0] + part * (right[0] - left[0]), left[1] + part**2 * (3 - 2 * part) * (right[1] - left[1])


def _raised(points: Sequence[Point], height: float) -> list[Point]:
    last = len(points) - 1
    return [(x, y + height * sin(pi * i / last)) for i, (x, y) in enumerate(points)]


def _round(at: Point) -> list[Point]:
    turns = (2 * pi * step / STEPS for step in range(STEPS + 1))
    return [(at[0] + ROUND * sin(turn), at[1] + OVER * (1 - cos(turn)) / 2) for turn in turns]

"""The four rules of NHS Making Data Count that tell special cause variation from common cause.

In priority order: a point outside a limit; part of a trend of seven; two in three near the same limit; part of a shift of
seven. Comparisons are strict, as in the published reference code: a point on a limit is not outside it, a point on the
mean belongs to neither side, a tie ends a trend. Whatever needs neighbours needs them to be there: a missing value ends
every trend, window and shift, because nobody knows which side of the mean it would have been.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from indicators.analysis.process_limits import Limits

SpecialCause = Literal["outside", "trend", "two_in_three", "shift"]
HighOrLow = Literal["high", "low"]
Mark = tuple[SpecialCause, HighOrLow]

TREND_LENGTH = 7
SHIFT_LENGTH = 7


def find_special_causes(values: Sequence[float | None], limits: Limits) -> tuple[Mark | None, ...]:
    """For each point the rule that it breaks, with its direction, or None for common cause.

    Args:
        values: one group between two rebases, in order of time, None for missing.
        limits: the lines of that group.

    Returns:
        One entry a value. High is above the mean, or rising in a trend; low is below, or falling. A point that
        ends one trend and begins another takes the direction of the later.
    """
    marks: dict[int, Mark] = {}
    marks.update(_shifts(values, limits))
    marks.update(_two_in_three(values, limits))
    marks.update(_trends(values))
    marks.update(_outside(values, limits))
    return tuple(marks.get(i) for i in range(len(values)))


def _outside(values: Sequence[float | None], limits: Limits) -> dict[int, Mark]:
    sides = (_side(value, limits.lower, limits.upper) for value in values)
    return {i: ("outside", _named(side)) for i, side in enumerate(sides) if side}


def _trends(values: Sequence[float | None]) -> dict[int, Mark]:
    steps = [
        0 if before is None or after is None else (after > before) - (after < before)
        for before, after in pairwise(values)
    ]
    marks: dict[int, Mark] = {}
    for first, step in _runs(steps, TREND_LENGTH - 1):
        marks.update({i: ("trend", _named(step)) for i in range(first, first + TREND_LENGTH)})
    return marks


def _two_in_three(values: Sequence[float | None], limits: Limits) -> dict[int, Mark]:
    sides = _sides_of_mean(values, limits)
    near = [
        _side(value, limits.near_lower, limits.near_upper) != 0
        and _side(value, limits.lower, limits.upper) == 0
        for value in values
    ]
    marks: dict[int, Mark] = {}
    for first, side in _runs(sides, 3):
        window = [i for i in range(first, first + 3) if near[i]]
        if len(window) >= 2:  # noqa: PLR2004 - the rule's own name
            marks.update({i: ("two_in_three", _named(side)) for i in window})
    return marks


def _shifts(values: Sequence[float | None], limits: Limits) -> dict[int, Mark]:
    marks: dict[int, Mark] = {}
    for first, side in _runs(_sides_of_mean(values, limits), SHIFT_LENGTH):
        marks.update({i: ("shift", _named(side)) for i in range(first, first + SHIFT_LENGTH)})
    return marks


def _sides_of_mean(values: Sequence[float | None], limits: Limits) -> list[int]:
    return [_side(value, limits.mean, limits.mean) for value in values]


def _side(value: float | None, low: float, high: float) -> int:
    """1 above the high line, -1 below the low one, 0 between them, on one, or missing."""
    return 0 if value is None else (value > high) - (value < low)


def _runs(signs: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Each window of that length whose signs are all the same and not 0: where it begins, and the sign."""
    runs = []
    streak = 0
    before = 0
    for i, sign in enumerate(signs):
        streak = streak + 1 if sign == before else 1
        before = sign
        if sign and streak >= length:
            runs.append((i - length + 1, sign))
    return runs


def _named(sign: int) -> HighOrLow:
    return "high" if sign > 0 else "low"

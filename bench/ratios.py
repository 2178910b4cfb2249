"""Ratios of two contenders, pair by pair within a round: what a busy machine does to one it does to the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Spread:
    """The middle, the least and the largest of some readings, and how many there are."""

    middle: float
    least: float
    most: float
    count: int


def spread(readings: Iterable[float | None]) -> Spread | None:
    """The spread of the readings that came; None where none did."""
    there = [reading for reading in readings if reading is not None]
    return Spread(median(there), min(there), max(there), len(there)) if there else None


def pair_by_pair(ours: Sequence[float | None], theirs: Sequence[float | None]) -> Spread | None:
    """The spread of ours divided by theirs of the same round; None where no round has both.

    Raises:
        ValueError: the two have not the same number of rounds.
    """
    pairs = zip(ours, theirs, strict=True)
    return spread(mine / other for mine, other in pairs if mine is not None and other)

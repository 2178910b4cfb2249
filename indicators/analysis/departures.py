"""How far each value lies from its neighbours, in robust standard deviations, so that one wrong value cannot hide itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

FEWEST_VALUES = 5
MOST_NEIGHBOURS = 6
SMALLEST_SPREAD = 0.02  # in powers of ten, about five per cent: very smooth series also move
MAD_TO_SD = 1.4826  # from the median absolute deviation to the standard deviation of a normal distribution


@dataclass(frozen=True)
class Departure:
    """A value's place among the known ones, what its neighbours lead one to expect, and how far it is from that.

    `ratio` is value over expected; `robust_z` is the departure in robust standard deviations of the others.
    """

    position: int
    expected: float
    ratio: float
    robust_z: float


def departures_from_neighbours(known: np.ndarray) -> list[Departure]:
    """How far each value is from the median of its nearest six (four in a series of five or six), where that is not zero.

    Departures are measured in powers of ten while every value is above zero, in the series' unit otherwise.
    """
    expected = np.median(known[_nearest(known.size)], axis=1)
    if (known > 0).all():
        departures = np.log10(known) - np.log10(expected)
        smallest = SMALLEST_SPREAD
    else:
        departures = known - expected
        smallest = SMALLEST_SPREAD * float(np.median(np.abs(known)))
    spreads = np.maximum(robust_deviation(departures[_all_but_one(known.size)]), smallest)
    return [
        Departure(
            i,
            float(expected[i]),
            float(known[i]) / float(expected[i]),
            float(departures[i] / spreads[i]),
        )
        for i in map(int, np.flatnonzero((expected != 0) & (spreads > 0)))
    ]


@cache
def _nearest(count: int) -> np.ndarray:
    """For each position as many before as after; at an end, the nearest on both sides together."""
    reach = 3 if count > MOST_NEIGHBOURS else 2
    firsts = [min(max(i - reach, 0), count - 1 - 2 * reach) for i in range(count)]
    return np.array(
        [[j for j in range(first, first + 2 * reach + 1) if j != i] for i, first in enumerate(firsts)]
    )


@cache
def _all_but_one(count: int) -> np.ndarray:
    """For each position all the others."""
    return np.array([[j for j in range(count) if j != i] for i in range(count)])


def robust_deviation(departures: np.ndarray) -> np.ndarray:
    """The standard deviation that a normal distribution with this median absolute deviation would have, along the last axis."""
    middle = np.median(departures, axis=-1, keepdims=True)
    return MAD_TO_SD * np.median(np.abs(departures - middle), axis=-1)

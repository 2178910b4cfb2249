"""Values that a source has probably got wrong: off by a power of ten, absurd, or unlike their own series.

A hit is a reason to look at the source, never a correction. The rules follow the usual practice of range and spike checks in
official statistics (median and median absolute deviation, so that one wrong value cannot hide itself).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from indicators.analysis.departures import (
    FEWEST_VALUES,
    SMALLEST_SPREAD,
    departures_from_neighbours,
    robust_deviation,
)

# smaller than any slip of a power of ten, larger than any true movement between neighbouring figures of a steady series
ABSURD_RATIO = 5.0
# a jump stands out from the usual departures by at least this many robust deviations
SPREADS_FOR_A_JUMP = 6.0
LARGEST_POWER = 3
SLIP_TOLERANCE = 0.25  # in powers of ten: a slip of ten makes a figure 5.6 to 17.8 times too large


@dataclass(frozen=True)
class Implausible:
    """One value that does not fit: where it is, what it is, and what the rest of its series leads one to expect.

    `ratio` is value over expected. `factor` is the power of ten that would explain it (10, 100, 1000, 0.1 ...), else None.
    `robust_z` is its distance in robust standard deviations of the series' own movements.
    """

    index: int
    kind: Literal["factor", "absurd", "level"]
    value: float
    expected: float
    ratio: float
    factor: float | None
    robust_z: float


def scale_jumps(values: Sequence[float | None]) -> tuple[Implausible, ...]:
    """Values off by a factor near 10, 100 or 1000, or otherwise absurd against the rest of the series.

    The worst value is taken out and the rest looked at again, so that two slips do not hide each other. A series whose unit changes
    part of the way is reported by its shorter part.

    Args:
        values: one indicator, one area, one length of period, in order of time; None for missing.

    Returns:
        Hits in order of position; empty with fewer than five values.
    """
    at, known = _known(values)
    found = _other_unit(at, known)
    kept = ~np.isin(at, [hit.index for hit in found])
    while kept.sum() >= FEWEST_VALUES and (worst := _worst_spike(at[kept], known[kept])):
        found.append(worst)
        kept &= at != worst.index
    return tuple(sorted(found, key=lambda hit: hit.index))


def level_jumps(
    values: Sequence[float | None],
    reference: Sequence[float | None] | None = None,
    *,
    robust_z: float = 8.0,
    smallest_change: float = 0.25,
) -> tuple[Implausible, ...]:
    """Values far from their neighbours in a series that otherwise moves little.

    Args:
        values: one indicator, one area, in order of time; None for missing.
        reference: what the other areas did in the same periods (for example their median), same length; its movement is taken out
            first, so that an event which moved everybody is no hit.
        robust_z: distance that makes a hit, in robust standard deviations of the series' own departures from its neighbours.
        smallest_change: smallest relative distance from the expected value that is worth reporting.

    Raises:
        ValueError: reference of another length.
    """
    if reference is None:
        reference = [1.0] * len(values)
    if len(reference) != len(values):
        raise ValueError(f"{len(values)} values but {len(reference)} of reference")
    pairs = [(v, r) if v is not None and r else (None, None) for v, r in zip(values, reference, strict=True)]
    at, known = _known([v for v, _ in pairs])
    if known.size < FEWEST_VALUES:
        return ()
    shared = np.array([pairs[i][1] for i in at], dtype=float)
    return tuple(
        Implausible(
            int(at[row.position]),
            "level",
            float(known[row.position]),
            float(row.expected * shared[row.position]),
            row.ratio,
            None,
            row.robust_z,
        )
        for row in departures_from_neighbours(known / shared)
        if abs(row.robust_z) >= robust_z and abs(row.ratio - 1) >= smallest_change
    )


def _known(values: Sequence[float | None]) -> tuple[np.ndarray, np.ndarray]:
    at = [i for i, v in enumerate(values) if v is not None and math.isfinite(v)]
    return np.array(at, dtype=int), np.array([values[i] for i in at], dtype=float)


def _worst_spike(at: np.ndarray, known: np.ndarray) -> Implausible | None:
    """The value furthest from its neighbours, if it is absurd beside them: a steep trend's end is near the one before it."""
    spikes = [
        row
        for row in departures_from_neighbours(known)
        if abs(row.robust_z) >= SPREADS_FOR_A_JUMP
        and _is_absurd(row.ratio)
        and any(_is_absurd(known[row.position] / known[j]) for j in _beside(row.position, known))
    ]
    if not spikes:
        return None
    worst = max(spikes, key=lambda row: abs(row.robust_z))
    power = _slip(math.log10(worst.ratio)) if worst.ratio > 0 else None
    return Implausible(
        int(at[worst.position]),
        "absurd" if power is None else "factor",
        float(known[worst.position]),
        worst.expected,
        worst.ratio,
        None if power is None else 10.0**power,
        worst.robust_z,
    )


def _other_unit(at: np.ndarray, known: np.ndarray) -> list[Implausible]:
    """The shorter side of a cut across which the level changes by a whole power of ten; noughts have no unit to tell."""
    at, known = at[known > 0], known[known > 0]
    if known.size < FEWEST_VALUES:
        return []
    logs = np.log10(known)
    steps = np.diff(logs)
    cut = int(np.argmax(np.abs(steps))) + 1
    step, spread = float(steps[cut - 1]), max(float(robust_deviation(steps)), SMALLEST_SPREAD)
    before, after = float(np.median(logs[:cut])), float(np.median(logs[cut:]))
    power = _slip(step)
    if power is None or abs(step) < SPREADS_FOR_A_JUMP * spread or _slip(after - before) != power:
        return []
    is_later_part = known.size < 2 * cut
    wrong = range(cut, known.size) if is_later_part else range(cut)
    right, factor = (before, 10.0**power) if is_later_part else (after, 10.0**-power)
    return [
        Implausible(
            int(at[i]), "factor", float(known[i]), 10**right, float(10 ** (logs[i] - right)), factor, z
        )
        for i, z in ((i, float((logs[i] - right) / spread)) for i in wrong)
    ]


def _is_absurd(ratio: float) -> bool:
    """At least five times too large or small, nought, or of the other sign."""
    return not 1 / ABSURD_RATIO < ratio < ABSURD_RATIO


def _beside(i: int, known: np.ndarray) -> list[int]:
    """The positions just before and after that hold something to compare with."""
    return [j for j in (i - 1, i + 1) if 0 <= j < known.size and known[j]]


def _slip(powers: float) -> int | None:
    """The whole power of ten (not 0, at most a thousandfold) that so many powers of ten are near, if any."""
    power = round(powers)
    is_near = abs(powers - power) <= SLIP_TOLERANCE
    return power if is_near and 0 < abs(power) <= LARGEST_POWER else None

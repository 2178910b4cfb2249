"""Places where a series moves to a new level at once and stays there: a change of definition looks like this, and so does an event."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indicators.analysis.departures import SMALLEST_SPREAD, robust_deviation
from indicators.analysis.missing import with_gaps

FEWEST_VALUES = 7
SPREADS_FOR_A_NEW_LEVEL = 8.0
SMALLEST_RATIO = 1.25
SHARE_KEPT = 0.6  # of the step that must remain between the medians of the three values on either side


@dataclass(frozen=True)
class NewLevel:
    """A step between two neighbouring values: `index` is the first at the new level, `ratio` the medians after over before.

    `robust_z` is the step in robust standard deviations of the series' other steps, in powers of ten.
    """

    index: int
    before: float
    after: float
    ratio: float
    robust_z: float


def new_levels(values: Sequence[float | None]) -> tuple[NewLevel, ...]:
    """Steps of at least a quarter, eight times the usual movement, that the next value bears out.

    No claim about a cause and no test: use it to ask whether somebody knows why, and leave the proof of a step change to
    `find_step_change`.

    Args:
        values: in order of time, above zero, None for missing; a step is only looked for between neighbours.

    Returns:
        In order of position; empty with fewer than seven values or with any that is not above zero.
    """
    series = with_gaps(values)
    known = [value for value in series if value is not None]
    if len(known) < FEWEST_VALUES or min(known) <= 0:
        return ()
    steps = {
        i: math.log10(series[i] / series[i - 1]) for i in range(1, len(series)) if series[i] and series[i - 1]
    }
    found = (_new_level(series, i, steps) for i in steps)
    return tuple(level for level in found if level is not None)


def _new_level(series: Sequence[float | None], i: int, steps: dict[int, float]) -> NewLevel | None:
    if abs(steps[i]) < math.log10(SMALLEST_RATIO):
        return None  # asked first, because it is quick and settles nearly every step
    others = np.array([step for j, step in steps.items() if j != i])
    before = [value for value in series[max(i - 3, 0) : i] if value is not None]
    after = [value for value in series[i : i + 3] if value is not None]
    if others.size < FEWEST_VALUES - 2 or len(after) == 1:
        return None
    z = (steps[i] - float(np.median(others))) / max(float(robust_deviation(others)), SMALLEST_SPREAD)
    ratio = float(np.median(after)) / float(np.median(before))
    is_large = abs(z) >= SPREADS_FOR_A_NEW_LEVEL
    is_kept = math.log10(ratio) / steps[i] >= SHARE_KEPT
    return NewLevel(i, series[i - 1], series[i], ratio, z) if is_large and is_kept else None

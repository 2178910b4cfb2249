"""The grid of damped-trend models: which gains, dampings and prior weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indicators.analysis.observed import FloatArray

GAINS = (0.0, 0.05, *(tenth / 10 for tenth in range(1, 11)))
SLOPE_GAINS, DAMPINGS = (0.05, 0.15, 0.3, 0.5), (0.8, 0.9, 0.95)
CLASS_WEIGHTS = {"level": 1.0, "drift": 0.6, "damped": 1.0}
# The straight line (a = 0) is only one of the twelve drift models: a line through everything is seldom the truth.


@dataclass(frozen=True, eq=False)
class Grid:
    """The models, one entry each: gain of the level, gain of the slope, damping, whether there is a slope, prior."""

    gain: FloatArray
    slope_gain: FloatArray
    damping: FloatArray
    sloped: FloatArray
    prior: FloatArray


def _grid() -> Grid:
    damped = [(a, a * b, phi) for a in GAINS if a > 0 for b in SLOPE_GAINS for phi in DAMPINGS]
    undamped = [(a, 0.0, 1.0) for a in GAINS]
    gain, slope_gain, damping = np.array([*undamped, *undamped, *damped]).T
    members = {"level": len(undamped), "drift": len(undamped), "damped": len(damped)}
    prior = np.concatenate([np.full(count, CLASS_WEIGHTS[name] / count) for name, count in members.items()])
    sloped = (np.arange(len(gain)) >= len(undamped)).astype(np.float64)
    return Grid(gain, slope_gain, damping, sloped, prior / prior.sum())


GRID = _grid()


def slope_reach(steps: int) -> FloatArray:
    """How far a slope of 1 has carried each model after 0, 1, … steps: 0, φ, φ + φ², …; shape (steps + 1, models)."""
    powers = GRID.damping ** np.arange(1, steps + 1)[:, None]
    return np.concatenate([np.zeros((1, len(GRID.gain))), np.cumsum(powers, axis=0)]) * GRID.sloped

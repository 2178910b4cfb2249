"""One-step errors of every model of the grid at once, and what a hole does to them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.observed import FloatArray
from indicators.analysis.trend_grid import GRID


def filtered(
    series: FloatArray, gains: FloatArray, observed: NDArray[np.bool_]
) -> tuple[FloatArray, FloatArray]:
    """One-step errors and final states from a state of nought.

    Args:
        series: shape (length, …, G); what stands in a hole is not read.
        gains: shape (length, 2, G).
        observed: shape (length,), true where there is a figure.

    Returns:
        Errors of the observed slots, shape (m, …, G), and level and slope at the end, shape (2, …, G).
    """
    level, slope = np.zeros(series.shape[1:]), np.zeros(series.shape[1:])
    errors = []
    for value, gain, present in zip(series, gains, observed, strict=True):
        slope = GRID.damping * slope
        level = level + slope
        if present:
            error = value - level
            level = level + gain[0] * error
            slope = slope + gain[1] * error
            errors.append(error)
    return np.array(errors), np.stack([level, slope])


def gains_for(observed: NDArray[np.bool_]) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Kalman gains, error deviations and final uncertainty; without holes the constants of the innovations form."""
    models = len(GRID.gain)
    steady = np.stack([GRID.gain, GRID.slope_gain])
    gains = np.broadcast_to(steady, (len(observed), 2, models)).copy()
    deviation = np.ones((len(observed), models))
    left = np.zeros((3, models))
    if np.all(observed):
        return gains, deviation, left
    phi = GRID.damping
    shock = np.stack([steady[0] ** 2, steady[0] * steady[1], steady[1] ** 2])
    for slot, present in enumerate(observed):
        both = phi * (left[1] + phi * left[2])
        moved = np.stack([left[0] + phi * left[1] + both, both, phi**2 * left[2]])
        if present:
            variance = 1 + moved[0]
            gain = (moved[:2] + steady) / variance
            gains[slot], deviation[slot] = gain, np.sqrt(variance)
            known = np.stack([gain[0] ** 2, gain[0] * gain[1], gain[1] ** 2]) * variance
            left = moved + shock - known
        else:
            left = moved + shock
    return gains, deviation[observed], left

"""The simple forecasts that a better one has to beat: what usually happens, the same season again, and the straight line."""

from __future__ import annotations

import math

import numpy as np

from indicators.analysis.observed import ObservedSeries
from indicators.analysis.student_mixture import StudentMixture

Bounds = tuple[float, float]


def share_met(history: ObservedSeries, met_between: Bounds) -> float:
    """The share of the figures so far that met the target."""
    low, high = met_between
    return float(np.mean((history.values >= low) & (history.values <= high)))


def seasonal_naive(
    history: ObservedSeries, horizon: int, periods_per_year: int, met_between: Bounds
) -> float | None:
    """The chance if the latest figure of the same season is the forecast, and its yearly changes are the errors.

    Returns:
        A probability, or None when no two figures lie a year apart or the season was never seen.
    """
    slots = np.full(history.length, np.nan)
    slots[history.positions] = history.values
    changes = slots[periods_per_year:] - slots[:-periods_per_year]
    changes = changes[~np.isnan(changes)]
    coming = history.length - 1 + horizon
    same_season = history.positions[(coming - history.positions) % periods_per_year == 0]
    if len(changes) == 0 or len(same_season) == 0:
        return None
    years = (coming - same_season[-1]) / periods_per_year
    error = math.sqrt(float(np.mean(changes**2)) * years)
    return _chance(float(slots[same_season[-1]]), error, float(len(changes)), met_between)


def straight_line(history: ObservedSeries, horizon: int, met_between: Bounds) -> float:
    """The chance by the least-squares line and its textbook prediction interval; needs three figures or more."""
    at = history.positions - history.positions.mean()
    spread = float(at @ at)
    slope = float(at @ history.values) / spread
    residuals = history.values - history.values.mean() - slope * at
    df = float(history.points - 2)
    ahead = history.length - 1 + horizon - float(history.positions.mean())
    error = math.sqrt(float(residuals @ residuals) / df * (1 + 1 / history.points + ahead**2 / spread))
    return _chance(float(history.values.mean()) + slope * ahead, error, df, met_between)


def _chance(centre: float, error: float, df: float, met_between: Bounds) -> float:
    low, high = met_between
    if error == 0:
        return float(low <= centre <= high)
    one = StudentMixture(np.ones(1), np.array([[centre]]), np.array([[error]]), np.array([df]))
    return float(one.cdf(high)[0] - one.cdf(low)[0])

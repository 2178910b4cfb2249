"""Quarter effects as columns of a regression: contrasts that sum to zero over the seasons."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.observed import FloatArray

FULL_YEARS = 3
ONE_SIDED_5_PER_CENT = 1.645
# Residuals smaller than this share of the movement are rounding, not a season.
NO_NOISE = 1e-10


def season_contrasts(
    positions: NDArray[np.int64], periods_per_year: int, seen: NDArray[np.int64]
) -> FloatArray:
    """One column fewer than there are seasons among `seen`: each season against the last of them.

    Args:
        positions: places in time (from 0) that need a row.
        periods_per_year: seasons in a year.
        seen: places in time that hold a figure; a season without any has no effect that could be estimated.

    Returns:
        Array of shape (len(positions), seasons seen - 1).
    """
    seasons = np.unique(seen % periods_per_year)
    place = (positions % periods_per_year)[:, None]
    return (place == seasons[None, :-1]).astype(np.float64) - (place == seasons[-1])


def has_full_years(positions: NDArray[np.int64], periods_per_year: int) -> bool:
    """Whether every season of the year has been seen at least three times."""
    counts = np.bincount(positions % periods_per_year, minlength=periods_per_year)
    return periods_per_year > 1 and bool(counts.min() >= FULL_YEARS)


def season_shows(scaled: FloatArray, positions: NDArray[np.int64], periods_per_year: int) -> bool:
    """Whether the season is strong enough to be worth its columns in a forecast.

    The autocorrelation a year apart of the series less its straight line must pass the one-sided 5 per cent point
    of its Bartlett standard error, 1.645 √((1 + 2 Σ r²)/n) over the shorter lags; at least three full years.

    Args:
        scaled: figures on the scale of the analysis, holes left out.
        positions: their places in time.
        periods_per_year: seasons in a year.
    """
    if not has_full_years(positions, periods_per_year) or np.all(scaled == scaled[0]):
        return False
    line = np.column_stack([np.ones(len(positions)), positions - positions.mean()])
    detrended = np.full(positions[-1] + 1, np.nan)
    moves = scaled - scaled[0]
    moves /= np.max(np.abs(moves))
    detrended[positions] = moves - line @ np.linalg.lstsq(line, moves, rcond=None)[0]
    total = float(np.nansum(detrended**2))
    if total <= len(positions) * NO_NOISE**2:
        return False
    at_lag = [
        float(np.nansum(detrended[lag:] * detrended[:-lag])) / total for lag in range(1, periods_per_year + 1)
    ]
    error = np.sqrt((1 + 2 * sum(r * r for r in at_lag[:-1])) / len(positions))
    return bool(at_lag[-1] > ONE_SIDED_5_PER_CENT * error)

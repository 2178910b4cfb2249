"""A grid of damped-trend models, fitted to one series all at once.

Innovations form (Hyndman and others 2008): forecast f = level + φ slope, error e = y - f, level ← f + a e, slope ← φ slope + B e.
With a = 0 the level model is the mean and the drift model the straight line; with a = 1 they are the random walk and the random walk
with drift. Starting level, starting slope and quarter effects enter linearly, so each model is a least-squares fit; nothing is
searched for. A hole is filtered exactly: the gain and the variance of the next error follow from the missed shocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from indicators.analysis import special
from indicators.analysis.observed import FloatArray
from indicators.analysis.season_columns import season_contrasts
from indicators.analysis.trend_filter import filtered, gains_for
from indicators.analysis.trend_grid import GRID, slope_reach

# A fit whose errors are smaller than this share of the movement follows a rule, not a process with noise.
NO_NOISE = 1e-10
SHAPES_KEPT = 24


@dataclass(frozen=True)
class SeriesShape:
    """Which slots hold a figure (one byte each) and how many seasons are estimated (1: none). Fits are cached by it."""

    observed: bytes
    seasons: int

    @property
    def length(self) -> int:
        """Slots from the first figure to the end of the series, holes included."""
        return len(self.observed)


@dataclass(frozen=True, eq=False)
class _Response:
    """What depends on the shape only; m figures, p columns (level, contrasts, slope), G models."""

    gains: FloatArray  # (length, 2, G) of level and slope
    deviation: FloatArray  # (m, G) standard deviation of each error, in shocks
    uncertainty: FloatArray  # (3, G) variance left at the end: level, both, slope
    base: FloatArray  # (G, m, p) orthonormal columns
    inverse: FloatArray  # (G, p, p) of the triangle
    log_determinant: FloatArray  # (G,)
    end: FloatArray  # (2, p, G) state at the end when each column alone is filtered
    reach: FloatArray  # (2, G) how far a slope of 1 at the start has gone by the end, and what is left of it


@dataclass(frozen=True, eq=False)
class DampedTrendFit:
    """The grid after one series, on a scale of the caller's: G models, their weights and their states at the end."""

    shape: SeriesShape
    weights: FloatArray  # (G,)
    level: FloatArray  # (G,)
    slope: FloatArray  # (G,)
    season: FloatArray  # (contrasts, G)
    shock: FloatArray  # (G,) standard deviation of one shock
    df: FloatArray  # (G,)


@lru_cache(maxsize=SHAPES_KEPT)
def _response(shape: SeriesShape) -> _Response:
    observed = np.frombuffer(shape.observed, dtype=np.bool_)
    models = len(GRID.gain)
    gains, deviation, uncertainty = gains_for(observed)
    times = np.arange(shape.length)
    contrasts = season_contrasts(times, shape.seasons, np.flatnonzero(observed))
    plain = np.column_stack([np.ones(shape.length), contrasts])
    reach = slope_reach(shape.length)
    columns = np.concatenate(
        [np.broadcast_to(plain[..., None], (*plain.shape, models)), reach[1:, None]], axis=1
    )
    errors, end = filtered(columns, gains, observed)
    base, triangle = np.linalg.qr(np.moveaxis(errors / deviation[:, None], 2, 0))
    # A model without a slope has an empty last column: it takes no part.
    without = GRID.sloped == 0
    base[without, :, -1] = 0.0
    triangle[without, -1, -1] = 1.0
    log_determinant = np.log(np.abs(np.diagonal(triangle, axis1=1, axis2=2))).sum(axis=1)
    return _Response(
        gains,
        deviation,
        uncertainty,
        base,
        np.linalg.inv(triangle),
        log_determinant + np.log(deviation).sum(axis=0),
        end,
        np.stack([reach[-1], GRID.damping**shape.length * GRID.sloped]),
    )


def fit_grid(series: FloatArray, seasons: int) -> DampedTrendFit | None:
    """Fit every model of the grid; None when some model fits without any error, so that nothing can be weighed.

    A model's weight is its prior times its marginal likelihood with flat priors on level, slope and season. The slope counts in
    shocks of the best model a period, so that no unit of measurement favours or hinders a slope.

    Args:
        series: figures on the scale of the analysis, NaN in holes; the first is a figure.
        seasons: 1, or how many seasons to estimate.
    """
    observed = ~np.isnan(series)
    shape = SeriesShape(observed.tobytes(), seasons)
    response = _response(shape)
    moves = series - series[0]
    unit = float(np.nanmax(np.abs(moves)))
    errors, end = filtered((moves / unit)[:, None], response.gains, observed)
    errors = (errors / response.deviation).T
    inner = np.swapaxes(response.base, 1, 2) @ errors[..., None]
    rss = np.square(errors - (response.base @ inner)[..., 0]).sum(axis=1)
    points, columns = errors.shape[1], response.base.shape[2]
    if np.min(rss) <= points * NO_NOISE**2:
        return None

    df = points - (columns - 1 + GRID.sloped)
    variance = rss / df
    log_weight = (
        np.log(GRID.prior)
        - response.log_determinant
        - df / 2 * np.log(np.pi * rss / np.min(variance))
        + special.gammaln(df / 2)
    )
    weights = np.exp(log_weight - log_weight.max())
    beta = (response.inverse @ inner)[..., 0].T
    level, slope = end - (response.end * beta).sum(axis=1)
    level = level + beta[0] + beta[-1] * response.reach[0]
    slope = slope + beta[-1] * response.reach[1]
    return DampedTrendFit(
        shape,
        weights / weights.sum(),
        series[0] + level * unit,
        slope * unit,
        beta[1:-1] * unit,
        np.sqrt(variance) * unit,
        df,
    )


def ahead(fit: DampedTrendFit, steps: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Centre and scale, in each model, of sums of coming figures.

    A shock at step j enters a sum up to step m with weight 1 + ψ_1 + … + ψ_(m-j), where ψ_i = a + B (φ + … + φ^i): the errors of
    neighbouring steps go together, so the variances of the steps are never simply added.

    Args:
        fit: the grid after the series.
        steps: shape (S, H): each row says how often each of the next H figures enters the sum.

    Returns:
        Centres and scales, each of shape (S, G).
    """
    response = _response(fit.shape)
    horizon = steps.shape[1]
    reach = slope_reach(horizon)
    weight = np.concatenate([np.ones((1, len(GRID.gain))), GRID.gain + GRID.slope_gain * reach[1:horizon]])
    lag = np.subtract.outer(np.arange(horizon), np.arange(horizon))
    shocks = np.where((lag >= 0)[..., None], weight[np.maximum(lag, 0)], 0.0)

    coming = np.arange(horizon) + fit.shape.length
    seen = np.flatnonzero(np.frombuffer(fit.shape.observed, dtype=np.bool_))
    contrasts = season_contrasts(coming, fit.shape.seasons, seen)
    centre = fit.level + fit.slope * reach[1:] + contrasts @ fit.season

    columns = np.concatenate([np.ones((horizon, 1)), contrasts], axis=1)[..., None] * np.ones(len(GRID.gain))
    from_start = response.reach[0] + response.reach[1] * reach[1:]
    columns = np.concatenate([columns, from_start[:, None]], axis=1)
    unexplained = columns - response.end[0] - response.end[1] * reach[1:, None]
    summed = np.tensordot(steps, unexplained, axes=1)
    estimated = np.square(np.swapaxes(np.moveaxis(summed, 2, 0) @ response.inverse, 0, 1)).sum(axis=2)

    counts, slopes = steps.sum(axis=1)[:, None], steps @ reach[1:]
    left = response.uncertainty
    state = counts**2 * left[0] + 2 * counts * slopes * left[1] + slopes**2 * left[2]
    variance = np.square(np.tensordot(steps, shocks, axes=1)).sum(axis=1) + estimated + state
    return steps @ centre, fit.shock * np.sqrt(variance)

"""Level, season and trend on each side of a date, with AR(1) errors whose strength is averaged out."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.autoregression import whitening
from indicators.analysis.observed import FloatArray
from indicators.analysis.season_columns import has_full_years, season_contrasts
from indicators.analysis.student_mixture import StudentMixture
from indicators.model import Reason

Model = Literal["level", "level_and_trend"]

AUTOCORRELATIONS = np.arange(-4, 20) / 20
# Residuals smaller than this share of the movement are rounding, not noise.
NO_NOISE = 1e-10


def segmented_columns(
    positions: NDArray[np.int64], before: int, periods_per_year: int, model: Model
) -> FloatArray:
    """The regression: step first, then constant, quarter effects, slope and change of slope.

    Args:
        positions: places in time of the m figures.
        before: how many of them lie before the step.
        periods_per_year: quarter effects come in from three full years on.
        model: whether slope and change of slope come in.

    Returns:
        Array of shape (m, columns).
    """
    step = (np.arange(len(positions)) >= before).astype(np.float64)
    columns = [step, np.ones(len(positions))]
    if has_full_years(positions, periods_per_year):
        columns.extend(season_contrasts(positions, periods_per_year, positions).T)
    if model == "level_and_trend":
        since = (positions - positions[before]).astype(np.float64)
        columns.extend([since, since * step])
    return np.column_stack(columns)


def estimated_step(
    scaled: FloatArray, columns: FloatArray, positions: NDArray[np.int64]
) -> StudentMixture | Reason:
    """The first coefficient by generalised least squares for each autocorrelation, weighted by restricted likelihood.

    Returns:
        A mixture of Student distributions with n - p degrees of freedom; or `not_separable` when the columns hang
        together, `no_variation` when they leave no noise.
    """
    if np.linalg.matrix_rank(columns) < columns.shape[1]:
        return Reason("not_separable", {"points": len(positions)})
    moves = scaled - scaled[0]
    unit = np.max(np.abs(moves))
    white = whitening(positions, AUTOCORRELATIONS)
    design = white.apply(columns)
    z = white.apply((moves / unit)[:, None])
    base, triangle = np.linalg.qr(design)
    inverse = np.linalg.inv(triangle)
    inner = np.swapaxes(base, 1, 2) @ z
    rss = np.square(z - base @ inner).sum(axis=(1, 2))
    if np.min(rss) <= len(scaled) * NO_NOISE**2:
        return Reason("no_variation", {"points": len(positions)})
    df = float(design.shape[1] - design.shape[2])
    log_determinant = np.log(np.abs(np.diagonal(triangle, axis1=1, axis2=2))).sum(axis=1)
    likelihood = white.log_jacobian - log_determinant - df / 2 * np.log(rss)
    weights = np.exp(likelihood - likelihood.max())
    step = (inverse @ inner)[:, 0, 0]
    error = np.sqrt(rss / df * np.square(inverse[:, 0]).sum(axis=1))
    return StudentMixture(
        weights / weights.sum(), unit * step[None], unit * error[None], np.full(len(weights), df)
    )

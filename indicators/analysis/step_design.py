"""The columns of a step change for every date and autocorrelation: what depends on places in time, not on figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.autoregression import Whitening, whitening
from indicators.analysis.observed import FloatArray
from indicators.analysis.season_columns import season_contrasts

AUTOCORRELATIONS = np.arange(10) / 10
POINTS_EACH_SIDE = 4
# A column of which less than this share is left beside the others says nothing of its own.
COLLINEAR = 1e-9
SHAPES_KEPT = 24


@dataclass(frozen=True, eq=False)
class StepDesign:
    """All that depends on the places of the points and not on their values; F autocorrelations, m points, K dates."""

    white: Whitening
    base: FloatArray  # (F, m, p0) orthonormal: constant and quarter contrasts, whitened
    log_marginal: FloatArray  # (F,) Jacobian of the whitening less half the log determinant of the base
    trend: FloatArray  # (F, m) the straight line beside the base, of length 1
    trend_length: FloatArray  # (F,)
    first: FloatArray  # (F, K) whitened height of a step's first point
    later: FloatArray  # (F, m) whitened height of a point after it
    step_length2: FloatArray  # (F, K) squared length of a step beside the base
    step_on_trend: FloatArray  # (F, K)
    candidates: NDArray[np.int64]  # (K,)

    def along_steps(self, rows: FloatArray) -> FloatArray:
        """Inner products of each whitened step with rows of shape (F, m), as (F, K)."""
        return _along_steps(rows[..., None], self.first, self.later, self.candidates)[..., 0]


def _along_steps(
    columns: FloatArray, first: FloatArray, later: FloatArray, candidates: NDArray[np.int64]
) -> FloatArray:
    """A whitened step is nought, then its first height, then the heights after it: sums from the end do for all dates."""
    from_here = np.flip(np.cumsum(np.flip(later[..., None] * columns, axis=1), axis=1), axis=1)
    from_next = np.concatenate([from_here[:, 1:], np.zeros_like(from_here[:, :1])], axis=1)
    return first[..., None] * columns[:, candidates] + from_next[:, candidates]


@lru_cache(maxsize=SHAPES_KEPT)
def step_design(places: bytes, periods_per_year: int) -> StepDesign:
    """The design for points at the given places (int64 as bytes); dates that holes make inseparable are left out."""
    positions = np.frombuffer(places, dtype=np.int64)
    points = len(positions)
    white = whitening(positions, AUTOCORRELATIONS)
    constant_and_season = np.column_stack(
        [np.ones(points), season_contrasts(positions, periods_per_year, positions)]
    )
    base, triangle = np.linalg.qr(white.apply(constant_and_season))
    log_determinant = np.log(np.abs(np.diagonal(triangle, axis1=1, axis2=2))).sum(axis=1)
    line = white.apply((positions - positions.mean())[:, None])[..., 0]
    line -= projected(line, base)
    trend_length = np.linalg.norm(line, axis=1)
    trend = line / trend_length[:, None]

    candidates = np.arange(POINTS_EACH_SIDE, points - POINTS_EACH_SIDE + 1)
    first, later = white.own[:, candidates], white.own + white.previous
    whole = (
        first**2
        + _along_steps(later[..., None], first, later, candidates)[..., 0]
        - first * later[:, candidates]
    )
    beside_base = whole - np.square(_along_steps(base, first, later, candidates)).sum(axis=-1)
    on_trend = _along_steps(trend[..., None], first, later, candidates)[..., 0]
    separable = np.all(beside_base - on_trend**2 > COLLINEAR * whole, axis=0)
    return StepDesign(
        white=white,
        base=base,
        log_marginal=white.log_jacobian - log_determinant,
        trend=trend,
        trend_length=trend_length,
        first=first[:, separable],
        later=later,
        step_length2=beside_base[:, separable],
        step_on_trend=on_trend[:, separable],
        candidates=candidates[separable],
    )


def projected(rows: FloatArray, base: FloatArray) -> FloatArray:
    """The part of each row, shape (F, m), that the base explains."""
    return (base @ (np.swapaxes(base, 1, 2) @ rows[..., None]))[..., 0]

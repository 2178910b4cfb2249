"""The arithmetic behind a step change: every date tried, every strength of autocorrelation averaged out.

Unit-information Bayes factors (Zellner's g = n; Liang and others 2008) compare four accounts of a series: no change, a
steady trend, a step, a step with a trend. Noise is AR(1); its φ runs over 0, 0.1, …, 0.9 with equal weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.observed import FloatArray
from indicators.analysis.step_design import projected, step_design
from indicators.analysis.student_mixture import StudentMixture

# Residuals smaller than this share of the movement are rounding: the season repeats exactly.
NO_NOISE = 1e-10
BreakAccount = Literal["step", "step_with_trend"]


@dataclass(frozen=True, eq=False)
class StepPosterior:
    """Probabilities of the four accounts; date and size by the likelier of the two that hold a step.

    `candidates` are places among the points (not slots) at which a new level may begin; `date_probability` has one
    entry for each. `size` is the step on the scale of the values. Both are conditional on `account`: to average a plain step
    with a step against a trend would mix two stories, whose steps may go opposite ways. `slope` is the trend a period, where
    there is a trend and no step.
    """

    p_none: float
    p_trend: float
    p_step: float
    p_both: float
    account: BreakAccount
    candidates: NDArray[np.int64]
    date_probability: FloatArray
    size: StudentMixture
    slope: float


def step_posterior(
    scaled: FloatArray, positions: NDArray[np.int64], periods_per_year: int
) -> StepPosterior | None:
    """What the figures say about each account of the series; None when nothing but a repeating season is in them.

    Args:
        scaled: figures on the scale of the analysis, holes left out, shape (m,).
        positions: their places in time, rising.
        periods_per_year: 1, or the seasons whose effects are estimated together with the change.
    """
    design = step_design(positions.astype(np.int64).tobytes(), periods_per_year)
    points, base_columns = len(scaled), design.base.shape[2]
    df = points - base_columns
    moves = scaled - scaled[0]
    unit = float(np.max(np.abs(moves)))
    if unit == 0:
        return None
    z = design.white.apply((moves / unit)[:, None])[..., 0]
    z -= projected(z, design.base)
    rss = np.square(z).sum(axis=1)
    if rss[0] <= points * NO_NOISE**2:
        return None

    on_trend = np.sum(z * design.trend, axis=1)
    on_step = design.along_steps(z)
    beside_trend = on_step - design.step_on_trend * on_trend[:, None]
    length2_beside = design.step_length2 - design.step_on_trend**2
    r2_trend = on_trend**2 / rss
    r2_step = on_step**2 / (design.step_length2 * rss[:, None])
    r2_both = r2_trend[:, None] + beside_trend**2 / (length2_beside * rss[:, None])

    none = design.log_marginal - df / 2 * np.log(rss)
    trend = none + _log_bayes_factor(r2_trend, 1, df, points)
    each_date = np.log(len(design.candidates))
    step = none[:, None] + _log_bayes_factor(r2_step, 1, df, points) - each_date
    both = none[:, None] + _log_bayes_factor(r2_both, 2, df, points) - each_date
    highest = max(float(part.max()) for part in (none, trend, step, both))
    evidence = np.array([np.exp(part - highest).sum() for part in (none, trend, step, both)])
    p_none, p_trend, p_step, p_both = (evidence / evidence.sum()).tolist()

    shrink = points / (points + 1)
    account: BreakAccount = "step" if p_step >= p_both else "step_with_trend"
    log_weights, inner, length2, r2 = (
        (step, on_step, design.step_length2, r2_step)
        if account == "step"
        else (both, beside_trend, length2_beside, r2_both)
    )
    weights = _weights(log_weights)
    variance = rss[:, None] * (1 - shrink * r2) / df
    return StepPosterior(
        p_none,
        p_trend,
        p_step,
        p_both,
        account,
        design.candidates,
        weights.sum(axis=0),
        StudentMixture(
            weights.ravel(),
            (unit * shrink * inner / length2).reshape(1, -1),
            (unit * np.sqrt(shrink * variance / length2)).reshape(1, -1),
            np.full(weights.size, float(df)),
        ),
        unit * float(np.sum(_weights(trend) * shrink * on_trend / design.trend_length)),
    )


def _weights(log_weights: FloatArray) -> FloatArray:
    weights = np.exp(log_weights - log_weights.max())
    return weights / weights.sum()


def _log_bayes_factor(r2: FloatArray, columns: int, df: int, points: int) -> FloatArray:
    """Evidence for `columns` more columns that explain a share `r2` of what the base leaves, unit information."""
    return (df - columns) / 2 * np.log1p(points) - df / 2 * np.log1p(points * np.maximum(1 - r2, 0.0))

"""Scales on which noise is roughly even, and the way back to the unit of the measure.

`log` for positive rates and larger counts, `root` (2 √(x + 3/8), Anscombe 1948) for small counts, `logit` for
percentages near 0 or 100, `raw` for everything else.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from indicators.analysis.observed import FloatArray
from indicators.model import Reason

Scale = Literal["raw", "log", "root", "logit"]
MeasureKind = Literal["count", "rate", "percentage", "other"]

SMALL_COUNT = 20
EXTREME_PERCENTAGES = (10.0, 90.0)
ANSCOMBE = 0.375
# The lowest and the highest figure that each scale can express.
LIMITS: dict[Scale, tuple[float, float]] = {
    "raw": (-np.inf, np.inf),
    "log": (0.0, np.inf),
    "root": (0.0, np.inf),
    "logit": (0.0, 100.0),
}


def check_scale(scale: Scale) -> None:
    """Refuse a word that is no scale.

    Raises:
        ValueError: the scale is not one of the four.
    """
    if scale not in LIMITS:
        raise ValueError(f"scale must be one of {sorted(LIMITS)}, got {scale!r}")


def outside_scale(values: FloatArray, scale: Scale) -> Reason | None:
    """Why these values cannot stand on the scale: `log` needs values above 0, `root` 0 or more, `logit` between 0 and 100."""
    lowest, highest = LIMITS[scale]
    unfit = values < lowest if scale in ("raw", "root") else (values <= lowest) | (values >= highest)
    if not np.any(unfit):
        return None
    return Reason(
        "outside_scale", {"scale": scale, "value": float(values[unfit][0]), "count": int(np.sum(unfit))}
    )


def to_scale(values: FloatArray | float, scale: Scale) -> FloatArray:
    """Values in the unit of the measure on the given scale; those at or beyond its limits become infinite."""
    x = np.asarray(values, dtype=np.float64)
    with np.errstate(divide="ignore"):
        if scale == "log":
            return np.log(np.maximum(x, 0.0))
        if scale == "root":
            return np.where(x < 0, -np.inf, 2 * np.sqrt(np.maximum(x, 0.0) + ANSCOMBE))
        if scale == "logit":
            share = np.clip(x, 0.0, 100.0)
            return np.log(share) - np.log(100.0 - share)
    return x


def from_scale(scaled: FloatArray | float, scale: Scale) -> FloatArray:
    """The way back: values on the scale in the unit of the measure (a count is never below 0)."""
    z = np.asarray(scaled, dtype=np.float64)
    with np.errstate(over="ignore"):
        if scale == "log":
            return np.exp(z)
        if scale == "root":
            return np.maximum(np.square(np.maximum(z, 0.0) / 2) - ANSCOMBE, 0.0)
        if scale == "logit":
            return 100.0 / (1.0 + np.exp(-z))
    return z


def step_in_unit(step: FloatArray, mean_level: float, share_after: float, scale: Scale) -> FloatArray:
    """A step on the scale as people read it: per cent for `log`, otherwise the unit of the measure.

    On a curved scale the same step is worth more in the middle than at the edge. It is stated where the series
    lies: from the old level to the new one, which together have the mean level of the whole series.

    Args:
        step: new level minus old level, on the scale.
        mean_level: mean of the series on the scale.
        share_after: share of the points that lie after the step, 0 to 1.
        scale: the scale of `step` and `mean_level`.
    """
    if scale == "raw":
        return step
    if scale == "log":
        with np.errstate(over="ignore"):
            return 100.0 * np.expm1(step)
    old_level = mean_level - step * share_after
    return from_scale(old_level + step, scale) - from_scale(old_level, scale)


def suited_scale(values: FloatArray, kind: MeasureKind) -> Scale:
    """The scale to analyse a measure on, from what it measures and where its values lie.

    Args:
        values: the figures without holes; percentages run from 0 to 100.
        kind: what one value is.
    """
    if len(values) == 0:
        return "raw"
    lowest, highest = float(np.min(values)), float(np.max(values))
    if kind == "count" and lowest >= 0:
        return "log" if lowest > SMALL_COUNT else "root"
    if kind == "rate" and lowest > 0:
        return "log"
    low, high = EXTREME_PERCENTAGES
    if (
        kind == "percentage"
        and lowest > 0
        and highest < LIMITS["logit"][1]
        and (lowest < low or highest > high)
    ):
        return "logit"
    return "raw"

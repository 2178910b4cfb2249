"""Has the level changed since a date that was fixed in advance, such as the start of an agreement?

Segmented regression with AR(1) errors. The strength of the autocorrelation is averaged over its restricted likelihood, which
keeps false claims near their nominal rate on short series, where Newey-West errors do not. Without an area to compare
with, it shows change *since* the date, never *because of* what happened then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from indicators.analysis.observed import FloatArray, ObservedSeries, observed_series
from indicators.analysis.polarity import Judgement, check_polarity, judged
from indicators.analysis.segmented_regression import Model, estimated_step, segmented_columns
from indicators.analysis.student_mixture import StudentMixture
from indicators.analysis.transforms import Scale, check_scale, outside_scale, step_in_unit, to_scale
from indicators.model import Polarity, Reason

FEWEST_BEFORE, FEWEST_AFTER, FEWEST_FOR_TREND = 8, 4, 24
INTERVAL_AND_MIDDLE = (0.025, 0.5, 0.975)


@dataclass(frozen=True)
class KnownChange:
    """The change of level at the date. Everything but the points and `reason` is None when `reason` is set.

    `effect` (new level minus old, at the date) and its 95 per cent `interval` are in the unit of the measure, or in per cent
    of the old level on the log scale. `p_rise` is the probability that the level rose; `p_better` that it moved the wanted way,
    None where no single direction is wanted. `before` and `after` count the figures used on each side. `model` says
    whether a trend (with a change of slope) was estimated beside the level, as it is from 24 figures.

    `reason` codes: `overlapping_periods`, `break_in_series`, `not_finite`, `no_values`, `too_few_before`, `too_recent_to_judge` (fewer
    than four figures since), `outside_scale`, `has_not_moved`, `no_variation` (no noise around the two levels),
    `not_separable` (holes leave the step looking like the season).
    """

    before: int
    after: int
    scale: Scale
    effect: float | None = None
    interval: tuple[float, float] | None = None
    p_rise: float | None = None
    p_better: float | None = None
    judgement: Judgement | None = None
    model: Model | None = None
    reason: Reason | None = None


def change_since(
    values: Sequence[float | None] | FloatArray,
    index: int,
    *,
    periods_per_year: int,
    polarity: Polarity,
    scale: Scale = "raw",
    model: Model | None = None,
    transition: int = 0,
    overlapping: bool = False,
    break_at: Sequence[int] = (),
) -> KnownChange:
    """The change of level from `index` on, with 8 figures needed before it and 4 after.

    Args:
        values: one figure a period in order of time; None or NaN where there is none (the noise is carried across).
        index: the first figure (from 0) of the new time, which may lie beyond the latest figure. It must have been
            fixed before looking at the figures.
        periods_per_year: 1 for annual figures, 4 for quarters; quarter effects are estimated from three full years on.
        polarity: which way is better.
        scale: scale of the analysis; percentages for `logit` run from 0 to 100.
        model: `level` estimates no trend; by default the trend comes in from 24 figures on, because a level model claims
            a change in most series that only go on as they went before.
        transition: figures from `index` on that belong to neither side, for a start in phases.
        overlapping: the periods share months; refused.
        break_at: indices of the first figure of each new definition; refused.

    Raises:
        ValueError: `index` or `transition` below 0, an unknown scale or polarity, `periods_per_year` below 1, a break
            outside the series.
    """
    if index < 0 or transition < 0:
        raise ValueError(f"index and transition must be 0 or more, got {index} and {transition}")
    check_scale(scale)
    check_polarity(polarity)
    series = observed_series(
        values, periods_per_year=periods_per_year, overlapping=overlapping, break_at=break_at
    )
    if isinstance(series, Reason):
        return KnownChange(0, 0, scale, reason=series)
    series = _without(series, index, index + transition)
    before = int(np.sum(series.positions < index))
    after = series.points - before
    if (reason := _unfit(series, before, after, scale)) is not None:
        return KnownChange(before, after, scale, reason=reason)
    model = model or ("level_and_trend" if series.points >= FEWEST_FOR_TREND else "level")
    scaled = to_scale(series.values, scale)
    columns = segmented_columns(series.positions, before, periods_per_year, model)
    estimate = estimated_step(scaled, columns, series.positions)
    if isinstance(estimate, Reason):
        return KnownChange(before, after, scale, reason=estimate)
    return _described(estimate, scaled, KnownChange(before, after, scale, model=model), polarity)


def _without(series: ObservedSeries, start: int, end: int) -> ObservedSeries:
    kept = (series.positions < start) | (series.positions >= end)
    return ObservedSeries(series.values[kept], series.positions[kept], series.length)


def _unfit(series: ObservedSeries, before: int, after: int, scale: Scale) -> Reason | None:
    if series.points == 0:
        return Reason("no_values", {"needed": FEWEST_BEFORE + FEWEST_AFTER})
    if before < FEWEST_BEFORE:
        return Reason("too_few_before", {"points": before, "needed": FEWEST_BEFORE})
    if after < FEWEST_AFTER:
        return Reason("too_recent_to_judge", {"points": after, "needed": FEWEST_AFTER})
    if series.has_not_moved:
        return Reason("has_not_moved", {"points": series.points, "value": float(series.values[0])})
    return outside_scale(series.values, scale)


def _described(
    estimate: StudentMixture, scaled: FloatArray, known: KnownChange, polarity: Polarity
) -> KnownChange:
    low, effect, high = step_in_unit(
        estimate.quantiles(INTERVAL_AND_MIDDLE)[:, 0],
        float(np.mean(scaled)),
        known.after / len(scaled),
        known.scale,
    )
    p_rise = 1 - float(estimate.cdf(0.0)[0])
    wanted = judged(1.0, polarity)
    return replace(
        known,
        effect=float(effect),
        interval=(float(low), float(high)),
        p_rise=p_rise,
        p_better=None if wanted is None else p_rise if wanted == "better" else 1 - p_rise,
        judgement=judged(float(effect), polarity),
    )

"""Has there been a real step change, when, and by how much, when nobody fixed the date beforehand?

The answer is a probability, not a yes: four accounts of the series (no change, a steady trend, a step, a step with a
trend) are weighed against each other with autocorrelated noise averaged out. With five years of quarters only large steps can be
proved, so `too_early` is an honest and frequent answer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from indicators.analysis.observed import FloatArray, ObservedSeries, observed_series, too_few_points
from indicators.analysis.polarity import Judgement, check_polarity, judged
from indicators.analysis.season_columns import FULL_YEARS
from indicators.analysis.step_posterior import BreakAccount, StepPosterior, step_posterior
from indicators.analysis.transforms import Scale, check_scale, outside_scale, step_in_unit, to_scale
from indicators.model import Polarity, Reason

Strength = Literal["very_strong", "strong", "signs", "gradual", "none", "too_early"]
SizeUnit = Literal["measure", "per_cent"]

VERY_STRONG, STRONG, SIGNS = 0.95, 0.80, 0.50
DATE_SET = 0.90
FEWEST_ANNUAL, FEWEST = 10, 12
INTERVAL_AND_MIDDLE = (0.025, 0.5, 0.975)


@dataclass(frozen=True)
class StepChange:
    """What the figures say about a step. Everything but `points` and `reason` is None when `reason` is set.

    The four probabilities sum to 1. `index` (from 0, holes counted) is the likeliest first figure of a new level and
    `index_range` the first and last date of the smallest set of dates that holds 90 per cent. `size` (new level minus
    old) and its 95 per cent interval are in the unit of the measure, or in per cent of the old level on the log scale
    (`size_unit`); on the logit scale they are percentage points, stated where the series lies. Date and size
    suppose that there was a step, and belong to the likelier `account` of the two that hold one.

    `strength` applies the thresholds 95, 80 and 50 in 100 to `p_step + p_both`, then asks for a trend, then for no change.
    `judgement` is that of the step, or of the trend when `strength` is `gradual`; None without a claim or a
    direction of good. `tested` are the first and last date tried: a change after the last is too recent to judge.

    `reason` codes: `overlapping_periods`, `break_in_series`, `not_finite`, `no_values`, `too_few_points`,
    `outside_scale`, `has_not_moved` (every figure alike, or alike but for a season that repeats exactly).
    """

    points: int
    scale: Scale
    p_none: float | None = None
    p_trend: float | None = None
    p_step: float | None = None
    p_both: float | None = None
    account: BreakAccount | None = None
    index: int | None = None
    index_range: tuple[int, int] | None = None
    size: float | None = None
    size_interval: tuple[float, float] | None = None
    size_unit: SizeUnit | None = None
    strength: Strength | None = None
    judgement: Judgement | None = None
    tested: tuple[int, int] | None = None
    reason: Reason | None = None

    @property
    def p_change(self) -> float | None:
        """Probability that there was a step, with or without a trend beside it."""
        return None if self.p_step is None or self.p_both is None else self.p_step + self.p_both

    @property
    def in_100(self) -> int | None:
        """That probability in whole hundredths, cut off, so that it never says more than the strength does."""
        return None if self.p_change is None else math.floor(100 * self.p_change)


def find_step_change(
    values: Sequence[float | None] | FloatArray,
    *,
    periods_per_year: int,
    polarity: Polarity,
    scale: Scale = "raw",
    overlapping: bool = False,
    break_at: Sequence[int] = (),
) -> StepChange:
    """Weigh no change, a steady trend, a step and a step with a trend; every date with four points on each side.

    Needs 12 figures (10 when annual; three full years when there are seasons). Quarter effects are estimated together with the
    change. A hole keeps its place in time: the noise is carried across it, no figure is made up.

    Args:
        values: one figure a period in order of time; None or NaN where there is none. Quarters of a flow must be
            discrete, not year to date.
        periods_per_year: 1 for annual figures, 4 for quarters.
        polarity: which way is better.
        scale: scale of the analysis; percentages for `logit` run from 0 to 100.
        overlapping: the periods share months; refused.
        break_at: indices of the first figure of each new definition; refused, pass the figures since the break.

    Raises:
        ValueError: an unknown scale or polarity, `periods_per_year` below 1, a break outside the series.
    """
    check_scale(scale)
    check_polarity(polarity)
    series = observed_series(
        values, periods_per_year=periods_per_year, overlapping=overlapping, break_at=break_at
    )
    if isinstance(series, Reason):
        return StepChange(series.figures["points"], scale, reason=series)
    reason = too_few_points(series.points, fewest_points(periods_per_year)) or outside_scale(
        series.values, scale
    )
    if reason is not None:
        return StepChange(series.points, scale, reason=reason)
    scaled = to_scale(series.values, scale)
    posterior = None if series.has_not_moved else step_posterior(scaled, series.positions, periods_per_year)
    if posterior is None:
        figures = {"points": series.points, "value": float(series.values[-1])}
        return StepChange(series.points, scale, reason=Reason("has_not_moved", figures))
    return _described(series, scaled, posterior, scale, polarity)


def fewest_points(periods_per_year: int) -> int:
    """How many figures a step change needs: 10 a year apart, otherwise 12 and never less than three full years."""
    return FEWEST_ANNUAL if periods_per_year == 1 else max(FEWEST, FULL_YEARS * periods_per_year)


def strength_of(p_none: float, p_trend: float, p_change: float) -> Strength:
    """The code of the words for the four probabilities; thresholds belong to the stronger word."""
    if p_change >= SIGNS:
        return "very_strong" if p_change >= VERY_STRONG else "strong" if p_change >= STRONG else "signs"
    if p_trend >= SIGNS:
        return "gradual"
    return "none" if p_none >= SIGNS else "too_early"


def _described(
    series: ObservedSeries, scaled: FloatArray, posterior: StepPosterior, scale: Scale, polarity: Polarity
) -> StepChange:
    dates = series.positions[posterior.candidates]
    best = int(np.argmax(posterior.date_probability))
    share_after = 1 - posterior.candidates[best] / series.points
    on_scale = posterior.size.quantiles(INTERVAL_AND_MIDDLE)[:, 0]
    low, size, high = step_in_unit(on_scale, float(np.mean(scaled)), float(share_after), scale)
    strength = strength_of(posterior.p_none, posterior.p_trend, posterior.p_step + posterior.p_both)
    moved = {"gradual": posterior.slope, "none": 0.0, "too_early": 0.0}.get(strength, float(size))
    first, last = _smallest_set(posterior.date_probability)
    return StepChange(
        points=series.points,
        scale=scale,
        p_none=posterior.p_none,
        p_trend=posterior.p_trend,
        p_step=posterior.p_step,
        p_both=posterior.p_both,
        account=posterior.account,
        index=int(dates[best]),
        index_range=(int(dates[first]), int(dates[last])),
        size=float(size),
        size_interval=(float(low), float(high)),
        size_unit="per_cent" if scale == "log" else "measure",
        strength=strength,
        judgement=judged(moved, polarity),
        tested=(int(dates[0]), int(dates[-1])),
    )


def _smallest_set(probability: FloatArray) -> tuple[int, int]:
    """First and last member of the smallest set that holds 90 per cent."""
    likeliest_first = np.argsort(-probability, kind="stable")
    held = np.cumsum(probability[likeliest_first])
    members = likeliest_first[: int(np.searchsorted(held, DATE_SET)) + 1]
    return int(members.min()), int(members.max())

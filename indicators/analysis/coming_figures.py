"""What the coming figures may be: a whole distribution for each period ahead, never a bare line.

A grid of damped-trend models is averaged by how well each explains the series; the mean, the straight line, the random walk and the
random walk with drift are among them. In a back-test on 252 quarterly series of the M3 competition (Makridakis and Hibon
2000) it scored better than automatic exponential smoothing, ARIMA, Theta, and the straight line by far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from indicators.analysis.damped_trend import DampedTrendFit, ahead, fit_grid
from indicators.analysis.observed import FloatArray, ObservedSeries, observed_series, too_few_points
from indicators.analysis.outlook import Outlook
from indicators.analysis.season_columns import season_shows
from indicators.analysis.student_mixture import StudentMixture
from indicators.analysis.transforms import Scale, check_scale, from_scale, outside_scale, to_scale
from indicators.model import Reason

FEWEST, FEWEST_FOR_CONFIDENCE = 8, 12
# Averaged over series, the intervals came out too narrow by these factors: near (to four steps) and beyond.
NEAR_STEPS, WIDEN_NEAR, WIDEN_FAR = 4, 1.1, 1.2


@dataclass(frozen=True)
class Forecast:
    """The coming `horizon` periods, counted from the slot after the last one given (a hole at the end is a slot).

    Every method returns None when `reason` is set, and raises ValueError for a step outside 1 to `horizon`. `points` counts the
    figures used; with 8 to 11 of them `low_confidence` is set. `seasonal` says whether quarter effects were estimated.

    `reason` codes: `overlapping_periods`, `break_in_series`, `not_finite`, `no_values`, `too_few_points` (fewer than
    8), `outside_scale`, `has_not_moved`, `no_variation` (the figures follow a rule without any noise).
    """

    points: int
    horizon: int
    scale: Scale
    low_confidence: bool = False
    seasonal: bool = False
    reason: Reason | None = None
    fit: DampedTrendFit | None = field(default=None, compare=False, repr=False)
    steps: StudentMixture | None = field(default=None, compare=False, repr=False)

    def at(self, h: int) -> Outlook:
        """The distribution of the figure `h` periods ahead."""
        if not 1 <= h <= self.horizon:
            raise ValueError(f"the forecast reaches from 1 to {self.horizon} periods ahead, asked for {h}")
        mixture = None if self.steps is None else self.steps.row(h - 1)
        return Outlook(self.scale, mixture, self.low_confidence, self.reason)

    def mean(self, h: int) -> float | None:
        """The middle of the forecast `h` periods ahead: the mean on the raw scale, elsewhere the median."""
        return self.at(h).mean()

    def quantile(self, p: float, h: int) -> float | None:
        """The figure that is not passed with probability `p`, `h` periods ahead."""
        return self.at(h).quantile(p)

    def probability_at_least(self, x: float, h: int) -> float | None:
        """Probability of `x` or more, `h` periods ahead."""
        return self.at(h).probability_at_least(x)

    def probability_at_most(self, x: float, h: int) -> float | None:
        """Probability of `x` or less, `h` periods ahead."""
        return self.at(h).probability_at_most(x)

    def fan(self, probabilities: Sequence[float]) -> FloatArray | None:
        """Quantiles of every step at once, shape (probabilities, horizon): what a fan chart draws."""
        return None if self.steps is None else from_scale(self.steps.quantiles(probabilities), self.scale)


def forecast(
    values: Sequence[float | None] | FloatArray,
    horizon: int,
    *,
    periods_per_year: int,
    scale: Scale = "raw",
    overlapping: bool = False,
    break_at: Sequence[int] = (),
) -> Forecast:
    """The distribution of each of the next `horizon` figures; needs 8 figures.

    Quarter effects are estimated when the season shows in at least three full years. Scales are widened by 1.1 to four
    steps ahead and by 1.2 beyond, which a back-test found to be needed.

    Args:
        values: one figure a period in order of time; None or NaN where there is none. Quarters of a flow must be
            discrete, not year to date.
        horizon: how many periods ahead, 1 or more.
        periods_per_year: 1 for annual figures, 4 for quarters.
        scale: `log` for counts, `logit` for percentages (0 to 100) that pass 90 or fall below 10.
        overlapping: the periods share months; refused.
        break_at: indices of the first figure of each new definition; refused, pass the figures since the break.

    Raises:
        ValueError: a horizon or `periods_per_year` below 1, an unknown scale, a break outside the series.
    """
    if horizon < 1:
        raise ValueError(f"horizon must be 1 or more, got {horizon}")
    check_scale(scale)
    series = observed_series(
        values, periods_per_year=periods_per_year, overlapping=overlapping, break_at=break_at
    )
    if isinstance(series, Reason):
        return Forecast(series.figures["points"], horizon, scale, reason=series)
    if (reason := _unfit(series, scale)) is not None:
        return Forecast(series.points, horizon, scale, reason=reason)

    scaled = to_scale(series.values, scale)
    # Slots before the first figure know nothing, so the series begins there.
    positions = series.positions - series.positions[0]
    slots = np.full(series.length - series.positions[0], np.nan)
    slots[positions] = scaled
    seasonal = season_shows(scaled, positions, periods_per_year)
    fit = fit_grid(slots, periods_per_year if seasonal else 1)
    if fit is None:
        no_noise = Reason("no_variation", {"points": series.points})
        return Forecast(series.points, horizon, scale, reason=no_noise)
    centres, scales = ahead(fit, np.eye(horizon))
    widened = np.array([widening(h) for h in range(1, horizon + 1)])
    return Forecast(
        points=series.points,
        horizon=horizon,
        scale=scale,
        low_confidence=series.points < FEWEST_FOR_CONFIDENCE,
        seasonal=seasonal,
        fit=fit,
        steps=StudentMixture(fit.weights, centres, scales * widened[:, None], fit.df),
    )


def widening(furthest_step: int) -> float:
    """The factor by which a scale is widened, from the furthest step that it reaches."""
    return WIDEN_NEAR if furthest_step <= NEAR_STEPS else WIDEN_FAR


def _unfit(series: ObservedSeries, scale: Scale) -> Reason | None:
    reason = too_few_points(series.points, FEWEST) or outside_scale(series.values, scale)
    if reason is None and series.has_not_moved:
        return Reason("has_not_moved", {"points": series.points, "value": float(series.values[0])})
    return reason

"""What the figures of one line can prove: signals, trend, step, forecast, chance, comparison. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.analysis.coming_figures import Forecast, forecast
from indicators.analysis.comparable_figures import with_holes
from indicators.analysis.missing import with_gaps
from indicators.analysis.special_causes import HighOrLow, SpecialCause
from indicators.analysis.step_change import StepChange, find_step_change
from indicators.analysis.step_verdict import StepVerdict
from indicators.analysis.target_chance import Chance, chance_of_meeting
from indicators.analysis.transforms import Scale, suited_scale
from indicators.analysis.trend_marker import RecentTrend, recent_trend
from indicators.analysis.xmr import XmrChart
from indicators.assessments.judged import Assessment, polarity_over_time
from indicators.assessments.process import QUARTERS, process_chart, without_season
from indicators.assessments.verdict import in_pandemic, possible_figures, verdict_of
from indicators.model import Observation, Polarity, Reason
from indicators.periods import Period, gaps, is_overlapping_series, parse, sort_key

SCALED_AS = {"percentage": "percentage", "rate": "rate", "count": "count"}
FAN = (0.025, 0.1, 0.5, 0.9, 0.975)
FURTHEST = 40  # periods: beyond this a forecast says nothing that a reader should see


@dataclass(frozen=True)
class FanStep:
    """One coming period of the forecast: the middle, and the 80 and 95 per cent intervals, in the unit of the measure."""

    period: Period
    low95: float
    low80: float
    middle: float
    high80: float
    high95: float


@dataclass(frozen=True)
class Evidence:
    """The statistics of one line, of the figures since the last break only.

    `periods`, `values` and `charted` run together, None for a hole. The chart stands on `charted`: the values, without
    their quarter effects where `season_removed`. `overlapping`: the periods share months. `polarity` is the one judged by: neutral for money of the day. `horizon` is the number of periods to the target's last day, 0 where none is to come, and then there is no `fan`.
    """

    periods: tuple[Period, ...]
    values: tuple[float | None, ...]
    charted: tuple[float | None, ...]
    overlapping: bool
    polarity: Polarity
    scale: Scale
    chart: XmrChart
    season_removed: bool
    trend: RecentTrend
    step: StepChange
    fan: tuple[FanStep, ...]
    horizon: int
    chance: Chance
    verdict: StepVerdict

    @property
    def step_period(self) -> Period | None:
        """The likeliest first period of the new level."""
        return None if self.step.index is None else self.periods[self.step.index]

    @property
    def step_between(self) -> tuple[Period, Period] | None:
        """The first and last period of the set of dates that holds 90 per cent."""
        if self.step.index_range is None:
            return None
        first, last = self.step.index_range
        return self.periods[first], self.periods[last]

    @property
    def latest_cause(self) -> SpecialCause | None:
        """The rule by which the latest figure stands out, None where it does not."""
        return self._of_latest(self.chart.special_cause)

    @property
    def latest_side(self) -> HighOrLow | None:
        """The side on which the latest figure stands out."""
        return self._of_latest(self.chart.direction)

    def _of_latest(self, line: Sequence[Any]) -> Any:
        """The entry of a line of the chart that belongs to the latest figure there is."""
        known = [i for i, value in enumerate(self.values) if value is not None]
        return line[known[-1]] if known else None

    @property
    def step_in_pandemic(self) -> bool:
        """Whether the likeliest date of the step lies in the pandemic."""
        return in_pandemic(self.step_period)

    @property
    def step_lost(self) -> bool:
        """Whether a step for the better was not held."""
        return self.step.judgement == "better" and self.verdict.held.answer == "false"


def evidence(one: Assessment, benchmark: Sequence[Observation]) -> Evidence:
    """Run every method on one line.

    Args:
        one: the assessment of the indicator in the place.
        benchmark: the indicator's observations in the place that the verdict compares with; none where there is no such place.
    """
    line = [o for o in one.line if o.period_start >= one.comparable_since]
    reported = [_period(o) for o in line]
    periods = tuple(sorted({*reported, *gaps(reported)}, key=sort_key))
    values = with_gaps(with_holes(line))
    overlapping = is_overlapping_series(periods)
    a_year = QUARTERS if one.indicator.frequency == "quarterly" else 1
    polarity = polarity_over_time(one.indicator)
    known = [value for value in values if value is not None]
    scale = suited_scale(known, SCALED_AS.get(one.indicator.measure_kind, "other"))
    charted, season_removed = without_season(values, periods, a_year)
    step = find_step_change(
        values, periods_per_year=a_year, polarity=polarity, scale=scale, overlapping=overlapping
    )
    ahead = _periods_to(one, periods, a_year)
    horizon = 0 if isinstance(ahead, Reason) else ahead
    coming = forecast(
        values, max(horizon, a_year), periods_per_year=a_year, scale=scale, overlapping=overlapping
    )
    trend = _trend(one, line, values, periods, a_year, overlapping=overlapping)
    return Evidence(
        periods=periods,
        values=values,
        charted=tuple(charted),
        overlapping=overlapping,
        polarity=polarity,
        scale=scale,
        chart=process_chart(charted, polarity, level_now(one), reported=values, overlapping=overlapping),
        season_removed=season_removed,
        trend=trend,
        step=step,
        fan=_fan(coming, periods, possible_figures(one.indicator.measure_kind, known)) if horizon else (),
        horizon=horizon,
        chance=_chance(one, coming, ahead),
        verdict=verdict_of(one, periods, values, step, benchmark),
    )


def _period(o: Observation) -> Period:
    return parse(o.period)


def _trend(
    one: Assessment,
    line: Sequence[Observation],
    values: Sequence[float | None],
    periods: Sequence[Period],
    a_year: int,
    *,
    overlapping: bool,
) -> RecentTrend:
    """The marker on counts and limits as they stand beside the values, holes included; on counts of a percentage only."""
    is_share = one.indicator.measure_kind == "percentage"
    by_period = {_period(o): o for o in line if not o.is_doubtful}
    rows = [by_period.get(period) for period in periods]
    countable = [row if row and row.denominator and is_share else None for row in rows]
    limited = [row if row and row.lower is not None and row.upper is not None else None for row in rows]
    return recent_trend(
        values,
        numerators=[row.numerator if row else None for row in countable],
        denominators=[row.denominator if row else None for row in countable],
        lower=[row.lower if row else None for row in limited],
        upper=[row.upper if row else None for row in limited],
        polarity=polarity_over_time(one.indicator),
        periods_per_year=a_year,
        overlapping=overlapping,
    )


def level_now(one: Assessment) -> float | None:
    """The level planned for the figure that is judged; None where none is, and of a target that has ended."""
    is_open = one.rating.reason is None and one.rating.outcome in (None, "in_progress")
    return one.rating.level if is_open else None


def _periods_to(one: Assessment, periods: Sequence[Period], a_year: int) -> int | Reason:
    """Periods from the last one to the target's last day, or why nothing is to be expected by it."""
    if one.choice.chosen is None:
        return Reason("no_target")
    return one.rating.reason or periods_until(periods, one.choice.chosen.ends_on, a_year)


def periods_until(periods: Sequence[Period], due: date, a_year: int) -> int | Reason:
    """Periods from the last one to the one that ends by the day, from 1 to `FURTHEST`.

    Returns:
        Their number, or a reason: `no_values`, `ended` (the last figure reaches the day), `no_figure_before` (none more ends by
        then), `too_far_ahead`.
    """
    if not periods:
        return Reason("no_values")
    if due <= periods[-1].end:
        return Reason("ended", {"ended_on": due})
    steps = _months_between(periods[-1].end, due) * a_year // 12
    if not steps:
        return Reason("no_figure_before", {"due_on": due})
    return steps if steps <= FURTHEST else Reason("too_far_ahead", {"due_on": due})


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _chance(one: Assessment, coming: Forecast, ahead: int | Reason) -> Chance:
    if one.choice.chosen is None:
        return Chance(reason=Reason("no_target"))
    if isinstance(ahead, Reason):
        return Chance(reason=ahead)
    if one.indicator.polarity not in ("higher", "lower"):
        return Chance(reason=Reason("no_direction"))
    return chance_of_meeting(
        coming,
        one.choice.chosen.final_level,
        polarity=one.indicator.polarity,
        decimals=one.indicator.decimals,
        horizon=ahead,
    )


def _fan(coming: Forecast, periods: Sequence[Period], possible: tuple[float, float]) -> tuple[FanStep, ...]:
    quantiles = coming.fan(FAN)
    if quantiles is None:
        return ()
    steps = []
    period = periods[-1]
    for column in quantiles.T:
        period = period.next()
        steps.append(FanStep(period, *(min(max(float(value), possible[0]), possible[1]) for value in column)))
    return tuple(steps)

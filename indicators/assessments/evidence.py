"""What the figures of one line can prove: signals, trend, step, forecast, chance, comparison. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.analysis.coming_figures import Forecast, forecast
from indicators.analysis.comparable_figures import with_holes
from indicators.analysis.comparison import PlaceComparison, compare_places
from indicators.analysis.missing import with_gaps
from indicators.analysis.quarter_effects import remove_quarter_effects
from indicators.analysis.special_causes import SpecialCause
from indicators.analysis.step_change import StepChange, find_step_change
from indicators.analysis.step_verdict import StepVerdict
from indicators.analysis.target_chance import Chance, chance_of_meeting
from indicators.analysis.transforms import Scale, suited_scale
from indicators.analysis.trend_marker import RecentTrend, recent_trend
from indicators.analysis.xmr import XmrChart, xmr_chart
from indicators.assessments.judged import Assessment
from indicators.assessments.verdict import verdict_of
from indicators.model import Observation, Polarity, Reason
from indicators.periods import Period, gaps, is_overlapping_series, parse

# Money of the day grows with prices: no rise of it is an improvement until prices are taken out.
MONEY = "money"
# Every place was touched at once, so a change dated here says nothing about what was done in one of them.
PANDEMIC = (date(2020, 3, 1), date(2021, 12, 31))
IMPROVEMENT = {"higher": "up", "lower": "down", "neutral": "neutral", "range": "neutral"}
SCALED_AS = {"percentage": "percentage", "rate": "rate", "count": "count"}
FAN = (0.025, 0.1, 0.5, 0.9, 0.975)
FURTHEST = 40  # periods: beyond this a forecast says nothing that a reader should see
QUARTERS = 4


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

    `periods` and `values` run together, None for a hole. `season_removed` says that the chart stands on values
    without their quarter effects. `horizon` is the number of periods to the target's last day, 0 where none is to come.
    """

    periods: tuple[Period, ...]
    values: tuple[float | None, ...]
    scale: Scale
    chart: XmrChart
    season_removed: bool
    trend: RecentTrend
    step: StepChange
    fan: tuple[FanStep, ...]
    horizon: int
    chance: Chance
    verdict: StepVerdict
    comparison: PlaceComparison

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
        return next(
            (
                cause
                for cause, value in zip(
                    reversed(self.chart.special_cause), reversed(self.values), strict=True
                )
                if value is not None
            ),
            None,
        )

    @property
    def step_in_pandemic(self) -> bool:
        """Whether the likeliest date of the step lies in the pandemic."""
        begins = self.step_period
        return begins is not None and begins.start <= PANDEMIC[1] and begins.end >= PANDEMIC[0]


def evidence(
    one: Assessment, everywhere: Mapping[str, Sequence[Observation]], comparators: Sequence[str]
) -> Evidence:
    """Run every method on one line.

    Args:
        one: the assessment of the indicator in the place.
        everywhere: the indicator's observations by area code.
        comparators: area codes of the benchmarks, the first of which the verdict compares with.
    """
    line = [o for o in one.line if o.period_start >= one.comparable_since]
    periods = tuple(sorted({*map(_period, line), *gaps([_period(o) for o in line])}))
    values = with_gaps(with_holes(line))
    overlapping = is_overlapping_series(periods)
    a_year = QUARTERS if one.indicator.frequency == "quarterly" else 1
    polarity = "neutral" if one.indicator.measure_kind == MONEY else one.indicator.polarity
    known = [value for value in values if value is not None]
    scale = suited_scale(known, SCALED_AS.get(one.indicator.measure_kind, "other"))
    charted, season_removed = _without_season(values, periods, a_year)
    step = find_step_change(
        values, periods_per_year=a_year, polarity=polarity, scale=scale, overlapping=overlapping
    )
    horizon = _periods_to(one, periods, a_year)
    coming = forecast(
        values, max(horizon, a_year), periods_per_year=a_year, scale=scale, overlapping=overlapping
    )
    trend = _trend(line, values, periods, polarity, a_year, overlapping=overlapping)
    return Evidence(
        periods=periods,
        values=values,
        scale=scale,
        chart=xmr_chart(charted, improvement=IMPROVEMENT[polarity], target=_level_now(one)),
        season_removed=season_removed,
        trend=trend,
        step=step,
        fan=_fan(coming, periods),
        horizon=horizon,
        chance=_chance(one, coming, horizon),
        verdict=verdict_of(one, periods, values, step, everywhere.get(comparators[0], ())),
        comparison=compare_places(
            [o for code in (one.area_code, *comparators) for o in everywhere.get(code, ()) if _fits(one, o)],
            one.area_code,
            [code for code in comparators if code != one.area_code],
            polarity=polarity,
            measure_kind=one.indicator.measure_kind,
        ),
    )


def _period(o: Observation) -> Period:
    return parse(o.period)


def _fits(one: Assessment, o: Observation) -> bool:
    return o.period.partition("/")[2] == one.indicator.period_length


def _without_season(
    values: Sequence[float | None], periods: Sequence[Period], a_year: int
) -> tuple[Sequence[float | None], bool]:
    """The values that the process chart stands on: without quarter effects where they can be told."""
    if a_year != QUARTERS or not periods:
        return values, False
    first = (periods[0].start.month - 1) // 3
    effects = remove_quarter_effects(values, [(first + i) % QUARTERS + 1 for i in range(len(values))])
    return (values, False) if effects.adjusted is None else (effects.adjusted, True)


def _trend(
    line: Sequence[Observation],
    values: Sequence[float | None],
    periods: Sequence[Period],
    polarity: Polarity,
    a_year: int,
    *,
    overlapping: bool,
) -> RecentTrend:
    """The marker on counts and limits as they stand beside the values, holes included."""
    by_period = {_period(o): o for o in line if not o.is_doubtful}
    rows = [by_period.get(period) for period in periods]
    countable = [row if row and row.denominator else None for row in rows]
    limited = [row if row and row.lower is not None and row.upper is not None else None for row in rows]
    return recent_trend(
        values,
        numerators=[row.numerator if row else None for row in countable],
        denominators=[row.denominator if row else None for row in countable],
        lower=[row.lower if row else None for row in limited],
        upper=[row.upper if row else None for row in limited],
        polarity=polarity,
        periods_per_year=a_year,
        overlapping=overlapping,
    )


def _level_now(one: Assessment) -> float | None:
    return one.rating.level if one.rating.reason is None else None


def _periods_to(one: Assessment, periods: Sequence[Period], a_year: int) -> int:
    """Periods from the last one to the one that ends by the target's last day; 0 where that has passed or is too far."""
    due = one.choice.chosen.ends_on if one.choice.chosen else None
    if not periods or due is None or one.rating.reason is not None:
        return 0
    steps = _months_between(periods[-1].end, due) * a_year // 12
    return steps if 0 < steps <= FURTHEST else 0


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def _chance(one: Assessment, coming: Forecast, horizon: int) -> Chance:
    if one.choice.chosen is None:
        return Chance(reason=Reason("no_target"))
    if one.rating.reason is not None:
        return Chance(reason=one.rating.reason)
    if not horizon:
        return Chance(reason=Reason("ended", {"ended_on": one.choice.chosen.ends_on}))
    if one.indicator.polarity not in ("higher", "lower"):
        return Chance(reason=Reason("no_direction"))
    return chance_of_meeting(
        coming,
        one.choice.chosen.final_level,
        polarity=one.indicator.polarity,
        decimals=one.indicator.decimals,
        horizon=horizon,
    )


def _fan(coming: Forecast, periods: Sequence[Period]) -> tuple[FanStep, ...]:
    quantiles = coming.fan(FAN)
    if quantiles is None:
        return ()
    steps = []
    period = periods[-1]
    for column in quantiles.T:
        period = period.next()
        steps.append(FanStep(period, *(float(value) for value in column)))
    return tuple(steps)

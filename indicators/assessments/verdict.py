"""The four questions of a real step change, answered from the statistics of a line and of its benchmark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from indicators.analysis.against_target import usual_variation
from indicators.analysis.earlier_course import beyond_baseline
from indicators.analysis.quarter_effects import remove_quarter_effects
from indicators.analysis.quarters import QUARTERS_IN_YEAR
from indicators.analysis.step_change import StepChange
from indicators.analysis.step_verdict import Signal, StepVerdict, step_verdict
from indicators.assessments.judged import MONEY, Assessment
from indicators.model import Observation, Reason
from indicators.periods import Period, parse

CLAIMED = frozenset({"very_strong", "strong"})
UNCLAIMED = frozenset({"signs", "gradual"})
# Every place was touched at once, so a change dated here says nothing about what was done in one of them.
PANDEMIC = (date(2020, 3, 1), date(2021, 12, 31))


def verdict_of(
    one: Assessment,
    periods: Sequence[Period],
    values: Sequence[float | None],
    step: StepChange,
    benchmark: Sequence[Observation],
) -> StepVerdict:
    """Answer size, signal, relative and held.

    The change is dated by the step; where none is claimed, nothing else is answered. Quarters are taken without their season. Size:
    the latest figure against the line of the figures before the step, carried forward; what matters is more than the usual
    variation. Relative: own change of level less that of the benchmark over the same periods. Held: which figures after the first
    of the new level were better than the level before.
    """
    at = step.index
    refused = Reason("money_of_the_day") if one.indicator.measure_kind == MONEY else step.reason
    if at is None or refused is not None:
        return _refused(
            one, refused or Reason("too_few_points", {"points": step.points, "needed": step.points + 1})
        )
    level = _without_season(one, periods, values, at)
    if isinstance(level, Reason):
        return _refused(one, level)
    before, after = _known(level[:at]), _known(level[at:])
    signal = _signal(step, periods[at])
    # Without a claimed step neither is asked for, and both take longer than all the rest.
    beyond: float | Reason = Reason("no_step_claimed")
    comparator: float | Reason = beyond
    if signal not in ("none", "unclaimed"):
        possible = possible_figures(one.indicator.measure_kind, _known(values))
        beyond = _beyond(level, at, possible)
        comparator = _benchmark_change(one, periods, values, at, benchmark)
    return step_verdict(
        polarity=one.indicator.polarity,
        beyond_baseline=beyond,
        threshold=_variation(level[:at]),
        signal=signal,
        own_change=_mean(after) - _mean(before),
        comparator_change=comparator,
        kept=_kept(one.indicator.polarity, _mean(before), _known(level[at + 1 :])),
    )


def _beyond(level: Sequence[float | None], at: int, possible: tuple[float, float]) -> float | Reason:
    """The latest figure less what the figures before the step would have led to."""
    latest, actual = max((i, value) for i, value in enumerate(level) if value is not None)
    return beyond_baseline(level[:at], actual, steps_ahead=latest - at + 1, possible=possible)


def _refused(one: Assessment, reason: Reason) -> StepVerdict:
    return step_verdict(
        polarity=one.indicator.polarity,
        beyond_baseline=reason,
        threshold=reason,
        signal=reason,
        own_change=reason,
        comparator_change=reason,
        kept=reason,
    )


def _without_season(
    one: Assessment, periods: Sequence[Period], values: Sequence[float | None], at: int
) -> Sequence[float | None] | Reason:
    """The values less the quarter effects, which are estimated together with the step; as they are where no quarters are counted."""
    if one.indicator.frequency != "quarterly":
        return values
    first = (periods[0].start.month - 1) // 3
    quarters = [(first + i) % QUARTERS_IN_YEAR + 1 for i in range(len(values))]
    effects = remove_quarter_effects(values, quarters, step_at=at)
    return effects.reason or effects.adjusted or ()


def possible_figures(measure_kind: str, known: Sequence[float]) -> tuple[float, float]:
    """The lowest and highest figure there can be: a percentage ends at 0 and 100, and what was never negative at 0."""
    lowest = 0.0 if known and min(known) >= 0 else -math.inf
    return lowest, 100.0 if measure_kind == "percentage" else math.inf


def _known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _variation(values: Sequence[float | None]) -> float | Reason:
    usual = usual_variation(values)
    return Reason("no_moving_range") if usual is None else usual


def in_pandemic(begins: Period | None) -> bool:
    """Whether a change that begins with this period is dated in the pandemic."""
    return begins is not None and begins.start <= PANDEMIC[1] and begins.end >= PANDEMIC[0]


def _signal(step: StepChange, begins: Period) -> Signal | Reason:
    """A claimed step. A steady trend is none: it may be real, but it is not a step."""
    if step.strength not in CLAIMED or not step.judgement:
        return "unclaimed" if step.strength in UNCLAIMED else "none"
    return Reason("dated_in_pandemic") if in_pandemic(begins) else step.judgement


def _benchmark_change(
    one: Assessment,
    periods: Sequence[Period],
    values: Sequence[float | None],
    at: int,
    benchmark: Sequence[Observation],
) -> float | Reason:
    """The benchmark's change of level over the very periods that the place's own is made of."""
    theirs = {parse(o.period): o.value for o in benchmark if o.value is not None and not o.is_doubtful}
    beside = [
        None if value is None else theirs.get(period) for period, value in zip(periods, values, strict=True)
    ]
    wanted, found = len(_known(values)), len(_known(beside))
    if found < wanted:
        return Reason("benchmark_incomplete", {"missing": wanted - found, "of": wanted})
    level = _without_season(one, periods, beside, at)
    if isinstance(level, Reason):
        return level
    return _mean(_known(level[at:])) - _mean(_known(level[:at]))


def _kept(polarity: str, before: float, later: Sequence[float]) -> list[bool]:
    sign = 1 if polarity == "higher" else -1
    return [sign * (value - before) > 0 for value in later]

"""The four questions of a real step change, answered from the statistics of a line and of its benchmark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from indicators.analysis.against_target import usual_variation
from indicators.analysis.step_change import StepChange
from indicators.analysis.step_verdict import Signal, StepVerdict, beyond_baseline, step_verdict
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

    The change is dated by the step, and only where one is claimed is anything said of it but that. Size: the latest figure against the line of the figures before it,
    carried forward; what matters is more than the usual variation. Relative: own change of level less that of the
    benchmark over the same periods. Held: figures after the first of the new level that stayed better than before.
    """
    at = step.index
    refused = Reason("money_of_the_day") if one.indicator.measure_kind == MONEY else step.reason
    if at is None or refused is not None:
        refused = refused or Reason("too_few_points", {"points": step.points, "needed": step.points + 1})
        return step_verdict(
            polarity=one.indicator.polarity,
            beyond_baseline=refused,
            threshold=refused,
            signal=refused,
            own_change=refused,
            comparator_change=refused,
            periods_since=refused,
            periods_held=refused,
        )
    before, after = _known(values[:at]), _known(values[at:])
    since = len(_known(values[at + 1 :]))
    return step_verdict(
        polarity=one.indicator.polarity,
        beyond_baseline=beyond_baseline(before, after[-1], steps_ahead=len(values) - at),
        threshold=_variation(values[:at]),
        signal=_signal(step, periods[at]),
        own_change=_mean(after) - _mean(before),
        comparator_change=_benchmark_change(periods, values, at, benchmark),
        periods_since=since,
        periods_held=_held(one.indicator.polarity, _mean(before), _known(values[at + 1 :])),
    )


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
    periods: Sequence[Period], values: Sequence[float | None], at: int, benchmark: Sequence[Observation]
) -> float | Reason:
    """The benchmark's change of level over the very periods that the place's own is made of."""
    theirs = {parse(o.period): o.value for o in benchmark if o.value is not None and not o.is_doubtful}
    pairs = [theirs.get(period) for period, value in zip(periods, values, strict=True) if value is not None]
    split = len(_known(values[:at]))
    missing = pairs.count(None)
    if missing:
        return Reason("benchmark_incomplete", {"missing": missing, "of": len(pairs)})
    return _mean(pairs[split:]) - _mean(pairs[:split])


def _held(polarity: str, before: float, later: Sequence[float]) -> int:
    sign = 1 if polarity == "higher" else -1
    return sum(1 for _ in takewhile(lambda value: sign * (value - before) > 0, later))

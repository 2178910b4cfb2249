"""What the rules of scrutiny look at of the evidence of an indicator: its trend, its step, its latest run of figures. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from indicators.analysis.comparable_figures import judged_figures
from indicators.analysis.exact import exact_decimal
from indicators.analysis.trend_marker import PERIODS_USED
from indicators.assessments.evidence import Evidence
from indicators.assessments.judged import Assessment
from indicators.assessments.verdict import CLAIMED
from indicators.scrutiny.figures_told import ClaimedStep, WorseStep, WorseTrend

COMPARED = "difference_in_differences"


def worse_trend(one: Assessment, found: Evidence) -> WorseTrend | None:
    """The first and the last of the years that the trend was tested over."""
    if found.trend.judgement != "worse":
        return None
    values = {o.period: o.value for o in judged_figures(one.line)}
    latest = max(i for i, value in enumerate(found.values) if value is not None)
    first, last = found.periods[latest - PERIODS_USED + 1].code, found.periods[latest].code
    return WorseTrend(first, _exact(values, first), last, _exact(values, last))


def _exact(values: Mapping[str, float | None], period: str) -> Decimal:
    return exact_decimal(values[period] or 0)


def worse_step(one: Assessment, found: Evidence) -> WorseStep | None:
    """The believed change of level for the worse, with the figures on its two sides."""
    index, chance = found.step.index, found.step.p_change
    if found.step.judgement != "worse" or index is None or chance is None:
        return None
    values = {o.period: o.value for o in judged_figures(one.line)}
    before = [i for i, value in enumerate(found.values[:index]) if value is not None]
    after = [i for i, value in enumerate(found.values) if value is not None and i >= index]
    if not before or not after:
        return None
    first, last = found.periods[before[-1]].code, found.periods[after[-1]].code
    return WorseStep(
        period=found.periods[index].code,
        probability=chance,
        before_period=first,
        before=_exact(values, first),
        latest_period=last,
        latest=_exact(values, last),
        in_pandemic=found.step_in_pandemic,
    )


def latest_figures(one: Assessment, found: Evidence) -> tuple[tuple[str, Decimal], ...]:
    """The figures since the last hole, of a line whose periods do not overlap and whose changes can be good or bad."""
    if found.overlapping or found.polarity not in ("higher", "lower") or one.indicator.frequency != "annual":
        return ()
    latest: list[tuple[str, Decimal]] = []
    values = {o.period: o.value for o in judged_figures(one.line)}
    for period, value in reversed(list(zip(found.periods, found.values, strict=True))):
        if value is None and latest:
            break
        if value is not None:
            latest.append((period.code, _exact(values, period.code)))
    return tuple(reversed(latest))


def claimed_step(found: Evidence) -> ClaimedStep | None:
    """A step that the chart shows; its benchmark counts as compared where its change could be set beside it."""
    step = found.step
    if step.strength not in CLAIMED or found.step_period is None or step.p_change is None:
        return None
    compared = found.verdict.relative.reason
    return ClaimedStep(
        found.step_period.code, step.p_change, int(compared is not None and compared.code == COMPARED)
    )

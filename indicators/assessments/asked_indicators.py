"""What the rules of scrutiny look at of each indicator, put together from its judgements, its evidence and its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.analysis.across_breaks import refuse_across_breaks
from indicators.analysis.comparable_figures import judged_figures
from indicators.analysis.due import Due, due
from indicators.analysis.exact import exact_decimal
from indicators.analysis.rating import rate
from indicators.analysis.trajectory_choice import choose_trajectory
from indicators.assessments.asked_evidence import claimed_step, latest_figures, worse_step, worse_trend
from indicators.assessments.evidence import Evidence
from indicators.assessments.judged import Assessment
from indicators.model import Commentary, Indicator, Rag
from indicators.periods import parse
from indicators.scrutiny.figures_asked import IndicatorAsked
from indicators.scrutiny.figures_told import (
    AgreedLevel,
    Elsewhere,
    EndedTarget,
    RatedFigure,
    RevisedFigure,
    RewardAtStake,
)


@dataclass(frozen=True)
class History:
    """What became of an indicator's record: the versions of its target and the figures replaced since the last meeting."""

    levels: tuple[AgreedLevel, ...] = ()
    revised: tuple[RevisedFigure, ...] = ()


def indicator_asked(
    one: Assessment,
    found: Evidence,
    *,
    as_of: date,
    comments: Sequence[Commentary] = (),
    elsewhere: Elsewhere | None = None,
    history: History | None = None,
    believed: bool = False,
    reward: RewardAtStake | None = None,
) -> IndicatorAsked:
    """Everything that the rules look at of one indicator. Pure.

    Args:
        one: the indicator in its place.
        found: its evidence.
        as_of: the day by which it is told what is late.
        comments: the commentary on it there; only what was approved is the partnership's judgement.
        elsewhere: another place that does better, if one does.
        history: versions and revisions, if there are any.
        believed: whether its step is among the established ones of the basket.
        reward: the grant that hangs on its target, if one does.
    """
    indicator, known = one.indicator, history or History()
    rated = rated_figures(one)
    late = _due(one, as_of)
    return IndicatorAsked(
        code=indicator.code,
        title=indicator.title,
        polarity=indicator.polarity,
        unit_short=indicator.unit_short,
        decimals=indicator.decimals,
        owner=indicator.owner or indicator.lead_partner,
        rated=rated,
        is_illustrative=one.rating.illustrative,
        has_ended=one.rating.outcome not in (None, "in_progress"),
        judged_rating=_judged_rating(rated, comments),
        is_headline=one.basket is not None,
        comparable_points=sum(value is not None for value in found.values),
        trend_reason=found.trend.reason.code if found.trend.reason else None,
        worsening=worse_trend(one, found),
        worse_step=worse_step(one, found) if believed else None,
        latest_figures=latest_figures(one, found),
        unit=unit_in_words(indicator),
        publisher=indicator.publisher,
        elsewhere=elsewhere,
        latest_period=one.latest.period if one.latest else None,
        days_late=late.days_late if late.standing in ("late", "stale") else None,
        is_lag_assumed=late.lag.is_assumed,
        is_stale=late.standing == "stale",
        reward=reward,
        step=claimed_step(found),
        levels=known.levels,
        ended=_ended(one, as_of),
        revised=known.revised,
    )


def unit_in_words(indicator: Indicator) -> str | None:
    """The unit, where figures bear no sign and count something other than what the title names; else None."""
    return None if indicator.unit_short or indicator.measure_kind == "count" else indicator.unit


def rated_figures(one: Assessment) -> tuple[RatedFigure, ...]:
    """Every figure within the trajectory in force as it would have been rated when it was the latest, oldest first."""
    chosen = one.choice.chosen
    if chosen is None or one.indicator.polarity not in ("higher", "lower"):
        return ()
    breaks = [event.happened_on for event in one.breaks]
    found = []
    for figure in judged_figures(one.line):
        by_then = [each for each in one.line if each.period_end <= figure.period_end]
        made = rate(by_then, chosen, polarity=one.indicator.polarity, breaks=breaks)
        made = refuse_across_breaks(made, chosen, breaks)
        if made.observation == figure and made.level is not None:
            value, planned = exact_decimal(figure.value or 0), exact_decimal(made.level)
            found.append(RatedFigure(figure.period, value, planned, made.rag))
    return tuple(found)


def _due(one: Assessment, as_of: date) -> Due:
    latest = parse(one.latest.period) if one.latest else None
    return due(
        latest,
        frequency=one.indicator.frequency,
        stated_lag=one.indicator.publication_lag_days,
        as_of=as_of,
    )


def _judged_rating(rated: Sequence[RatedFigure], comments: Sequence[Commentary]) -> Rag | None:
    """What the partnership says of the latest rated figure, once that was approved."""
    if not rated:
        return None
    said = (each for each in comments if each.period == rated[-1].period and each.may_leave)
    return next((each.judged_rating for each in said), None)


def _ended(one: Assessment, as_of: date) -> EndedTarget | None:
    """The last agreed target where all have ended and its figure is there."""
    agreed = [target for target in one.targets if not target.is_illustrative]
    if not agreed or any(target.due_on >= as_of for target in agreed):
        return None
    latest_end = one.latest.period_end if one.latest else None
    chosen = choose_trajectory(agreed, latest_end).chosen
    breaks = [event.happened_on for event in one.breaks]
    made = rate(one.line, chosen, polarity=one.indicator.polarity, breaks=breaks)
    made = refuse_across_breaks(made, chosen, breaks)
    if made.outcome in (None, "in_progress") or made.observation is None or made.level is None:
        return None
    return EndedTarget(
        due_on=made.due_on or as_of,
        level=exact_decimal(made.level),
        period=made.observation.period,
        value=exact_decimal(made.value or 0),
        rating=made.rag,
    )

"""The rules that ask what is promised and claimed of an indicator: its target, its grant, its judgement, its step."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from indicators.model import Rag
from indicators.scrutiny.figures_asked import IndicatorAsked
from indicators.scrutiny.figures_told import AgreedLevel
from indicators.scrutiny.question import Question

REWARD_LINE = Decimal("0.60")
WITHIN_REACH = Decimal("0.50")
BADNESS: dict[Rag, int] = {"green": 0, "amber": 1, "red": 2}


def just_under_the_reward_line(one: IndicatorAsked) -> Question | None:
    """From 50 to just under 60 per cent of the promised improvement, below which nothing is paid. Size: the grant at stake."""
    at_stake = one.reward
    if at_stake is None or not WITHIN_REACH <= at_stake.gap_closed < REWARD_LINE:
        return None
    figures = {
        "period": at_stake.period,
        "gap_closed": at_stake.gap_closed,
        "line": REWARD_LINE,
        "potential": at_stake.potential,
    }
    return one.ask("just_under_the_reward_line", figures, Fraction(at_stake.potential))


def judged_differs(one: IndicatorAsked) -> Question | None:
    """The partnership judges the latest figure other than the rule. Size: by how many steps, kinder ones above sterner."""
    if not one.rated or one.judged_rating not in BADNESS or one.rated[-1].rating not in BADNESS:
        return None
    now = one.rated[-1]
    kinder = BADNESS[now.rating] - BADNESS[one.judged_rating]
    if kinder == 0:
        return None
    figures = {
        "judged": one.judged_rating,
        "computed": now.rating,
        "value": now.value,
        "planned": now.planned,
        "period": now.period,
        "illustrative": one.is_illustrative,
    }
    return one.ask("judged_differs", figures, kinder)


def step_without_comparators(one: IndicatorAsked) -> Question | None:
    """A step change is claimed and no other place was looked at. Size: its probability."""
    if one.step is None or one.step.comparators > 0:
        return None
    figures = {"period": one.step.period, "probability": one.step.probability, "comparators": 0}
    return one.ask("step_without_comparators", figures, Fraction(one.step.probability))


def target_reset(one: IndicatorAsked) -> Question | None:
    """The level or the date of the target is not the one first recorded. Size: 1 where it became easier, else 0."""
    if len(one.levels) < 2:  # noqa: PLR2004 - a first and another
        return None
    first, now = one.levels[0], one.levels[-1]
    if (first.value, first.due_on) == (now.value, now.due_on):
        return None
    easier = _is_easier(one, first, now)
    figures = {
        "first": first.value,
        "first_due_on": first.due_on,
        "now": now.value,
        "due_on": now.due_on,
        "recorded_on": now.recorded_on,
        "easier": easier,
    }
    return one.ask("target_reset", figures, int(easier))


def target_ended(one: IndicatorAsked) -> Question | None:
    """Every agreed target has ended and none has followed. Size: how far it was missed, 2 missed, 1 narrowly, 0 met."""
    if one.ended is None:
        return None
    figures = {
        "due_on": one.ended.due_on,
        "level": one.ended.level,
        "value": one.ended.value,
        "period": one.ended.period,
        "outcome": one.ended.rating,
    }
    return one.ask("target_ended", figures, BADNESS.get(one.ended.rating, 0))


def _is_easier(one: IndicatorAsked, first: AgreedLevel, now: AgreedLevel) -> bool:
    """Whether the level is nearer than it was on the side where it is better, or its day later."""
    lower = now.value < first.value if one.polarity == "higher" else now.value > first.value
    return now.due_on > first.due_on or (one.polarity in ("higher", "lower") and lower)

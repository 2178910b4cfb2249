"""The rules that ask about an indicator. Each returns its question, or None where there is nothing to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from indicators.model import Rag
from indicators.scrutiny.figures_asked import AgreedLevel, IndicatorAsked
from indicators.scrutiny.question import Question

RED_PERIODS = 2
REWARD_LINE = Decimal("0.60")
WITHIN_REACH = Decimal("0.50")
BADNESS: dict[Rag, int] = {"green": 0, "amber": 1, "red": 2}


def questions_on(one: IndicatorAsked) -> tuple[Question, ...]:
    """Everything to ask about one indicator."""
    asked: Iterable[Callable[[IndicatorAsked], Question | None]] = (
        red_two_periods,
        just_under_the_reward_line,
        judged_differs,
        step_without_comparators,
        target_reset,
        stale_figures,
        revised_figures,
        no_trend_possible,
    )
    return tuple(question for rule in asked if (question := rule(one)) is not None)


def red_two_periods(one: IndicatorAsked) -> Question | None:
    """The two latest rated figures are both off track. Size: how many have been in a row."""
    in_a_row = 0
    for figure in reversed(one.rated):
        if figure.rating != "red":
            break
        in_a_row += 1
    if in_a_row < RED_PERIODS:
        return None
    before, now = one.rated[-2:]
    figures = {
        "in_a_row": in_a_row,
        "before": before.value,
        "before_period": before.period,
        "now": now.value,
        "period": now.period,
        "planned": now.planned,
    }
    return _question("red_two_periods", one, figures, in_a_row)


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
    return _question("just_under_the_reward_line", one, figures, Fraction(at_stake.potential))


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
    }
    return _question("judged_differs", one, figures, kinder)


def step_without_comparators(one: IndicatorAsked) -> Question | None:
    """A step change is claimed and no other place was looked at. Size: its probability."""
    if one.step is None or one.step.comparators > 0:
        return None
    figures = {"period": one.step.period, "probability": one.step.probability, "comparators": 0}
    return _question("step_without_comparators", one, figures, Fraction(one.step.probability))


def target_reset(one: IndicatorAsked) -> Question | None:
    """The level or the date of the target is not the one first agreed. Size: 1 where it became easier, else 0."""
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
        "agreed_on": now.agreed_on,
        "easier": easier,
    }
    return _question("target_reset", one, figures, int(easier))


def _is_easier(one: IndicatorAsked, first: AgreedLevel, now: AgreedLevel) -> bool:
    """Whether the level is nearer than it was on the side where it is better, or its day later."""
    lower = now.value < first.value if one.polarity == "higher" else now.value > first.value
    return now.due_on > first.due_on or (one.polarity in ("higher", "lower") and lower)


def stale_figures(one: IndicatorAsked) -> Question | None:
    """A newer figure should have come. Size: the days since it was expected."""
    if one.days_late is None or one.days_late <= 0 or one.latest_period is None:
        return None
    figures = {"days_late": one.days_late, "period": one.latest_period}
    return _question("stale_figures", one, figures, one.days_late)


def revised_figures(one: IndicatorAsked) -> Question | None:
    """Figures were replaced by others. Size: the largest change as a share of what stood there before."""
    changed = [each for each in one.revised if each.before != each.now]
    if not changed:
        return None
    largest = max(changed, key=lambda each: abs(each.now - each.before))
    figures = {
        "number": len(changed),
        "period": largest.period,
        "before": largest.before,
        "now": largest.now,
    }
    before = abs(Fraction(largest.before))
    change = abs(Fraction(largest.now) - Fraction(largest.before))
    return _question("revised_figures", one, figures, change / before if before else change)


def no_trend_possible(one: IndicatorAsked) -> Question | None:
    """No trend can be computed for an indicator of the basket. Size: fewer comparable figures first."""
    if not one.is_headline or one.trend_reason is None:
        return None
    figures = {"reason": one.trend_reason, "points": one.comparable_points}
    return _question("no_trend_possible", one, figures, -one.comparable_points)


def _question(rule: str, one: IndicatorAsked, figures: dict[str, Any], size: Fraction | int) -> Question:
    shown_in = {"unit": one.unit_short, "decimals": one.decimals}
    return Question(rule, one.code, one.title, figures | shown_in, one.owner, Fraction(size))

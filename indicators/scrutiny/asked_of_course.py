"""The rules that ask how an indicator goes. Each returns its question, or None where there is nothing to ask.

A series whose figures have stopped is asked for its figures, never how it goes: what happened years ago is not the course.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from indicators.scrutiny.figures_asked import IndicatorAsked
from indicators.scrutiny.figures_told import RatedFigure
from indicators.scrutiny.question import Question

RED_PERIODS = 2
WORSE_TIMES = 3


def red_two_periods(one: IndicatorAsked) -> Question | None:
    """The two latest figures are both off the track of an agreed target that still runs. Size: how many have been in a row."""
    if one.is_illustrative:
        return None
    return _off_track(one, "red_two_periods")


def off_illustrative_course(one: IndicatorAsked) -> Question | None:
    """The two latest figures are both worse than a level that nobody promised. Size: how many have been in a row."""
    if not one.is_illustrative:
        return None
    return _off_track(one, "off_illustrative_course")


def worsening(one: IndicatorAsked) -> Question | None:
    """The recent trend is worse by its test. Size: the change as a share of where the trend began."""
    trend = one.worsening
    if trend is None or one.is_stale:
        return None
    figures = {
        "first": trend.first,
        "first_period": trend.first_period,
        "now": trend.now,
        "period": trend.period,
        "agreed": bool(one.rated) and not one.is_illustrative,
    }
    return one.ask("worsening", figures, _relative(Fraction(trend.first), Fraction(trend.now)))


def step_for_the_worse(one: IndicatorAsked) -> Question | None:
    """The level changed for the worse and has not come back. Size: the change as a share of the last figure before it."""
    step = one.worse_step
    if step is None or one.is_stale or not _is_worse(one, step.before, step.latest):
        return None
    figures = {
        "begins": step.period,
        "probability": step.probability,
        "before": step.before,
        "before_period": step.before_period,
        "now": step.latest,
        "period": step.latest_period,
        "in_pandemic": step.in_pandemic,
    }
    return one.ask("step_for_the_worse", figures, _relative(Fraction(step.before), Fraction(step.latest)))


def worse_three_times(one: IndicatorAsked) -> Question | None:
    """Each of the three latest figures is worse than the one before it. Size: the change as a share of where it began."""
    latest = one.latest_figures[-WORSE_TIMES - 1 :]
    if len(latest) <= WORSE_TIMES or one.is_stale:
        return None
    if not all(_is_worse(one, before, now) for (_, before), (_, now) in pairwise(latest)):
        return None
    figures = {
        "values": tuple(value for _, value in latest),
        "first": latest[0][1],
        "first_period": latest[0][0],
        "now": latest[-1][1],
        "period": latest[-1][0],
    }
    return one.ask("worse_three_times", figures, _relative(Fraction(latest[0][1]), Fraction(latest[-1][1])))


def worse_than_elsewhere(one: IndicatorAsked) -> Question | None:
    """Another place does better by the test of the difference. Size: the difference as a share of the other's figure."""
    other = one.elsewhere
    if other is None or one.is_stale:
        return None
    figures = {
        "area": other.area_code,
        "value": other.value,
        "theirs": other.theirs,
        "period": other.period,
    }
    return one.ask("worse_than_elsewhere", figures, _relative(Fraction(other.theirs), Fraction(other.value)))


def _off_track(one: IndicatorAsked, rule: str) -> Question | None:
    in_a_row = _red_in_a_row(one.rated)
    if in_a_row < RED_PERIODS or one.is_stale or one.has_ended:
        return None
    before, now = one.rated[-2:]
    figures: dict[str, Any] = {
        "in_a_row": in_a_row,
        "before": before.value,
        "before_period": before.period,
        "now": now.value,
        "period": now.period,
        "planned": now.planned,
    }
    return one.ask(rule, figures, in_a_row)


def _red_in_a_row(rated: tuple[RatedFigure, ...]) -> int:
    count = 0
    for figure in reversed(rated):
        if figure.rating != "red":
            break
        count += 1
    return count


def _is_worse(one: IndicatorAsked, before: Decimal, now: Decimal) -> bool:
    return (now < before and one.polarity == "higher") or (now > before and one.polarity == "lower")


def _relative(start: Fraction, end: Fraction) -> Fraction:
    """The change as a share of the start; the change itself where that is nought."""
    change = abs(end - start)
    return change / abs(start) if start else change

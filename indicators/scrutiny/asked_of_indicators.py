"""Everything that the rules ask about one indicator."""

from __future__ import annotations

from collections.abc import Callable

from indicators.scrutiny.asked_of_course import (
    off_illustrative_course,
    red_two_periods,
    step_for_the_worse,
    worse_than_elsewhere,
    worse_three_times,
    worsening,
)
from indicators.scrutiny.asked_of_figures import no_trend_possible, revised_figures, stale_figures
from indicators.scrutiny.asked_of_targets import (
    judged_differs,
    just_under_the_reward_line,
    step_without_comparators,
    target_ended,
    target_reset,
)
from indicators.scrutiny.figures_asked import IndicatorAsked
from indicators.scrutiny.question import Question

ASKED: tuple[Callable[[IndicatorAsked], Question | None], ...] = (
    red_two_periods,
    worsening,
    step_for_the_worse,
    worse_than_elsewhere,
    worse_three_times,
    just_under_the_reward_line,
    judged_differs,
    step_without_comparators,
    target_reset,
    target_ended,
    off_illustrative_course,
    stale_figures,
    revised_figures,
    no_trend_possible,
)


def questions_on(one: IndicatorAsked) -> tuple[Question, ...]:
    """Everything to ask about one indicator."""
    return tuple(question for rule in ASKED if (question := rule(one)) is not None)

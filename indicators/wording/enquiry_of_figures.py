"""Questions about indicators and about the prevention audit: what is asked, why, and what a good answer would contain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.periods import parse
from indicators.wording.dates import day
from indicators.wording.enquiry_line import Line
from indicators.wording.numbers import number, with_unit
from indicators.wording.scrutiny_findings import days
from indicators.wording.status import AGAINST_TARGET

Figures = Mapping[str, Any]


def _value(f: Figures, name: str) -> str:
    return with_unit(f[name], f["decimals"], f["unit"])


def _period(f: Figures, name: str = "period") -> str:
    return parse(f[name]).label


def _share(value: Any) -> str:
    return with_unit(float(value) * 100, 1, "%")


def _reward(f: Figures) -> str:
    return (
        f"By {_period(f)}, {_share(f['gap_closed'])} of the promised improvement has come. Below {_share(f['line'])} nothing "
        f"is paid of a grant of {with_unit(f['potential'], 0, '£')}."
    )


FIGURES: dict[str, Line] = {
    "red_two_periods": Line(
        "What has changed since last time, who owns the recovery, and when will it be back on its trajectory?",
        lambda f: (
            f"It has been off track for {f['in_a_row']} figures in a row: {_value(f, 'before')} in {_period(f, 'before_period')} "
            f"and {_value(f, 'now')} in {_period(f)}, where {_value(f, 'planned')} was planned."
        ),
        "A cause with a figure, a named owner, actions with dates, and the period in which the trajectory is met again.",
        "the owner of the indicator",
    ),
    "just_under_the_reward_line": Line(
        "What would bring it over the line, and what is that worth?",
        _reward,
        "The figure that is still needed, who can move it by then, and what it costs beside the grant.",
        "the owner of the target",
    ),
    "judged_differs": Line(
        "Why does the partnership judge this other than the rule does?",
        lambda f: (
            f"{_value(f, 'value')} in {_period(f)} against {_value(f, 'planned')} planned is {AGAINST_TARGET[f['computed']].word} "
            f"by the rule; the partnership says {AGAINST_TARGET[f['judged']].word}."
        ),
        "What the officer knows that the figure does not show yet, and the figure that will show it.",
        "the owner of the indicator",
    ),
    "step_without_comparators": Line(
        "Did other places change in the same way at the same time?",
        lambda f: (
            f"A step change from {_period(f)} is claimed with a probability of {_share(f['probability'])}; "
            f"{number(f['comparators'], 0)} other places were compared."
        ),
        "The same series of similar areas, and what was done here at that date that was not done there.",
        "the owner of the indicator",
    ),
    "target_reset": Line(
        "Who agreed the new target, and would the first one have been met?",
        lambda f: (
            f"{_value(f, 'first')} by {day(f['first_due_on'])} became {_value(f, 'now')} by {day(f['due_on'])}, agreed on "
            f"{day(f['agreed_on'])}{': easier than at first' if f['easier'] else ''}."
        ),
        "The minute that agreed it, the reason, and the latest figure against both targets.",
        "the body that set the target",
    ),
    "stale_figures": Line(
        "When will the next figure come, and what is steered by until then?",
        lambda f: (
            f"The latest figure is of {_period(f)}; a newer one has been late for {days(f['days_late'])}."
        ),
        "A date, the cause of the delay, and a figure that can stand in meanwhile.",
        "the body that publishes the figure",
    ),
    "revised_figures": Line(
        "Why were earlier figures changed, and would earlier decisions have been others?",
        lambda f: (
            f"{number(f['number'], 0)} earlier figure{'' if f['number'] == 1 else 's'} changed, most of all {_period(f)}: from "
            f"{_value(f, 'before')} to {_value(f, 'now')}."
        ),
        "What was wrong or provisional, whether other periods follow, and what was decided on the old figure.",
        "the body that publishes the figure",
    ),
    "no_trend_possible": Line(
        "When will there be enough comparable figures, and what stands in for a trend until then?",
        lambda f: f"No trend can be computed: {number(f['points'], 0)} figures can be compared.",
        "The period in which a trend becomes possible, or another measure with a longer record.",
        "the owner of the indicator",
    ),
    "reclassified": Line(
        "How much of the shift is new money or new activity?",
        lambda f: (
            f"The core share rose by {with_unit(float(f['rise']) * 100, 1, 'points')}; {_share(f['reclassified'] / f['rise'])} of "
            "that comes from other tags on the same spending."
        ),
        "The share by last year's tags, and a list of new services with their cost.",
        "the partner that made the return",
    ),
    "prevention_up_outcomes_still": Line(
        "What is the evidence that this spending prevents anything?",
        lambda f: (
            f"The core share rose from {_share(f['before'])} to {_share(f['now'])}; of {number(f['indicators'], 0)} linked "
            "indicators whose lag has passed none has changed."
        ),
        "The study behind the service, its stated lag, and what will be stopped if nothing moves.",
        "the partner that made the return",
    ),
    "influence_ungraded": Line(
        "Which decision papers show the partnership's effect?",
        lambda f: (
            f"{number(f['low'], 0)} of {number(f['claims'], 0)} claims of influence are graded I0 or I1."
        ),
        "For each claim a minute or a budget paper that names the partnership, or its withdrawal.",
        "the partnership's chair",
    ),
}

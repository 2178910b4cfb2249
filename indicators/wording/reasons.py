"""Why something could not be judged: the sentence for each code of a `Reason`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators.model import Reason
from indicators.periods import parse
from indicators.wording.dates import day
from indicators.wording.method_reasons import METHODS
from indicators.wording.prevention_reasons import PREVENTION
from indicators.wording.scrutiny_reasons import SCRUTINY

Figures = dict[str, Any]


def _period(code: str) -> str:
    return parse(code).label


SENTENCES: dict[str, str | Callable[[Figures], str]] = {
    # against target
    "no_target": "No target has been set for this place.",
    "no_figures": "There are no figures that can be judged.",
    "neutral_polarity": "Neither way is better for this indicator, so it is not judged.",
    "range_polarity": "A range is wanted here, and no range has been set.",
    "not_in_force_yet": lambda f: (
        f"The target is not in force yet: its line begins on {day(f['starts_on'])}."
    ),
    "only_the_baseline": lambda f: f"The latest figure, {_period(f['period'])}, is the baseline itself.",
    "no_figure_at_due_date": lambda f: f"There is no figure for the period that ends by {day(f['due_on'])}.",
    "break_since_baseline": lambda f: (
        f"The series changed its basis on {day(f['on'])}, after the target's baseline."
    ),
    "no_baseline": "The source states no baseline, so no line can be drawn to this target.",
    "no_level": "The source states no level.",
    "unknown_target_type": "The target is of a kind that cannot be drawn.",
    "baseline_after_due": lambda f: (
        f"The baseline period ends on {day(f['baseline_ends'])}, which is not before the target is due."
    ),
    "two_levels_on_one_day": lambda f: f"Two levels are set for {day(f['on'])}.",
    "no_constant_rate": "A constant rate cannot run through nought or a change of sign.",
    "ended": lambda f: f"This target ended on {day(f['ended_on'])}.",
    "no_figure_before": lambda f: f"No further figure covers a period that ends by {day(f['due_on'])}.",
    "too_far_ahead": lambda f: f"{day(f['due_on'])} is too far ahead to say.",
    "another_preferred": "Another target is the one in force.",
    # before and after a submission
    "too_many_rows": lambda f: (
        f"{f['rows']:,} rows are too many to work out here which statuses would change; at most {f['most']:,} are."
    ),
    # movement
    "no_earlier_figure": "There is no earlier figure to compare with.",
    "different_length": lambda f: (
        f"The earlier figure, {_period(f['nearest'])}, covers a period of another length."
    ),
    "gap": lambda f: (
        f"The figure to compare with, {_period(f['expected'])}, is missing."
        if f.get("expected")
        else "The figure to compare with is missing."
    ),
    "doubtful": lambda f: f"The figure to compare with, {_period(f['period'])}, is doubtful.",
    "break_between": lambda f: f"The series changed its basis on {day(f['on'])}.",
    "period_not_ended": lambda f: f"The latest figure's period ends only on {day(f['ends'])}.",
    **METHODS,
    **PREVENTION,
    **SCRUTINY,
}
# For a count of many, of which each has figures of its own.
IN_SHORT = {
    "not_in_force_yet": "The target is not in force yet.",
    "only_the_baseline": "The latest figure is the baseline itself.",
    "no_figure_at_due_date": "There is no figure for the period in which the target fell due.",
    "break_since_baseline": "The series changed its basis after the target's baseline.",
    "baseline_after_due": "The baseline period does not end before the target is due.",
    "two_levels_on_one_day": "Two levels are set for one day.",
    "ended": "The target has ended.",
    "no_figure_before": "No further figure is to come before the target is due.",
    "too_far_ahead": "The target is due too far ahead to say.",
    "period_not_ended": "The latest figure's period has not ended.",
    "gap": "A figure that is needed is missing.",
    "too_few_points": "There are too few figures.",
    "too_few_years": "The figures cover too few years.",
    "not_annual": "The figures are not annual.",
    "too_coarse": "The figures are too coarse: most steps from one to the next are nought.",
    "outside_scale": "A figure cannot stand on the scale of its kind.",
}
FALLBACK = "This could not be computed ({code})."


def sentence(reason: Reason) -> str:
    """The sentence for a reason, with its figures; names the code where we have no sentence for it."""
    text = SENTENCES.get(reason.code)
    if text is None:
        return FALLBACK.format(code=reason.code)
    return text(reason.figures) if callable(text) else text


def in_short(code: str) -> str:
    """A reason without its figures, for a count of many."""
    text = SENTENCES.get(code)
    return text if isinstance(text, str) else IN_SHORT.get(code, FALLBACK.format(code=code))

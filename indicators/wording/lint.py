"""What the linter found on a target or a figure, in a sentence with its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from indicators.model import Indicator
from indicators.periods import parse
from indicators.wording.dates import day
from indicators.wording.numbers import number, with_unit

Figures = Mapping[str, Any]
HEADING = "What the check of targets and figures found"
NOTHING = "Nothing was found."
COLUMNS = ("Indicator", "About", "What was found")
TERMS = {
    "target_type": "kind",
    "target_value": "level",
    "due_on": "date",
    "baseline_period": "baseline period",
    "baseline_value": "baseline",
}


def _level(indicator: Indicator, value: float) -> str:
    return with_unit(value, indicator.decimals + 1, indicator.unit_short)


def _new_level(indicator: Indicator, f: Figures) -> str:
    if "on" in f:
        return f"The change of basis on {day(f['on'])} has no note that explains it."
    return (
        f"From {parse(f['period']).short_label} on the level is another, {_level(indicator, f['after'])} after "
        f"{_level(indicator, f['before'])}, and no recorded event explains it."
    )


SENTENCES: dict[str, Callable[[Indicator, Figures], str]] = {
    "zero_or_missing_target": lambda _, f: (
        f"The target for {day(f['due_on'])} is nought: was it meant so, or is it a blank read as a number?"
    ),
    "far_from_scale": lambda i, f: (
        f"The target, {_level(i, f['level'])}, is {number(f['ratio'], 1)} times the usual figure, {_level(i, f['usual'])}: "
        "is it a slip of a decimal place, or another unit?"
    ),
    "inside_ordinary_variation": lambda i, f: (
        f"The target, {_level(i, f['level'])}, lies inside the usual variation ({_level(i, f['lower'])} to "
        f"{_level(i, f['upper'])}): it will be met and missed by luck."
    ),
    "wrong_direction": lambda i, f: (
        f"The target, {_level(i, f['level'])}, is worse than its baseline, {_level(i, f['baseline'])}."
    ),
    "no_baseline": lambda _, f: (
        f"None of the {f['targets']} targets of this body states a baseline, so no line can be drawn to the first, and no share of the way can be told."
        if f["targets"] > 1
        else "The target states no baseline, so no line can be drawn to it."
    ),
    "unreachable_at_best_pace": lambda i, f: (
        f"Even at the best pace ever seen, {_level(i, f['best_a_year'])} a year, {_level(i, f['level'])} cannot be reached "
        f"from {_level(i, f['latest'])} in {number(f['years_left'], 1)} years."
    ),
    "silent_reset": lambda _, f: (
        f"The terms were changed without a new note saying why: {', '.join(TERMS[name] for name in f)}."
    ),
    "tolerance_below_noise": lambda i, f: (
        f"The tolerance, {_level(i, f['tolerance'])}, is below the usual variation, {_level(i, f['noise'])}: chance alone "
        "will turn the status."
    ),
    "stale_figure": lambda _, f: (
        f"The latest figure ended on {day(f['latest_end'])}; a newer one is {number(f['days_overdue'], 0)} days overdue."
    ),
    "break_without_note": _new_level,
}


def sentence(indicator: Indicator, rule: str, figures: Figures) -> str:
    """The sentence for a finding of the rule."""
    return SENTENCES[rule](indicator, figures)


def summary(findings: int, indicators: int, of: int) -> str:
    """How many findings there are, on how many indicators."""
    if not findings:
        return NOTHING
    return f"{findings} finding{'' if findings == 1 else 's'} on {indicators} of {of} indicators."

"""Why a method could not be used on a series, or what it found: the sentences of trends, limits, steps and forecasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators.periods import parse

Figures = dict[str, Any]
Sentence = str | Callable[[Figures], str]


def _held(f: Figures) -> str:
    """In how many periods since a step the figure was better than the average before, and whether it still is."""
    if not f["since"]:
        return "No period has passed since."
    if f["kept"] == f["first"] and 0 < f["first"] < f["since"]:
        first = "first" if f["first"] == 1 else f"first {f['first']}"
        return f"Better than the average before in the {first} of {f['since']} periods since, and no longer."
    still = "" if f["latest"] or not f["kept"] else ", the latest not among them"
    return f"Better than the average before in {f['kept']} of {f['since']} periods since{still}."


SERIES: dict[str, Sentence] = {
    "no_values": "There are no values.",
    "not_worked_out": (
        "This could not be worked out, by a fault in this programme. The log of the server names it; other indicators are as they were."
    ),
    "no_value": "One of the two places has no value.",
    "too_few_points": lambda f: f"There are {f['points']} points; {f['needed']} are needed.",
    "too_few_years": lambda f: f"There are {f['years']} full years; {f['needed']} are needed.",
    "too_few_before": lambda f: f"There are {f['points']} points before that date; {f['needed']} are needed.",
    "carried_too_far": lambda f: (
        f"The earlier course was seen over {f['seen']} periods and would have to be carried {f['ahead']} ahead, further than it can bear."
    ),
    "course_impossible": lambda f: (
        f"The earlier course carried forward comes to {f['level']:.3g}, which no figure of this kind can be."
    ),
    "too_recent_to_judge": lambda f: (
        f"There are {f['points']} points since that date; {f['needed']} are needed."
    ),
    "too_few_events": lambda f: f"There are too few events; {f['needed']} are needed.",
    "overlapping_periods": "The periods overlap, so the points are not independent of each other.",
    "cumulative": "The figures add up through the year and begin anew each April, so they are not one line.",
    "rolling": "The figures are rolling sums that share most of their quarters, so no run of them can be judged.",
    "not_annual": lambda f: f"This test is for figures once a year, not {f['periods_per_year']} times.",
    "break_in_series": "The series changed its basis among the points that are needed.",
    "not_finite": "A figure is too large to be computed with.",
    "has_not_moved": "The figure has not moved at all.",
    "no_variation": "The figures lie exactly on a line, so nothing can be said of chance.",
    "no_moving_range": "No two neighbouring points both have a value.",
    "too_coarse": lambda f: (
        f"The figures are too coarse: {f['zero_ranges']} of {f['ranges']} steps from one to the next are nought."
    ),
    "outside_scale": lambda f: f"{f['value']:g} cannot stand on this scale ({f['scale']}).",
    "not_separable": "A level and a trend cannot be told apart with so few points.",
}
COMPARISONS: dict[str, Sentence] = {
    "different_periods": lambda f: f"The other place has no figure for {parse(f['period']).label}.",
    "not_published": lambda f: f"The other place's figure for {parse(f['period']).label} was not published.",
    "benchmark_incomplete": lambda f: (
        f"The benchmark has no figure for {f['missing']} of the {f['of']} periods, so the two cannot be set side by side."
    ),
    "no_uncertainty": "Neither counts nor limits are known, so chance cannot be told from change.",
    "no_limits": "No limits were published.",
    "not_a_proportion": "A count is no part of its denominator, so this test cannot be used.",
    "limits_crossed": "A published lower limit lies above the upper one.",
    "no_width": "The published limits have no width.",
    "not_whole_numbers": "The counts are not whole numbers.",
    "numerator_zero": "A count is nought, so this test cannot be used.",
    "numerator_equals_denominator": "A count equals its denominator, so this test cannot be used.",
    "no_polarity": "Neither way is better for this indicator.",
}
STEP_CHANGE: dict[str, Sentence] = {
    "money_of_the_day": (
        "The figures are in money of the day and grow with prices, so no change of them proves an improvement."
    ),
    "dated_in_pandemic": (
        "The change is dated in the pandemic, which touched every place, so it says nothing of what was done here."
    ),
    "not_sustained": lambda f: (
        f"The evidence for a new level is very strong, but it has been held for {f['held']} figures in a row; "
        f"{f['needed']} are needed before new limits are offered."
    ),
    "no_direction_of_good": "Neither way is better for this indicator, so a change is no progress.",
    "gain_against_threshold": lambda f: (
        f"The gain beyond the earlier course is {f['gain']:g}; {f['threshold']:g} would matter."
    ),
    "signal": lambda f: {
        "better": "A step for the better, beyond chance, was found.",
        "worse": "A step for the worse was found.",
        "unclaimed": "There are signs of a change, but of no step beyond chance.",
        "none": "No step beyond chance was found.",
    }[f["direction"]],
    "no_step_claimed": "Without one there is no date from which the other questions could be answered.",
    "difference_in_differences": lambda f: (
        f"It changed by {f['own']:g}, the comparator by {f['comparator']:g}."
    ),
    "periods_held": lambda f: (
        f"{_held(f)} The first {f['needed']} and the latest {f['needed']} must be better."
    ),
}
FORECASTS: dict[str, Sentence] = {
    "not_measured_yet": "There is no actual figure yet, and no indicator is named to forecast it by.",
    "no_past_forecasts": "No forecast of the past can be checked against what came.",
    "no_direction": "Neither way is better for this indicator, so there is no chance of meeting a target.",
    "total_needs_raw_scale": "A year's total can be made only of a forecast in the indicator's own unit.",
}
RECIPES: dict[str, Sentence] = {
    "no_tolerance": "No tolerance has been agreed.",
    "target_is_zero": "The target is nought, of which nothing is a per cent.",
    "no_figure_a_year_earlier": "There is no figure of a year earlier.",
    "level_equals_baseline": "The planned level is the baseline itself, so there is no way to go.",
}
METHODS: dict[str, Sentence] = {**SERIES, **COMPARISONS, **STEP_CHANGE, **FORECASTS, **RECIPES}

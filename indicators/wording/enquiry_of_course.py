"""Questions about how an indicator goes: what is asked, why, and what a good answer would contain."""

from __future__ import annotations

from indicators.wording.enquiry_figures import Figures, chance, during, period, value
from indicators.wording.enquiry_line import Line
from indicators.wording.numbers import with_unit


def _values(f: Figures) -> str:
    return ", ".join(with_unit(each, f["decimals"], f["unit"]) for each in f["values"])


def _place(f: Figures) -> str:
    """The name of the place that was compared; its code where the caller knows no name."""
    return f.get("place", f["area"])


COURSE: dict[str, Line] = {
    "red_two_periods": Line(
        "What has changed since last time, who owns the recovery, and when will it be back on its trajectory?",
        lambda f: (
            f"It has been off track for {f['in_a_row']} figures in a row: {value(f, 'before')} {during(f, 'before_period')} "
            f"and {value(f, 'now')} {during(f)}, where {value(f, 'planned')} was planned."
        ),
        "A cause with a figure, a named owner, actions with dates, and the period in which the trajectory is met again.",
        "the owner of the indicator",
    ),
    "worsening": Line(
        "What lies behind the change for the worse, and what is being done about it?",
        lambda f: (
            f"It went from {value(f, 'first')} {during(f, 'first_period')} to {value(f, 'now')} {during(f)}; over these "
            "years the trend is for the worse by the test of England's public health profiles."
            + ("" if f["agreed"] else " No target is agreed for it.")
        ),
        "The part of the change that is understood, with figures; what is done, by whom, by when; and the level that would show it works.",
        "the owner of the indicator",
    ),
    "step_for_the_worse": Line(
        "What has come back since the level changed for the worse, and what will bring back the rest?",
        lambda f: (
            f"From {period(f, 'begins')} on the level is worse: {value(f, 'before')} {during(f, 'before_period')} and "
            f"{value(f, 'now')} {during(f)}. That it changed has a probability of {chance(f)}."
            + (" The change is dated in the pandemic, which touched every place." if f["in_pandemic"] else "")
        ),
        "What caused the change here and what is done about it, with the figures of other places, and a year for the former level.",
        "the owner of the indicator",
    ),
    "worse_three_times": Line(
        "Is this a trend or chance, and what would be done differently if it were a trend?",
        lambda f: (
            f"Each of the last three figures is worse than the one before: {_values(f)}, from {period(f, 'first_period')} to "
            f"{period(f)}. Three in a row can also be chance."
        ),
        "What is known of the cause, the figure that would tell a trend from chance, and who acts before it comes.",
        "the owner of the indicator",
    ),
    "worse_than_elsewhere": Line(
        "What do others do that is not done here, and what explains the rest?",
        lambda f: (
            f"{value(f, 'value')} here against {value(f, 'theirs')} in {_place(f)} for {period(f)}: worse by a test of the "
            "difference that also holds among all indicators compared."
        ),
        "How far the two places can be compared, which part of the difference is explained by who lives here, and what is learnt from there.",
        "the owner of the indicator",
    ),
    "off_illustrative_course": Line(
        "Is this good enough for the Partnership, and if it is not, who will promise a level and a date?",
        lambda f: (
            f"Nobody has promised a level. Beside an illustrative one, made by a mechanical rule, the last {f['in_a_row']} figures fall "
            f"short: {value(f, 'now')} {during(f)}, where {value(f, 'planned')} would lie on its line."
        ),
        "A level, a date and a body that answers for both; or a plain statement that no target will be set, with the reason.",
        "the Board",
    ),
}

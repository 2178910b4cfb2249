"""Why something about a register or a promise could not be said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators.periods import parse
from indicators.wording.dates import day
from indicators.wording.numbers import number

Figures = dict[str, Any]

SCRUTINY: dict[str, str | Callable[[Figures], str]] = {
    "nothing_counted": "There is nothing to count here.",
    "not_checked": "None of the eight headings has been scored.",
    "no_critical_link": lambda f: (
        f"None of the chain's {f['links']} links is marked as critical, so its weakest critical link cannot be named."
        if f["links"] > 1
        else "Its one link is not marked as critical, so its weakest critical link cannot be named."
        if f["links"]
        else "No link of the chain has been recorded, so its weakest critical link cannot be named."
    ),
    "no_consensus": "The partners have not agreed a score together.",
    "not_measurable": "Nothing is measured of it, and what cannot be measured cannot be counted as realised.",
    "no_plan": "No amounts were planned, so there is nothing to hold the actual ones against.",
    "nothing_planned_yet": "Nothing was planned to have come by now.",
    "no_actual_yet": "No figure has come for a period of the plan.",
    "other_unit": lambda f: (
        f"The benefit counts in “{f['unit']}” and its indicator in “{f['measured']}”, so the one cannot be held against the other."
    ),
    "no_baseline_figure": lambda f: (
        f"There is no figure for {parse(f['period']).label}, from which it is to be counted."
        if f["period"]
        else "No period is named from whose figure it is to be counted."
    ),
    "basis_changed_since": lambda f: (
        f"The figures changed their basis on {day(f['on'])}; later ones are not counted from a baseline before it."
    ),
    "plan_of_wrong_sign": lambda f: (
        f"{number(f['planned'], 2)} is planned by {parse(f['period']).label}: a benefit is planned at nought or more, a dis-benefit "
        "at nought or less."
    ),
    "no_figure_promised": "Nothing was promised that a figure could show.",
    "figure_withheld": "The figure that it starts from is withheld now, so it is not said whether it held.",
    "no_indicator": lambda f: f"No indicator {f['code']} is declared at this moment.",
    "no_figure_since": lambda f: f"No figure has come since that of {parse(f['period']).label}.",
    "only_known_figures": lambda f: (
        f"The figure of {parse(f['period']).label} was known when it was promised, and none has come since."
    ),
    "promised_for_later": lambda f: f"It was promised for {parse(f['period']).label}.",
    # partnership life and health
    "awareness_not_asked": "People were not asked both before and after it.",
    "asked_not_stated": "How many people were asked is not recorded.",
    "too_few_asked": lambda f: (
        f"Too few people were asked: a percentage is given from {f['needed']} people on, before and after."
    ),
    "nobody_answered": "Nobody answered.",
    "too_few_answers": lambda f: (
        f"Hidden, so that nobody's answer can be worked out: fewer than {f['needed']} people, or a smaller group would be given away."
    ),
    "no_earlier_round": "There is no round before this one.",
}

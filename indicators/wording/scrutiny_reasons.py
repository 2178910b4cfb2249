"""Why something about a register or a promise could not be said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators.periods import parse

Figures = dict[str, Any]

SCRUTINY: dict[str, str | Callable[[Figures], str]] = {
    "nothing_counted": "There is nothing to count here.",
    "not_checked": "None of the eight headings has been scored.",
    "no_critical_link": lambda f: (
        f"None of the chain's {f['links']} links is marked as critical, so its weakest critical link cannot be named."
    ),
    "no_consensus": "The partners have not agreed a score together.",
    "not_measurable": "Nothing is measured of it, and what cannot be measured cannot be counted as realised.",
    "no_plan": "No amounts were planned, so there is nothing to hold the actual ones against.",
    "nothing_planned_yet": "Nothing was planned to have come by now.",
    "no_actual_yet": "No figure has come for a period of the plan.",
    "no_figure_since": lambda f: f"No figure has come since that of {parse(f['period']).label}.",
    "promised_for_later": lambda f: f"It was promised for {parse(f['period']).label}.",
}

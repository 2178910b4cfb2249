"""Every judgement about figures, pure: values in, frozen results out, and a reason where nothing can be said.

The names below are what others may rely on. Each is looked up in its own module when it is first asked for,
so that a page which only rates figures does not wait for the methods of forecasting to be imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "change_since": "known_date",
    "expected_false_signals": "false_signals",
    "find_step_change": "step_change",
    "forecast": "coming_figures",
    "gap_closed": "reward",
    "proportion_interval": "intervals",
    "rate_against_target": "against_target",
    "rate_interval": "intervals",
    "recent_trend": "trend_marker",
    "reward_share": "reward",
    "standardised_rate": "intervals",
    "xmr_chart": "xmr",
}
__all__ = [  # noqa: PLE0604 - the names are those of the table above
    *_HOMES,
]


def __getattr__(name: str) -> Any:
    """The public name `name` from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Some modules bear the name of the function they are about: the function is what is meant here.
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found

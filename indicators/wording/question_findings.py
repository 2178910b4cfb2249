"""What is wrong with a question of scrutiny, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from indicators.periods import parse

QUESTIONS: dict[str, str | Callable[[Mapping[str, Any]], str]] = {
    "answered_unasked": "There is an answer, but no day on which it was asked.",
    "level_without_promise": "A level or a period is promised, but not in words. Write what was promised.",
    "promise_without_figure": (
        "A level or a period is promised, but it is not said of which indicator and place, and from which figure."
    ),
    "newer_figure_known": lambda f: (
        f"A newer figure was known by then, that of {parse(f['period']).label}. It does not decide whether the promise holds; only "
        "one that was not known when it was promised does."
    ),
}

"""What is wrong with a question of scrutiny, and what to do."""

from __future__ import annotations

QUESTIONS = {
    "answered_unasked": "There is an answer, but no day on which it was asked.",
    "level_without_promise": "A level or a period is promised, but not in words. Write what was promised.",
    "promise_without_figure": (
        "A level or a period is promised, but it is not said of which indicator and place, and from which figure."
    ),
}

"""The rule that asks about the basket as a whole: who has promised anything."""

from __future__ import annotations

from fractions import Fraction

from indicators.scrutiny.figures_asked import BasketAsked
from indicators.scrutiny.question import Question

HALF = Fraction(1, 2)


def questions_on(basket: BasketAsked) -> tuple[Question, ...]:
    """Fewer than half of the indicators have an agreed target that has not ended. Size: the part that has none."""
    if not basket.indicators:
        return ()
    share = Fraction(basket.agreed, basket.indicators)
    if share >= HALF:
        return ()
    figures = {
        "indicators": basket.indicators,
        "agreed": basket.agreed,
        "illustrative": basket.illustrative,
    }
    return (Question("targets_not_agreed", basket.code, basket.title, figures, None, 1 - share),)

"""The rows of the Basket: which are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.assessments import Assessment
from indicators.model import Direction, Rag

FIRST: dict[Rag, int] = {"red": 0, "amber": 1, "grey": 2, "green": 3}
WORSENING_FIRST: dict[Direction, int] = {"deteriorating": 0}
BEHIND = 1


def chosen_rows(
    assessments: Iterable[Assessment], *, theme: str, status: str, order: str
) -> list[Assessment]:
    """The assessments that the filters let through, in the order asked for.

    Args:
        assessments: of the whole basket, in its own order.
        theme: a theme's code, or empty for all.
        status: a rating, or empty for any.
        order: first (needs the Board first), theme or name.
    """
    shown = [
        one
        for one in assessments
        if (not theme or one.indicator.theme_code == theme) and (not status or one.rating.rag == status)
    ]
    if order == "name":
        return sorted(shown, key=lambda one: one.indicator.title)
    if order == "theme":
        return sorted(shown, key=lambda one: one.basket.theme.position)
    return sorted(
        shown,
        key=lambda one: (FIRST[one.rating.rag], WORSENING_FIRST.get(one.movement.direction, BEHIND)),
    )

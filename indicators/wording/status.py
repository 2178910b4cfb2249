"""The words, shapes and arrows of the two signals: against target, and movement. Never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.model import Direction, Rag


@dataclass(frozen=True)
class Sign:
    """A word with the shape that always stands beside it."""

    shape: str
    word: str

    @property
    def text(self) -> str:
        """Shape and word as one string."""
        return f"{self.shape} {self.word}"


AGAINST_TARGET: dict[Rag, Sign] = {
    "green": Sign("●", "on track"),
    "amber": Sign("▲", "at risk"),
    "red": Sign("■", "off track"),
    "grey": Sign("○", "cannot say"),
}
OUTCOME: dict[str, Sign] = {
    "met": Sign("●", "target met"),
    "narrowly_missed": Sign("▲", "narrowly missed"),
    "missed": Sign("■", "target missed"),
}
MOVEMENT: dict[Direction, Sign] = {
    "no_change": Sign("→", "no change"),
    "not_comparable": Sign("○", "not comparable"),
}
ARROWS = {"up": "↑", "down": "↓"}

STATUS_OF_VALUE: dict[str, str] = {
    "final": "final",
    "provisional": "provisional",
    "revised": "revised",
    "estimated": "estimated",
    "reported by press": "as reported by the press",
    "baseline average": "average of the baseline years",
    "doubtful": "doubtful: the source itself looks wrong here",
    "suppressed": "suppressed",
    "not collected": "not collected",
}
FIRM = frozenset({"final", "revised", "baseline average"})


def against_target(rag: Rag, outcome: str = "in_progress") -> Sign:
    """The sign of a rating: of the outcome once the target's last day has passed, else of the course."""
    return OUTCOME.get(outcome, AGAINST_TARGET[rag])


def movement(direction: Direction, change: float | None) -> Sign:
    """The sign of a movement: the arrow says which way the figure went, the word whether that is wanted.

    Raises:
        ValueError: a change is claimed without its size.
    """
    if direction in MOVEMENT:
        return MOVEMENT[direction]
    if not change:
        raise ValueError(f"direction {direction!r} needs a change that is not zero, got {change!r}")
    arrow = ARROWS["up" if change > 0 else "down"]
    return Sign(
        arrow, {"improving": "improving", "deteriorating": "worsening", "changed": "changed"}[direction]
    )

"""The rules that ask about an edition of the prevention audit."""

from __future__ import annotations

from fractions import Fraction

from indicators.scrutiny.figures_asked import EditionAsked
from indicators.scrutiny.question import Question

UNGRADED = frozenset({"I0", "I1"})
MOST = Fraction(1, 2)


def questions_on(edition: EditionAsked) -> tuple[Question, ...]:
    """Everything to ask about one edition."""
    asked = (
        reclassified(edition),
        prevention_share_fell(edition),
        prevention_up_outcomes_still(edition),
        influence_ungraded(edition),
        influence_unclaimed(edition),
        coding_unmoderated(edition),
    )
    return tuple(question for question in asked if question is not None)


def reclassified(edition: EditionAsked) -> Question | None:
    """More than half of the rise of the core share is the same lines under other tags. Size: that part of the rise."""
    rise, moved = edition.rise, edition.reclassified
    if rise is None or moved is None or rise <= 0 or moved <= rise * MOST:
        return None
    figures = {"rise": rise, "reclassified": moved}
    return Question("reclassified", edition.code, edition.title, figures, edition.owner, moved / rise)


def prevention_share_fell(edition: EditionAsked) -> Question | None:
    """The core share is lower than in the year before. Size: the fall."""
    if edition.rise is None or edition.rise >= 0:
        return None
    figures = {
        "before": edition.core_before,
        "before_period": edition.before_period,
        "now": edition.core_now,
        "period": edition.period,
    }
    return Question(
        "prevention_share_fell", edition.code, edition.title, figures, edition.owner, -edition.rise
    )


def prevention_up_outcomes_still(edition: EditionAsked) -> Question | None:
    """The core share rose and no linked indicator moved after its stated lag. Size: the rise."""
    rise = edition.rise
    if rise is None or rise <= 0 or not edition.linked_moved or any(edition.linked_moved):
        return None
    figures = {
        "before": edition.core_before,
        "now": edition.core_now,
        "indicators": len(edition.linked_moved),
    }
    return Question("prevention_up_outcomes_still", edition.code, edition.title, figures, edition.owner, rise)


def influence_ungraded(edition: EditionAsked) -> Question | None:
    """More than half of the claims of influence are graded I0 or I1. Size: their part."""
    grades = edition.grades or {}
    claims = sum(grades.values())
    low = sum(count for grade, count in grades.items() if grade in UNGRADED)
    if not claims or Fraction(low, claims) <= MOST:
        return None
    figures = {"claims": claims, "low": low}
    return Question(
        "influence_ungraded", edition.code, edition.title, figures, edition.owner, Fraction(low, claims)
    )


def influence_unclaimed(edition: EditionAsked) -> Question | None:
    """No claim is recorded that the partnership moved any money. Size: nought."""
    if edition.grades is None or sum(edition.grades.values()) or edition.core_now is None:
        return None
    figures = {"claims": 0, "now": edition.core_now, "period": edition.period}
    return Question("influence_unclaimed", edition.code, edition.title, figures, edition.owner, Fraction(0))


def coding_unmoderated(edition: EditionAsked) -> Question | None:
    """Lines are put at levels by one coder and nobody has looked at them again. Size: how many lines."""
    if not edition.coded or edition.coded_again is None or edition.coded_again:
        return None
    figures = {"coded": edition.coded, "again": edition.coded_again}
    return Question(
        "coding_unmoderated", edition.code, edition.title, figures, edition.owner, Fraction(edition.coded)
    )

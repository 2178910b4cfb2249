"""The two signals of an assessment in words, the same on every surface: against target, and movement."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.assessments import Assessment
from indicators.wording import findings, reasons
from indicators.wording.freshness import freshness_words
from indicators.wording.status import Sign, against_target, movement


@dataclass(frozen=True)
class Signs:
    """The signals of an indicator; `fresh` is the age and, where it is old, a remark."""

    status: Sign
    movement: Sign
    fresh: tuple[str, str]


def in_signs(one: Assessment) -> Signs:
    """The signals that stand on every screen."""
    return Signs(
        status=against_target(one.rating.rag, one.rating.outcome or "in_progress"),
        movement=movement(one.movement.direction, one.movement.change),
        fresh=freshness_words(
            one.freshness.days_old, is_stale=one.freshness.is_stale, reason=one.freshness.reason
        ),
    )


def verdict(one: Assessment) -> str:
    """The sentence under the indicator's name: against target, then movement."""
    sign = movement(one.movement.direction, one.movement.change)
    moved = findings.movement_sentence(
        one.indicator, sign.word, one.movement.change, one.movement.previous, _why_no_movement(one)
    )
    return findings.verdict(
        one.indicator,
        rag=one.rating.rag,
        outcome=one.rating.outcome,
        judged=one.rating.observation,
        planned=one.rating.level,
        target_words=target_words(one) or None,
        why_not=reasons.sentence(one.rating.reason) if one.rating.reason else None,
        movement_words=moved,
    )


def basis(one: Assessment) -> str:
    """How the rating was worked out with its figures, or why there is none."""
    rating = one.rating
    if rating.reason is not None:
        return reasons.sentence(rating.reason)
    return findings.basis(
        one.indicator, figure=rating.observation, planned=rating.level, tolerance=rating.tolerance
    )


def status_note(one: Assessment) -> str:
    """What the status is judged against, or why there is none."""
    if one.rating.reason is None:
        return target_words(one)
    why = reasons.sentence(one.rating.reason)
    if one.choice.chosen is None and one.basket and one.basket.no_target_reason:
        return f"{why} {findings.no_illustrative_target(one.basket.no_target_reason)}"
    return f"{why} ({target_words(one)})" if one.choice.chosen is not None else why


def target_words(one: Assessment) -> str:
    """The target in force in short; empty where there is none."""
    chosen = one.choice.chosen
    if chosen is None or chosen.final_level is None:
        return ""
    last = next((t for t in one.targets if t.code == chosen.target_codes[-1]), None)
    return findings.target_in_short(one.indicator, last, chosen.final_level, illustrative=chosen.illustrative)


def movement_note(one: Assessment) -> str:
    """The size of the movement and since when, or why there is none."""
    return findings.movement_note(
        one.indicator, one.movement.change, one.movement.previous, _why_no_movement(one)
    )


def _why_no_movement(one: Assessment) -> str | None:
    return reasons.sentence(one.movement.reason) if one.movement.reason else None

"""The Basket in words, line by line, so that screen, file and command line hold the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.model import Rag
from indicators.reports.evidence_words import chance, real
from indicators.reports.signals import in_signs, movement_note, status_note
from indicators.wording import findings
from indicators.wording.status import Sign


@dataclass(frozen=True)
class BasketLine:
    """One row of the Basket in words."""

    code: str
    name: str
    unit: str
    theme: str
    value: str
    period: str
    status: Sign
    status_note: str
    movement: Sign
    movement_note: str
    real: Sign
    real_note: str
    chance: str
    chance_note: str
    fresh: str
    fresh_note: str


def in_words(one: Assessment, found: Evidence | None, *, believed: bool = False) -> BasketLine:
    """One row of the Basket; without a theme where the basket's row has none, or there is no row.

    Args:
        one: the quick assessment.
        found: its evidence, None while it is being made.
        believed: whether its step change is among the established ones.
    """
    latest = one.latest
    signs = in_signs(one)
    theme = one.basket.theme if one.basket else None
    sign, sign_note = real(found, believed=believed)
    odds, odds_note = chance(found)
    return BasketLine(
        code=one.indicator.code,
        name=one.indicator.title,
        unit=one.indicator.unit,
        theme=theme.title if theme else "",
        value=findings.value(one.indicator, latest) if latest else findings.level(one.indicator, None),
        period=findings.short_period(latest) if latest else "",
        status=signs.status,
        status_note=status_note(one),
        movement=signs.movement,
        movement_note=movement_note(one),
        real=sign,
        real_note=sign_note,
        chance=odds,
        chance_note=odds_note,
        fresh=signs.fresh[0],
        fresh_note=signs.fresh[1],
    )


def summary(assessments: Sequence[Assessment], place: str) -> str:
    """The sentence on the state of the whole basket."""
    counts: dict[Rag, int] = dict.fromkeys(get_args(Rag), 0)
    for one in assessments:
        counts[one.rating.rag] += 1
    return findings.basket_sentence(
        counts,
        place=place,
        illustrative=sum(one.rating.illustrative and one.rating.rag != "grey" for one in assessments),
        worsening=sum(one.movement.direction == "deteriorating" for one in assessments),
    )

"""Promises in words: what was promised, from where, which figure decides, and whether it held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.assessments.recorded_questions import PromiseHeld
from indicators.periods import parse
from indicators.wording import enquiry, enquiry_page, reasons
from indicators.wording.numbers import change, with_unit


@dataclass(frozen=True)
class PromiseLine:
    """One promise as it is read; `outcome` is held, not_held or None."""

    code: str
    question: str
    promise: str
    level: str
    about: str
    start: str
    decides: str
    outcome: str | None
    sign: str
    note: str


def in_words(held: PromiseHeld, places: Mapping[str, str]) -> PromiseLine:
    """One promise in words.

    Args:
        held: what came of it.
        places: names of areas by code.
    """
    question, indicator = held.question, held.indicator
    decimals = indicator.decimals if indicator else 0
    unit = indicator.unit_short if indicator else None

    def amount(value: object) -> str:
        return with_unit(value, decimals, unit)  # type: ignore[arg-type]

    start = decides = note = level = ""
    if question.figure_promised is not None and question.figure_period is not None:
        start = f"{amount(question.figure_value)}, {parse(question.figure_period).label}"
        by = parse(question.promised_period).label if question.promised_period else None
        level = enquiry_page.promised(
            amount(question.promised_value) if question.promised_value is not None else None, by
        )
    kept = held.kept
    if kept is not None and kept.period is not None:
        moved = change(kept.moved or 0, decimals, unit)
        decides = f"{amount(kept.value)}, {parse(kept.period).label} ({moved})"
    if kept is not None and kept.is_revised:
        note = enquiry_page.WAS_REVISED.format(value=amount(kept.starting_value))
    why = held.reason or (kept.reason if kept else None)
    outcome = kept.outcome if kept else None
    said = " ".join(part for part in (reasons.sentence(why) if why else "", note) if part)
    about = (
        f"{indicator.title}, {places.get(question.area_code or '', question.area_code)}" if indicator else ""
    )
    return PromiseLine(
        code=question.code,
        question=question.question,
        promise=question.promise or "",
        level=level,
        about=about,
        start=start,
        decides=decides,
        outcome=outcome,
        sign=enquiry.OUTCOMES[outcome] if outcome else enquiry.OPEN,
        note=said,
    )


def summary(held: Sequence[PromiseHeld]) -> str:
    """How many promises held, did not, or cannot be told yet."""
    outcomes = [each.kept.outcome if each.kept else None for each in held]
    return enquiry_page.promises_summary(
        outcomes.count("held"), outcomes.count("not_held"), outcomes.count(None)
    )

"""For each rule one indicator of the basket that it was used on, in words: worked examples from the figures of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.assessments.whole import Whole
from indicators.reports import evidence_words
from indicators.reports.method_tables import cases
from indicators.reports.signals import basis, in_signs, movement_note
from indicators.wording import methods
from indicators.wording import reward as words
from indicators.wording.letters import raised

# The first eight cases of the table are the parts of one agreement; the others stand alone.
AGREEMENT = tuple(f"TV-PRG-0{number}" for number in range(1, 8))


def against_target(assessments: Sequence[Assessment]) -> str:
    """The first indicator that could be rated."""
    one = next((one for one in assessments if one.rating.reason is None), None)
    return (
        methods.example(one.indicator.title, f"{basis(one)} {raised(in_signs(one).status.word)}.")
        if one
        else ""
    )


def movement(assessments: Sequence[Assessment]) -> str:
    """The first indicator whose movement could be told."""
    one = next((one for one in assessments if one.movement.reason is None), None)
    if one is None:
        return ""
    return methods.example(
        one.indicator.title, f"{raised(in_signs(one).movement.word)}: {movement_note(one)}."
    )


def signal(assessments: Sequence[Assessment], whole: Whole) -> str:
    """The first indicator whose latest figure stands out."""
    return _example(
        assessments,
        whole,
        lambda found: found.latest_cause is not None,
        lambda _, found: ": ".join(
            [(said := evidence_words.real(found, believed=False))[0].word, f"{said[1]}."]
        ),
    )


def trend(assessments: Sequence[Assessment], whole: Whole) -> str:
    """The first indicator whose recent trend could be calculated."""
    return _example(
        assessments,
        whole,
        lambda found: found.trend.reason is None,
        lambda _, found: evidence_words.trend(found),
    )


def step(assessments: Sequence[Assessment], whole: Whole) -> str:
    """The most probable step that can be believed."""
    best = whole.established[0] if whole.established else None
    return _example(
        assessments,
        whole,
        lambda found: best is not None and found is whole.evidence[best],
        lambda one, found: evidence_words.step(one, found, believed=True),
    )


def real_step(assessments: Sequence[Assessment], whole: Whole) -> str:
    """The first indicator on which there is a verdict."""
    return _example(assessments, whole, lambda found: found.verdict.verdict != "cannot_say", _four_answers)


def chance(assessments: Sequence[Assessment], whole: Whole) -> str:
    """The first indicator with a chance."""
    return _example(
        assessments, whole, lambda found: found.chance.word is not None, evidence_words.chance_sentence
    )


def reward() -> str:
    """The agreement of eight parts that the rule is tested with: £9.6 million over twelve targets."""
    found = cases("reward_share")
    column = {name: i for i, name in enumerate(found.columns)}
    rows = [row for row in found.rows if row[0].startswith(AGREEMENT)]
    parts = [(Decimal(row[column["potential"]]), Decimal(row[column["grant"]])) for row in rows]
    paid = sum(bool(grant) for _, grant in parts)
    return words.worked(len(parts), paid, sum(p for p, _ in parts), sum(grant for _, grant in parts))


def _four_answers(one: Assessment, found: Evidence) -> str:
    said, answers = evidence_words.step_verdict(one, found)
    return " ".join([said, *(f"{each.question} {raised(each.answer)}. {each.why}" for each in answers)])


def _example(
    assessments: Sequence[Assessment],
    whole: Whole,
    suits: Callable[[Evidence], bool],
    say: Callable[[Assessment, Evidence], str],
) -> str:
    for one in assessments:
        found = whole.evidence[one.indicator.code]
        if suits(found):
            return methods.example(one.indicator.title, raised(say(one, found)))
    return ""

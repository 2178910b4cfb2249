"""How well the preventative pounds are evidenced: the part of core spending behind studies of each grade.

A grade is about the strength of a study, not the size of what it found. Studies that disagree about a line are not averaged
and the best is not picked: the line's pounds stand by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from indicators.prevention.rows import InterventionEvidence, LineKey, TaggedLine
from indicators.prevention.schemes import Scheme

DISAGREE = "disagree"
# E5 several rigorous evaluations to E1 a stated logic, E0 none; EX tested and found not effective.
GRADES = ("E5", "E4", "E3", "E2", "E1", "E0", "EX")


@dataclass(frozen=True)
class EvidenceShare:
    """Core spending behind studies of one grade, in the unit of the lines, and its part of all core spending.

    `grade` is one of `GRADES`, `DISAGREE` for lines whose studies have different grades, None for those without a study.
    """

    grade: str | None
    core: Decimal
    share: Fraction


def evidence_mix(
    studies: Iterable[InterventionEvidence], parts: Iterable[TaggedLine], core: Decimal, scheme: Scheme
) -> tuple[EvidenceShare, ...]:
    """The core spending of one year by the grade of its studies, the surest first; nothing where there is none.

    Args:
        studies: of the lines, any number for each.
        parts: the lines that have a study, of the organisations and the year that `core` is of, as they are tagged.
        core: all core spending.
        scheme: says which levels are core.

    Raises:
        ValueError: the lines with a study come to more than all core spending.
    """
    grades: dict[LineKey, set[str]] = defaultdict(set)
    for study in studies:
        grades[study.measure, study.parent, study.line].add(study.grade)
    found: dict[str | None, Decimal] = defaultdict(Decimal)
    for part in parts:
        if scheme.counts_as(part.level) == "core":
            given = grades[part.key]
            found[next(iter(given)) if len(given) == 1 else DISAGREE] += part.line_amount * (
                part.proportion or 0
            )
    without = core - sum(found.values(), Decimal(0))
    if without < 0:
        raise ValueError(f"lines with studies come to {core - without}, all core spending to {core}")
    if not core:
        return ()
    found[None] = without
    return tuple(
        EvidenceShare(grade, found[grade], Fraction(found[grade]) / Fraction(core))
        for grade in (*GRADES, DISAGREE, None)
        if found.get(grade)
    )

"""The lines of an edition in words: what each is put at, what that counts as, how sure, and who judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.assessments.audited import Audit, Override
from indicators.assessments.audits import LineKey, WholeLine
from indicators.wording import prevention, prevention_page
from indicators.wording.dates import day
from indicators.wording.numbers import number


@dataclass(frozen=True)
class LineWords:
    """One line of the table; `differs` where it is classified differently in this view."""

    line: str
    belongs: str
    amount: str
    level: str
    counts_as: str
    confidence: str
    judged: str
    why: str
    differs: bool


def in_headline(lines: Iterable[WholeLine], audit: Audit) -> list[WholeLine]:
    """The lines that stand in the returns that the edition counts."""
    tables = {(each.organisation, each.measure, each.parent) for each in audit.rows.returns}
    return [line for line in lines if (line.organisation, *line.key[:2]) in tables]


def in_words(line: WholeLine, audit: Audit, overrides: Sequence[Override]) -> LineWords:
    """One line of the table."""
    differently: Mapping[LineKey, tuple[tuple[str, Decimal], ...]] = dict(overrides)
    differs = line.key in differently
    levels = differently.get(line.key, line.levels)
    titles = dict(audit.scheme.titles)
    tag = line.first
    counts = dict.fromkeys(prevention_page.COUNTS[audit.scheme.counts_as(level)] for level, _ in levels)
    who = prevention_page.judged_by(tag.coder_role, tag.coder)
    return LineWords(
        line=line.key[2],
        belongs=f"{line.organisation}, {line.key[1]}",
        amount=number(line.amount / 1000, 1),
        level=prevention_page.coded(levels, titles) if levels else prevention.NOT_JUDGED,
        counts_as=", ".join(counts) or prevention_page.COUNTS["unclassified"],
        confidence=prevention_page.CONFIDENCE_NOT_STATED
        if differs or tag.confidence is None
        else tag.confidence,
        judged=prevention_page.NOT_RECORDED if differs else who,
        why=""
        if differs or tag.coded_on is None
        else ": ".join(filter(None, (day(tag.coded_on), tag.rationale))),
        differs=differs,
    )

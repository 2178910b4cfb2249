"""What the report of an edition prints besides the audit: its largest lines, names, and the moment of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from indicators.assessments.audit_evidence import EvidenceShare, evidence_behind
from indicators.assessments.audit_restated import Restatement, restated
from indicators.assessments.audited import Audit
from indicators.assessments.audits import WholeLine, lines_of
from indicators.assessments.recorded_questions import RecordedQuestion, recorded_questions
from indicators.reports.audit_lines import in_headline
from indicators.store import Snapshot, queries
from indicators.store.as_at import day_in_london

MOST_LINES = 100


@dataclass(frozen=True)
class Printed:
    """What is printed: the audit with its largest lines, and the moment of the record that it stands by.

    `behind` is the core spending by the grade of its studies, `questions` what scrutiny has asked about the edition.
    `restated` is the difference to the edition that this one restates, `indicators` are titles by code, `sources` publisher and
    title of what the lines were read from.
    """

    audit: Audit
    lines: tuple[WholeLine, ...]
    is_cut: bool
    behind: tuple[EvidenceShare, ...]
    questions: tuple[RecordedQuestion, ...]
    restated: Restatement | None
    indicators: Mapping[str, str]
    sources: tuple[str, ...]
    recorded_at: datetime
    entry: int
    entry_hash: str

    @property
    def dated(self) -> date:
        """The day of that moment."""
        return day_in_london(self.recorded_at)


def gathered(snapshot: Snapshot, at: int, found: Audit) -> Printed:
    """What the report needs besides the audit: the largest lines, names, and the moment of the record."""
    largest = lines_of(snapshot, found)
    lines = in_headline(largest.lines, found)
    shown = tuple(lines[:MOST_LINES])
    read_from = {line.first.source_key for line in shown}
    entry = next(each for each in queries.history(snapshot) if each.seq <= at)
    return Printed(
        audit=found,
        lines=shown,
        is_cut=len(lines) > len(shown) or largest.is_cut,
        behind=evidence_behind(snapshot, found),
        questions=tuple(
            each
            for each in recorded_questions(snapshot, at)
            if each.subject_kind == "edition" and each.subject == found.edition.code and each.asked_on
        ),
        restated=restated(snapshot, found.edition.code, at),
        indicators={each.code: each.title for each in queries.indicators(snapshot, at)},
        sources=tuple(
            f"{source.publisher}, {source.title}"
            for source in queries.sources(snapshot, at)
            if source.key in read_from
        ),
        recorded_at=entry.recorded_at,
        entry=entry.seq,
        entry_hash=entry.hash,
    )

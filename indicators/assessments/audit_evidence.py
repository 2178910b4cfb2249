"""How well the preventative pounds of an edition are evidenced, read from its lines that have a study."""

from __future__ import annotations

from indicators.assessments import audit_rows as read
from indicators.prevention.edition import Audit
from indicators.prevention.evidence_mix import EvidenceShare, evidence_mix
from indicators.store import Snapshot


def evidence_behind(snapshot: Snapshot, found: Audit) -> tuple[EvidenceShare, ...]:
    """The core spending of the edition's year by the grade of its studies; nothing where nothing was spent or no study is recorded."""
    rows = found.rows
    if found.this_year is None or not rows.evidence:
        return ()
    counted = {(each.organisation, each.measure, each.parent) for each in rows.returns}
    partners = sorted({organisation for organisation, _, _ in counted})
    parts = [
        part
        for key in sorted({(each.measure, each.parent, each.line) for each in rows.evidence})
        for part in read.lines(
            snapshot,
            rows.read_at,
            found.edition,
            scheme=rows.coding,
            key=key,
            organisations=partners,
            period=found.edition.period,
        )
        if (part.organisation, part.measure, part.parent) in counted
    ]
    return evidence_mix(rows.evidence, parts, found.this_year.shares.core, rows.scheme)

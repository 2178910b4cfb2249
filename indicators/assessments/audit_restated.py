"""What an edition says otherwise than the published one that it restates, for one version of the ledger."""

from __future__ import annotations

from indicators.assessments import audit_rows as read
from indicators.assessments.audited import Audit, audit
from indicators.prevention.beside_earlier import beside_earlier
from indicators.prevention.gaming import LineCoding
from indicators.prevention.restatement import LineRevised, Restatement, restatement
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = ["Restatement", "restated"]

KEPT = 16


@kept_by_version(KEPT)
def restated(snapshot: Snapshot, edition_code: str, at: int) -> Restatement | None:
    """The difference to the edition that this one restates; None where it restates none, or one of another year."""
    now = audit(snapshot, edition_code, at)
    if now is None or now.edition.restates is None:
        return None
    before = audit(snapshot, now.edition.restates, at)
    if before is None or before.edition.period != now.edition.period:
        return None
    return restatement(now, before, _codings(snapshot, now, before), _revised(snapshot, now, before))


def _codings(snapshot: Snapshot, now: Audit, before: Audit) -> list[LineCoding]:
    parts = read.codings(snapshot, now.rows.read_at, now.edition, before.edition.code)
    return beside_earlier(parts, now.edition.code, before.edition.code)


def _revised(snapshot: Snapshot, now: Audit, before: Audit) -> list[LineRevised]:
    return read.revised(snapshot, now.rows.read_at, now.edition, before.rows.read_at)

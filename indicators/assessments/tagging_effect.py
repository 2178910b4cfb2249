"""What a coding would do to its edition before it is recorded: the audit before and after, and what would be asked then."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.analysis.finding import Finding
from indicators.assessments.audited import Audit, SchemeNotReadable, audit
from indicators.assessments.tagging import Workplace, edition_of
from indicators.store import Snapshot
from indicators.store.would_be import if_submitted

TAGS = "prevention_tag"


@dataclass(frozen=True)
class Effect:
    """What tags would do to an edition: the audit before and after, and what an auditor would ask then and does not now.

    `before` is None where nothing was coded by the scheme.
    """

    before: Audit | None
    after: Audit
    new_questions: tuple[Finding, ...]


def effect_of(snapshot: Snapshot, workplace: Workplace, rows: bytes, row_count: int) -> Effect | None:
    """What a submission of tags would do; None where there is no such edition.

    Args:
        snapshot: the newest version.
        workplace: where it is coded.
        rows: canonical rows of prevention tags, as a check makes them.
        row_count: how many rows there are.
    """
    before = _by_scheme(snapshot, workplace)
    with if_submitted(snapshot, TAGS, rows, row_count) as would_be:
        after = _by_scheme(would_be, workplace)
    if after is None:
        return None
    known = {_told(each) for each in before.findings} if before else set()
    return Effect(before, after, tuple(each for each in after.findings if _told(each) not in known))


def _by_scheme(snapshot: Snapshot, workplace: Workplace) -> Audit | None:
    at = snapshot.version.seq
    is_own = edition_of(snapshot, at, workplace.edition).scheme_code == workplace.scheme
    try:
        return audit(snapshot, workplace.edition, at, None if is_own else workplace.scheme)
    except SchemeNotReadable:
        return None


def _told(finding: Finding) -> str:
    return repr((finding.rule, finding.subject, sorted(finding.figures.items(), key=str)))

"""The prevention audit of one edition for one version of the ledger: judged when first asked, then kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from indicators.analysis.finding import Finding
from indicators.assessments import audit_rows as read
from indicators.assessments.audit_gathered import SchemeNotReadable, edition_rows, editions
from indicators.assessments.judged import assess_indicator
from indicators.model import COUNTY
from indicators.prevention.coding import classified_differently
from indicators.prevention.edition import Audit, EditionRows, Movement, judge_edition
from indicators.prevention.gaming import rose_alone
from indicators.prevention.influence import net_influence
from indicators.prevention.rows import Edition, LineKey
from indicators.prevention.schemes import scheme_not_readable
from indicators.prevention.shares import Shares
from indicators.prevention.years import Year
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = [
    "Audit",
    "Edition",
    "Movement",
    "Override",
    "SchemeNotReadable",
    "Shares",
    "Year",
    "audit",
    "audit_findings",
    "editions",
    "net_influence",
]

KEPT = 16
Override = tuple[LineKey, tuple[tuple[str, Decimal], ...]]  # a line, and its levels with their shares


@kept_by_version(KEPT)
def audit(
    snapshot: Snapshot,
    edition_code: str,
    at: int,
    scheme_code: str | None = None,
    overrides: tuple[Override, ...] = (),
) -> Audit | None:
    """The whole audit of one edition; None where there is no such edition.

    Args:
        snapshot: the version that is read.
        edition_code: the edition.
        at: sequence of the ledger.
        scheme_code: count by this scheme instead of the edition's own, from its own coding where the edition has one, else from
            the edition's coding.
        overrides: lines classified differently, to see what follows; nothing is stored.

    Raises:
        SchemeNotReadable: a scheme by which the edition's lines cannot be read.
        ValueError: shares of an override that do not sum to 1.
    """
    rows = edition_rows(snapshot, edition_code, at, scheme_code)
    if rows is None:
        return None
    return judge_edition(_overridden(snapshot, rows, overrides) if overrides else rows)


def _overridden(snapshot: Snapshot, rows: EditionRows, overrides: Sequence[Override]) -> EditionRows:
    """The rows with these lines classified differently, for every scheme that reads the same coding."""
    changed = [
        line
        for key, _ in overrides
        for line in read.lines(snapshot, rows.read_at, rows.edition, scheme=rows.coding, key=key)
    ]
    codings = {key: dict(levels) for key, levels in overrides}
    amounts = classified_differently(rows.amounts, changed, codings)
    year = [each for each in amounts if each.period == rows.edition.period]
    readings = {
        code: (scheme, year if rows.codings_read[code] == rows.coding else found)
        for code, (scheme, found) in rows.readings.items()
    }
    return replace(rows, amounts=amounts, readings=readings)


def audit_findings(snapshot: Snapshot, edition_code: str, at: int, as_of: date) -> tuple[Finding, ...]:
    """Everything that an auditor would ask about an edition, with partners whose share rose while nothing else moved."""
    try:
        judged = audit(snapshot, edition_code, at)
    except SchemeNotReadable as unread:
        return (scheme_not_readable(edition_code, unread.asked),)
    if judged is None:
        return ()
    return (*judged.findings, *_rose_alone(snapshot, judged, at, as_of))


def _rose_alone(snapshot: Snapshot, judged: Audit, at: int, as_of: date) -> list[Finding]:
    found = []
    for each in judged.rows.returns:
        codes = {
            study.indicator_code
            for study in judged.rows.evidence
            if study.indicator_code and (study.measure, study.parent) == (each.measure, each.parent)
        }
        years = judged.partners.get(each.organisation, {})
        before = max((period for period in years if period < judged.edition.period), default=None)
        now = years.get(judged.edition.period)
        if before is None or now is None:
            continue
        moved = [_moved(snapshot, code, at, as_of) for code in sorted(codes)]
        found += rose_alone(
            each.organisation,
            years[before].core_of_in_scope,
            now.core_of_in_scope,
            [one for one in moved if one is not None],
        )
    return found


def _moved(snapshot: Snapshot, code: str, at: int, as_of: date) -> bool | None:
    """Whether an indicator changed in the county; None where that cannot be told."""
    one = assess_indicator(snapshot, code, COUNTY, at, as_of)
    if one is None or one.movement.direction == "not_comparable":
        return None
    return one.movement.direction != "no_change"

"""The prevention audit of one edition for one version of the ledger: judged when first asked, then kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from indicators.analysis.finding import Finding
from indicators.assessments import audit_rows as read
from indicators.assessments.judged import assess_indicator
from indicators.model import COUNTY
from indicators.prevention.coding import classified_differently
from indicators.prevention.edition import Audit, EditionRows, Movement, judge_edition
from indicators.prevention.gaming import rose_alone
from indicators.prevention.rows import Edition, LineKey, TaggedAmount
from indicators.prevention.years import Year
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = [
    "Audit",
    "Edition",
    "Movement",
    "Override",
    "SchemeNotReadable",
    "Year",
    "audit",
    "audit_findings",
    "editions",
]

KEPT = 16
Override = tuple[LineKey, tuple[tuple[str, Decimal], ...]]  # a line, and its levels with their shares


class SchemeNotReadable(ValueError):  # noqa: N818  (named as what it says)
    """The lines of an edition cannot be read by a scheme. `schemes`: the codes of those by which they can."""

    def __init__(self, edition: str, asked: str, schemes: list[str]) -> None:
        super().__init__(f"edition {edition} cannot be read by {asked!r}, only by {schemes}")
        self.schemes = schemes


@kept_by_version(KEPT)
def editions(snapshot: Snapshot, at: int) -> tuple[Edition, ...]:
    """All editions, the latest year first; of one year the restatement before what it restates."""
    return tuple(read.editions(snapshot, at))


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
    rows = _rows(snapshot, edition_code, at, scheme_code)
    if rows is None:
        return None
    return judge_edition(_overridden(snapshot, at, rows, overrides) if overrides else rows)


@kept_by_version(KEPT)
def _rows(snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None) -> EditionRows | None:
    known = editions(snapshot, at)
    edition = next((each for each in known if each.code == edition_code), None)
    if edition is None:
        return None
    schemes = read.all_schemes(snapshot, at)
    coders = read.coders(snapshot, at, edition.code)
    codings = {each.scheme: each.scheme for each in coders} | {edition.scheme_code: edition.scheme_code}
    chosen = scheme_code or edition.scheme_code
    coding = codings.get(chosen, edition.scheme_code)
    amounts = read.amounts(snapshot, at, edition.code, coding)
    own = (
        amounts
        if coding == edition.scheme_code
        else read.amounts(snapshot, at, edition.code, edition.scheme_code)
    )
    levels = {each.level for each in own if each.level}
    codings |= {
        code: edition.scheme_code for code in schemes if code not in codings and schemes[code].knows(levels)
    }
    if chosen not in codings or chosen not in schemes:
        raise SchemeNotReadable(edition.code, chosen, sorted(set(codings) & set(schemes)))
    years = {
        code: _year(edition, amounts if code == coding else own)
        if code in (coding, edition.scheme_code)
        else read.amounts(snapshot, at, edition.code, code, edition.period)
        for code in set(codings.values())
    }
    earlier = next((each for each in known if each.period < edition.period), None)
    returns = read.returns(snapshot, at, edition.code)
    return EditionRows(
        edition=edition,
        earlier=earlier,
        scheme=schemes[chosen],
        coding=coding,
        returns=returns,
        amounts=amounts,
        by_old_tags=_by_old_tags(snapshot, at, edition, earlier, coding),
        readings={code: (schemes[code], years[codings[code]]) for code in sorted(codings) if code in schemes},
        codings_read={code: codings[code] for code in codings},
        not_readable=[schemes[code] for code in sorted(schemes) if code not in codings],
        totals=read.control_totals(snapshot, at),
        quarters=read.quarters(snapshot, at, edition.deflator_series),
        people=_people(snapshot, at, [each.organisation for each in returns]),
        codings=read.codings(snapshot, at, edition, earlier.code if earlier else None),
        pairs=read.pairs(snapshot, at, edition),
        splits=read.splits(snapshot, at, edition),
        coders=coders,
        claims=read.claims(snapshot, at, edition.code),
        opinions=read.opinions(snapshot, at, edition.code),
        contributions=read.contributions(snapshot, at, edition.period),
        evidence=read.evidence(snapshot, at),
    )


def _year(edition: Edition, amounts: Sequence[TaggedAmount]) -> list[TaggedAmount]:
    return [each for each in amounts if each.period == edition.period]


def _by_old_tags(
    snapshot: Snapshot, at: int, edition: Edition, earlier: Edition | None, coding: str
) -> list[TaggedAmount] | None:
    """This year's spending by the tags of the edition before; None where that has no coding of the kind."""
    if earlier is None:
        return None
    found = read.amounts(snapshot, at, earlier.code, coding, edition.period)
    return found if any(each.level for each in found) else None


def _overridden(snapshot: Snapshot, at: int, rows: EditionRows, overrides: Sequence[Override]) -> EditionRows:
    """The rows with these lines classified differently, for every scheme that reads the same coding."""
    changed = [
        line
        for key, _ in overrides
        for line in read.lines(snapshot, at, rows.edition, scheme=rows.coding, key=key)
    ]
    codings = {key: dict(levels) for key, levels in overrides}
    amounts = classified_differently(rows.amounts, changed, codings)
    year = _year(rows.edition, amounts)
    readings = {
        code: (scheme, year if rows.codings_read[code] == rows.coding else found)
        for code, (scheme, found) in rows.readings.items()
    }
    return replace(rows, amounts=amounts, readings=readings)


def audit_findings(snapshot: Snapshot, edition_code: str, at: int, as_of: date) -> tuple[Finding, ...]:
    """Everything that an auditor would ask about an edition, with partners whose share rose while nothing else moved."""
    judged = audit(snapshot, edition_code, at)
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


def _people(snapshot: Snapshot, at: int, organisations: Sequence[str]) -> dict[date, int] | None:
    """The people of the one area that all of these serve; None where they serve several."""
    areas = read.areas_of(snapshot, at, organisations)
    if len(areas) != 1:
        return None
    (area,) = areas
    return {day: people for (code, day), people in read.people(snapshot, at).items() if code == area}

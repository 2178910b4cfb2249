"""What an edition of the prevention audit is judged from, read from one version of the projection."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from indicators.prevention.control import ControlTotal
from indicators.prevention.gaming import LATE
from indicators.prevention.restatement import LineRevised
from indicators.prevention.rows import (
    CodedPart,
    CoderPair,
    Coders,
    Contribution,
    Edition,
    InfluenceClaim,
    InterventionEvidence,
    LineKey,
    Opinion,
    PartnerReturn,
    SavingFlow,
    SchemeLevel,
    TaggedAmount,
    TaggedLine,
)
from indicators.prevention.schemes import Scheme, schemes
from indicators.store import Snapshot

MANY_LINES = 1_000_000
MOST_QUESTIONS = 200  # lines, the largest first: nobody answers more
NEVER = date.max - timedelta(days=1)


def editions(snapshot: Snapshot, at: int) -> list[Edition]:
    """All editions, the latest year first."""
    return snapshot.records("prevention_editions", Edition, as_at=at)


def published(snapshot: Snapshot, at: int) -> dict[str, int]:
    """The editions that are published, each with the entry with which it was."""
    return {row["code"]: row["seq"] for row in snapshot.query("prevention_published", as_at=at)}


def all_schemes(snapshot: Snapshot, at: int) -> dict[str, Scheme]:
    """All classification schemes by their code."""
    return schemes(snapshot.records("classification_levels", SchemeLevel, as_at=at))


def amounts(
    snapshot: Snapshot, at: int, edition: str, scheme: str, period: str | None = None
) -> list[TaggedAmount]:
    """Spending by level, in every year or one; lines that the coding leaves out have no level."""
    return snapshot.records(
        "prevention_amounts", TaggedAmount, as_at=at, edition=edition, scheme=scheme, period=period
    )


def lines(
    snapshot: Snapshot,
    at: int,
    edition: Edition,
    *,
    scheme: str | None = None,
    key: LineKey | None = None,
    organisations: Sequence[str] | None = None,
    period: str | None = None,
    most: int = MANY_LINES,
) -> list[TaggedLine]:
    """Lines with their tags in force, the largest first: all of them, or those of one key, some organisations or one year.

    Args:
        snapshot: the version that is read.
        at: sequence of the ledger.
        edition: whose coding.
        scheme: the scheme of the coding, the edition's own where None.
        key: return, service and line.
        organisations: who spent it.
        period: the financial year as a period code.
        most: how many rows at most.
    """
    measure, parent, line = key or (None, None, None)
    return snapshot.records(
        "prevention_lines",
        TaggedLine,
        as_at=at,
        edition=edition.code,
        scheme=scheme or edition.scheme_code,
        measure=measure,
        parent=parent,
        line=line,
        organisations=None if organisations is None else list(organisations),
        period=period,
        limit=most,
    )


def returns(snapshot: Snapshot, at: int, edition: str) -> list[PartnerReturn]:
    """The returns that an edition counts."""
    return snapshot.records("partner_returns", PartnerReturn, as_at=at, edition=edition)


def claims(snapshot: Snapshot, at: int, edition: str) -> list[InfluenceClaim]:
    """The influence claims of an edition."""
    return snapshot.records("influence_claims", InfluenceClaim, as_at=at, edition=edition)


def opinions(snapshot: Snapshot, at: int, edition: str) -> list[Opinion]:
    """The stages of assurance that an edition has passed."""
    return snapshot.records("assurance_opinions", Opinion, as_at=at, edition=edition)


def contributions(snapshot: Snapshot, at: int, period: str) -> list[Contribution]:
    """What partners put into pooled funds in one year."""
    return snapshot.records("pooled_agreements", Contribution, as_at=at, period=period)


def evidence(snapshot: Snapshot, at: int) -> list[InterventionEvidence]:
    """Every study of a service."""
    return snapshot.records("intervention_evidence", InterventionEvidence, as_at=at)


def savings(snapshot: Snapshot, at: int, edition: str) -> list[SavingFlow]:
    """What partners pay and gain in each year of the invest-to-save cases of an edition."""
    return snapshot.records("saving_cases", SavingFlow, as_at=at, edition=edition)


def control_totals(snapshot: Snapshot, at: int) -> list[ControlTotal]:
    """Lines beside published totals, of every return."""
    return snapshot.records("control_totals", ControlTotal, as_at=at)


def coders(snapshot: Snapshot, at: int, edition: str) -> list[Coders]:
    """Who coded how many lines of an edition."""
    return snapshot.records("prevention_coders", Coders, as_at=at, edition=edition)


def codings(snapshot: Snapshot, at: int, edition: Edition, earlier: str | None) -> list[CodedPart]:
    """The codings of the largest lines that an auditor would ask about: changed since the earlier edition, halved, late."""
    late = NEVER if edition.published_on is None else edition.published_on - LATE
    return snapshot.records(
        "prevention_codings",
        CodedPart,
        as_at=at,
        edition=edition.code,
        earlier=earlier,
        scheme=edition.scheme_code,
        late=late,
        period=edition.period,
        most=MOST_QUESTIONS,
    )


def revised(snapshot: Snapshot, at: int, edition: Edition, before: int) -> list[LineRevised]:
    """The lines of the edition's year whose amount is another one than at the entry `before`, the largest difference first."""
    rows = snapshot.query(
        "prevention_revised",
        as_at=at,
        before=before,
        edition=edition.code,
        period=edition.period,
        most=MOST_QUESTIONS,
    )
    return [
        LineRevised(
            row["organisation"], (row["measure"], row["parent"], row["line"]), row["before"], row["now"]
        )
        for row in rows
    ]


def pairs(snapshot: Snapshot, at: int, edition: Edition) -> list[CoderPair]:
    """What the first and the second coder made of the same lines."""
    return snapshot.records(
        "prevention_agreement",
        CoderPair,
        as_at=at,
        edition=edition.code,
        scheme=edition.scheme_code,
        period=edition.period,
    )


def in_force(snapshot: Snapshot, at: int, edition: Edition, scheme: str) -> dict[str, Decimal]:
    """What of the edition's year its headline counts by the coding of each role, in thousands of pounds."""
    rows = snapshot.query(
        "prevention_in_force", as_at=at, edition=edition.code, scheme=scheme, period=edition.period
    )
    return {row["role"]: row["amount"] for row in rows}


def splits(snapshot: Snapshot, at: int, edition: Edition) -> list[tuple[LineKey, Decimal]]:
    """Codings whose shares do not sum to 1, with their sum."""
    rows = snapshot.query("prevention_splits", as_at=at, edition=edition.code, scheme=edition.scheme_code)
    return [((row["measure"], row["parent"], row["line"]), row["whole"]) for row in rows]


def quarters(snapshot: Snapshot, at: int, series: str) -> dict[date, Decimal]:
    """A price index by the first day of its quarters."""
    return {row["period_start"]: row["value"] for row in snapshot.query("deflators", as_at=at, series=series)}


def people(snapshot: Snapshot, at: int) -> dict[tuple[str, date], int]:
    """People by area and the day of the estimate."""
    rows = snapshot.query("populations", as_at=at)
    return {(row["area_code"], row["counted_on"]): row["population"] for row in rows}


def areas_of(snapshot: Snapshot, at: int, organisations: Sequence[str]) -> set[str]:
    """The areas that these organisations serve."""
    rows = snapshot.query("organisation_areas", as_at=at)
    return {row["area_code"] for row in rows if row["organisation"] in organisations}

"""The register of partnerships, judged once for a version of the ledger, a moment and a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from indicators.analysis.finding import Finding
from indicators.scrutiny.health_check import Heading, HeadingScore, HealthCheck, health_check
from indicators.scrutiny.overlap import Overlap, overlaps
from indicators.scrutiny.partnerships import Inside, Partnership, Register, register, stands
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

KEPT = 16


@dataclass(frozen=True)
class PartnershipText:
    """What is written about a partnership that no judgement rests on; `as_of` is a date or the words of the source."""

    code: str
    lead_role: str | None
    kind: str
    inside_basis: str | None
    purpose: str | None
    verified_by: str | None
    reports_to: str | None
    as_of: str
    note: str | None
    second_source: str | None
    source: str


@dataclass(frozen=True)
class Member:
    """An organisation with a seat in a partnership; `voting` is yes, no or None."""

    partnership: str
    organisation: str
    sector: str
    seat: str | None
    voting: str | None


@dataclass(frozen=True)
class Score:
    """The last score of one heading of a partnership's health check, with what it rests on."""

    partnership: str
    heading: Heading
    score: int
    evidence: str | None
    action: str | None
    checked_on: date


Row = TypeVar("Row", Member, Score)


@dataclass(frozen=True)
class Entry:
    """One partnership as the register shows it."""

    partnership: Partnership
    text: PartnershipText
    stands: Inside
    members: tuple[Member, ...]
    scores: tuple[Score, ...]
    health: HealthCheck
    findings: tuple[Finding, ...]

    @property
    def code(self) -> str:
        """Its code."""
        return self.partnership.code


@dataclass(frozen=True)
class PartnershipRegister:
    """All entries by name, the register as a whole, and which of them overlap."""

    entries: tuple[Entry, ...]
    whole: Register
    overlaps: tuple[Overlap, ...]

    @property
    def partnerships(self) -> tuple[Partnership, ...]:
        """The entries as they are judged."""
        return tuple(each.partnership for each in self.entries)


@kept_by_version(KEPT)
def partnership_register(snapshot: Snapshot, at: int, as_of: date) -> PartnershipRegister:
    """The register at a moment.

    Args:
        snapshot: the version that is read.
        at: sequence of the ledger.
        as_of: the day by which reviews and verifications are judged.
    """
    partnerships = snapshot.records("partnerships", Partnership, as_at=at)
    texts = {each.code: each for each in snapshot.records("partnerships", PartnershipText, as_at=at)}
    members = _by_partnership(snapshot.records("partnership_members", Member, as_at=at))
    scores = _by_partnership(snapshot.records("partnership_scores", Score, as_at=at))
    whole = register(partnerships, as_of)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in whole.findings:
        found[finding.subject].append(finding)
    entries = tuple(
        Entry(
            each,
            texts[each.code],
            stands(each.relation),
            members.get(each.code, ()),
            scores.get(each.code, ()),
            _health(scores.get(each.code, ())),
            tuple(found[each.code]),
        )
        for each in partnerships
    )
    organisations = {code: frozenset(one.organisation for one in seats) for code, seats in members.items()}
    return PartnershipRegister(entries, whole, overlaps(partnerships, organisations))


def _health(scores: Sequence[Score]) -> HealthCheck:
    return health_check(HeadingScore(each.heading, each.score) for each in scores)


def _by_partnership(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.partnership].append(row)
    return {code: tuple(each) for code, each in found.items()}

"""What the audit judges, as it is recorded: one small dataclass a kind of row. Money is in thousands of pounds, exact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.model import PUBLISHED_STATUSES

LineKey = tuple[str, str, str]  # the return, the service, the line as published


@dataclass(frozen=True)
class TaggedAmount:
    """Spending of one organisation in one year at one level, by the confidence of the coder.

    `level` and `confidence` are None for lines that nobody has judged. `role` is own, or benchmark for another place.
    """

    organisation: str
    role: str
    period: str
    measure: str
    parent: str
    level: str | None
    confidence: str | None
    amount: Decimal


@dataclass(frozen=True)
class TaggedLine:
    """One line of one organisation and year, or the part of it that was put at one level."""

    organisation: str
    role: str
    period: str
    measure: str
    parent: str
    line: str
    line_amount: Decimal
    level: str | None
    proportion: Decimal | None
    confidence: str | None
    coder: str | None
    coder_role: str | None
    coded_on: date | None
    rationale: str | None
    source: str
    source_key: str

    @property
    def key(self) -> LineKey:
        """What names the line in every year."""
        return self.measure, self.parent, self.line


@dataclass(frozen=True)
class Edition:
    """One yearly edition of the audit."""

    code: str
    period: str
    scheme_code: str
    price_base: str
    deflator_series: str
    status: str
    published_on: date | None
    restates: str | None
    scope: str
    changes: str | None
    limitation: str | None

    @property
    def is_published(self) -> bool:
        """Whether it stays as it is, so that only another edition can restate it."""
        return self.status in PUBLISHED_STATUSES


@dataclass(frozen=True)
class PartnerReturn:
    """One return of one partner that an edition counts."""

    organisation: str
    measure: str
    parent: str
    basis: str
    total_in_scope: Decimal | None
    certified_role: str | None
    certified_on: date | None
    exclusions: str | None
    note: str | None


@dataclass(frozen=True)
class SchemeLevel:
    """One level of one scheme, and what spending at it counts as."""

    scheme_code: str
    scheme: str
    scheme_standing: str
    level: str
    title: str
    counts_as: str


@dataclass(frozen=True)
class InfluenceClaim:
    """A claim that the partnership moved money; the four shares run from 0 to 1."""

    code: str
    statement: str
    mechanism: str
    organisation: str
    gross: Decimal
    deadweight: Decimal
    leakage: Decimal
    displacement: Decimal
    substitution: Decimal
    grade: str


@dataclass(frozen=True)
class Opinion:
    """A stage of assurance that an edition has passed."""

    stage: str
    organisation: str
    given_by: str
    given_on: date
    opinion: str | None
    words: str | None


@dataclass(frozen=True)
class Contribution:
    """A partner's contribution to a pooled fund in one year."""

    code: str
    title: str
    legal_basis: str
    host: str
    organisation: str
    period: str
    amount: Decimal
    in_kind: Decimal | None


@dataclass(frozen=True)
class InterventionEvidence:
    """A study of whether a service prevents anything, with the outcome that it is meant to move."""

    code: str
    measure: str
    parent: str
    line: str
    grade: str
    indicator_code: str | None
    lag_years: Decimal | None


@dataclass(frozen=True)
class SavingFlow:
    """What one partner pays for an invest-to-save case in one year, and what it gains."""

    code: str
    title: str
    organisation: str
    period: str
    cost: Decimal
    benefit: Decimal
    cashable: str
    basis: str


@dataclass(frozen=True)
class CodedPart:
    """One level that one coder gave a line in one edition, with what the line came to in the year asked about."""

    edition: str
    measure: str
    parent: str
    line: str
    organisation: str
    role: str
    level: str
    proportion: Decimal
    coded_on: date
    amount: Decimal

    @property
    def key(self) -> LineKey:
        """What names the line in every year."""
        return self.measure, self.parent, self.line


@dataclass(frozen=True)
class Coders:
    """How many lines of an edition were coded by one scheme in one role, and by whom."""

    scheme: str
    role: str
    lines: int
    coders: str


@dataclass(frozen=True)
class CoderPair:
    """How many lines the first coder put mainly at one level and the second mainly at another, or at the same.

    `amount` are the pounds of those lines in the edition's year, `alike` those of them that both put at the same level.
    """

    first: str
    second: str
    lines: int
    amount: Decimal
    alike: Decimal

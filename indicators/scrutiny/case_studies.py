"""Whether a case study may be made public: consent and licence both, and no quotation that was not cleared.

Consent is given by those whom the story tells of; it may have an end, and it may be taken back. The licence says on which terms
others may use the story. Without both nothing is public.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.analysis.finding import Finding

Consent = Literal["given", "asked", "not_asked", "refused", "withdrawn"]
Quotes = Literal["yes", "no", "no_quotations"]
Lack = Literal[
    "no_consent", "consent_refused", "consent_withdrawn", "consent_ended", "no_licence", "quotes_not_cleared"
]

CLEARED: tuple[Quotes, ...] = ("yes", "no_quotations")
_WITHOUT_CONSENT: dict[Consent, Lack] = {
    "asked": "no_consent",
    "not_asked": "no_consent",
    "refused": "consent_refused",
    "withdrawn": "consent_withdrawn",
}


@dataclass(frozen=True)
class CaseStudy:
    """One story; the texts are None where they are not written yet."""

    code: str
    title: str
    consent: Consent
    consent_on: date | None = None
    consent_until: date | None = None
    quotes_cleared: Quotes | None = None
    licence: str | None = None
    published_on: date | None = None
    problem: str | None = None
    what_partners_did: str | None = None
    what_it_means: str | None = None
    indicator_code: str | None = None
    outcome: str | None = None
    cost: float | None = None
    evidence_grade: str | None = None
    media: str | None = None


@dataclass(frozen=True)
class Clearance:
    """Whether a case study may be public on a day, and if not, all that is lacking."""

    case: CaseStudy
    lacking: tuple[Lack, ...]
    findings: tuple[Finding, ...]

    @property
    def may_be_public(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lacking


def clearance(case: CaseStudy, as_of: date) -> Clearance:
    """Whether one case study may be public on the day `as_of`."""
    lacking = tuple(_lacking(case, as_of))
    return Clearance(case, lacking, tuple(_findings(case, lacking, as_of)))


def clearances(cases: Iterable[CaseStudy], as_of: date) -> tuple[Clearance, ...]:
    """Every case study: those that are public and must not be first, then those that lack something, then the others."""
    found = [clearance(case, as_of) for case in cases]
    return tuple(sorted(found, key=lambda one: (not one.findings, one.may_be_public, one.case.title)))


def _lacking(case: CaseStudy, as_of: date) -> Iterator[Lack]:
    if case.consent != "given":
        yield _WITHOUT_CONSENT[case.consent]
    elif case.consent_on is not None and as_of < case.consent_on:
        yield "no_consent"
    elif case.consent_until is not None and case.consent_until < as_of:
        yield "consent_ended"
    if not case.licence:
        yield "no_licence"
    if case.quotes_cleared not in CLEARED:
        yield "quotes_not_cleared"


def _findings(case: CaseStudy, lacking: tuple[Lack, ...], as_of: date) -> Iterator[Finding]:
    if case.published_on is not None and case.published_on <= as_of and lacking:
        figures = {"published_on": case.published_on, "lacking": lacking}
        yield Finding("public_without_clearance", case.code, figures)

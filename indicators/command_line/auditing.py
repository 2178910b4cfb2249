"""`audit`: which edition of the prevention audit is asked for, and what an auditor would ask about the latest."""

from __future__ import annotations

from typing import Any

from indicators.assessments.audited import Edition, SchemeNotReadable, audit, audit_findings, editions
from indicators.command_line import asked, audit_page, judged
from indicators.command_line.answers import Answer, Refused
from indicators.command_line.audit_data import data
from indicators.periods import PeriodError, parse
from indicators.store import Snapshot
from indicators.wording import prevention_findings


def audit_of(year: str | None, as_at: str | None, scheme: str | None) -> Answer:
    """The edition of a year, or the latest one, as at the moment; counted by another scheme where one is named."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    edition = edition_asked(snapshot, moment.at, year)
    try:
        found = audit(snapshot, edition.code, moment.at, scheme)
    except SchemeNotReadable as unread:
        raise not_readable(unread) from None
    if found is None:
        raise Refused("edition_unknown", asked=edition.code, editions="")
    return Answer(
        data={"as_at": judged.moment(moment), **data(found)},
        show=lambda page: audit_page.show(page, found),
    )


def not_readable(unread: SchemeNotReadable) -> Refused:
    """That an edition cannot be read by a scheme, with those by which it can."""
    code = "scheme_unknown" if unread.schemes else "scheme_without_levels"
    return Refused(code, asked=unread.asked, schemes=", ".join(unread.schemes))


def questions(snapshot: Snapshot, at: int, as_of: Any) -> dict[str, Any] | None:
    """What an auditor would ask about the latest edition, for `lint`; None where there is no edition."""
    known = editions(snapshot, at)
    if not known:
        return None
    found = audit_findings(snapshot, known[0].code, at, as_of)
    return {
        "edition": known[0].code,
        "summary": prevention_findings.summary(len(found), known[0].code),
        "findings": [
            {
                "subject": each.subject,
                "rule": each.rule,
                "figures": each.figures,
                "sentence": prevention_findings.sentence(each.rule, each.figures),
            }
            for each in found
        ],
    }


def edition_asked(snapshot: Snapshot, at: int, year: str | None) -> Edition:
    """The edition of a year in any writing, or by its own code; without a year the latest.

    Raises:
        Refused: there is none, with those that there are.
    """
    known = editions(snapshot, at)
    if not known:
        raise Refused("no_editions", at=at)
    if year is None:
        return known[0]
    wanted = year.strip()
    by_code = next((each for each in known if each.code.casefold() == wanted.casefold()), None)
    if by_code:
        return by_code
    try:
        period = parse(wanted).code
    except PeriodError:
        period = ""
    by_year = next((each for each in known if each.period == period), None)
    if by_year is None:
        raise Refused("edition_unknown", asked=wanted, editions=", ".join(each.code for each in known))
    return by_year

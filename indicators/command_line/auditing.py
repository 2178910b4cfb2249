"""`audit`: an edition of the prevention audit in its twelve parts; parts that are missing are named as missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from indicators.assessments.audited import (
    Audit,
    Edition,
    Movement,
    SchemeNotReadable,
    audit,
    audit_findings,
    editions,
)
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer, Refused
from indicators.periods import PeriodError, parse
from indicators.reports import audit_words as words
from indicators.store import Snapshot
from indicators.wording import prevention, prevention_findings
from indicators.wording.numbers import number

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def audit_of(year: str | None, as_at: str | None, scheme: str | None) -> Answer:
    """The edition of a year, or the latest one, as at the moment; counted by another scheme where one is named."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    edition = _edition(snapshot, moment.at, year)
    try:
        found = audit(snapshot, edition.code, moment.at, scheme)
    except SchemeNotReadable as unread:
        raise Refused("scheme_unknown", asked=scheme, schemes=", ".join(unread.schemes)) from None
    if found is None:
        raise Refused("edition_unknown", asked=edition.code, editions="")
    return Answer(
        data={"as_at": judged.moment(moment), **data(found)},
        show=lambda page: _show(page, found),
    )


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


def _edition(snapshot: Snapshot, at: int, year: str | None) -> Edition:
    """The edition of a year in any writing, or by its own code; without a year the latest."""
    known = editions(snapshot, at)
    listed = ", ".join(each.code for each in known)
    if year is None and known:
        return known[0]
    wanted = (year or "").strip()
    by_code = next((each for each in known if each.code.casefold() == wanted.casefold()), None)
    if by_code:
        return by_code
    try:
        period = parse(wanted).code
    except PeriodError:
        period = ""
    by_year = next((each for each in known if each.period == period), None)
    if by_year is None:
        raise Refused("edition_unknown", asked=wanted, editions=listed)
    return by_year


def data(found: Audit) -> dict[str, Any]:
    """An audit with stable keys; shares from 0 to 1, money in thousands of pounds."""
    rows, movement = found.rows, found.movement
    return {
        "edition": found.edition,
        "scheme": {"code": found.scheme.code, "title": found.scheme.title, "standing": found.scheme.standing},
        "ours_unmoderated": words.is_ours(found),
        "summary": [words.headline(found), words.course(found), words.money(found), *words.benchmarks(found)],
        "returns": rows.returns,
        "years": [
            {
                "period": each.period,
                "label": words.year(each.period),
                "shares": shares(each.shares),
                "core": each.core,
                "broad": each.broad,
                "acute": each.acute,
                "in_scope": each.in_scope,
                "no_real_terms": judged.reason(each.no_real),
                "nothing_a_head": judged.reason(each.no_head),
            }
            for each in found.years
        ],
        "range": None
        if found.range is None
        else {field.name: shares(getattr(found.range, field.name)) for field in fields(found.range)},
        "schemes": [
            {
                "code": each.scheme.code,
                "title": each.scheme.title,
                "shares": shares(each.shares),
                "reason": judged.reason(each.reason),
            }
            for each in found.schemes
        ],
        "levels": [
            {"organisation": partner, "level": level, "amount": amount}
            for partner, levels in found.levels.items()
            for level, amount in levels.items()
        ],
        "partners": _places(found.partners),
        "benchmarks": _places(found.benchmarks),
        "beside": [
            {"organisation": place[0], "measure": place[1], "parent": place[2], "years": _years(years)}
            for place, years in found.beside.items()
        ],
        "course": {
            "largest_change_begins": None
            if found.course.turn is None
            else found.course.years[found.course.turn],
            "change_in_points": found.course.change,
            "years_before": found.course.years_before,
            "statistics_can_tell": found.course.statistics_can_tell,
            "quiet_since": found.course.quiet_since,
            "step_probability": found.course.step.p_change if found.course.step else None,
            "step_strength": found.course.step.strength if found.course.step else None,
            "step_reason": judged.reason(found.course.step.reason if found.course.step else None),
            "known_date_reason": judged.reason(found.course.known.reason if found.course.known else None),
            "reason": judged.reason(found.course.reason),
        },
        "movement": {
            "since": movement.since,
            "share": movement.shares,
            "money": movement.money,
            "no_money": judged.reason(movement.no_money),
            "no_reclassification": judged.reason(movement.no_reclassification),
        }
        if isinstance(movement, Movement)
        else {"reason": judged.reason(movement)},
        "control_totals": [
            {**vars(each), "difference": each.difference, "adds_up": each.adds_up} for each in found.totals
        ],
        "coders": rows.coders,
        "agreement": found.agreement,
        "influence": found.influence,
        "claims": rows.claims,
        "pooled": rows.contributions,
        "evidence": rows.evidence,
        "opinions": rows.opinions,
        "questions": [
            {"subject": each.subject, "rule": each.rule, "figures": each.figures, "sentence": said}
            for each, (_, said) in zip(found.findings, words.findings(found), strict=True)
        ],
        "missing": missing(found),
        "reason": judged.reason(found.reason),
    }


def shares(found: Any) -> dict[str, Any] | None:
    """Shares with the money that they are made of."""
    if found is None:
        return None
    return {
        **vars(found),
        "coverage": found.coverage,
        "core_of_classified": found.core_of_classified,
        "core_of_in_scope": found.core_of_in_scope,
        "broad_of_classified": found.broad_of_classified,
        "broad_of_in_scope": found.broad_of_in_scope,
        "prevention_to_acute": found.prevention_to_acute,
        "reason": judged.reason(found.reason),
    }


def missing(found: Audit) -> list[str]:
    """The names of the parts for which nothing was recorded."""
    rows = found.rows
    linked = [each for each in rows.evidence if each.indicator_code]
    there = {
        "pooled": rows.contributions,
        "saving": (),
        "influence": rows.claims,
        "evidence": rows.evidence,
        "outcomes": linked,
        "second_coder": found.agreement.lines,
        "sign_offs": rows.opinions,
    }
    return [name for name, recorded in there.items() if not recorded]


def _places(places: Any) -> list[dict[str, Any]]:
    return [{"organisation": name, "years": _years(years)} for name, years in places.items()]


def _years(years: Any) -> list[dict[str, Any]]:
    return [{"period": period, "shares": shares(found)} for period, found in years.items()]


def _show(page: Page, found: Audit) -> None:
    page.title(f"{prevention.TITLE} {found.edition.code}")
    page.say(words.status(found.edition, ours=words.is_ours(found)))
    for text in (words.headline(found), words.course(found), words.money(found)):
        page.say(text)
    page.bullets(words.benchmarks(found))
    parts = {
        "scope": _scope,
        "scheme": _scheme,
        "spend": _spend,
        "movement": _movement,
        "pooled": _pooled,
        "saving": _saving,
        "influence": _influence,
        "evidence": _evidence,
        "outcomes": _outcomes,
        "confidence": _confidence,
        "sign_offs": _sign_offs,
        "restatement": _restatement,
    }
    for name, show in parts.items():
        page.heading(prevention.PARTS[name])
        show(page, found)


def _scope(page: Page, found: Audit) -> None:
    page.say(found.edition.scope)
    page.say(found.edition.limitation or "")
    for each in found.rows.returns:
        page.bullets(
            [
                prevention.counted_return(
                    each.organisation,
                    each.parent,
                    each.measure,
                    each.basis,
                    total=each.total_in_scope,
                    certified_by=each.certified_role,
                )
            ]
        )


def _scheme(page: Page, found: Audit) -> None:
    page.say(found.scheme.title)
    page.say(found.edition.changes or "")
    page.table(prevention.SCHEME_COLUMNS, words.scheme_rows(found), numeric=(1, 2))


def _spend(page: Page, found: Audit) -> None:
    page.table(
        prevention.YEAR_COLUMNS, words.year_rows(found), numeric=range(1, len(prevention.YEAR_COLUMNS))
    )
    page.table(prevention.LEVEL_COLUMNS, words.level_rows(found), numeric=(2,))
    if found.beside:
        page.say(prevention.BESIDE)
        page.table(prevention.PLACE_COLUMNS, words.beside_rows(found), numeric=(3, 4, 5))


def _movement(page: Page, found: Audit) -> None:
    page.facts(words.movement_rows(found))
    for note in words.movement_notes(found):
        page.say(note)


def _pooled(page: Page, found: Audit) -> None:
    _or_missing(
        page,
        "pooled",
        (
            f"{each.title} ({each.host}): {each.organisation}, {prevention.millions(each.amount)}"
            for each in found.rows.contributions
        ),
    )


def _saving(page: Page, _: Audit) -> None:
    page.say(prevention.MISSING["saving"])


def _influence(page: Page, found: Audit) -> None:
    page.say(words.influence(found))
    page.bullets(f"{each.grade} {each.statement}" for each in found.rows.claims)


def _evidence(page: Page, found: Audit) -> None:
    _or_missing(
        page, "evidence", (f"{each.grade} {each.parent}: {each.line}" for each in found.rows.evidence)
    )


def _outcomes(page: Page, found: Audit) -> None:
    links = [each for each in found.rows.evidence if each.indicator_code]
    _or_missing(
        page, "outcomes", (prevention.link(each.line, each.indicator_code, each.lag_years) for each in links)
    )
    if links:
        page.say(prevention.LINK_IS_NO_CAUSE)


def _confidence(page: Page, found: Audit) -> None:
    page.table(
        prevention.CODER_COLUMNS,
        [
            (each.scheme, prevention.ROLES[each.role], number(each.lines, 0), each.coders)
            for each in found.rows.coders
        ],
        numeric=(2,),
    )
    for text in words.agreement(found):
        page.say(text)
    if found.findings:
        page.table(prevention_findings.COLUMNS, words.findings(found))


def _sign_offs(page: Page, found: Audit) -> None:
    _or_missing(
        page,
        "sign_offs",
        (
            prevention.opinion(each.stage, each.given_by, each.given_on, each.opinion)
            for each in found.rows.opinions
        ),
    )


def _restatement(page: Page, found: Audit) -> None:
    page.say(prevention.restates(found.edition.restates, found.edition.changes))


def _or_missing(page: Page, part: str, items: Iterable[str]) -> None:
    known = list(items)
    if known:
        page.bullets(known)
    else:
        page.say(prevention.MISSING[part])

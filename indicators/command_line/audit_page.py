"""An edition of the prevention audit for people, in its twelve parts; parts that are missing are named as missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from indicators.assessments.audited import Audit
from indicators.reports import audit_assurance
from indicators.reports import audit_words as words
from indicators.wording import prevention, prevention_assurance, prevention_findings, prevention_sentences
from indicators.wording.numbers import number

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def show(page: Page, found: Audit) -> None:
    """Print the whole edition."""
    page.title(f"{prevention.TITLE} {found.edition.code}")
    page.say(words.status(found))
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
    for name, part in parts.items():
        page.heading(prevention.PARTS[name])
        part(page, found)


def _scope(page: Page, found: Audit) -> None:
    page.say(found.edition.scope)
    page.say(found.edition.limitation or "")
    for each in found.rows.returns:
        page.bullets(
            [
                prevention_sentences.counted_return(
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
    for note in words.year_notes(found):
        page.say(note)
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


def _saving(page: Page, found: Audit) -> None:
    if not found.savings:
        page.say(prevention.MISSING["saving"])
        return
    page.table(
        prevention_assurance.SAVING_COLUMNS,
        audit_assurance.saving_rows(found),
        numeric=prevention_assurance.SAVING_NUMERIC,
    )
    page.say(prevention_assurance.SAVING_RULE)
    page.table(prevention_assurance.BALANCE_COLUMNS, audit_assurance.balance_rows(found), numeric=(2,))


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
        page,
        "outcomes",
        (prevention_sentences.link(each.line, each.indicator_code, each.lag_years) for each in links),
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
    if not found.rows.opinions:
        page.say(prevention.MISSING["sign_offs"])
        return
    page.say(audit_assurance.frozen(found))
    page.say(audit_assurance.stages_summary(found))
    page.table(prevention_assurance.STAGE_COLUMNS, audit_assurance.stage_rows(found))


def _restatement(page: Page, found: Audit) -> None:
    page.say(prevention_sentences.restates(found.edition.restates, found.edition.changes))


def _or_missing(page: Page, part: str, items: Iterable[str]) -> None:
    known = list(items)
    if known:
        page.bullets(known)
    else:
        page.say(prevention.MISSING[part])

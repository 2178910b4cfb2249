"""Parts 7 to 12 of the report of an edition: influence, evidence, outcomes, confidence, assurance, restatement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from indicators.assessments.audited import Audit, net_influence
from indicators.reports import audit_assurance, audit_words
from indicators.reports.document import Block, Bullets, Missing, Paragraph, table
from indicators.reports.edition_gathered import Printed
from indicators.reports.edition_spending import Part
from indicators.wording import edition_report as words
from indicators.wording import prevention, prevention_findings, prevention_page, prevention_sentences
from indicators.wording import prevention_assurance as assured
from indicators.wording.dates import day
from indicators.wording.numbers import number

ASTRAY = "lines_do_not_add_up"


def _influence(what: Printed) -> Iterator[Block]:
    found = what.audit
    if not found.rows.claims:
        yield Missing(audit_words.influence(found))
        return
    yield Paragraph(audit_words.influence(found))
    yield table(
        words.CLAIMS_CAPTION,
        words.CLAIM_COLUMNS,
        [
            (
                each.grade,
                each.statement,
                each.organisation,
                *map(assured.in_millions, (each.gross, net_influence(each))),
            )
            for each in found.rows.claims
        ],
        numeric=(3, 4),
    )


def _evidence(what: Printed) -> Iterator[Block]:
    found = what.audit
    rows = [(each.grade, each.parent, each.line) for each in found.rows.evidence]
    if what.behind:
        yield Paragraph(words.MIX_RULE)
        yield table(
            words.MIX_CAPTION,
            words.MIX_COLUMNS,
            [
                (words.GRADES[each.grade], assured.in_millions(each.core), _share(each.share))
                for each in what.behind
            ],
            numeric=(1, 2),
        )
    if rows:
        yield table(words.EVIDENCE_CAPTION, words.EVIDENCE_COLUMNS, rows)
    else:
        yield Missing(prevention.MISSING["evidence"])


def _outcomes(what: Printed) -> Iterator[Block]:
    found = what.audit
    links = tuple(
        prevention_sentences.link(
            each.line, what.indicators.get(each.indicator_code, each.indicator_code), each.lag_years
        )
        for each in found.rows.evidence
        if each.indicator_code
    )
    yield Bullets(links) if links else Missing(prevention.MISSING["outcomes"])
    yield Paragraph(prevention.LINK_IS_NO_CAUSE)


def _confidence(what: Printed) -> Iterator[Block]:
    found = what.audit
    titles = {each.scheme.code: each.scheme.title for each in found.schemes}
    if found.range is not None:
        yield table(
            words.RANGE_CAPTION,
            words.RANGE_COLUMNS,
            [
                (
                    words.RANGE[field.name],
                    _share(getattr(found.range, field.name).core_of_in_scope),
                    _share(getattr(found.range, field.name).broad_of_in_scope),
                )
                for field in fields(found.range)
            ],
            numeric=(1, 2),
        )
    coders = [
        (
            titles.get(each.scheme, each.scheme),
            prevention.ROLES[each.role],
            number(each.lines, 0),
            each.coders,
        )
        for each in found.rows.coders
    ]
    if coders:
        yield table(prevention_page.CODERS_CAPTION, prevention.CODER_COLUMNS, coders, numeric=(2,))
    else:
        yield Missing(words.NO_CODING)
    for said in audit_words.agreement(found):
        yield Paragraph(said) if found.agreement.lines else Missing(said)
    yield from _asked(found)


def _asked(found: Audit) -> Iterator[Block]:
    """Totals that do not add up, and what else an auditor would ask."""
    said = list(zip(found.findings, audit_words.findings(found), strict=True))
    astray = [row for finding, row in said if finding.rule == ASTRAY]
    others = [row for finding, row in said if finding.rule != ASTRAY]
    if astray:
        yield table(prevention_page.ASTRAY_CAPTION, prevention_findings.COLUMNS, astray, widths=(2, 5))
    elif any(each.adds_up for each in found.totals):
        yield Paragraph(prevention_page.ALL_ADD_UP)
    if others:
        yield table(prevention_page.QUESTIONS_CAPTION, prevention_findings.COLUMNS, others, widths=(2, 5))
    elif found.rows.coders:
        yield Paragraph(prevention_page.NO_QUESTIONS)


def _sign_offs(what: Printed) -> Iterator[Block]:
    found = what.audit
    if not found.rows.opinions:
        yield Missing(prevention.MISSING["sign_offs"])
    yield Paragraph(audit_assurance.stages_summary(found))
    yield table(assured.STAGES_CAPTION, assured.STAGE_COLUMNS, audit_assurance.stage_rows(found))
    if found.edition.is_published:
        yield Paragraph(audit_assurance.frozen(found))
    if not what.questions:
        yield Missing(words.NO_QUESTION)
        return
    yield table(
        words.QUESTIONS_CAPTION,
        words.QUESTION_COLUMNS,
        [
            (day(each.asked_on), each.question, each.answer or words.NO_ANSWER)
            for each in what.questions
            if each.asked_on
        ],
        widths=(2, 4, 4),
    )


def _restatement(what: Printed) -> Iterator[Block]:
    found, before = what.audit, what.restated
    if before is None:
        yield Paragraph(prevention_sentences.restates(found.edition.restates, found.edition.changes))
        return
    for said in audit_assurance.restated_summary(before):
        yield Paragraph(said)
    names = {"before": before.restates, "now": found.edition.code}
    tables = (
        (
            assured.MEASURE_CAPTION.format(**names),
            [column.format(**names) for column in assured.MEASURE_COLUMNS],
            audit_assurance.measure_rows(before),
            (1, 2, 3),
        ),
        (
            assured.RECODED_CAPTION,
            assured.RECODED_COLUMNS,
            audit_assurance.recoded_rows(before, dict(found.scheme.titles)),
            (1,),
        ),
        (
            assured.REVISED_CAPTION,
            assured.REVISED_COLUMNS,
            audit_assurance.revised_rows(before),
            (1, 2),
        ),
    )
    for caption, columns, rows, numeric in tables:
        if rows:
            yield table(caption, columns, rows, numeric=numeric)


def _share(share: object) -> str:
    return prevention.per_cent(audit_words.exact(share))


JUDGED: dict[str, Part] = {
    "influence": _influence,
    "evidence": _evidence,
    "outcomes": _outcomes,
    "confidence": _confidence,
    "sign_offs": _sign_offs,
    "restatement": _restatement,
}

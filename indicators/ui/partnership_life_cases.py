"""Case studies: which may be public and what the others lack; the text of one that may be."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.partnership_life import Clearance, case_studies
from indicators.store import queries
from indicators.ui.choices import chosen, query
from indicators.ui.markup import Cell, facts, link, linked_list, literal, named, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.ui.register_view import Moment
from indicators.wording import history
from indicators.wording import partnership_life as words
from indicators.wording import partnership_life_sentences as sentences
from indicators.wording.dates import day
from indicators.wording.life_findings import lacking
from indicators.wording.numbers import NO_VALUE, with_unit
from indicators.wording.scrutiny_findings import sentence

PAGE = 25
KEEP = ("as_at", "part")


def show_cases(moment: Moment) -> bool:
    """The part; whether there was a case study to show."""
    found = case_studies(moment.snapshot, moment.at, moment.as_of)
    if not found:
        return False
    asked = chosen("case")
    one = next((each for each in found if each.case.code == asked), None)
    if one is not None:
        _show_one(moment, one)
        return True
    if asked:
        st.info(words.NO_SUCH_CASE.format(given=asked))
    may = sum(each.may_be_public for each in found)
    must_not = sum(bool(each.findings) for each in found)
    st.html(paragraph(sentences.cases_headline(len(found), may, must_not)))
    here = pages("rows", len(found), PAGE)
    rows = [_row(each) for each in found[here.first - 1 : here.last]]
    html = table(words.CASE_COLUMNS, rows, caption=words.CASES_CAPTION, blocks=True)
    if here.count > 1:
        html += pager(
            here,
            words.CASES_WORD,
            lambda page: f"partnership_life{query(KEEP, rows=page)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html)
    return True


def _row(each: Clearance) -> list[Cell]:
    case = each.case
    return [
        Cell(markup=link(f"partnership_life{query(KEEP, case=case.code)}", case.title)),
        Cell(_sign(each), quiet=lacking(each.lacking)),
        Cell(day(case.published_on) if case.published_on else NO_VALUE),
        Cell(words.GRADES[case.evidence_grade] if case.evidence_grade else words.NOT_STATED),
    ]


def _sign(each: Clearance) -> str:
    if each.may_be_public:
        return words.MAY
    return words.MUST_NOT if each.findings else words.MAY_NOT


def _show_one(moment: Moment, each: Clearance) -> None:
    """One case study: its text only where it may be public."""
    case = each.case
    st.header(literal(case.title))
    st.html(paragraph(_sign(each)))
    for finding in each.findings:
        st.html(paragraph(sentence(finding.rule, finding.figures)))
    if not each.may_be_public:
        st.html(paragraph(words.HELD_BACK.format(lacking=lacking(each.lacking))))
    else:
        texts = [
            named(name, text)
            for name, text in (
                (words.PROBLEM, case.problem),
                (words.DID, case.what_partners_did),
                (words.MEANS, case.what_it_means),
                (words.OUTCOME, case.outcome),
            )
            if text
        ]
        st.html("".join(texts) or paragraph(words.NOT_WRITTEN))
        st.html(
            facts(
                [
                    (words.CASE_COLUMNS[3], words.GRADES[case.evidence_grade] if case.evidence_grade else ""),
                    (words.COST, with_unit(case.cost, 0, "£") if case.cost is not None else ""),
                    (words.LICENCE, case.licence or ""),
                    (words.CONSENT_UNTIL, day(case.consent_until) if case.consent_until else ""),
                    (words.MEDIA, case.media or ""),
                ]
            )
        )
    st.html(
        linked_list("", [*_indicator(moment, each), link(f"partnership_life{query(KEEP)}", words.ALL_CASES)])
    )


def _indicator(moment: Moment, each: Clearance) -> list[str]:
    code = each.case.indicator_code
    found = queries.indicator(moment.snapshot, code, moment.at) if code else None
    if found is None:
        return []
    return [link(f"indicator{query(('as_at',), code=found.code)}", f"{words.INDICATOR}: {found.title}")]

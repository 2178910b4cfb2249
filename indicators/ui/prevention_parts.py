"""What stands under the figures of the audit: other schemes, totals that do not add up, and the parts that are still empty."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.audited import Audit
from indicators.datasets import dataset
from indicators.reports import audit_words
from indicators.store import queries
from indicators.ui.choices import query
from indicators.ui.markup import bullets, link, linked_list, paragraph
from indicators.ui.prevention_assurance import show_assurance, show_frozen, show_restatement, show_savings
from indicators.ui.prevention_choices import Choice
from indicators.ui.prevention_tables import schemes_table, texts_table
from indicators.wording import prevention, prevention_findings, prevention_sentences
from indicators.wording import prevention_page as words
from indicators.wording.numbers import number

KEEP = ("area", "as_at")
ASTRAY = "lines_do_not_add_up"


def show_parts(choice: Choice, audit: Audit) -> None:
    """Every part that is no figure."""
    st.header(words.SCHEMES)
    st.html(schemes_table(audit))
    if choice.overrides:
        st.html(paragraph(words.OWN_CODINGS, quiet=True))
    _findings(audit)
    st.header(words.AGREEMENT)
    if audit.rows.coders:
        st.html(_coders(audit))
    st.html("".join(map(paragraph, audit_words.agreement(audit))))
    _fill("prevention_tag", needed=not audit.agreement.lines)
    st.header(words.INFLUENCE)
    claims = [f"{each.grade} {each.statement}" for each in audit.rows.claims]
    st.html(paragraph(audit_words.influence(audit)) + bullets(claims))
    _fill("influence_claim", needed=not claims)
    show_savings(audit)
    _fill("saving_case", needed=not audit.savings)
    _outcomes(choice, audit)
    _assurance(choice, audit)


def _findings(audit: Audit) -> None:
    """Totals that do not add up, and what else an auditor would ask."""
    said = list(zip(audit.findings, audit_words.findings(audit), strict=True))
    astray = [row for finding, row in said if finding.rule == ASTRAY]
    others = [row for finding, row in said if finding.rule != ASTRAY]
    st.header(words.ASTRAY)
    st.html(_asked(astray, words.ASTRAY_CAPTION) if astray else paragraph(words.ALL_ADD_UP))
    st.header(words.QUESTIONS)
    st.html(_asked(others, words.QUESTIONS_CAPTION) if others else paragraph(words.NO_QUESTIONS))


def _asked(rows: list[tuple[str, str]], caption: str) -> str:
    return texts_table(prevention_findings.COLUMNS, rows, caption)


def _coders(audit: Audit) -> str:
    rows = [
        (each.scheme, prevention.ROLES[each.role], number(each.lines, 0), each.coders)
        for each in audit.rows.coders
    ]
    return texts_table(prevention.CODER_COLUMNS, rows, words.CODERS_CAPTION)


def _outcomes(choice: Choice, audit: Audit) -> None:
    titles = {each.code: each.title for each in queries.indicators(choice.snapshot, choice.at)}
    linked = [each for each in audit.rows.evidence if each.indicator_code]
    st.header(words.OUTCOMES)
    if linked:
        st.html(
            linked_list(
                "",
                [
                    link(
                        f"indicator{query(KEEP, code=each.indicator_code or '')}",
                        prevention_sentences.link(
                            each.line,
                            titles.get(each.indicator_code or "", each.indicator_code or ""),
                            each.lag_years,
                        ),
                    )
                    for each in linked
                ],
            )
        )
    else:
        st.html(paragraph(prevention.MISSING["outcomes"]))
    st.html(paragraph(prevention.LINK_IS_NO_CAUSE))
    _fill("intervention_evidence", needed=not linked)


def _assurance(choice: Choice, audit: Audit) -> None:
    edition = audit.edition
    st.header(words.ASSURANCE)
    counted = [
        prevention_sentences.counted_return(
            each.organisation,
            each.parent,
            each.measure,
            each.basis,
            total=each.total_in_scope,
            certified_by=each.certified_role,
        )
        for each in audit.rows.returns
    ]
    st.html(
        paragraph(edition.scope)
        + (paragraph(edition.limitation) if edition.limitation else "")
        + bullets(counted)
    )
    show_frozen(choice.snapshot, choice.at, audit)
    show_assurance(audit)
    _fill("assurance_opinion", needed=any(stage.state != "passed" for stage in audit.stages))
    show_restatement(choice.snapshot, choice.at, audit)


def _fill(name: str, *, needed: bool) -> None:
    """Where an empty part is filled: the template on the Submit page."""
    if needed:
        title = words.TEMPLATE.format(title=dataset(name).title)
        with st.container(key=f"screen-only-fill-{name}"):
            st.html(linked_list("", [link(f"submit{query(KEEP, dataset=name)}", title)]))

"""The Prevention audit from top to bottom: the choices, then headline, charts, movement, lines, and what is missing."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.assessments.audited import Audit
from indicators.assessments.audits import lines_of, ready_audit, why_not_made
from indicators.reports import audit_words
from indicators.reports.across_schemes import across
from indicators.reports.audit_lines import in_headline
from indicators.reports.edition_bars import levels_drawing, movement_drawing
from indicators.reports.edition_charts import Drawing, money_drawing, shares_drawing
from indicators.ui import prevention_tables as tables
from indicators.ui.choices import query
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.later import come_back_when
from indicators.ui.markup import bullets, link, linked_list, literal, paragraph
from indicators.ui.prevention_choices import KEEP, Choice, choose
from indicators.ui.prevention_differently import show_differences, show_form, show_refused
from indicators.ui.prevention_parts import show_parts
from indicators.ui.prevention_report import show_report
from indicators.wording import prevention, reasons
from indicators.wording import prevention_page as words

__all__ = ["choose", "head", "show"]


def head() -> DeltaGenerator:
    """The title, and the place under it for the headline, which is known only after the choices."""
    st.title(prevention.TITLE)
    return st.container()


def show(choice: Choice, sentence: DeltaGenerator) -> None:
    """The audit by these choices; `sentence` is where the headline stands."""
    audit = choice.shown
    if audit is None:
        with sentence:
            _not_there(choice)
        return
    with sentence:
        show_refused(choice)
        show_differences(choice)
        st.html(_headline(choice, audit))
    lines = lines_of(choice.snapshot, audit)
    _chart(shares_drawing(audit, choice.colours), "shares")
    st.html(bullets(audit_words.benchmarks(audit)) + paragraph(audit_words.course(audit)))
    show_form(choice, tuple(in_headline(lines.lines, audit)))
    _chart(money_drawing(audit, choice.colours), "money")
    st.html(paragraph(audit_words.money(audit)) + tables.years_table(audit))
    _movement(choice, audit)
    _chart(levels_drawing(audit, choice.colours), "levels")
    st.html(tables.levels_table(audit))
    if audit.beside:
        st.html(tables.beside_table(audit))
    tables.show_lines(lines, choice)
    show_parts(choice, audit)
    show_report(choice)


def _not_there(choice: Choice) -> None:
    """Why there is no audit to show: it is being made, or it cannot be made."""
    asked = (choice.snapshot, choice.edition.code, choice.at, choice.scheme)
    reason = why_not_made(*asked)
    if reason is None:
        st.html(paragraph(words.BEING_WORKED_OUT))
        come_back_when(lambda: ready_audit(*asked, patience=0) or why_not_made(*asked))
        return
    st.error(words.NOT_MADE)
    address = query(KEEP, edition=choice.edition.code) or "?"
    st.html(
        paragraph(reasons.sentence(reason))
        + paragraph(words.NOT_MADE_WAY_ON)
        + linked_list("", [link(f"prevention{address}", words.TRY_AGAIN), link("history", words.SEE_HISTORY)])
    )


def _headline(choice: Choice, audit: Audit) -> str:
    """Status, the core share as a range by confidence, and the range across schemes that read the same coding."""
    said = [
        audit_words.headline(audit),
        across(audit, only_shown=bool(choice.overrides)),
        prevention.ACUTE_BESIDE,
    ]
    status = audit_words.status(audit)
    return paragraph(status, quiet=True) + "".join(paragraph(text) for text in said if text)


def _movement(choice: Choice, audit: Audit) -> None:
    drawing = movement_drawing(audit, choice.colours)
    if drawing is None:
        st.header(words.WHY)
    else:
        _chart(drawing, "movement")
        st.html(tables.movement_table(audit))
    for note in audit_words.movement_notes(audit):
        st.html(paragraph(note, quiet=True))


def _chart(drawing: Drawing | None, key: str) -> None:
    if drawing is not None:
        st.header(literal(drawing.finding))
        st.plotly_chart(
            drawing.figure, config=PLOTLY, alt=drawing.alt, key=f"prevention-{key}", width=CHART_WIDTH
        )

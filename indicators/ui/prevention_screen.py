"""The Prevention audit from top to bottom: the choices, then headline, charts, movement, lines, and what is missing."""

from __future__ import annotations

import re

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.assessments.audited import Audit
from indicators.assessments.audits import LargestLines, largest_lines, ready_audit
from indicators.reports import audit_words
from indicators.reports.audit_lines import in_headline
from indicators.ui import prevention_tables as tables
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.later import come_back_when
from indicators.ui.markup import bullets, paragraph
from indicators.ui.prevention_charts import (
    Drawing,
    levels_drawing,
    money_drawing,
    movement_drawing,
    shares_drawing,
)
from indicators.ui.prevention_choices import Choice, choose
from indicators.ui.prevention_differently import show_differences, show_form, show_refused
from indicators.ui.prevention_parts import show_parts
from indicators.wording import prevention
from indicators.wording import prevention_page as words

__all__ = ["choose", "head", "show"]

MARKS = re.compile(r"[\\`*_\[\]$~<>#:|]")


def head() -> DeltaGenerator:
    """The title, and the place under it for the headline, which is known only after the choices."""
    st.title(prevention.TITLE)
    return st.container()


def show(choice: Choice, sentence: DeltaGenerator) -> None:
    """The audit by these choices; `sentence` is where the headline stands."""
    audit = choice.shown
    if audit is None:
        sentence.html(paragraph(words.BEING_WORKED_OUT))
        come_back_when(
            lambda: ready_audit(choice.snapshot, choice.edition.code, choice.at, choice.scheme, patience=0)
        )
        return
    with sentence:
        show_refused(choice)
        show_differences(choice)
        st.html(_headline(choice, audit))
    lines = _lines(choice, audit)
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
    show_parts(audit, is_different=bool(choice.overrides))


def _headline(choice: Choice, audit: Audit) -> str:
    """Status, the core share as a range by confidence, and the range across schemes that read the same coding."""
    read = [
        share
        for each in audit.schemes
        if each.shares
        and not (choice.overrides and audit.rows.codings_read[each.scheme.code] != audit.rows.coding)
        and (share := audit_words.exact(each.shares.core_of_in_scope)) is not None
    ]
    said = [
        audit_words.headline(audit),
        words.across(read) if len(read) > 1 else "",
        prevention.ACUTE_BESIDE,
    ]
    status = audit_words.status(audit.edition, ours=audit_words.is_ours(audit))
    return paragraph(status, quiet=True) + "".join(paragraph(text) for text in said if text)


def _movement(choice: Choice, audit: Audit) -> None:
    drawing = movement_drawing(audit, choice.colours)
    if drawing is None:
        st.header(words.WHY)
    else:
        _chart(drawing, "movement")
        st.html(tables.movement_table(audit))
    st.html("".join(paragraph(note, quiet=True) for note in audit_words.movement_notes(audit)))


def _lines(choice: Choice, audit: Audit) -> LargestLines:
    """The largest lines of every partner whose returns are counted."""
    partners = sorted({each.organisation for each in audit.rows.returns})
    found = [
        largest_lines(choice.snapshot, choice.at, choice.edition, audit.rows.coding, partner)
        for partner in partners
    ]
    lines = [line for each in found for line in each.lines]
    ordered = sorted(lines, key=lambda line: (-line.amount, line.organisation, line.key))
    return LargestLines(tuple(ordered), any(each.is_cut for each in found))


def _chart(drawing: Drawing | None, key: str) -> None:
    if drawing is not None:
        st.header(literal(drawing.finding))
        st.plotly_chart(
            drawing.figure, config=PLOTLY, alt=drawing.alt, key=f"prevention-{key}", width=CHART_WIDTH
        )


def literal(text: str) -> str:
    """The text with everything that Markdown would read as a mark shown as it stands: places and levels are uploaded names."""
    return MARKS.sub(r"\\\g<0>", text)

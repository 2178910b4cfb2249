"""The promise ledger: what was promised, and whether the first figure that can decide bore it out."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.recorded_questions import PromiseHeld, promises_held
from indicators.reports.enquiry_rows import DATASET
from indicators.reports.promise_lines import PromiseLine, in_words, summary
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.enquiry_links import KEEP, subject_link
from indicators.ui.markup import Cell
from indicators.ui.pager import pager, pages
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.view import View
from indicators.wording import enquiry_page as words

A_PAGE = 50


def show_promises(view: View) -> None:
    """Every promise, or what belongs here."""
    held = promises_held(view.snapshot, view.at)
    is_now = view.at == view.snapshot.version.seq
    if not held:
        if is_now:
            show_empty((DATASET,), lead=words.NO_PROMISES)
        else:
            st.html(markup.paragraph(words.NO_PROMISES))
        return
    st.html(markup.paragraph(summary(held)) + markup.paragraph(words.PROMISES_LEAD, quiet=True))
    shown = pages("page", len(held), A_PAGE)
    places = {code: area.name for code, area in view.areas.items()}
    rows = [_row(each, in_words(each, places)) for each in held[shown.first - 1 : shown.last]]
    st.html(markup.table(words.PROMISE_COLUMNS, rows, caption=words.PROMISE_CAPTION, blocks=True))
    if shown.count > 1:
        st.html(
            pager(
                shown,
                words.OF_PROMISES,
                lambda number: f"enquiry{query(KEEP, part='promises', page=number)}",
                back=words.LATER,
                forward=words.EARLIER,
            )
        )
    if is_now:
        show_example_standing((DATASET,))


def _row(held: PromiseHeld, line: PromiseLine) -> list[Cell]:
    question = held.question
    where = f"enquiry{query(KEEP, part='meeting', meeting=str(question.meeting_on or ''), question=question.code)}"
    about = line.about
    if held.indicator is not None:
        about = subject_link("indicator", held.indicator.code, line.about)
    return [
        Cell(markup=markup.link(where, line.promise) + markup.lines([line.level, line.question])),
        Cell(markup=about),
        Cell(line.start),
        Cell(line.decides),
        Cell(line.sign, quiet=line.note),
    ]

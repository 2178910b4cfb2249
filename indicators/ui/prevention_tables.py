"""The tables of the Prevention audit: the twins of its charts, and its lines with who judged them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments.audited import Audit
from indicators.assessments.audits import LargestLines
from indicators.reports import audit_words
from indicators.reports.audit_lines import in_headline, in_words
from indicators.ui.choices import query
from indicators.ui.markup import Cell, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.ui.prevention_choices import KEEP, Choice
from indicators.ui.prevention_count import PARAMETER
from indicators.wording import history, prevention
from indicators.wording import prevention_page as words

PAGE = 25


def years_table(audit: Audit) -> str:
    """A row a year, and why cells of it are empty."""
    notes = "".join(paragraph(note, quiet=True) for note in audit_words.year_notes(audit))
    return _plain(prevention.YEAR_COLUMNS, audit_words.year_rows(audit), words.YEARS_CAPTION) + notes


def levels_table(audit: Audit) -> str:
    """A row a partner and level."""
    caption = words.LEVELS_CAPTION.format(year=audit_words.year(audit.edition.period))
    return _plain(prevention.LEVEL_COLUMNS, audit_words.level_rows(audit), caption, words_in=2)


def beside_table(audit: Audit) -> str:
    """What is coded and not counted."""
    rows = audit_words.beside_rows(audit)
    return _plain(prevention.PLACE_COLUMNS, rows, words.BESIDE_CAPTION, words_in=3)


def movement_table(audit: Audit) -> str:
    """The steps of the movement statement."""
    return _plain(words.MOVEMENT_COLUMNS, audit_words.movement_rows(audit), words.MOVEMENT_CAPTION)


def schemes_table(audit: Audit) -> str:
    """The year by every scheme, or why a scheme cannot read it."""
    rows = [
        [Cell(title, quiet=why), Cell(core, numeric=True), Cell(broad, numeric=True)]
        for title, core, broad, why in audit_words.scheme_rows(audit)
    ]
    return table(prevention.SCHEME_COLUMNS[:3], rows, caption=words.SCHEMES_CAPTION)


def texts_table(columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """A table of words only."""
    return _plain(columns, rows, caption, words_in=len(columns))


def show_lines(found: LargestLines, choice: Choice) -> None:
    """The lines with their levels, and who judged them, in pages."""
    st.header(words.THE_LINES)
    audit = choice.shown
    shown = list(found.lines) if audit is None or choice.lines == "all" else in_headline(found.lines, audit)
    if audit is None or not shown:
        st.html(paragraph(words.NO_LINES))
        return
    here = pages("rows", len(shown), PAGE)
    rows = []
    for line in shown[here.first - 1 : here.last]:
        said = in_words(line, audit, choice.overrides)
        rows.append(
            [
                Cell(said.line, quiet=said.belongs),
                Cell(said.amount, numeric=True),
                Cell(said.level),
                Cell(said.counts_as),
                Cell(said.confidence),
                Cell(said.judged, quiet=said.why),
            ]
        )
    html = table(words.LINE_COLUMNS, rows, caption=words.listed(len(shown)), blocks=True)
    if here.count > 1:
        kept = (*KEEP, PARAMETER)
        html += pager(
            here,
            words.LINES_WORD,
            lambda number: f"prevention{query(kept, rows=number)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html + (paragraph(words.ONLY_THE_LARGEST, quiet=True) if found.is_cut else ""))


def _plain(columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str, *, words_in: int = 1) -> str:
    """A table whose first `words_in` columns are words and the others numbers."""
    cells = [[Cell(text, numeric=i >= words_in) for i, text in enumerate(row)] for row in rows]
    return table(columns, cells, caption=caption, blocks=True)

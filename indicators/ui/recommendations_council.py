"""Reports of cabinet members to full council: how many a council year, on which themes, and each of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments.recommendations import council_reports
from indicators.scrutiny.council_reports import CouncilReport, council_years
from indicators.ui import markup
from indicators.ui.choices import query
from indicators.ui.markup import Cell
from indicators.ui.pager import pager, pages
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.register_view import Moment
from indicators.wording import recommendations as words
from indicators.wording.dates import day

DATASETS = ("council_report",)
SIZE = 50


def show_council(moment: Moment) -> None:
    """The part, or what belongs there."""
    st.html(markup.paragraph(words.COUNCIL_LEAD))
    reports = council_reports(moment.snapshot, moment.at)
    if not reports:
        show_empty(DATASETS, lead=words.COUNCIL_EMPTY)
        return
    st.header(words.COUNCIL_YEARS)
    st.html(_years(reports))
    st.header(words.COUNCIL_REPORTS)
    on_page = pages("page", len(reports), SIZE)
    st.html(_reports(reports[on_page.first - 1 : on_page.last]))
    if on_page.count > 1:
        st.html(
            pager(
                on_page,
                words.COUNCIL_REPORTS.lower(),
                lambda number: f"recommendations{query(('as_at', 'part'), page=number)}",
                back=words.BEFORE,
                forward=words.AFTER,
            )
        )
    show_example_standing(DATASETS)


def _years(reports: Sequence[CouncilReport]) -> str:
    rows = [
        [
            Cell(words.council_year(year.begins)),
            Cell(f"{year.reports:,}", numeric=True),
            Cell(", ".join(year.themes)),
            Cell(words.questions(year.questions, year.counted, year.reports)),
        ]
        for year in council_years(reports)
    ]
    return markup.table(words.COUNCIL_YEARS_COLUMNS, rows, caption=words.COUNCIL_YEARS, blocks=True)


def _reports(reports: Sequence[CouncilReport]) -> str:
    rows = [
        [
            Cell(markup=f"{markup.plain(each.title)} {markup.read_at(each.source, words.SOURCE)}"),
            Cell(day(each.council_on)),
            Cell(each.theme),
            Cell(each.cabinet_role or ""),
            Cell(words.NOT_COUNTED if each.questions_asked is None else f"{each.questions_asked:,}"),
            Cell(each.follow_up or ""),
        ]
        for each in reports
    ]
    return markup.table(words.COUNCIL_COLUMNS, rows, caption=words.COUNCIL_REPORTS, blocks=True)

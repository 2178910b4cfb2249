"""The benefits map: drawn where it can be read, and always as a table."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators.assessments.benefits import BenefitMap
from indicators.charts.palette import Palette
from indicators.ui.benefits_drawn import entries, map_drawing
from indicators.ui.choices import query
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import Cell, link, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.wording import benefits, history
from indicators.wording import benefits_page as words
from indicators.wording.numbers import NO_VALUE
from indicators.wording.scrutiny_findings import sentence

KEEP = ("area", "as_at", "part")
MOST = 40  # entries that one drawing can hold so that its names can be read
PAGE = 50


def show_map(whole: BenefitMap, titles: Mapping[str, str], colours: Palette) -> None:
    """The whole map."""
    st.header(words.MAP)
    if not whole.kinds:
        st.html(paragraph(words.NO_MAP))
        return
    _show(whole, titles, colours)


def show_part(part: BenefitMap, titles: Mapping[str, str], colours: Palette) -> None:
    """What leads to one benefit and what it leads to."""
    if not part.kinds:
        st.html(paragraph(words.NOT_ON_MAP))
        return
    _show(part, titles, colours)


def _show(shown: BenefitMap, titles: Mapping[str, str], colours: Palette) -> None:
    if len(shown.kinds) <= MOST:
        drawing = map_drawing(shown, titles, colours)
        if drawing is not None:
            st.html(paragraph(drawing.finding))
            with st.container(key="flow-map"):
                st.plotly_chart(
                    drawing.figure, config=PLOTLY, alt=drawing.alt, key="benefits-map", width=CHART_WIDTH
                )
            st.html(paragraph(words.MAP_KEY, quiet=True))
    else:
        st.html(paragraph(words.TOO_LARGE.format(count=len(shown.kinds))))
    st.html(_table(shown, titles))
    if shown.findings:
        rows = [
            [
                Cell(titles.get(each.subject, each.subject), quiet=each.subject),
                Cell(sentence(each.rule, _named(each.figures, titles))),
            ]
            for each in shown.findings
        ]
        st.subheader(words.FINDINGS)
        st.html(table(words.FINDING_COLUMNS, rows, caption=words.FINDINGS_CAPTION, blocks=True))


def _table(shown: BenefitMap, titles: Mapping[str, str]) -> str:
    found = entries(shown, titles)
    here = pages("rows", len(found), PAGE)
    rows = [
        [
            Cell(each.number),
            Cell(markup=link(f"benefits{query(('area', 'as_at'), benefit=each.name)}", each.title))
            if each.name in titles
            else Cell(each.title),
            Cell(benefits.MAP_KINDS[each.kind]),
            Cell(", ".join(each.leads_to) or NO_VALUE),
        ]
        for each in found[here.first - 1 : here.last]
    ]
    html = table(words.MAP_COLUMNS, rows, caption=words.MAP_CAPTION, blocks=True)
    if here.count > 1:
        html += pager(
            here,
            words.ENTRIES,
            lambda number: f"benefits{query((*KEEP, 'benefit'), rows=number)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    return html


def _named(figures: dict, titles: Mapping[str, str]) -> dict:
    """Titles instead of codes."""
    nodes = figures.get("nodes")
    return {**figures, "nodes": tuple(titles.get(each, each) for each in nodes)} if nodes else figures

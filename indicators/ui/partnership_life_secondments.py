"""Secondments: which posts are lent, for how much working time, across which sectors, and what was learnt."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.partnership_life import SecondmentStanding, secondments
from indicators.ui.choices import query
from indicators.ui.markup import Cell, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.ui.register_view import Moment
from indicators.wording import history, sectors
from indicators.wording import partnership_life as words
from indicators.wording import partnership_life_sentences as sentences
from indicators.wording.numbers import number
from indicators.wording.scrutiny_findings import sentence

PAGE = 25
KEEP = ("as_at", "part")


def show_secondments(moment: Moment) -> bool:
    """The part; whether there was a secondment to show."""
    found = secondments(moment.snapshot, moment.at, moment.as_of)
    if not found.standings:
        return False
    sums = found.measures
    headline = sentences.secondments_headline(
        sums.running,
        number(float(sums.fte_months), 1),
        (sums.crossing.part, sums.crossing.whole),
        (sums.learnt.part, sums.learnt.whole),
    )
    st.html(paragraph(headline))
    here = pages("rows", len(found.standings), PAGE)
    rows = [_row(each) for each in found.standings[here.first - 1 : here.last]]
    html = table(words.SECONDMENT_COLUMNS, rows, caption=words.SECONDMENTS_CAPTION, blocks=True)
    if here.count > 1:
        html += pager(
            here,
            words.SECONDMENTS_WORD,
            lambda page: f"partnership_life{query(KEEP, rows=page)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html + paragraph(words.MONTHS_NOTE, quiet=True))
    return True


def _row(standing: SecondmentStanding) -> list[Cell]:
    each = standing.secondment
    said = " ".join(sentence(finding.rule, finding.figures) for finding in standing.findings)
    return [
        Cell(each.role, quiet=each.purpose or ""),
        Cell(each.home, quiet=sectors.SECTORS[each.home_sector]),
        Cell(each.host, quiet=sectors.SECTORS[each.host_sector]),
        Cell(words.SECONDMENT_STATES[standing.state], quiet=sentences.span(each.began_on, each.ends_on)),
        Cell(number(float(standing.fte_months), 1), numeric=True),
        Cell(words.COST_BEARERS[each.cost_bearer] if each.cost_bearer else words.NOT_STATED),
        Cell(each.learning_note or words.NOT_STATED, quiet=said),
    ]

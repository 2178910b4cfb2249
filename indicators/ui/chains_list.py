"""All delivery chains as one table, the weakest first, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators.assessments.chains import JudgedChain
from indicators.charts.palette import Palette
from indicators.ui.chains_drawn import rating_sign, weakest_names
from indicators.ui.chains_scores import apart
from indicators.ui.choices import query
from indicators.ui.markup import Cell, link, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.wording import chains, history
from indicators.wording import chains_page as words
from indicators.wording.letters import lowered

KEEP = ("area", "as_at")
PAGE = 25


def show_list(found: Sequence[JudgedChain], as_of: date, colours: Palette) -> None:
    """The page of the list that the address asks for."""
    here = pages("rows", len(found), PAGE)
    unrated = sum(each.rating.weakest is None for each in found)
    rows = [_row(each, as_of, colours) for each in found[here.first - 1 : here.last]]
    html = table(words.LIST_COLUMNS, rows, caption=words.listed(len(found), unrated), blocks=True)
    if here.count > 1:
        html += pager(
            here,
            lowered(chains.TITLE),
            lambda number: f"chains{query(KEEP, rows=number)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html + paragraph(words.ORDER, quiet=True) + paragraph(words.SCALE, quiet=True))


def _row(one: JudgedChain, as_of: date, colours: Palette) -> list[Cell]:
    todo = [each for each in one.actions if each.status == "open"]
    late = sum(each.due_on is not None and each.due_on < as_of for each in todo)
    risks = sum(each.is_open for each in one.risks)
    address = f"chains{query(KEEP, chain=one.chain.code)}"
    return [
        Cell(markup=link(address, one.chain.title), quiet=one.chain.outcome),
        Cell(markup=rating_sign(one, colours), quiet="; ".join(weakest_names(one))),
        Cell(chains.mean(one.rating.mean), numeric=True),
        Cell(chains.mean(one.score.mean), numeric=True),
        Cell(str(len(apart(one))), numeric=True),
        Cell(words.counted(len(todo), late)),
        Cell(words.counted(risks)),
        Cell(str(len(one.findings)), numeric=True),
    ]

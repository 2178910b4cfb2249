"""Benefits together in one period: each unit by itself, no gain twice, dis-benefits beside."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments.benefits import BenefitTotal, JudgedBenefit, totals
from indicators.periods import parse, sort_key
from indicators.ui.choices import query
from indicators.ui.markup import Cell, link, paragraph, table
from indicators.wording import benefits
from indicators.wording import benefits_page as words

KEEP = ("area", "as_at")


def periods_of(found: Sequence[JudgedBenefit]) -> dict[str, str]:
    """The periods in which something can be added up, the latest first, with their names."""
    codes = {
        point.period
        for each in found
        if each.is_additive
        for point in each.realisation.curve
        if point.planned is not None and point.actual is not None
    }
    ordered = sorted(codes, key=lambda code: sort_key(parse(code)), reverse=True)
    return {code: parse(code).label for code in ordered}


def show_totals(found: Sequence[JudgedBenefit], period: str | None) -> None:
    """The totals of a period, and what is not in them."""
    st.header(words.TOTALS)
    made = totals(found, period) if period else ()
    counted = [each for each in made if each.counted]
    if counted and period:
        rows = [_row(each) for each in counted]
        st.html(table(words.TOTAL_COLUMNS, rows, caption=words.totals_caption(period), blocks=True))
    else:
        st.html(paragraph(words.NO_TOTALS))
    st.html(paragraph(words.TOTALS_NOTE, quiet=True))
    left = _left_out(found, made)
    if left:
        st.subheader(words.LEFT_OUT)
        st.html(table(words.LEFT_OUT_COLUMNS, left, caption=words.LEFT_OUT_CAPTION, blocks=True))


def _row(total: BenefitTotal) -> list[Cell]:
    amounts = (
        total.planned,
        total.actual,
        total.planned_dis_benefits,
        total.actual_dis_benefits,
        total.net,
    )
    places = benefits.decimals_of(*amounts)
    return [Cell(total.unit), *(Cell(benefits.amount(each, places), numeric=True) for each in amounts)]


def _left_out(found: Sequence[JudgedBenefit], made: Sequence[BenefitTotal]) -> list[list[Cell]]:
    titles = {each.benefit.code: each.benefit.title for each in found}
    why = {
        each.benefit.code: words.NOT_ADDITIVE if each.indicator else words.NOTHING_COUNTED
        for each in found
        if not each.is_additive
    }
    for total in made:
        why |= dict.fromkeys(total.without_figure, words.WITHOUT_FIGURE)
        why |= {
            code: words.COUNTED_WITH.format(other=titles[other])
            for code, other in total.counted_elsewhere.items()
        }
    return [
        [
            Cell(markup=link(f"benefits{query(KEEP, benefit=code)}", titles[code])),
            Cell(reason),
        ]
        for code, reason in sorted(why.items())
    ]

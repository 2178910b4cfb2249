"""The register as one table in pages: benefits, and dis-benefits beside them, never taken off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from indicators.assessments.benefits import JudgedBenefit
from indicators.charts.palette import Palette
from indicators.ui.choices import query
from indicators.ui.markup import Cell, Group, link, linked_list, paragraph, sign, table
from indicators.ui.pager import pager, pages
from indicators.wording import benefits, findings, history
from indicators.wording import benefits_page as words
from indicators.wording.letters import lowered
from indicators.wording.numbers import NO_VALUE
from indicators.wording.reasons import sentence

KEEP = ("area", "as_at")
FILTERS = ("kind", "status")
PAGE = 25
GROUPS = {"benefit": words.BENEFITS_GROUP, "dis_benefit": words.DIS_BENEFITS_GROUP}
TONES = {"●": "green", "▲": "amber", "■": "red", "○": "grey"}


def show_register(chosen: Sequence[JudgedBenefit], of: int, colours: Palette) -> None:
    """The page of the register that the address asks for."""
    if not chosen:
        st.html(paragraph(words.NONE_MATCHES))
        st.html(linked_list("", [link(f"benefits{query(KEEP)}", words.SHOW_ALL)]))
        return
    ordered = sorted(chosen, key=lambda each: (list(GROUPS).index(each.benefit.kind), each.benefit.code))
    here = pages("rows", len(ordered), PAGE)
    rows: list[list[Cell] | Group] = []
    for kind, group in groupby(ordered[here.first - 1 : here.last], key=lambda each: each.benefit.kind):
        rows.append(Group(GROUPS[kind]))
        rows += [_row(each, colours) for each in group]
    harms = sum(each.benefit.kind == "dis_benefit" for each in ordered)
    html = table(words.LIST_COLUMNS, rows, caption=words.listed(len(ordered) - harms, harms, of), blocks=True)
    if here.count > 1:
        html += pager(
            here,
            lowered(words.BENEFITS_GROUP),
            lambda number: f"benefits{query((*KEEP, *FILTERS), rows=number)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html + paragraph(words.LIST_NOTE, quiet=True))


def against_plan(one: JudgedBenefit, colours: Palette) -> str:
    """Where a benefit stands against its plan, as ready markup."""
    stands = one.realisation
    said = benefits.standing(one.benefit.kind, stands.share, slipping=stands.is_slipping)
    return sign(said.shape, said.word, getattr(colours, TONES[said.shape]))


def latest_figure(one: JudgedBenefit) -> tuple[str, str]:
    """The latest figure of its indicator and its period, as the basket has it; why there is none where there is none."""
    if one.indicator is None:
        return words.NOT_MEASURED, ""
    if one.latest is None:
        return words.NO_FIGURE, ""
    return findings.value(one.indicator, one.latest), findings.period(one.latest)


def places_of(one: JudgedBenefit) -> int:
    """As many decimals as its indicator is shown with, or as its plan needs."""
    planned = benefits.decimals_of(*(point.planned for point in one.realisation.curve))
    return max(planned, one.indicator.decimals if one.indicator else 0)


def why_not(one: JudgedBenefit) -> str:
    """Why nothing can be said, or why some figures are not counted."""
    reason = one.realisation.reason or one.left_out
    return sentence(reason) if reason else ""


def _row(one: JudgedBenefit, colours: Palette) -> list[Cell]:
    benefit, stands = one.benefit, one.realisation
    places = places_of(one)
    figure, period = latest_figure(one)
    shown = Cell(figure, quiet=period)
    if one.indicator is not None:
        address = f"indicator{query(('as_at',), code=one.indicator.code, area=benefit.area_code or '')}"
        shown = Cell(markup=link(address, figure), quiet=f"{one.indicator.title}, {period}".rstrip(", "))
    return [
        Cell(
            markup=link(f"benefits{query(KEEP, benefit=benefit.code)}", benefit.title),
            quiet=f"{benefits.STATUSES[benefit.status]}; {benefit.accountable or words.NOBODY}",
        ),
        shown,
        Cell(benefits.period(stands.period)),
        Cell(benefits.amount(stands.planned, places), numeric=True),
        Cell(benefits.amount(stands.actual, places), numeric=True),
        Cell(benefits.share(stands.share), numeric=True),
        Cell(markup=against_plan(one, colours), quiet=why_not(one)),
        Cell(str(len(one.findings)) if one.findings else NO_VALUE, numeric=True),
    ]

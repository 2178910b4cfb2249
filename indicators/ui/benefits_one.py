"""One benefit: its profile, plan and what has come, its part of the map, and what to ask about it."""

from __future__ import annotations

import streamlit as st

from indicators.assessments.benefits import BenefitMap, JudgedBenefit
from indicators.charts.palette import Palette
from indicators.ui.benefits_drawn import realisation_drawing
from indicators.ui.benefits_map import show_part
from indicators.ui.benefits_register import against_plan, latest_figure, places_of, why_not
from indicators.ui.choices import query
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import Cell, facts, link, linked_list, literal, paragraph, table
from indicators.wording import benefits, findings
from indicators.wording import benefits_page as words
from indicators.wording.dates import day
from indicators.wording.scrutiny_findings import sentence

KEEP = ("area", "as_at")


def show_one(one: JudgedBenefit, part: BenefitMap, titles: dict[str, str], colours: Palette) -> None:
    """The benefit from top to bottom; `part` is what leads to it and what it leads to."""
    benefit = one.benefit
    with st.container(key="screen-only-back"):
        st.html(linked_list("", [link(f"benefits{query(KEEP)}", words.ALL)]))
    st.header(literal(benefit.title))
    st.html(f"<p>{against_plan(one, colours)}</p>" + (paragraph(why_not(one)) if why_not(one) else ""))
    _curves(one, colours)
    if one.indicator is not None:
        title = words.SEE_INDICATOR.format(title=one.indicator.title)
        address = f"indicator{query(('as_at',), code=one.indicator.code, area=benefit.area_code or '')}"
        st.html(linked_list("", [link(address, title)]) + paragraph(words.NOT_A_CAUSE, quiet=True))
    st.subheader(words.PROFILE)
    st.html(facts(_profile(one)))
    st.subheader(words.FINDINGS)
    rows = [
        [Cell(benefit.title, quiet=each.subject), Cell(sentence(each.rule, each.figures))]
        for each in one.findings
    ]
    if rows:
        st.html(table(words.FINDING_COLUMNS, rows, caption=words.FINDINGS_CAPTION, blocks=True))
    else:
        st.html(paragraph(words.NO_FINDINGS))
    st.subheader(words.MAP)
    show_part(part, titles, colours)


def _curves(one: JudgedBenefit, colours: Palette) -> None:
    drawing = realisation_drawing(one, places_of(one), colours)
    st.subheader(words.CURVES)
    if drawing is None:
        st.html(paragraph(words.NOT_DRAWN))
        return
    st.html(paragraph(drawing.finding))
    st.plotly_chart(drawing.figure, config=PLOTLY, alt=drawing.alt, key="benefit-curves", width=CHART_WIDTH)
    places = places_of(one)
    rows = [
        [
            Cell(benefits.period(point.period)),
            Cell(benefits.amount(point.planned, places), numeric=True),
            Cell(benefits.amount(point.actual, places), numeric=True),
            Cell(
                benefits.amount(
                    None if point.planned is None or point.actual is None else point.actual - point.planned,
                    places,
                ),
                numeric=True,
            ),
        ]
        for point in one.realisation.curve
    ]
    caption = f"{words.CURVES}: {one.benefit.unit}"
    st.html(table(words.CURVE_COLUMNS, rows, caption=caption, blocks=True))


def _profile(one: JudgedBenefit) -> list[tuple[str, str]]:
    benefit = one.benefit
    figure, period = latest_figure(one)
    baseline = (
        f"{findings.value(one.indicator, one.baseline)}, {findings.period(one.baseline)}"
        if one.indicator and one.baseline
        else benefits.period(benefit.baseline_period)
    )
    said = {
        "description": benefit.description or "",
        "kind": benefits.KINDS[benefit.kind],
        "value_class": benefits.VALUE_CLASSES[benefit.value_class],
        "unit": benefit.unit,
        "status": benefits.STATUSES[benefit.status],
        "objective": benefit.objective or "",
        "enabling_change": benefit.enabling_change or "",
        "accountable": benefit.accountable or words.NOBODY,
        "responsible": benefit.responsible or words.NOBODY,
        "double_count_group": benefit.double_count_group or "",
        "attribution": benefit.attribution or "",
        "baseline": baseline,
        "latest": f"{figure}, {period}".rstrip(", "),
        "review_due_on": day(benefit.review_due_on) if benefit.review_due_on else "",
        "source": benefit.source,
    }
    return [(words.FIELDS[name], text) for name, text in said.items()]

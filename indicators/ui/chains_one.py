"""One delivery chain: its drawing, what to ask about it, its links, the twelve questions, actions and risks."""

from __future__ import annotations

from datetime import date

import streamlit as st

from indicators.assessments.chains import JudgedChain, target_of
from indicators.charts.palette import Palette
from indicators.store import Snapshot, queries
from indicators.ui import chains_tables as tables
from indicators.ui.chains_drawn import Drawing, chain_drawing
from indicators.ui.chains_scores import scores_drawing
from indicators.ui.choices import query
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import facts, link, linked_list, literal, paragraph
from indicators.wording import chains_page as words
from indicators.wording.dates import day

KEEP = ("area", "as_at")


def show_one(snapshot: Snapshot, at: int, as_of: date, one: JudgedChain, colours: Palette) -> None:
    """The chain from top to bottom."""
    with st.container(key="screen-only-back"):
        st.html(
            linked_list(
                "",
                [
                    link(f"chains{query(KEEP)}", words.ALL),
                    link(f"chains{query(KEEP, part='edit', chain=one.chain.code)}", words.EDIT_THIS),
                ],
            )
        )
    st.header(literal(one.chain.title))
    _about(snapshot, at, one)
    _chart(chain_drawing(one, colours), "chain")
    if one.nodes or one.links:
        st.html(paragraph(words.KEY, quiet=True) + tables.nodes_table(one))
    st.subheader(words.LINKS)
    links = tables.links_table(one, colours) if one.links else paragraph(words.NO_LINKS)
    st.html(links + paragraph(words.SCALE, quiet=True))
    st.subheader(words.FINDINGS)
    st.html(tables.findings_table(one) if one.findings else paragraph(words.NO_FINDINGS))
    _questions(one, colours)
    st.subheader(words.ACTIONS)
    st.html(tables.actions_table(one, as_of) if one.actions else paragraph(words.NO_ACTIONS))
    st.subheader(words.RISKS)
    if one.risks:
        st.html(tables.risks_table(one) + paragraph(words.RISK_NOTE, quiet=True))
    else:
        st.html(paragraph(words.NO_RISKS))


def _about(snapshot: Snapshot, at: int, one: JudgedChain) -> None:
    chain = one.chain
    target = target_of(snapshot, at, chain)
    st.html(
        facts(
            [
                (words.OUTCOME, chain.outcome),
                (words.OWNER, chain.owner or words.NOBODY),
                (words.TARGET, words.target(target.title, target.set_by, target.status) if target else ""),
                (words.WORKSHOP, day(chain.workshop_on) if chain.workshop_on else ""),
                (words.NEXT_REVIEW, day(chain.next_review_on) if chain.next_review_on else words.NO_DATE),
                (words.SOURCE, chain.source),
            ]
        )
    )
    if chain.indicator_code:
        indicator = queries.indicator(snapshot, chain.indicator_code, at)
        title = words.SEE_INDICATOR.format(title=indicator.title if indicator else chain.indicator_code)
        st.html(linked_list("", [link(f"indicator{query(KEEP, code=chain.indicator_code)}", title)]))


def _questions(one: JudgedChain, colours: Palette) -> None:
    st.subheader(words.QUESTIONS)
    st.html(paragraph(words.QUESTIONS_LEAD))
    if not any(each.consensus is not None or any(each.counts) for each in one.score.questions):
        st.html(paragraph(words.NO_ANSWERS))
        return
    _chart(scores_drawing(one, colours), "scores", level=3)
    st.html(
        tables.questions_table(one)
        + paragraph(words.WHO_SCORED, quiet=True)
        + paragraph(words.QUESTIONS_SOURCE, quiet=True)
    )


def _chart(drawing: Drawing | None, key: str, *, level: int = 2) -> None:
    if drawing is None:
        return
    if level == 2:  # noqa: PLR2004 - the drawing of the chain comes first, others stand under a heading of their own
        st.subheader(literal(drawing.finding))
    else:
        st.html(paragraph(drawing.finding))
    with st.container(key=f"flow-{key}"):
        st.plotly_chart(
            drawing.figure, config=PLOTLY, alt=drawing.alt, key=f"chains-{key}", width=CHART_WIDTH
        )

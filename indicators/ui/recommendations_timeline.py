"""The timeline of recommendations: every recorded date as a mark, what is overdue as a line to the day, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from indicators.assessments.recommendations import Tracked
from indicators.charts.timeline import Row, timeline_figure
from indicators.ui import markup
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.markup import Cell
from indicators.ui.register_view import Moment
from indicators.wording import recommendations as words
from indicators.wording.dates import day
from indicators.wording.scrutiny import STATES

LABEL_MOST = 40


def show_timeline(found: Sequence[Tracked], moment: Moment) -> None:
    """The drawing and its table."""
    dated = [each for each in found if dates_of(each)]
    if not dated:
        st.html(markup.paragraph(words.NO_DATES_AT_ALL))
    else:
        overdue = sum(each.standing.days_overdue is not None for each in found)
        st.header(words.timeline_finding(overdue, len(found) - len(dated), len(found)))
        said = [words.timeline_row(each.code, dates_of(each), each.standing.days_overdue) for each in dated]
        figure = timeline_figure([_row(each) for each in dated], words.MARKS, colours=moment.colours)
        st.plotly_chart(
            figure,
            config=PLOTLY,
            alt=f"{'. '.join(said)}.",
            key="recommendations-timeline",
            width=CHART_WIDTH,
        )
    st.html(_table(found))


def dates_of(one: Tracked) -> tuple[tuple[str, date], ...]:
    """Every date that is recorded of a recommendation, by kind."""
    each = one.standing.recommendation
    known = {
        "due": each.due_on,
        "current": each.current_due_on,
        "responded": one.text.responded_on,
        "evidence": each.evidence_on,
        "signed_off": each.signed_off_on,
    }
    return tuple((kind, when) for kind, when in known.items() if when is not None)


def _row(one: Tracked) -> Row:
    standing = one.standing
    due = standing.recommendation.due
    name = f"{one.code} · {one.text.title}"
    return Row(
        escape(name if len(name) <= LABEL_MOST else f"{name[: LABEL_MOST - 1]}…", quote=False),
        dates_of(one),
        (due, standing.as_of) if standing.days_overdue and due else None,
    )


def _table(found: Sequence[Tracked]) -> str:
    rows = []
    for each in found:
        known = dict(dates_of(each))
        rows.append(
            [
                Cell(f"{each.code} · {each.text.title}"),
                *(
                    Cell(day(known[kind]) if kind in known else "")
                    for kind in ("due", "current", "responded", "evidence", "signed_off")
                ),
                Cell(STATES[each.standing.state]),
            ]
        )
    return markup.table(words.TIMELINE_COLUMNS, rows, caption=words.TIMELINE_CAPTION, blocks=True)

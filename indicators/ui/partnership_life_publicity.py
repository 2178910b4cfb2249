"""Publicity: how many were reached, and apart from that what people knew before and after."""

from __future__ import annotations

import streamlit as st

from indicators.analysis.suppression import suppress_count
from indicators.assessments.partnership_life import AwarenessChange, PublicityActivity, publicity
from indicators.ui.choices import query
from indicators.ui.markup import Cell, paragraph, table
from indicators.ui.pager import pager, pages
from indicators.ui.partnership_drawing import show_drawing
from indicators.ui.partnership_life_charts import awareness_drawing, reach_drawing
from indicators.ui.register_view import Moment
from indicators.wording import history
from indicators.wording import partnership_life as words
from indicators.wording import partnership_life_sentences as sentences
from indicators.wording.numbers import NO_VALUE, with_unit
from indicators.wording.reasons import sentence

PAGE = 25
KEEP = ("as_at", "part")


def show_publicity(moment: Moment) -> bool:
    """The part; whether there was an activity to show."""
    found = publicity(moment.snapshot, moment.at)
    if not found.activities:
        return False
    sums = found.measures
    st.html(paragraph(sentences.publicity_headline(sums.activities, sums.asked.part, sums.told_apart)))
    show_drawing(reach_drawing(found.activities, moment.colours), "life-reach")
    show_drawing(awareness_drawing(found.activities, moment.colours), "life-awareness")
    here = pages("rows", len(found.activities), PAGE)
    rows = [_row(each, changed) for each, changed in found.activities[here.first - 1 : here.last]]
    html = table(words.PUBLICITY_COLUMNS, rows, caption=words.PUBLICITY_CAPTION, blocks=True)
    if here.count > 1:
        html += pager(
            here,
            words.ACTIVITIES_WORD,
            lambda page: f"partnership_life{query(KEEP, rows=page)}",
            back=history.BACK,
            forward=history.FORWARD,
        )
    st.html(html + paragraph(words.ROUNDED, quiet=True) + paragraph(words.AWARENESS_NOTE, quiet=True))
    return True


def _row(each: PublicityActivity, changed: AwarenessChange) -> list[Cell]:
    heard, difference = NO_VALUE, ""
    if changed.points is None or changed.interval is None or changed.verdict is None:
        difference = sentence(changed.reason) if changed.reason else NO_VALUE
    elif each.awareness_before is not None and each.awareness_after is not None:
        heard = sentences.heard(each.awareness_before, each.awareness_after)
        difference = sentences.awareness(changed.points, changed.interval, changed.verdict)
    return [
        Cell(each.title, quiet=each.audience or ""),
        Cell(words.CHANNELS[each.channel]),
        Cell(sentences.went_on(each.began_on, each.ended_on)),
        Cell(_people(each.reach), numeric=True, quiet=each.reach_basis or ""),
        Cell(_people(each.engagement), numeric=True),
        Cell(heard),
        Cell(difference),
        Cell(with_unit(each.cost, 0, "£"), numeric=True),
    ]


def _people(count: int | None) -> str:
    """A count of people as it may be shown."""
    return NO_VALUE if count is None else sentences.people(suppress_count(count).value)

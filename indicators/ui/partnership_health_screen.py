"""Partnership health from top to bottom: the round, then all statements, one statement by sector, and the gap between partners."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from indicators.assessments.partner_survey import JudgedRound, Objective, judged_round, survey_rounds
from indicators.datasets import dataset
from indicators.scrutiny.partner_survey import OBJECTIVES
from indicators.ui.choices import choose_one, choose_view, chosen
from indicators.ui.grid import show_grid
from indicators.ui.markup import paragraph
from indicators.ui.partnership_drawing import show_drawing
from indicators.ui.partnership_health_charts import sectors_drawing, statements_drawing
from indicators.ui.partnership_health_tables import (
    equals_sentence,
    gap_table,
    gaps_table,
    luck_note,
    round_sentence,
    sectors_table,
    statements_table,
)
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.register_view import Moment, choose_moment, edit_as_it_stands
from indicators.wording import partnership_health as words
from indicators.wording import partnership_life, screens, sectors

NAMES = ("partner_survey", "partner_survey_answer")
EDIT = "edit"
FIRST: Objective = "equality"


@dataclass(frozen=True)
class Choice:
    """What the page shows by: the moment, the part, the round as it is judged (None: there is none), and the statement by sector."""

    moment: Moment
    part: str
    judged: JudgedRound | None
    objective: Objective
    dataset: str


def head() -> None:
    """The title."""
    st.title(words.TITLE)


def choose_part() -> str:
    """The control for the part."""
    return choose_view(words.TITLE, "part", words.PARTS, default="register")


def choose(part: str) -> Choice:
    """The controls of a part."""
    moment = choose_moment()
    if part == EDIT:
        titles = {name: dataset(name).title for name in NAMES}
        which = choose_one(words.DATASET, "dataset", titles, default=NAMES[0])
        return Choice(moment, part, None, FIRST, which)
    rounds = survey_rounds(moment.snapshot, moment.at)
    if not rounds:
        return Choice(moment, part, None, FIRST, NAMES[0])
    titles = {each.code: each.title for each in rounds}
    latest = rounds[0].code
    given = chosen("round")
    if given and given not in titles:
        st.info(words.NO_SUCH_ROUND.format(given=given, shown=titles[latest]))
    code = choose_one(words.ROUND, "round", titles, default=latest)
    heads = {objective: words.HEADS[objective] for objective in OBJECTIVES}
    picked = choose_one(words.STATEMENT, "statement", heads, default=FIRST)
    objective = next(each for each in OBJECTIVES if each == picked)
    return Choice(moment, part, judged_round(moment.snapshot, moment.at, code), objective, NAMES[0])


def show(choice: Choice) -> None:
    """The page by these choices."""
    moment = choice.moment
    if choice.part == EDIT:
        edit_as_it_stands(
            moment,
            lambda: show_grid(choice.dataset),
            only_now=partnership_life.ONLY_NOW,
            show_now=screens.SHOW_LATEST,
        )
    elif choice.judged is not None:
        _show_round(choice, choice.judged)
        if moment.is_now:
            show_example_standing(NAMES)
    elif moment.is_now:
        show_empty(NAMES, lead=words.EMPTY_LEAD)
        st.html(paragraph(words.OUR_WORDS, quiet=True))
    else:
        st.html(paragraph(partnership_life.NOTHING_THEN))


def _show_round(choice: Choice, judged: JudgedRound) -> None:
    colours = choice.moment.colours
    st.html(paragraph(round_sentence(judged)) + (paragraph(judged.survey.note) if judged.survey.note else ""))
    show_drawing(statements_drawing(judged, colours), "health-statements")
    st.html(statements_table(judged))
    notes = (words.OUR_WORDS, words.HIDING, words.SPREAD_NOTE, words.CHANGE_NOTE, luck_note(judged))
    st.html("".join(paragraph(note, quiet=True) for note in notes if note))
    statement = judged.on(choice.objective)
    drawn = sectors_drawing(statement, colours)
    if drawn is None:
        st.header(words.BY_SECTOR.format(head=words.HEADS[choice.objective]))
    show_drawing(drawn, "health-sectors")
    st.html(sectors_table(statement))
    st.header(words.EQUALS)
    st.html(paragraph(equals_sentence(judged)))
    if len(judged.gaps) > 1:
        st.html(gaps_table(judged))
    st.html(gap_table(judged))
    st.html(paragraph(words.GAP_NOTE, quiet=True) + paragraph(sectors.GROUPS_MEAN, quiet=True))

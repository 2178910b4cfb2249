"""Partnership life from top to bottom: the part, the moment, and what the part shows or what belongs there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.recommendations import tracked_recommendations
from indicators.datasets import dataset
from indicators.ui.choices import choose_one, choose_view
from indicators.ui.grid import show_grid
from indicators.ui.markup import paragraph
from indicators.ui.partnership_life_cases import show_cases
from indicators.ui.partnership_life_publicity import show_publicity
from indicators.ui.partnership_life_seats import show_seats
from indicators.ui.partnership_life_secondments import show_secondments
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.register_view import Moment, choose_moment, edit_as_it_stands
from indicators.wording import partnership_life as words
from indicators.wording import partnership_life_sentences as sentences
from indicators.wording import screens

EDIT = "edit"
FIRST = "seats"


@dataclass(frozen=True)
class Part:
    """One part of the page: its datasets, the recommendation that asked for it, its lead, and what shows it.

    `show` says whether there was anything to show.
    """

    names: tuple[str, ...]
    recommendation: str
    lead: str
    show: Callable[[Moment], bool]


PARTS = {
    "seats": Part(("board_seat", "board_appointment"), "R4", words.SEATS_LEAD, show_seats),
    "secondments": Part(("secondment",), "R8", words.SECONDMENTS_LEAD, show_secondments),
    "cases": Part(("case_study",), "R9", words.CASES_LEAD, show_cases),
    "publicity": Part(("publicity_activity",), "R10", words.PUBLICITY_LEAD, show_publicity),
}
NAMES = tuple(name for part in PARTS.values() for name in part.names)


@dataclass(frozen=True)
class Choice:
    """What the page shows by: the moment, the part, and of what is edited the dataset."""

    moment: Moment
    part: str
    dataset: str


def head() -> None:
    """The title."""
    st.title(words.TITLE)


def choose_part() -> str:
    """The control for the part."""
    return choose_view(words.TITLE, "part", words.PARTS, default=FIRST)


def choose(part: str) -> Choice:
    """The controls of a part."""
    moment = choose_moment()
    if part != EDIT:
        return Choice(moment, part, "")
    titles = {name: dataset(name).title for name in NAMES}
    return Choice(moment, part, choose_one(words.DATASET, "dataset", titles, default=NAMES[0]))


def show(choice: Choice) -> None:
    """The page by these choices."""
    if choice.part == EDIT:
        edit_as_it_stands(
            choice.moment,
            lambda: show_grid(choice.dataset),
            only_now=words.ONLY_NOW,
            show_now=screens.SHOW_LATEST,
        )
        return
    part = PARTS[choice.part]
    _show_asked_for(choice.moment, part.recommendation)
    if part.show(choice.moment):
        if choice.moment.is_now:
            show_example_standing(part.names)
    elif choice.moment.is_now:
        show_empty(part.names, lead=part.lead)
    else:
        st.html(paragraph(words.NOTHING_THEN))


def _show_asked_for(moment: Moment, code: str) -> None:
    """What the review asked for and what is recorded of its follow-up; nothing where the recommendation is not recorded."""
    for each in tracked_recommendations(moment.snapshot, moment.at, moment.as_of):
        if each.code == code:
            recorded = each.standing.recommendation
            has_any = recorded.has_evidence(moment.as_of)
            said = sentences.asked_of(
                code,
                each.text.title,
                each.text.summary,
                recorded.evidence if has_any else None,
                recorded.evidence_on if has_any else None,
            )
            st.html(paragraph(said, quiet=True))

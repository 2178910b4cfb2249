"""The Recommendation tracker from top to bottom: the choices, then the tracker, one recommendation, the timeline, reports, or the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.recommendations import Tracked, tracked_recommendations
from indicators.reports.tracker import summary, tracker_csv
from indicators.scrutiny.recommendations import IN_ORDER
from indicators.ui import markup
from indicators.ui.choices import choose_one, choose_view, chosen, query
from indicators.ui.grid import show_grid
from indicators.ui.pager import pager, pages
from indicators.ui.recommendations_council import show_council
from indicators.ui.recommendations_one import show_one
from indicators.ui.recommendations_table import tracker_table
from indicators.ui.recommendations_timeline import show_timeline
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.register_view import Moment, choose_moment, edit_as_it_stands
from indicators.wording import recommendations as words
from indicators.wording.scrutiny import STATES

FILTERS = ("review", "state")
KEPT = ("as_at", *FILTERS)
DATASETS = ("recommendation",)
SIZE = 25
PARAMETER = "recommendation"


@dataclass(frozen=True)
class Choice:
    """What the page shows by: the moment, all recommendations in order, those that are let through, a part, and the one asked for."""

    moment: Moment
    every: tuple[Tracked, ...]
    shown: tuple[Tracked, ...]
    part: str
    asked: str | None


def head() -> None:
    """The title and what the page is for."""
    st.title(words.TITLE)
    st.html(markup.paragraph(words.LEAD))


def choose_part() -> str:
    """The control for the part; of one recommendation there are none."""
    if chosen(PARAMETER):
        return "one"
    return choose_view(words.TITLE, "part", words.PARTS, default="register")


def choose(part: str) -> Choice:
    """The controls."""
    moment = choose_moment()
    every = tracked_recommendations(moment.snapshot, moment.at, moment.as_of)
    review = state = ""
    if part in ("register", "timeline", "edit"):
        reviews = sorted({each.standing.recommendation.review for each in every})
        review = choose_one(
            words.REVIEW, "review", {"": words.ALL_REVIEWS} | {name: name for name in reviews}, default=""
        )
    if part in ("register", "timeline"):
        states = {name: STATES[name] for name in IN_ORDER}
        state = choose_one(words.STATE, "state", {"": words.ANY_STATE} | states, default="")
    return Choice(moment, every, let_through(every, review=review, state=state), part, chosen(PARAMETER))


def let_through(every: Sequence[Tracked], *, review: str, state: str) -> tuple[Tracked, ...]:
    """The recommendations that the filters let through, each filter empty for all."""
    return tuple(
        each
        for each in every
        if review in ("", each.standing.recommendation.review) and state in ("", each.standing.state)
    )


def show(choice: Choice) -> None:
    """The page by these choices."""
    if choice.part == "edit":
        _edit(choice)
    elif choice.part == "council":
        show_council(choice.moment)
    elif not choice.every:
        show_empty(DATASETS, lead=words.EMPTY_LEAD)
    elif choice.asked:
        show_one(choice.every, choice.asked, f"recommendations{query(KEPT)}")
    elif not choice.shown:
        st.html(markup.paragraph(words.NONE_MATCHES))
        address = f"recommendations{query(('as_at', 'part'))}"
        st.html(markup.linked_list("", [markup.link(address, words.ALL)]))
    else:
        _listed(choice)


def _listed(choice: Choice) -> None:
    """A page of the tracker or of the timeline."""
    st.html(markup.paragraph(summary(choice.shown)))
    on_page = pages("page", len(choice.shown), SIZE)
    rows = choice.shown[on_page.first - 1 : on_page.last]
    if choice.part == "timeline":
        show_timeline(rows, choice.moment)
    else:
        st.html(tracker_table(rows, choice.moment.colours, KEPT))
        st.html(markup.paragraph(words.ORDER, quiet=True))
    if on_page.count > 1:
        st.html(
            pager(
                on_page,
                words.WHAT,
                lambda number: f"recommendations{query((*KEPT, 'part'), page=number)}",
                back=words.BEFORE,
                forward=words.AFTER,
            )
        )
    with st.container(key="screen-only-download"):
        st.download_button(
            words.DOWNLOAD,
            lambda: tracker_csv(choice.shown),
            "recommendations.csv",
            "text/csv",
            on_click="ignore",
        )
    show_example_standing(DATASETS)


def _edit(choice: Choice) -> None:
    name = choose_view(words.EDIT_WHAT, "dataset", words.EDIT, default="recommendation")
    review = chosen("review")
    known = {each.standing.recommendation.review for each in choice.every}
    only = {"review": review} if name == "recommendation" and review in known else {}
    edit_as_it_stands(
        choice.moment,
        lambda: show_grid(name, only=only, defaults={"source_key": "OURS"}),
        only_now=words.ONLY_NOW,
        show_now=words.SHOW_NOW,
    )

"""The Partnership register from top to bottom: the choices, then the register, one partnership, the map, overlaps, or the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.partnerships import Entry, PartnershipRegister, partnership_register
from indicators.reports.partnership_rows import register_csv
from indicators.ui import markup
from indicators.ui.choices import choose_one, choose_view, chosen, query
from indicators.ui.grid import show_grid
from indicators.ui.pager import pager, pages
from indicators.ui.partnerships_map import show_map
from indicators.ui.partnerships_one import show_one
from indicators.ui.partnerships_overlap import show_overlaps
from indicators.ui.partnerships_table import freshness_table, register_table
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.register_view import Moment, choose_moment, edit_as_it_stands
from indicators.wording import partnerships as words
from indicators.wording.scrutiny import INSIDE

FILTERS = ("where", "theme", "significance")
KEPT = ("as_at", *FILTERS)
DATASETS = ("partnership", "partnership_member", "partnership_health")
SIZE = 50
PARAMETER = "partnership"
NONE = "-"


@dataclass(frozen=True)
class Choice:
    """What the page shows by: the moment, the register, the entries that are let through, a part, and the one asked for."""

    moment: Moment
    register: PartnershipRegister
    shown: tuple[Entry, ...]
    part: str
    asked: str | None


def head() -> None:
    """The title and what the page is for."""
    st.title(words.TITLE)
    st.html(markup.paragraph(words.LEAD))


def choose_part() -> str:
    """The control for the part; of one partnership there are none."""
    if chosen(PARAMETER):
        return "one"
    return choose_view(words.TITLE, "part", words.PARTS, default="register")


def choose(part: str) -> Choice:
    """The controls."""
    moment = choose_moment()
    register = partnership_register(moment.snapshot, moment.at, moment.as_of)
    filters = dict.fromkeys(FILTERS, "")
    if part in ("register", "map"):
        filters = _choose_filters(register.entries)
    return Choice(moment, register, let_through(register.entries, **filters), part, chosen(PARAMETER))


def _choose_filters(entries: Sequence[Entry]) -> dict[str, str]:
    themes = {each.partnership.theme or NONE for each in entries}
    named = {theme: theme for theme in sorted(themes - {NONE}, key=str.casefold)}
    unnamed = {NONE: words.NO_THEME} if NONE in themes else {}
    levels = {**words.LEVELS, NONE: words.NOT_JUDGED}
    return {
        "where": choose_one(words.WHERE, "where", {"": words.ANYWHERE} | INSIDE, default=""),
        "theme": choose_one(words.THEME, "theme", {"": words.ALL_THEMES} | named | unnamed, default=""),
        "significance": choose_one(
            words.SIGNIFICANCE, "significance", {"": words.ANY_SIGNIFICANCE} | levels, default=""
        ),
    }


def let_through(entries: Sequence[Entry], *, where: str, theme: str, significance: str) -> tuple[Entry, ...]:
    """The entries that the filters let through, each filter empty for all and `-` for what is not recorded."""
    return tuple(
        each
        for each in entries
        if where in ("", each.stands)
        and theme in ("", each.partnership.theme or NONE)
        and significance in ("", each.partnership.significance or NONE)
    )


def show(choice: Choice) -> None:
    """The page by these choices."""
    if choice.part == "edit":
        _edit(choice)
    elif not choice.register.entries:
        show_empty(DATASETS, lead=words.EMPTY_LEAD)
    elif choice.asked:
        show_one(choice.register, choice.asked, choice.moment, KEPT)
    elif choice.part == "overlap":
        show_overlaps(choice.register, choice.moment, KEPT)
    elif not choice.shown:
        st.html(markup.paragraph(words.NONE_MATCHES))
        address = f"partnerships{query(('as_at', 'part'))}"
        st.html(markup.linked_list("", [markup.link(address, words.ALL)]))
    elif choice.part == "map":
        show_map(choice.shown, choice.register, choice.moment)
    else:
        _register(choice)


def _register(choice: Choice) -> None:
    whole = choice.register.whole
    st.html(
        markup.paragraph(words.summary(whole.entries, whole.inside))
        + markup.paragraph(words.significance(whole.significant))
    )
    st.html(freshness_table(whole))
    st.html(markup.paragraph(words.LIVING, quiet=True))
    on_page = pages("page", len(choice.shown), SIZE)
    st.html(register_table(choice.shown[on_page.first - 1 : on_page.last], choice.moment.as_of, KEPT))
    if on_page.count > 1:
        st.html(
            pager(
                on_page,
                words.WHAT,
                lambda number: f"partnerships{query(KEPT, page=number)}",
                back=words.BEFORE,
                forward=words.AFTER,
            )
        )
    with st.container(key="screen-only-download"):
        st.download_button(
            words.DOWNLOAD,
            lambda: register_csv(choice.shown),
            "partnerships.csv",
            "text/csv",
            on_click="ignore",
        )
    show_example_standing(DATASETS)


def _edit(choice: Choice) -> None:
    name = choose_view(words.EDIT_WHAT, "dataset", words.EDIT, default="partnership")
    edit_as_it_stands(
        choice.moment,
        lambda: show_grid(name, defaults={"source_key": "OURS"}),
        only_now=words.ONLY_NOW,
        show_now=words.SHOW_NOW,
    )

"""The Basket from top to bottom: the choices, then the sentence, the table and the file that follow from them."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.assessments.kept import ready_whole
from indicators.store import Snapshot, queries
from indicators.ui.basket_words import Asked, basket_file, basket_words
from indicators.ui.choices import choose_one, query
from indicators.ui.later import come_back_when
from indicators.ui.loaders import current
from indicators.ui.markup import Ready, paragraph
from indicators.ui.view import choose_view_of, recipe_choice
from indicators.wording import rules, screens


def head() -> DeltaGenerator:
    """The title, and the place under it for the sentence that is known only after the choices."""
    st.title(screens.BASKET)
    return st.container()


def choose() -> Asked:
    """The controls."""
    view = choose_view_of()
    themes = {theme.code: theme.title for theme in queries.themes(view.snapshot, view.at)}
    theme = choose_one(screens.THEME, "theme", {"": screens.ALL_THEMES} | themes, default="")
    status = choose_one(screens.STATUS, "status", {"": screens.ANY_STATUS} | screens.STATUSES, default="")
    order = choose_one(screens.ORDER, "order", screens.ORDERS, default="first")
    recipe = recipe_choice()
    kept = query(["area", "as_at", "recipe"]).replace("?", "&")
    return Asked(view.area.code, view.at, view.as_of, theme, status, order, kept, view.colours, recipe)


def show(asked: Asked, sentence: DeltaGenerator) -> None:
    """The basket by these choices; `sentence` is where its state stands in one."""
    snapshot = current()
    words = basket_words(snapshot, asked)
    if words is None:
        st.info(screens.NO_BASKET)
        return
    sentence.html("".join(map(paragraph, words.sentences)))
    if not words.is_whole:
        come_back_when(lambda: ready_whole(snapshot, asked.area_code, asked.at, asked.as_of))
    if words.table:
        _show_table(words.table, snapshot, asked)
    else:
        _offer_all()


def _show_table(table: str, snapshot: Snapshot, asked: Asked) -> None:
    # One piece: each costs a message and a turn of the server's loop.
    notes = (screens.ILLUSTRATIVE_NOTE, rules.MOVEMENT_IS_NOT_PROOF)
    st.html(Ready(table + "".join(paragraph(note, quiet=True) for note in notes)))
    with st.container(key="screen-only-download"):
        # Made when somebody asks for it, not with every view.
        st.download_button(
            screens.DOWNLOAD_BASKET,
            partial(basket_file, snapshot, asked),
            "basket.csv",
            "text/csv",
            on_click="ignore",
        )


def _offer_all() -> None:
    st.info(screens.EMPTY_BASKET)
    if st.button(screens.EMPTY_BASKET_WAY_ON):
        st.query_params.clear()
        st.rerun()

"""The Basket from top to bottom: the choices, then the sentence, the table and the file that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.assessments import Assessment, assess_basket
from indicators.assessments.kept import ready_whole
from indicators.assessments.whole import Whole
from indicators.reports.basket_lines import summary
from indicators.reports.evidence_words import luck
from indicators.store import queries
from indicators.ui.basket_rows import chosen_rows
from indicators.ui.basket_table import basket_csv, basket_table
from indicators.ui.choices import choose_one, query
from indicators.ui.later import come_back_when
from indicators.ui.markup import paragraph
from indicators.ui.view import View, choose_view_of
from indicators.wording import rules, screens


@dataclass(frozen=True)
class Choice:
    """What the Basket shows by: a view, a theme and a status (empty for all), and an order."""

    view: View
    theme: str
    status: str
    order: str


def head() -> DeltaGenerator:
    """The title, and the place under it for the sentence that is known only after the choices."""
    st.title(screens.BASKET)
    return st.container()


def choose() -> Choice:
    """The controls."""
    view = choose_view_of()
    themes = {theme.code: theme.title for theme in queries.themes(view.snapshot, view.at)}
    theme = choose_one(screens.THEME, "theme", {"": screens.ALL_THEMES} | themes, default="")
    status = choose_one(screens.STATUS, "status", {"": screens.ANY_STATUS} | screens.STATUSES, default="")
    order = choose_one(screens.ORDER, "order", screens.ORDERS, default="first")
    return Choice(view, theme, status, order)


def show(choice: Choice, sentence: DeltaGenerator) -> None:
    """The basket by these choices; `sentence` is where its state stands in one."""
    view = choice.view
    assessments = assess_basket(view.snapshot, view.area.code, view.at, view.as_of)
    whole = ready_whole(view.snapshot, view.area.code, view.at, view.as_of)
    rows = chosen_rows(assessments, theme=choice.theme, status=choice.status, order=choice.order)
    if not assessments:
        st.info(screens.NO_BASKET)
        return
    said = [summary(assessments, view.area.name), luck(whole) if whole else screens.BEING_WORKED_OUT]
    sentence.html("".join(map(paragraph, said)))
    if whole is None:
        come_back_when(lambda: ready_whole(view.snapshot, view.area.code, view.at, view.as_of))
    if rows:
        _show_rows(rows, whole, choice, of=len(assessments))
    else:
        _offer_all()


def _show_rows(rows: Sequence[Assessment], whole: Whole | None, choice: Choice, *, of: int) -> None:
    caption = screens.BASKET_CAPTION.format(
        shown=len(rows), total=of, place=choice.view.area.name, order=screens.ORDER_RULES[choice.order]
    )
    kept = query(["area", "as_at"]).replace("?", "&")
    colours = choice.view.colours
    grouped = choice.order == "theme"
    st.html(basket_table(rows, whole, colours=colours, kept=kept, caption=caption, grouped=grouped))
    st.html(paragraph(screens.ILLUSTRATIVE_NOTE, quiet=True))
    st.html(paragraph(rules.MOVEMENT_IS_NOT_PROOF, quiet=True))
    with st.container(key="screen-only-download"):
        st.download_button(
            screens.DOWNLOAD_BASKET, basket_csv(rows, whole), "basket.csv", "text/csv", on_click="ignore"
        )


def _offer_all() -> None:
    st.info(screens.EMPTY_BASKET)
    if st.button(screens.EMPTY_BASKET_WAY_ON):
        st.query_params.clear()
        st.rerun()

"""The Indicator screen from top to bottom: the choices, then the part that was chosen, or why there is nothing to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from indicators.assessments import assess_indicator
from indicators.assessments.recipes import by_recipe
from indicators.ui.choices import choose_one, choose_view, chosen
from indicators.ui.indicator_page import missing_figures, missing_indicator, options, parts
from indicators.ui.view import View, choose_view_of, recipe_choice
from indicators.wording import screens


@dataclass(frozen=True)
class Choice:
    """What the screen shows by: a view, the indicators there are (code to title), the one chosen, the rule of rating, the one asked for."""

    view: View
    titles: Mapping[str, str]
    code: str
    recipe: str
    asked: str | None

    @property
    def is_unknown(self) -> bool:
        """Whether the address asks for an indicator that does not exist."""
        return bool(self.asked) and self.asked not in self.titles


def choose() -> Choice:
    """The controls."""
    view = choose_view_of()
    titles = options(view)
    default = next(iter(titles), "")
    code = choose_one(screens.CHOOSE_INDICATOR, "code", titles, default=default) if titles else ""
    return Choice(view, titles, code, recipe_choice(), chosen("code"))


def show(choice: Choice) -> None:
    """The indicator by these choices."""
    view = choice.view
    if not choice.titles:
        st.info(screens.NO_BASKET)
        return
    if choice.is_unknown:
        missing_indicator(choice.asked, choice.titles)
        return
    one = by_recipe(
        assess_indicator(view.snapshot, choice.code, view.area.code, view.at, view.as_of), choice.recipe
    )
    if one.latest is None:
        missing_figures(one, view)
        return
    part = parts(one, view, lambda: choose_view(screens.INDICATOR, "part", screens.PARTS, default="chart"))
    part()

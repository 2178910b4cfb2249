"""The benefits register from top to bottom: the choices, then the register, one benefit, totals, the map, or rows to edit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from indicators.assessments.benefits import BenefitMap, JudgedBenefit, judged_benefits, the_map
from indicators.charts.palette import Palette
from indicators.datasets import dataset
from indicators.scrutiny.benefit_map import around
from indicators.store import Snapshot
from indicators.store.as_at import as_of
from indicators.ui import markup
from indicators.ui.benefits_map import show_map
from indicators.ui.benefits_one import show_one
from indicators.ui.benefits_register import show_register
from indicators.ui.benefits_totals import periods_of, show_totals
from indicators.ui.choices import choose_one, choose_view, chosen, query
from indicators.ui.grid import show_grid
from indicators.ui.loaders import current
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.view import colours, moment_choice
from indicators.wording import benefits, register
from indicators.wording import benefits_page as words

NAMES = ("benefit", "benefit_plan", "benefit_edge")
ALL = ""


@dataclass(frozen=True)
class Choice:
    """What the page shows by: a version at a moment, all benefits, the map, and what is asked for of them."""

    snapshot: Snapshot
    at: int
    colours: Palette
    part: str
    benefits: tuple[JudgedBenefit, ...]
    map: BenefitMap
    asked: str | None
    dataset: str = NAMES[0]
    kind: str = ALL
    status: str = ALL
    period: str | None = None

    @property
    def one(self) -> JudgedBenefit | None:
        """The benefit that is asked for; None for all of them, or where there is no such benefit."""
        return next((each for each in self.benefits if each.benefit.code == self.asked), None)

    @property
    def is_latest(self) -> bool:
        """Whether the page shows what is recorded now."""
        return self.at >= self.snapshot.version.seq

    @property
    def chosen_benefits(self) -> list[JudgedBenefit]:
        """The benefits that the filters let through."""
        return [
            each
            for each in self.benefits
            if self.kind in (ALL, each.benefit.kind) and self.status in (ALL, each.benefit.status)
        ]


def head() -> None:
    """The title."""
    st.title(benefits.TITLE)
    st.html(markup.paragraph(words.LEAD))


def choose_part() -> str:
    """The parts of the page."""
    others = {"totals": words.PARTS_TOTALS, "map": words.PARTS_MAP}
    named = register.parts(register=words.PARTS_REGISTER, others=others)
    return choose_view(benefits.TITLE, "part", named, default="register")


def choose(part: str) -> Choice:
    """The controls of a part."""
    snapshot = current()
    at = moment_choice(snapshot)
    found = judged_benefits(snapshot, at, as_of(snapshot, at))
    asked = chosen("benefit")
    known = Choice(snapshot, at, colours(), part, found, the_map(snapshot, at), asked)
    if part == "edit":
        titles = {name: dataset(name).title for name in NAMES}
        return replace(known, dataset=choose_one(words.WHICH, "dataset", titles, default=NAMES[0]))
    if part == "totals" and (periods := periods_of(found)):
        picked = choose_one(words.PERIOD, "period", periods, default=next(iter(periods)))
        return replace(known, period=picked)
    if part == "register" and found and known.one is None:
        statuses = {each.benefit.status for each in found}
        named = {status: word for status, word in benefits.STATUSES.items() if status in statuses}
        return replace(
            known,
            kind=choose_one(words.KIND, "kind", {ALL: words.ALL_KINDS, **benefits.KINDS}, default=ALL),
            status=choose_one(words.STATUS, "status", {ALL: words.ANY_STATUS, **named}, default=ALL),
        )
    return known


def show(choice: Choice) -> None:
    """The page by these choices."""
    if choice.part == "edit":
        _edit(choice)
        return
    if not choice.benefits and not choice.map.kinds:
        if choice.is_latest:
            show_empty(NAMES, lead=words.EMPTY_LEAD)
        else:
            st.html(markup.paragraph(register.EMPTY))
        return
    titles = {each.benefit.code: each.benefit.title for each in choice.benefits}
    if choice.part == "totals":
        show_totals(choice.benefits, choice.period)
    elif choice.part == "map":
        show_map(choice.map, titles, choice.colours)
    else:
        _register(choice, titles)
    if choice.is_latest:
        show_example_standing(NAMES)


def _register(choice: Choice, titles: dict[str, str]) -> None:
    if choice.one is not None:
        show_one(choice.one, around(choice.map, choice.one.benefit.code), titles, choice.colours)
        return
    if choice.asked:
        st.info(words.NO_SUCH_BENEFIT.format(given=choice.asked))
    show_register(choice.chosen_benefits, len(choice.benefits), choice.colours)


def _edit(choice: Choice) -> None:
    if choice.is_latest:
        show_grid(choice.dataset)
        return
    st.info(register.ONLY_NOW)
    address = f"benefits{query(('area', 'dataset', 'part'))}"
    st.html(markup.linked_list("", [markup.link(address, register.SHOW_NOW)]))

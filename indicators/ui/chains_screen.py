"""Delivery chains from top to bottom: the choices, then all chains, or one of them, or their rows to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators.assessments.chains import JudgedChain, judged_chains
from indicators.charts.palette import Palette
from indicators.datasets import dataset
from indicators.store import Snapshot
from indicators.store.as_at import as_of
from indicators.ui import markup
from indicators.ui.chains_list import show_list
from indicators.ui.chains_one import show_one
from indicators.ui.choices import choose_one, choose_view, chosen, query
from indicators.ui.grid import show_grid
from indicators.ui.loaders import current
from indicators.ui.register_empty import show_empty
from indicators.ui.register_example import show_example_standing
from indicators.ui.view import colours, moment_choice
from indicators.wording import chains, register
from indicators.wording import chains_page as words

NAMES = ("delivery_chain", "chain_node", "chain_link", "chain_answer", "chain_action", "chain_risk")
KEEP = ("area", "as_at")
ALL = ""


@dataclass(frozen=True)
class Choice:
    """What the page shows by: a version at a moment, all chains as judged on a day, and one of them where it is asked for."""

    snapshot: Snapshot
    at: int
    as_of: date
    colours: Palette
    part: str
    chains: tuple[JudgedChain, ...]
    asked: str | None
    dataset: str

    @property
    def one(self) -> JudgedChain | None:
        """The chain that is asked for; None for all of them, or where there is no such chain."""
        return next((each for each in self.chains if each.chain.code == self.asked), None)

    @property
    def is_latest(self) -> bool:
        """Whether the page shows what is recorded now."""
        return self.at >= self.snapshot.version.seq


def head() -> None:
    """The title."""
    st.title(chains.TITLE)
    st.html(markup.paragraph(words.LEAD))


def choose_part() -> str:
    """The parts of the page."""
    return choose_view(chains.TITLE, "part", register.parts(register=words.PARTS_CHAINS), default="register")


def choose(part: str) -> Choice:
    """The controls of a part."""
    snapshot = current()
    at = moment_choice(snapshot)
    day = as_of(snapshot, at)
    found = judged_chains(snapshot, at, day)
    asked = chosen("chain")
    which = NAMES[0]
    if part == "edit":
        titles = {name: dataset(name).title for name in NAMES}
        which = choose_one(words.WHICH, "dataset", titles, default=NAMES[0])
        codes = {each.chain.code: each.chain.title for each in found}
        if "chain_code" in dataset(which).columns:
            asked = choose_one(words.WHICH_CHAIN, "chain", {ALL: words.ALL, **codes}, default=ALL)
    return Choice(snapshot, at, day, colours(), part, found, asked or None, which)


def show(choice: Choice) -> None:
    """The page by these choices."""
    if choice.part == "edit":
        _edit(choice)
        return
    if not choice.chains:
        if choice.is_latest:
            show_empty(NAMES, lead=words.EMPTY_LEAD)
        else:
            st.html(markup.paragraph(register.EMPTY))
        return
    if choice.asked and choice.one is None:
        st.info(words.NO_SUCH_CHAIN.format(given=choice.asked))
    if choice.one is None:
        show_list(choice.chains, choice.as_of, choice.colours)
    else:
        show_one(choice.snapshot, choice.at, choice.as_of, choice.one, choice.colours)
    if choice.is_latest:
        show_example_standing(NAMES)


def _edit(choice: Choice) -> None:
    if not choice.is_latest:
        st.info(register.ONLY_NOW)
        address = f"chains{query(('area', 'chain', 'dataset', 'part'))}"
        st.html(markup.linked_list("", [markup.link(address, register.SHOW_NOW)]))
        return
    has_chain = "chain_code" in dataset(choice.dataset).columns
    show_grid(choice.dataset, only={"chain_code": choice.asked} if choice.asked and has_chain else None)

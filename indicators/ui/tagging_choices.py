"""What the tagging workbench shows by: the edition, the scheme, for whom, in which role, and which of the lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from indicators.assessments.audited import Edition, editions
from indicators.assessments.tagging import (
    CODER_ROLES,
    EVERYBODY,
    Listed,
    Workplace,
    listed_lines,
    organisations,
    schemes,
)
from indicators.store import Snapshot
from indicators.ui.choices import choose_one, choose_view, query
from indicators.ui.loaders import current
from indicators.ui.markup import link, linked_list, paragraph
from indicators.ui.pager import Pages, pages
from indicators.ui.view import moment_choice
from indicators.wording import tagging as words

PAGE = 25
KEEP = ("area", "as_at", "edition", "scheme", "whose", "role", "which")
LEVEL_ORDER = ("core", "broad", "acute", "other", "unclassified", "out_of_scope")


@dataclass(frozen=True)
class Choice:
    """What the workbench shows by. `levels` are those of the scheme, what counts as prevention first; `titles` what they are called."""

    snapshot: Snapshot
    at: int
    edition: Edition
    workplace: Workplace
    which: str
    levels: tuple[str, ...]
    titles: Mapping[str, str]
    listed: Listed
    here: Pages

    @property
    def is_latest(self) -> bool:
        """Whether this is what is recorded now."""
        return self.at == self.snapshot.version.seq

    @property
    def is_open(self) -> bool:
        """Whether lines can be coded: at the latest moment, of an edition that is not published."""
        return self.is_latest and not self.edition.is_published


def choose() -> Choice:
    """The controls."""
    snapshot = current()
    with st.container(horizontal=True, key="screen-only-filters"):
        at = moment_choice(snapshot)
        edition = _edition(snapshot, at)
        known = schemes(snapshot, at)
        if edition.scheme_code not in known:
            st.html(paragraph(words.NO_LEVELS.format(scheme=edition.scheme_code)))
            st.html(linked_list("", [link("submit?dataset=classification_level", words.FORM_OF_LEVELS)]))
            st.stop()
        scheme = choose_one(
            words.SCHEME,
            "scheme",
            {code: each.title for code, each in known.items()},
            default=edition.scheme_code,
        )
        partners = organisations(snapshot, at, edition.code)
        whose = choose_one(
            words.WHOSE,
            "whose",
            {EVERYBODY: words.EVERYBODY} | {name: name for name in partners},
            default=EVERYBODY,
        )
    with st.container(key="screen-only-role"):
        role = choose_view(words.TITLE, "role", words.VIEWS, default="first")
        which_lines = words.WHICH_LINES[role]
        which = choose_one(words.WHICH, "which", which_lines, default=next(iter(which_lines)))
    workplace = Workplace(edition.code, scheme, whose, next(each for each in CODER_ROLES if each == role))
    listed, here = _listed(snapshot, at, workplace, which)
    levels = sorted(
        known[scheme].titles, key=lambda code: (LEVEL_ORDER.index(known[scheme].counts_as(code)), code)
    )
    return Choice(snapshot, at, edition, workplace, which, tuple(levels), known[scheme].titles, listed, here)


def _listed(snapshot: Snapshot, at: int, workplace: Workplace, which: str) -> tuple[Listed, Pages]:
    """The page that the address asks for; the last one where it asks for more than there are."""
    asked = pages("rows", 10**9, PAGE)
    listed = listed_lines(snapshot, at, workplace, which, first=asked.first - 1, most=PAGE)
    if listed.lines or asked.number == 1:
        return listed, Pages(listed.of, PAGE, asked.number)
    of = listed_lines(snapshot, at, workplace, which, first=0, most=PAGE).of
    here = pages("rows", of, PAGE)
    return listed_lines(snapshot, at, workplace, which, first=here.first - 1, most=PAGE), here


def _edition(snapshot: Snapshot, at: int) -> Edition:
    """The edition asked for, or the latest one."""
    known = {each.code: each for each in editions(snapshot, at)}
    if not known:
        st.html(paragraph(words.NO_EDITION))
        st.html(linked_list("", [link("submit?dataset=prevention_edition", words.FORM_OF_EDITION)]))
        st.stop()
    return known[
        choose_one(words.EDITION, "edition", {code: code for code in known}, default=next(iter(known)))
    ]


def address(**changes: str) -> str:
    """The address of the workbench as it stands, with these changes."""
    return f"tagging{query(KEEP, **changes)}"

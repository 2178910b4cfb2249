"""One recommendation: everything that is recorded of it, where it stands and why, and where it was read."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments.recommendations import Tracked
from indicators.reports.tracker import due, facts, findings, how_it_stands
from indicators.ui import markup
from indicators.ui.recommendations_table import state_sign
from indicators.ui.view import colours
from indicators.wording import recommendations as words


def show_one(every: Sequence[Tracked], asked: str, back: str) -> None:
    """The recommendation with the code that the address asks for; `back` is the address of the tracker."""
    one = next((each for each in every if each.code == asked), None)
    if one is None:
        st.html(markup.paragraph(words.NO_SUCH.format(given=asked)))
    else:
        _show(one)
    st.html(markup.linked_list("", [markup.link(back, words.BACK)]))


def _show(one: Tracked) -> None:
    st.html(f"<h2>{markup.plain(f'{one.code} · {one.text.title}')}</h2>")
    when, late = due(one) if one.standing.recommendation.due else ("", "")
    st.html(f"<p>{state_sign(one, colours())} {markup.plain(' · '.join(filter(None, (when, late))))}</p>")
    st.html(markup.facts(facts(one)))
    sources = [
        (words.EVIDENCE_READ_AT, one.text.evidence_source),
        (words.READ_AT, one.text.source),
    ]
    st.html(
        markup.linked_list(
            "",
            [f"{markup.plain(name)}: {markup.read_at(source)}" for name, source in sources if source],
        )
    )
    found = findings(one)
    if found:
        st.header(words.FINDINGS)
        st.html(markup.bullets(found))
    st.header(words.HOW)
    st.html(markup.paragraph(how_it_stands(one)))

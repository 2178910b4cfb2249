"""Classify differently: the form that writes a line and its levels into the address, and what the address then says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import streamlit as st

from indicators.assessments.audited import Override
from indicators.assessments.audits import LineKey, WholeLine
from indicators.reports import audit_words
from indicators.ui.markup import link, linked_list, paragraph
from indicators.ui.prevention_choices import Choice, address
from indicators.ui.prevention_count import PARAMETER, written
from indicators.wording import prevention, prevention_page
from indicators.wording import prevention_page as words

LINE, LEVEL, SHARE, REST = (f"differently-{part}" for part in ("line", "level", "share", "rest"))
WHOLE = 100


def show_refused(choice: Choice) -> None:
    """What of the address is not counted, and why."""
    # As HTML: what stands in an address must not be read as Markdown.
    said = "".join(paragraph(words.refused(each.why, each.part, each.named)) for each in choice.refused)
    if said:
        st.html(said)


def show_differences(choice: Choice) -> None:
    """What is classified differently in this view, what follows from it, and the links that take it back."""
    if not choice.overrides or choice.shown is None or choice.recorded is None:
        return
    titles = dict(choice.shown.scheme.titles)
    items = []
    for key, levels in choice.overrides:
        rest = tuple(one for one in choice.overrides if one[0] != key)
        said = paragraph(words.counted_so(key[2], levels, titles)).removeprefix("<p>").removesuffix("</p>")
        items.append(f"{said} ({link(address(rest), words.TAKE_BACK)})")
    if len(items) > 1:
        items.append(link(address(()), words.ALL_AS_RECORDED))
    st.html(f"<p><strong>{words.DIFFERENT}</strong></p>{linked_list('', items)}")
    now, recorded = choice.shown.this_year, choice.recorded.this_year
    if now is not None and recorded is not None:
        said = words.differs(
            audit_words.year(now.period),
            audit_words.exact(recorded.shares.core_of_in_scope),
            audit_words.exact(now.shares.core_of_in_scope),
        )
        st.html(paragraph(said))


def show_form(choice: Choice, lines: tuple[WholeLine, ...]) -> None:
    """The form: a line, the level that it is put at, and where the rest of it goes."""
    if choice.shown is None or not lines:
        return
    titles = dict(choice.shown.scheme.titles)
    by_name = {line.key: line for line in lines}
    with st.container(key="screen-only-differently"):
        st.header(words.DIFFERENTLY)
        st.html(paragraph(words.DIFFERENTLY_LEAD))
        with st.form("differently", enter_to_submit=False):
            first, second = st.columns([3, 2])
            first.selectbox(
                words.LINE, list(by_name), format_func=lambda key: _named(by_name[key], titles), key=LINE
            )
            second.selectbox(words.LEVEL, list(titles), format_func=titles.__getitem__, key=LEVEL)
            share, rest = st.columns([1, 4])
            share.number_input(words.SHARE, 1, WHOLE, WHOLE, key=SHARE)
            rest.selectbox(words.REST, list(titles), format_func=titles.__getitem__, key=REST)
            st.form_submit_button(words.APPLY, on_click=_apply, args=(choice.overrides,))


def with_line(
    overrides: tuple[Override, ...], key: LineKey, level: str, per_cent: int, rest: str
) -> tuple[Override, ...]:
    """The overrides with this line put so, in place of what was said of it before."""
    share = Decimal(per_cent) / WHOLE
    levels = ((level, Decimal(1)),) if share == 1 or level == rest else ((level, share), (rest, 1 - share))
    return (*(one for one in overrides if one[0] != key), (key, levels))


def _apply(overrides: tuple[Override, ...]) -> None:
    state = st.session_state
    after = with_line(overrides, state[LINE], state[LEVEL], state[SHARE], state[REST])
    st.query_params[PARAMETER] = written(after)


def _named(line: WholeLine, titles: Mapping[str, str]) -> str:
    now = prevention_page.coded(line.levels, dict(titles)) if line.levels else prevention.NOT_JUDGED
    return f"{line.key[2]}, {prevention.millions(line.amount)}: {now}"

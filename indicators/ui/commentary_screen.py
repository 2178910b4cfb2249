"""The Commentary screen: one figure, what is said of it, the form to change that, and its versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from indicators.assessments import Assessment, assess_indicator
from indicators.model import Commentary
from indicators.periods import parse
from indicators.store.commentaries import commentary_on, commentary_versions
from indicators.ui import markup
from indicators.ui.choices import choose_one, chosen, is_shown_already, query
from indicators.ui.commentary_form import show_form
from indicators.ui.commentary_text import VIEW, commentary_text, computed_words
from indicators.ui.history_entries import entry_address
from indicators.ui.indicator_page import missing_indicator, options
from indicators.ui.markup import Cell
from indicators.ui.view import View, choose_view_of
from indicators.wording import commentary as words
from indicators.wording import screens
from indicators.wording.dates import moment
from indicators.wording.letters import raised

BEGUN_WITH = "commentary-begun-with"


@dataclass(frozen=True)
class Choice:
    """What the screen shows by: a view, the indicators (code to title), the one chosen and assessed, and a period of it."""

    view: View
    titles: Mapping[str, str]
    one: Assessment | None
    period: str


def choose() -> Choice:
    """The controls."""
    view = choose_view_of()
    titles = options(view)
    if not titles:
        return Choice(view, titles, None, "")
    code = choose_one(screens.CHOOSE_INDICATOR, "code", titles, default=next(iter(titles)))
    one = assess_indicator(view.snapshot, code, view.area.code, view.at, view.as_of)
    if one is None or one.latest is None:
        return Choice(view, titles, one, "")
    periods = {each.period: parse(each.period).label for each in reversed(one.line) if each.value is not None}
    period = choose_one(words.PERIOD, "period", periods, default=_begun_with(view, one, periods))
    return Choice(view, titles, one, period)


def _begun_with(view: View, one: Assessment, periods: Mapping[str, str]) -> str:
    """The latest period, as it was when this visit to the page began: a newer figure must not take a form from who types in it."""
    latest = one.latest.period if one.latest else ""
    if view.at < view.snapshot.version.seq:  # there is no form then
        return latest
    about = (one.indicator.code, one.area_code)
    began: tuple[tuple[str, str], str] | None = st.session_state.get(BEGUN_WITH)
    if began is not None and began[0] == about and began[1] in periods and is_shown_already("period"):
        return began[1]
    st.session_state[BEGUN_WITH] = (about, latest)
    return latest


def show(choice: Choice) -> None:
    """The commentary by these choices."""
    given = chosen("code")
    if given and given not in choice.titles:
        missing_indicator(given, dict(choice.titles))
    elif choice.one is None:
        st.html(markup.paragraph(screens.NO_BASKET))
    elif not choice.period:
        st.title(choice.one.indicator.title)
        st.html(markup.paragraph(words.NOT_WITHOUT_FIGURE.format(place=choice.view.area.name)))
        _links(choice.one)
    else:
        _show_one(choice.view, choice.one, choice.period)


def _show_one(view: View, one: Assessment, period: str) -> None:
    comment = commentary_on(view.snapshot, one.indicator.code, one.area_code, period, view.at)
    st.title(one.indicator.title)
    place = f"{raised(one.indicator.unit)} · {view.area.name} · {parse(period).label}"
    st.html(markup.paragraph(place, quiet=True))
    computed = computed_words(comment, period, one)
    with st.container():  # also where it is empty: a form below that moved would lose the focus
        if computed:
            st.html(markup.paragraph(f"{words.COMPUTED}: {computed}"))
    st.header(words.HEADING)
    st.html(markup.paragraph(words.ABOUT, quiet=True))
    st.html(commentary_text(comment, one) if comment else markup.paragraph(words.NONE_YET))
    if view.at < view.snapshot.version.seq:
        st.html(markup.paragraph(words.ONLY_NOW))
    else:
        with st.container(key="screen-only-form"):
            show_form(one, period, comment)
    _versions(view, one, period, comment)
    _links(one)


def _versions(view: View, one: Assessment, period: str, comment: Commentary | None) -> None:
    found = commentary_versions(view.snapshot, one.indicator.code, one.area_code, period, view.at)
    if len(found) <= (comment is not None):
        return
    st.subheader(words.VERSIONS)
    rows = [
        [
            Cell(markup=markup.link(entry_address(each.entry_id), moment(each.recorded_at))),
            Cell(each.by),
            Cell(words.REMOVED if each.removed else words.STATES[each.state]),
            Cell("" if each.removed else each.story),
            Cell(each.note),
        ]
        for each in found
    ]
    st.html(markup.table(words.VERSION_COLUMNS, rows, caption=words.VERSIONS, blocks=True))


def _links(one: Assessment) -> None:
    st.html(
        markup.linked_list(
            "",
            [
                markup.link(f"indicator{query(VIEW, code=one.indicator.code)}", words.TO_THE_INDICATOR),
                markup.link(f"inbox{query(VIEW, kind='commentary')}", words.TO_THE_INBOX),
            ],
        )
    )

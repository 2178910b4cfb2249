"""What the Indicator page shows, part by part."""

from __future__ import annotations

import difflib
from collections.abc import Callable

import streamlit as st

from indicators.assessments import Assessment, figures
from indicators.assessments.compared import compared_places
from indicators.assessments.kept import ready_evidence, ready_record
from indicators.reports.comparison_words import summary_words
from indicators.reports.evidence_words import chance_sentence, record_line
from indicators.reports.recipe_words import disagreement
from indicators.reports.signals import verdict
from indicators.reports.targets import targets_in_words
from indicators.store import queries
from indicators.ui import markup
from indicators.ui.chart_events import events_table
from indicators.ui.choices import query
from indicators.ui.commentary_text import show_commentary
from indicators.ui.drawn import CHART_WIDTH, PLOTLY
from indicators.ui.how import how_we_got_this
from indicators.ui.indicator_chart import compare_drawing, forecast_words, trend_drawing
from indicators.ui.indicator_signals import show_signals
from indicators.ui.indicator_source import show_source
from indicators.ui.indicator_tables import (
    definition,
    places_table,
    revisions_table,
    series_csv,
    series_table,
)
from indicators.ui.later import come_back_when
from indicators.ui.status_line import status_line
from indicators.ui.view import View
from indicators.wording import comparison, screens
from indicators.wording import events as event_words
from indicators.wording.letters import lowered, raised

NEAR = 5


def options(view: View) -> dict[str, str]:
    """Code to title of every indicator: the basket in its order, then the others by name."""
    basket = {row.indicator.code: row.indicator.title for row in queries.basket(view.snapshot, view.at)}
    others = {
        indicator.code: f"{indicator.title} ({screens.OUTSIDE})"
        for indicator in sorted(
            queries.indicators(view.snapshot, view.at), key=lambda indicator: indicator.title
        )
        if indicator.code not in basket
    }
    return basket | others


def missing_indicator(given: str, titles: dict[str, str]) -> None:
    """A code that does not exist: say so, and offer the nearest and the Basket."""
    st.title(screens.INDICATOR)
    st.info(screens.NO_SUCH_INDICATOR.format(given=given))
    near = difflib.get_close_matches(given.upper(), titles, n=NEAR, cutoff=0.4)
    links = [
        markup.link(f"indicator{query(['area', 'as_at', 'recipe'], code=code)}", titles[code])
        for code in near
    ]
    if links:
        st.html(markup.linked_list(screens.NO_SUCH_INDICATOR_NEAR, links))
    _back_to_basket()


def missing_figures(one: Assessment, view: View) -> None:
    """No figures for this place: say so, and offer the places that have them."""
    st.title(one.indicator.title)
    st.info(screens.NO_FIGURES_HERE.format(place=view.area.name))
    codes = queries.areas_with_data(view.snapshot, one.indicator.code, view.at)
    links = [
        markup.link(
            f"indicator{query(['as_at', 'recipe'], code=one.indicator.code, area=area.code)}",
            area.name,
        )
        for area in view.areas.values()
        if area.code in codes
    ]
    if links:
        st.html(markup.linked_list(screens.NO_FIGURES_ELSEWHERE, links))
    if one.targets:
        st.header(screens.OTHER_TARGETS_HEADING)
        st.html(markup.bullets(targets_in_words(one)))
    _back_to_basket()


def parts(one: Assessment, view: View, choose: Callable[[], str]) -> Callable[[], None]:
    """The head of the page, then the part that was chosen, ready to be shown."""
    st.set_page_config(page_title=screens.page_title(one.indicator.title))
    st.title(one.indicator.title)
    st.html(markup.paragraph(f"{raised(one.indicator.unit)} · {view.area.name}", quiet=True))
    st.html(status_line(one, view.colours))
    st.html(markup.paragraph(verdict(one)))
    if differ := disagreement(one):
        st.html(markup.paragraph(differ, quiet=True))
    with st.container(key="screen-only-parts"):
        part = choose()
    shown = {
        "chart": _chart,
        "signals": show_signals,
        "table": _table,
        "compare": _compare,
        "definition": _definition,
        "history": _history,
    }[part]
    return lambda: shown(one, view)


def _chart(one: Assessment, view: View) -> None:
    events = queries.events_of(view.snapshot, one.indicator.code, view.at)
    ready = ready_evidence(view.snapshot, one, view.at, view.as_of)
    found = ready[0] if ready else None
    drawing = trend_drawing(one, view.area, events, view.colours, found)
    st.header(drawing.finding)
    st.plotly_chart(drawing.figure, config=PLOTLY, alt=drawing.alt, key="trend", width=CHART_WIDTH)
    show_source(one, view, drawing)
    if found is None:
        st.html(markup.paragraph(screens.BEING_WORKED_OUT, quiet=True))
        come_back_when(lambda: ready_evidence(view.snapshot, one, view.at, view.as_of))
    elif found.chance.word:
        record = ready_record(view.snapshot)
        if record is None:
            come_back_when(lambda: ready_record(view.snapshot))
        chance = f"{screens.CHANCE}: {lowered(chance_sentence(one, found))}"
        st.html(markup.paragraph(" ".join([chance, record_line(found, record), forecast_words(one, found)])))
    if drawing.events:
        st.subheader(screens.EVENTS_HEADING)
        st.html(markup.numbered(drawing.events))
    show_commentary(one, view)
    words = targets_in_words(one)
    if words:
        st.subheader(screens.OTHER_TARGETS_HEADING)
        st.html(markup.bullets(words))
    with st.container(key="screen-only-how"), st.expander(screens.HOW_WE_GOT_THIS, icon=":material/help:"):
        st.html(how_we_got_this(one))
    st.html(markup.on_paper(screens.HOW_WE_GOT_THIS, how_we_got_this(one)))


def _table(one: Assessment, view: View) -> None:
    st.header(screens.PARTS["table"])
    st.html(series_table(one, view.area))
    events = queries.events_of(view.snapshot, one.indicator.code, view.at)
    marked = events_table(events, one.line, caption=event_words.HEADING)
    if marked:
        st.html(marked)
    show_source(one, view)
    with st.container(key="screen-only-download"):
        st.download_button(
            screens.DOWNLOAD_SERIES,
            series_csv(one),
            f"{one.indicator.code}-{view.area.code}.csv",
            "text/csv",
            on_click="ignore",
        )


def _compare(one: Assessment, view: View) -> None:
    series = figures.comparison(view.snapshot, one.indicator.code, view.at)
    drawing = compare_drawing(one, series, view.areas, view.colours)
    if drawing is None:
        st.info(screens.NO_COMPARISON)
        return
    st.header(drawing.finding)
    st.plotly_chart(drawing.figure, config=PLOTLY, alt=drawing.alt, key="compare", width=CHART_WIDTH)
    show_source(one, view, drawing)
    compared = compared_places(one, series, list(view.areas))
    st.html(markup.paragraph(summary_words(view.area.name, compared)))
    st.html(places_table(one, series, view.areas, compared))
    st.html(markup.paragraph(comparison.ABOUT_THE_TEST.format(place=view.area.name), quiet=True))


def _definition(one: Assessment, view: View) -> None:
    st.header(screens.PARTS["definition"])
    sources = {source.key: source for source in queries.sources(view.snapshot, view.at)}
    themes = {theme.code: theme.title for theme in queries.themes(view.snapshot, view.at)}
    st.html(definition(one, sources, themes))
    if one.breaks or one.cautions:
        st.subheader(screens.BREAKS_HEADING)
        st.html(markup.bullets(_basis_changes(one)))


def _history(one: Assessment, view: View) -> None:
    st.header(screens.PARTS["history"])
    found = figures.revisions(view.snapshot, one.indicator.code, view.area.code, view.at)
    if not found:
        st.info(screens.NO_HISTORY.format(place=view.area.name))
        return
    st.html(revisions_table(found, one, view.area))


def _basis_changes(one: Assessment) -> list[str]:
    return [
        f"{event_words.when(event.happened_on, event.date_precision)}: {event.title}"
        + (f" ({event.note})" if event.note else "")
        for event in (*one.breaks, *one.cautions)
    ]


def _back_to_basket() -> None:
    st.html(
        markup.linked_list(
            "", [markup.link(f"./{query(['area', 'as_at', 'recipe'])}", screens.BACK_TO_BASKET)]
        )
    )

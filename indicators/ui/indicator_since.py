"""The change since a date that the reader fixed in advance; the date stands in the address."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.assessments.since import changed_since, read_since
from indicators.model import Event
from indicators.reports.since_words import since_sentence
from indicators.store import queries
from indicators.ui.choices import choose_one, chosen
from indicators.ui.markup import paragraph
from indicators.ui.view import View
from indicators.wording import since as words
from indicators.wording.dates import day
from indicators.wording.events import when

NOT_CHOSEN = ""


def show_since(one: Assessment, found: Evidence, view: View) -> None:
    """The control for the date, and what has changed since."""
    events = queries.events_of(view.snapshot, one.indicator.code, view.at)
    st.subheader(words.HEADING)
    given = chosen("since")
    asked = read_since(given, events) if given else None
    if given and asked is None:
        st.info(words.NO_SUCH_DATE.format(given=given))
    options = _options(found, events)
    if asked is not None and asked.code not in options:
        options |= {asked.code: day(asked.on)}
    with st.container(key="screen-only-since"):
        choose_one(
            words.CHOOSE,
            "since",
            options,
            default=NOT_CHOSEN,
            read=lambda _: asked.code if asked else None,
            help_text=words.CHOOSE_HELP,
        )
    if asked is not None:
        changed = changed_since(one, found, asked)
        st.html(paragraph(since_sentence(one, changed)))
        if changed.change.reason is None:
            divided = f" {words.DIVIDED}" if _is_divided(found, changed.since.on) else ""
            st.html(paragraph(f"{words.NOT_BECAUSE}{divided}", quiet=True))
    st.html(paragraph(words.FIXED_BEFORE, quiet=True))


def _is_divided(found: Evidence, on: object) -> bool:
    return any(period.start < on <= period.end for period in found.periods)


def _options(found: Evidence, events: Sequence[Event]) -> dict[str, str]:
    """No date; the events while there are figures; every period but the first."""
    if not found.periods:
        return {NOT_CHOSEN: words.NO_DATE}
    first, last = found.periods[0], found.periods[-1]
    dated = {
        event.code: words.event_option(event.title, when(event.happened_on, event.date_precision))
        for event in events
        if event.kind != "break" and first.start < event.happened_on <= last.end
    }
    return {NOT_CHOSEN: words.NO_DATE} | dated | {period.code: period.label for period in found.periods[1:]}

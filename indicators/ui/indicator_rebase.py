"""New limits for the process chart: offered in words, drawn only when a reader asks; the period stands in the address."""

from __future__ import annotations

import streamlit as st

from indicators.assessments import Assessment
from indicators.assessments.evidence import Evidence
from indicators.assessments.rebasing import rebase_offered, rebased
from indicators.model import Reason
from indicators.periods import Period, PeriodError, parse
from indicators.store import queries
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.markup import link, linked_list, paragraph
from indicators.ui.view import View
from indicators.wording import reasons
from indicators.wording import rebasing as words
from indicators.wording.events import when

NOWHERE = ""


def choose_rebase(one: Assessment, found: Evidence, view: View) -> Evidence:
    """The offer and the control; returns the evidence with the limits that were asked for."""
    if found.chart.variation is None:
        return found
    begins = _asked(found)
    if chosen("rebase") and begins is None:
        st.info(words.NO_SUCH_PERIOD.format(given=chosen("rebase")))
    if begins is None:
        _offer(found)
    options = {NOWHERE: words.NOWHERE} | {period.code: period.label for period in found.periods[1:]}
    with st.container(key="screen-only-rebase"):
        choose_one(
            words.CHOOSE,
            "rebase",
            options,
            default=NOWHERE,
            read=lambda _: begins.code if begins else None,
            help_text=words.CHOOSE_HELP,
        )
    if begins is None:
        return found
    events = queries.events_of(view.snapshot, one.indicator.code, view.at)
    causes = [
        f"{when(event.happened_on, event.date_precision)}, {event.title}"
        for event in events
        if begins.start <= event.happened_on <= begins.end
    ]
    st.html(paragraph(words.drawn(begins.label, causes)))
    return rebased(one, found, begins)


def _asked(found: Evidence) -> Period | None:
    """The period in the address, where the chart has it after its first."""
    try:
        period = parse(chosen("rebase") or "")
    except PeriodError:
        return None
    return period if period in found.periods[1:] else None


def _offer(found: Evidence) -> None:
    offered = rebase_offered(found)
    if isinstance(offered, Reason):
        st.html(paragraph(reasons.sentence(offered)))
    elif isinstance(offered, Period):
        st.html(paragraph(words.offered(offered.label)))
        address = f"indicator{query(list(st.query_params), rebase=offered.code)}"
        st.html(linked_list("", [link(address, words.DRAW.format(period=offered.label))]))

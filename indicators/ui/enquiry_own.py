"""The form for a question that no rule suggested."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from indicators.assessments.judged import assess_indicator
from indicators.assessments.recorded_questions import RecordedQuestion
from indicators.reports.enquiry_rows import figure_asked, own_row
from indicators.ui.enquiry_day import day_field, read_day
from indicators.ui.enquiry_record import is_waiting, missing, show_waiting, wait
from indicators.ui.indicator_page import options
from indicators.ui.view import View
from indicators.wording import enquiry_page as words

FORM = "own"
NOTHING = ""
DAYS_AHEAD = 14


def show_own(view: View, known: Sequence[RecordedQuestion], meeting: str) -> None:
    """The form, or the preview of what was filled in."""
    if is_waiting(FORM):
        show_waiting(_to_the_meeting)
        return
    titles = {NOTHING: words.ABOUT_NOTHING} | options(view)
    shown = date.fromisoformat(meeting) if meeting else view.as_of + timedelta(days=DAYS_AHEAD)
    with (
        st.expander(words.OWN),
        st.form("enquiry-own", enter_to_submit=False, border=False),
    ):
        typed = day_field(words.MEETING, f"enquiry-own-day-{meeting}", shown)
        question = st.text_area(
            words.QUESTION, key=f"enquiry-own-question-{len(known)}", persist_state="session"
        )
        why = st.text_area(words.WHY, key=f"enquiry-own-why-{len(known)}", persist_state="session")
        asked_of = st.text_input(words.ASKED_OF, key=f"enquiry-own-of-{len(known)}", persist_state="session")
        code = st.selectbox(
            words.ABOUT,
            list(titles),
            format_func=lambda each: titles[each],
            key=f"enquiry-own-about-{len(known)}",
            persist_state="session",
        )
        pressed = st.form_submit_button(words.CHECK)
    on = read_day(typed)
    if not pressed or missing(
        [(words.QUESTION_MISSING, question or ""), (words.NO_DAY, "" if on is None else typed)]
    ):
        return
    st.session_state["enquiry-meeting"] = on.isoformat()
    wait(
        FORM,
        [
            own_row(
                on,
                known,
                question=question.strip(),
                why=(why or "").strip(),
                asked_of=(asked_of or "").strip(),
                figure=_figure(view, code),
            )
        ],
    )


def _figure(view: View, code: str) -> dict[str, str]:
    """What the row says of the indicator that the question is about, with its latest figure."""
    if not code:
        return {}
    one = assess_indicator(view.snapshot, code, view.area.code, view.at, view.as_of)
    about = {"subject_kind": "indicator", "subject": code}
    return about | figure_asked(code, view.area.code, one.latest if one else None)


def _to_the_meeting() -> None:
    st.query_params.update(part="meeting", meeting=st.session_state.pop("enquiry-meeting", ""))

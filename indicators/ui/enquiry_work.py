"""The form for one question of a meeting: its words and place, its answer, and what was promised."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from indicators.assessments.judged import Assessment, assess_indicator
from indicators.assessments.recorded_questions import RecordedQuestion, coming_periods
from indicators.reports.enquiry_rows import as_row, as_text, figure_asked, promised
from indicators.ui import markup
from indicators.ui.enquiry_begun import begun_with, forget, key_of
from indicators.ui.enquiry_day import day_field
from indicators.ui.enquiry_record import is_waiting, missing, show_waiting, wait
from indicators.ui.indicator_page import options
from indicators.ui.view import View
from indicators.wording import enquiry, findings
from indicators.wording import enquiry_page as words

NONE = ""
PERIODS = 8
POSITION_MOST = 999


def show_work(view: View, question: RecordedQuestion) -> None:
    """The form, or the preview of what was filled in."""
    row = as_row(question)
    begun = begun_with(question.code, row)
    if begun != row:
        st.warning(words.OVERTAKEN)
    if is_waiting(question.code):
        show_waiting(lambda: forget(question.code))
        return
    key = key_of(question.code, begun)
    one = _promised_about(view, question, key)
    with st.form(f"enquiry-work-{key}", enter_to_submit=False, border=False):
        row |= _words(key, question) | _answer(key, question)
        row |= _promise(key, question, view, one)
        pressed = st.form_submit_button(words.CHECK)
    if pressed and not missing([(words.QUESTION_MISSING, row["question"])]):
        wait(question.code, [row])


def _promised_about(view: View, question: RecordedQuestion, key: str) -> Assessment | None:
    """The indicator whose figure is promised, with the figure that a promise starts from."""
    titles = {NONE: words.ABOUT_NOTHING} | options(view)
    before = question.indicator_code or (question.subject if question.subject_kind == "indicator" else NONE)
    code = st.selectbox(
        words.PROMISED_INDICATOR,
        list(titles),
        index=list(titles).index(before) if before in titles else 0,
        format_func=lambda each: titles[each],
        key=f"enquiry-about-{key}",
        persist_state="session",
    )
    if not code:
        return None
    one = assess_indicator(view.snapshot, code, view.area.code, view.at, view.as_of)
    if one is None or one.latest is None:
        st.html(markup.paragraph(words.NO_FIGURE, quiet=True))
        return None
    figure = f"{findings.value(one.indicator, one.latest)}, {findings.period(one.latest)}, {view.area.name}"
    st.html(markup.paragraph(words.FIGURE_NOW.format(figure=figure), quiet=True))
    return one


def _words(key: str, question: RecordedQuestion) -> dict[str, str]:
    text = _area(words.QUESTION, "question", key, question.question)
    why = _area(words.WHY, "why", key, question.why)
    asked_of = _line(words.ASKED_OF, "of", key, question.asked_of)
    position = st.number_input(
        words.POSITION,
        min_value=1,
        max_value=POSITION_MOST,
        value=question.position or 1,
        key=f"enquiry-position-{key}",
        persist_state="session",
    )
    return {"question": text, "why": why, "asked_of": asked_of, "position": str(int(position or 1))}


def _answer(key: str, question: RecordedQuestion) -> dict[str, str]:
    asked_on = day_field(words.ASKED_ON, f"enquiry-asked-{key}", question.asked_on)
    answer = _area(words.ANSWER, "answer", key, question.answer)
    answered_on = day_field(words.ANSWERED_ON, f"enquiry-answered-{key}", question.answered_on)
    known: Mapping[str, str] = {NONE: words.NOT_SAID} | enquiry.SATISFIED
    satisfied = st.selectbox(
        words.SATISFIED,
        list(known),
        index=list(known).index(question.satisfied or NONE),
        format_func=lambda each: known[each],
        key=f"enquiry-satisfied-{key}",
        persist_state="session",
    )
    follow_up = _area(words.FOLLOW_UP, "follow", key, question.follow_up)
    return {
        "asked_on": asked_on,
        "answer": answer,
        "answered_on": answered_on,
        "satisfied": satisfied,
        "follow_up": follow_up,
    }


def _promise(key: str, question: RecordedQuestion, view: View, one: Assessment | None) -> dict[str, str]:
    promise = _area(words.PROMISE, "promise", key, question.promise)
    if one is None or one.latest is None:
        return promised(question, promise=promise, level="", period="", figure={})
    before = as_text(question.promised_value)
    level = _line(words.PROMISED_VALUE, "level", key, before)
    coming = coming_periods(one.latest.period, one.indicator.frequency, PERIODS)
    periods = {NONE: words.NEXT_FIGURE} | {each.code: each.label for each in coming}
    if question.promised_period:
        periods.setdefault(question.promised_period, question.promised_period)
    period = st.selectbox(
        words.PROMISED_PERIOD,
        list(periods),
        index=list(periods).index(question.promised_period or NONE),
        format_func=lambda each: periods[each],
        key=f"enquiry-period-{key}",
        persist_state="session",
    )
    figure = figure_asked(one.indicator.code, view.area.code, one.latest)
    return promised(question, promise=promise, level=level, period=period, figure=figure)


def _area(label: str, name: str, key: str, value: str | None) -> str:
    typed = st.text_area(label, value=value or "", key=f"enquiry-{name}-{key}", persist_state="session")
    return (typed or "").strip()


def _line(label: str, name: str, key: str, value: str | None) -> str:
    typed = st.text_input(label, value=value or "", key=f"enquiry-{name}-{key}", persist_state="session")
    return (typed or "").strip()

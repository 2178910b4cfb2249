"""The form that takes suggested questions to a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from indicators.assessments.judged import assess_indicator
from indicators.assessments.recorded_questions import RecordedQuestion, meetings
from indicators.model import Observation
from indicators.reports.enquiry_lines import AskedLine, first_ten
from indicators.reports.enquiry_rows import rows_for
from indicators.ui import markup
from indicators.ui.enquiry_day import day_field, read_day
from indicators.ui.enquiry_record import is_waiting, say_what_happened, show_waiting, wait
from indicators.ui.view import View
from indicators.wording import enquiry_page as words

FORM = "suggested"
DAYS_AHEAD = 14


def show_take(view: View, lines: Sequence[AskedLine], known: Sequence[RecordedQuestion]) -> None:
    """The form, or the preview of the rows that it makes."""
    say_what_happened()
    if is_waiting(FORM):
        show_waiting(_to_the_meeting)
        return
    by_name = {line.name: line for line in lines}
    with (
        st.expander(words.TAKE),
        st.form("enquiry-take", enter_to_submit=False, border=False),
    ):
        st.html(markup.paragraph(words.TAKE_LEAD, quiet=True))
        typed = day_field(words.MEETING, "enquiry-take-day", _next_meeting(view, known))
        names = st.multiselect(
            words.WHICH,
            list(by_name),
            default=[line.name for line in first_ten(lines)],
            format_func=lambda name: _short(by_name[name]),
            key="enquiry-take-which",
        )
        pressed = st.form_submit_button(words.CHECK)
    if not pressed:
        return
    meeting = read_day(typed)
    if not names or meeting is None:
        st.error(words.NO_DAY if names else words.NOTHING_CHOSEN)
        return
    taken = sorted((by_name[name] for name in names), key=lambda line: line.place)
    st.session_state["enquiry-meeting"] = meeting.isoformat()
    wait(FORM, rows_for(taken, meeting, known, _latest(view, taken), view.area.code))


def _next_meeting(view: View, known: Sequence[RecordedQuestion]) -> date:
    """The next meeting that questions are meant for; else a day in two weeks."""
    ahead = [each for each in meetings(known) if each >= view.as_of]
    return ahead[-1] if ahead else view.as_of + timedelta(days=DAYS_AHEAD)


def _short(line: AskedLine) -> str:
    return f"{line.place}. {line.words.about}"


def _latest(view: View, taken: Sequence[AskedLine]) -> Mapping[str, Observation | None]:
    codes = {line.question.subject for line in taken if line.kind == "indicator"}
    found = {
        code: assess_indicator(view.snapshot, code, view.area.code, view.at, view.as_of) for code in codes
    }
    return {code: one.latest if one else None for code, one in found.items()}


def _to_the_meeting() -> None:
    st.query_params.update(part="meeting", meeting=st.session_state.pop("enquiry-meeting", ""))

"""The questions of one meeting in their order, the one that is worked on, its briefing, and one's own questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators.assessments.recorded_questions import RecordedQuestion, meetings, recorded_questions
from indicators.datasets.example_files import MARK
from indicators.ui import markup
from indicators.ui.choices import choose_one, chosen, query
from indicators.ui.enquiry_briefing import show_briefing
from indicators.ui.enquiry_links import KEEP, subject_link
from indicators.ui.enquiry_own import show_own
from indicators.ui.enquiry_record import say_what_happened
from indicators.ui.enquiry_work import show_work
from indicators.ui.markup import Cell
from indicators.ui.view import View
from indicators.wording import enquiry
from indicators.wording import enquiry_page as words
from indicators.wording.dates import day

NONE = ""
NUMBERS_MOST = 200


def choose_meeting(view: View) -> str:
    """The control for the meeting, as an ISO day; empty where there is none."""
    days = meetings(recorded_questions(view.snapshot, view.at))
    if not days:
        return NONE
    ahead = [each for each in days if each >= view.as_of]
    default = ahead[-1] if ahead else days[0]
    options = {each.isoformat(): day(each) for each in days}
    return choose_one(words.CHOOSE_MEETING, "meeting", options, default=default.isoformat())


def show_meeting(view: View, meeting: str) -> None:
    """The questions of the meeting, or that there is none yet; and the form for one's own."""
    is_now = view.at == view.snapshot.version.seq
    known = recorded_questions(view.snapshot, view.at)
    say_what_happened()
    if meeting:
        of_meeting = [each for each in known if each.meeting_on == date.fromisoformat(meeting)]
        st.header(words.OF_MEETING.format(day=day(date.fromisoformat(meeting))))
        if any(each.code.startswith(MARK) for each in of_meeting):
            where = f"enquiry{query(KEEP, part='promises')}"
            st.html(markup.linked_list(words.EXAMPLE_STANDS, [markup.link(where, words.WITHDRAW_EXAMPLE)]))
        st.html(_table(of_meeting[:NUMBERS_MOST]))
        with st.container(key="screen-only-briefing"):
            show_briefing(view, of_meeting)
        if is_now:
            with st.container(key="screen-only-work"):
                _work(view, of_meeting)
    else:
        st.html(markup.paragraph(words.NO_MEETING))
    if not is_now:
        st.html(markup.paragraph(words.ONLY_NOW, quiet=True))
        return
    with st.container(key="screen-only-own"):
        show_own(view, known, meeting)


def _work(view: View, of_meeting: Sequence[RecordedQuestion]) -> None:
    st.header(words.WORK)
    options = {NONE: words.NO_QUESTION_CHOSEN} | {
        each.code: f"{each.position or ''}. {each.question}" for each in of_meeting
    }
    given = chosen("question")
    if given and given not in options:
        st.info(words.NO_SUCH_QUESTION.format(given=given))
    code = choose_one(words.CHOOSE_QUESTION, "question", options, default=NONE)
    found = next((each for each in of_meeting if each.code == code), None)
    if found is not None:
        show_work(view, found)


def _table(of_meeting: Sequence[RecordedQuestion]) -> str:
    rows = [
        [
            Cell(str(each.position or "")),
            Cell(markup=_question(each)),
            Cell(each.asked_of or ""),
            Cell(enquiry.STAGES[each.stage], quiet=enquiry.SATISFIED.get(each.satisfied or "", "")),
            Cell(
                markup=markup.lines(
                    [
                        part
                        for part in (each.answer, each.promise and f"{words.PROMISED}: {each.promise}")
                        if part
                    ]
                )
            ),
        ]
        for each in of_meeting
    ]
    return markup.table(words.MEETING_COLUMNS, rows, caption=words.MEETING_CAPTION, blocks=True)


def _question(each: RecordedQuestion) -> str:
    """The question as the way to work on it, with why it is asked and what it is about."""
    where = f"enquiry{query(KEEP, part='meeting', meeting=str(each.meeting_on), question=each.code)}"
    why = markup.lines([each.why]) if each.why else ""
    about = ""
    if each.subject_kind and each.subject:
        about = f'<span class="block">{subject_link(each.subject_kind, each.subject, words.SEE)}</span>'
    return markup.link(where, each.question) + why + about

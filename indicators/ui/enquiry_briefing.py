"""The briefing of a meeting, or of the first suggestions: made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators.assessments import Assessment
from indicators.assessments.judged import assess_indicator
from indicators.assessments.recorded_questions import RecordedQuestion
from indicators.reports.document_file import MEDIA, Kind, document_file
from indicators.reports.enquiry_briefing import Briefed, briefing, of_recorded, of_suggested
from indicators.reports.enquiry_lines import BRIEFED, AskedLine, first_ten, titles_of
from indicators.store import queries
from indicators.ui import markup
from indicators.ui.view import View
from indicators.wording import enquiry_page as words

BUTTONS: dict[Kind, str] = {"docx": words.BRIEFING_DOCX, "pdf": words.BRIEFING_PDF}


def show_briefing(view: View, questions: Sequence[RecordedQuestion]) -> None:
    """The briefing of a meeting's questions."""
    titles = titles_of(queries.indicators(view.snapshot, view.at))
    more = words.MOST_BRIEFED if len(questions) > BRIEFED else ""
    meeting = questions[0].meeting_on if questions else None
    _offer(view, of_recorded(questions, titles), meeting, more)


def show_suggested_briefing(view: View, lines: Sequence[AskedLine], left_out: str) -> None:
    """The briefing of the first ten suggestions; `left_out` says which others were left out, empty where none were."""
    _offer(view, of_suggested(first_ten(lines)), None, "", left_out)


def _offer(
    view: View, questions: Sequence[Briefed], meeting: date | None, more: str, left_out: str = ""
) -> None:
    st.html(markup.paragraph(" ".join(part for part in (words.BRIEFING_LEAD, more) if part), quiet=True))
    stem = f"briefing-{meeting.isoformat()}" if meeting else "briefing-suggested"
    with st.container(horizontal=True):
        for kind, label in BUTTONS.items():
            st.download_button(
                label,
                lambda kind=kind: _made(view, questions, meeting, left_out, kind),
                f"{stem}.{kind}",
                MEDIA[kind],
                on_click="ignore",
                key=f"enquiry-briefing-{kind}",
            )


def _made(view: View, questions: Sequence[Briefed], meeting: date | None, left_out: str, kind: Kind) -> bytes:
    codes = {each.indicator for each in questions[:BRIEFED] if each.indicator}
    found = {
        code: assess_indicator(view.snapshot, code, view.area.code, view.at, view.as_of) for code in codes
    }
    assessments: dict[str, Assessment] = {code: one for code, one in found.items() if one is not None}
    entry = next(each for each in queries.history(view.snapshot) if each.seq <= view.at)
    document = briefing(
        questions,
        meeting=meeting,
        place=view.area.name,
        entry=entry,
        assessments=assessments,
        left_out=left_out,
    )
    return document_file(document, kind)

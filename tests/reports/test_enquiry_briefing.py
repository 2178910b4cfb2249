"""The briefing: two pages with ten questions, the same words in both kinds of file, charts only where there is room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from indicators.assessments.judged import assess_basket
from indicators.model import COUNTY
from indicators.reports.document import Chart, Heading, Paragraph
from indicators.reports.document_file import document_file
from indicators.reports.enquiry_briefing import MOST_CHARTS, Briefed, briefing, height_of, of_recorded
from indicators.scrutiny.recorded import RecordedQuestion
from indicators.store.history import HistoryEntry
from indicators.submissions.first_start import ready_store
from indicators.wording.enquiry_page import examples_left_out

MEETING = date(2026, 12, 3)
ENTRY = HistoryEntry(
    12, "000012-abc", "abcdef0123456789", "submission", "target", datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
    "somebody", "a note", None, 1, {}, None, None, None,
)  # fmt: skip
LONGEST_OF_OURS = "w" * 8 + " " + "and what is done about it, by whom, by when " * 6


@pytest.fixture(scope="module")
def assessments():
    snapshot = ready_store().snapshot()
    found = assess_basket(snapshot, COUNTY, snapshot.version.seq, date(2026, 11, 22))
    return {one.indicator.code: one for one in found}


def question(number, code):
    return Briefed(
        about=f"Subject {number}",
        question=f"What has changed in {number}, and who owns the recovery?",
        why=f"It went from {number} to {number + 1}. " + LONGEST_OF_OURS,
        good_answer=LONGEST_OF_OURS,
        ask="the owner of the indicator",
        indicator=code,
    )


def made(questions, assessments, meeting=MEETING):
    return briefing(questions, meeting=meeting, place="Oxfordshire", entry=ENTRY, assessments=assessments)


@pytest.fixture(scope="module")
def ten(assessments):
    return [question(number, code) for number, code in enumerate(list(assessments)[:10], 1)]


def test_ten_questions_with_charts_have_two_pages(ten, assessments):
    document = made(ten, assessments)
    assert sum(isinstance(each, Chart) for each in document.blocks) >= 1
    reader = PdfReader(BytesIO(document_file(document, "pdf")))
    assert len(reader.pages) == 2
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for number in range(1, 11):
        assert f"{number}. Subject {number}" in text
        assert f"It went from {number} to {number + 1}." in text


def test_short_ones_have_two_pages_and_every_chart_that_is_allowed(ten, assessments):
    short = [replace(each, why="It is late.", good_answer="A date.") for each in ten]
    document = made(short, assessments)
    assert sum(isinstance(each, Chart) for each in document.blocks) == MOST_CHARTS
    assert len(PdfReader(BytesIO(document_file(document, "pdf"))).pages) <= 2


def test_long_texts_push_out_the_charts(ten, assessments):
    long = [replace(each, why=LONGEST_OF_OURS * 3) for each in ten]
    assert height_of(long) > height_of(ten)
    assert not any(isinstance(each, Chart) for each in made(long, assessments).blocks)


def test_the_eleventh_is_left_out(ten, assessments):
    document = made([*ten, question(11, None)], assessments)
    assert sum(isinstance(each, Heading) for each in document.blocks) == 10


def test_word_and_pdf_hold_the_same_words(ten, assessments):
    document = made(ten, assessments)
    written = docx.Document(BytesIO(document_file(document, "docx")))
    text = " ".join(paragraph.text for paragraph in written.paragraphs)
    for each in document.blocks:
        if isinstance(each, Heading | Paragraph):
            assert each.text in text
    assert document_file(document, "docx") == document_file(document, "docx")


def test_it_says_for_which_meeting_and_from_which_record(ten, assessments):
    assert made(ten, assessments).lines == (
        "For the meeting of 3 December 2026, Oxfordshire",
        "Figures as recorded on 20 November 2026, 09:00, entry 12, hash abcdef012345.",
    )
    assert "no meeting has chosen" in made(ten, assessments, None).lines[0]


def test_it_says_what_was_left_out_in_both_kinds_of_file(ten, assessments):
    said = examples_left_out(5)
    document = briefing(
        ten, meeting=None, place="Oxfordshire", entry=ENTRY, assessments=assessments, left_out=said
    )
    reader = PdfReader(BytesIO(document_file(document, "pdf")))
    assert len(reader.pages) == 2
    assert said in " ".join(reader.pages[0].extract_text().split())
    written = docx.Document(BytesIO(document_file(document, "docx")))
    assert said in [paragraph.text for paragraph in written.paragraphs]
    assert examples_left_out(0) == ""


def test_a_recorded_question_keeps_the_words_it_was_taken_with():
    blank = dict.fromkeys(RecordedQuestion.__dataclass_fields__)
    recorded = RecordedQuestion(
        **{
            **blank,
            "code": "Q-1",
            "question": "Our own words?",
            "why": "Waste. It is late.",
            "rule": "stale_figures",
            "subject_kind": "indicator",
            "subject": "WASTE",
        }
    )
    (found,) = of_recorded([recorded], {"WASTE": "Waste"})
    assert (found.about, found.question, found.why) == ("Waste", "Our own words?", "It is late.")
    assert found.good_answer.startswith("A date")
    (own,) = of_recorded([replace(recorded, rule=None, subject_kind=None, subject=None)], {})
    assert (own.about, own.question, own.good_answer, own.indicator) == ("Our own words?", "", "", None)

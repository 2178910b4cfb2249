"""The desk of enquiry without a browser, on a ledger of its own: chosen, changed, asked, answered, promised, and whether it held."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from indicators.assessments.enquiry import wait_enquiry
from indicators.assessments.recorded_questions import promises_held, recorded_questions
from indicators.datasets import dataset
from indicators.datasets.example_files import example, example_names
from indicators.model import COUNTY
from indicators.reports.enquiry_rows import as_file, as_row
from indicators.reports.open_data import data_files
from indicators.store.as_at import today
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.wording import enquiry_page
from tests.ui.conftest import markup, words

MEETING = date(2026, 12, 3)
CODE = "EMP-RATE"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home that the tests of this file write to, one after the other."""
    patch = pytest.MonkeyPatch()
    patch.setenv("INDICATOR_BASKET_HOME", str(tmp_path_factory.mktemp("enquiry")))
    yield ready_store()
    patch.undo()


@pytest.fixture
def desk(screen, home):
    """A function that opens the desk once its questions are made."""

    def open_desk(**query):
        snapshot = home.snapshot()
        wait_enquiry(snapshot, query.get("area", COUNTY), snapshot.version.seq, today())
        return screen("enquiry", **query)

    return open_desk


def press(test, label):
    found = [button for button in test.button if button.label == label]
    assert found, words(test)
    found[0].click()
    test.run()
    assert not test.exception, test.exception


def record(test, note="For the meeting", by="Scrutiny officer"):
    test.text_area(key="submit-note").set_value(note)
    test.text_input(key="submit-by").set_value(by)
    press(test, "Record")


def recorded(home):
    snapshot = home.snapshot()
    return recorded_questions(snapshot, snapshot.version.seq)


def opened(home):
    """The questions in the open data."""
    snapshot = home.snapshot()
    files = {file.path: file.content.decode() for file in data_files(snapshot, snapshot.version.seq)}
    return list(csv.DictReader(io.StringIO(files["scrutiny_question.csv"])))


def test_the_desk_opens_with_questions_and_says_how_they_are_ranked(desk):
    test = desk()
    text, html = words(test), markup(test)
    assert test.title[0].value == "Key lines of enquiry"
    assert "questions on Oxfordshire and on the registers" in text
    assert "How they are ranked: First what is off course" in text
    assert 'href="indicator?code=' in html
    assert "all 9 with this question" in text


def test_a_weight_and_a_rule_stand_in_the_address(desk):
    only = words(desk(weight="figures"))
    assert "The latest figure recorded here is of" in only
    assert "had been set for it" not in only
    assert words(desk(rule="recommendation_without_date")).count("no date had been set for it") == 9


def test_another_place_has_its_own_questions(desk):
    assert "questions on Oxford and on the registers" in words(desk(area="E07000178"))


def test_nothing_belongs_to_a_meeting_or_was_promised_yet(desk):
    assert "No question has been taken to a meeting yet." in words(desk(part="meeting"))
    empty = desk(part="promises")
    assert "No promise has been recorded yet." in words(empty)
    assert "Try the example" in [button.label for button in empty.button]
    assert "No question has been taken to a meeting yet." in words(desk(part="edit"))


def test_the_first_ten_are_taken_to_a_meeting(desk, home):
    test = desk()
    test.text_input(key="enquiry-take-day").set_value("3 December 2026")
    press(test, "Check and preview")
    assert recorded(home) == ()
    record(test)
    assert test.query_params["part"] == "meeting"
    assert test.query_params["meeting"] == MEETING.isoformat()
    kept = recorded(home)
    assert [each.position for each in kept] == list(range(1, 11))
    assert {each.meeting_on for each in kept} == {MEETING}
    assert all(each.why and each.rule and each.stage == "chosen" for each in kept)
    assert opened(home) == []
    text = words(test)
    assert "Questions for the meeting of 3 December 2026" in text
    assert kept[0].question in text
    assert "chosen for the meeting of 3 December 2026" in words(desk())


def test_a_question_of_ones_own_about_an_indicator(desk, home):
    test = desk(part="meeting")
    test.text_area(key="enquiry-own-question-10").set_value("Why do so few people work?")
    test.selectbox(key="enquiry-own-about-10").set_value(CODE)
    press(test, "Check and preview")
    assert "Why do so few people work?" in words(test)
    press(test, "Change it again")
    assert test.selectbox(key="enquiry-own-about-10").value == CODE
    press(test, "Check and preview")
    record(test)
    own = recorded(home)[-1]
    assert (own.position, own.rule, own.subject, own.indicator_code) == (11, None, CODE, CODE)
    assert own.figure_value is not None


def test_an_empty_question_is_not_taken(desk, home):
    test = desk(part="meeting")
    press(test, "Check and preview")
    assert test.error[0].value == "Write the question."
    assert len(recorded(home)) == 11


def test_an_answer_before_it_was_asked_is_refused(desk, home):
    own = recorded(home)[-1]
    test = desk(part="meeting", question=own.code)
    coming = field(test.selectbox, own.code, "period").options[2]
    field(test.selectbox, own.code, "period").select(
        coming
    ).run()  # a year of this series is none of the next one
    field(test.selectbox, own.code, "about").set_value("WASTE-RECY").run()
    assert not test.exception, test.exception
    assert field(test.selectbox, own.code, "period").value == ""
    coming = field(test.selectbox, own.code, "period").options[2]
    fill(test, own.code, answer="Next year.", satisfied="partly")
    field(test.selectbox, own.code, "period").select(coming)
    field(test.number_input, own.code, "position").set_value(7)
    press(test, "Check and preview")
    assert "no day on which it was asked" in words(test)
    press(test, "Change it again")
    assert field(test.text_area, own.code, "answer").value == "Next year."
    kept = {name: field(test.selectbox, own.code, name).value for name in ("about", "satisfied")}
    assert kept == {"about": "WASTE-RECY", "satisfied": "partly"}
    assert field(test.number_input, own.code, "position").value == 7
    period = field(test.selectbox, own.code, "period")
    assert period.options[period.index] == coming


def field(kind, code, name):
    """The field of a question's form, whose key ends with what the row was."""
    return next(each for each in kind if each.key.startswith(f"enquiry-{name}-{code}-"))


def fill(test, code, **texts):
    for name, text in texts.items():
        kinds = {"asked": test.text_input, "answered": test.text_input, "level": test.text_input}
        kinds |= {"satisfied": test.selectbox, "period": test.selectbox}
        field(kinds.get(name, test.text_area), code, name).set_value(text)


def test_asked_answered_and_promised(desk, home):
    own = recorded(home)[-1]
    test = desk(part="meeting", question=own.code)
    fill(
        test,
        own.code,
        asked="3 December 2026",
        answered=MEETING.isoformat(),
        answer="More will.",
        satisfied="partly",
        promise="It will rise to 85.",
        level="85",
    )
    press(test, "Check and preview")
    record(test, note="After the meeting")
    kept = recorded(home)[-1]
    assert (kept.stage, kept.satisfied, kept.promised_value) == ("answered", "partly", 85.0)
    assert [row["question_code"] for row in opened(home)] == [kept.code]
    text = words(desk(part="promises"))
    assert "1 promise: 0 held, 0 did not hold, 1 cannot be told yet." in text
    assert "No figure has come since that of" in text


def change(home, code, **cells):
    """Somebody else changes a question."""
    row = as_row(next(each for each in recorded(home) if each.code == code)) | cells
    accept(home, "scrutiny_question", as_file([row]), "q.csv", by="Another", note="Meanwhile")
    home.snapshot()


def test_what_is_typed_stays_when_somebody_else_changes_the_question_meanwhile(desk, home):
    own = recorded(home)[-1]
    test = desk(part="meeting", question=own.code)
    change(home, own.code, why="They think so.")
    test.run()
    assert field(test.text_area, own.code, "why").value == "They think so."
    assert enquiry_page.OVERTAKEN not in words(test)

    fill(test, own.code, answer="More will, by 2028.")
    change(home, own.code, why="They think otherwise.")
    press(test, "Check and preview")
    said = words(test)
    assert enquiry_page.OVERTAKEN in said
    assert "They think otherwise." in said  # what it would replace
    assert "More will, by 2028." in said
    record(test, note="Answered")
    kept = recorded(home)[-1]
    assert (kept.answer, kept.why) == ("More will, by 2028.", "They think so.")
    assert enquiry_page.OVERTAKEN not in words(test)
    assert field(test.text_area, own.code, "answer").value == "More will, by 2028."


@pytest.mark.parametrize(
    ("value", "said"), [("84.9", "■ the promise did not hold"), ("85.1", "● the promise held")]
)
def test_the_next_figure_says_whether_it_held(desk, home, value, said):
    kept = recorded(home)[-1]
    submit_next(home, kept, value)
    text = words(desk(part="promises"))
    assert said in text
    assert f"{value}%" in text


def submit_next(home, kept, value):
    """The figure of the period after the one that was asked about."""
    snapshot = home.snapshot()
    (held,) = promises_held(snapshot, snapshot.version.seq)
    year = int(kept.figure_period[:4]) + 1
    columns = dataset("observation").columns
    row = {
        "indicator_code": CODE,
        "area_code": COUNTY,
        "period": f"{year}{kept.figure_period[4:]}",
        "value": value,
        "status": "final",
        "source_period": str(year),
        "source": "https://example.org/figures",
        "source_key": held.indicator.source_key,
    }
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerow(row)
    accept(
        home,
        "observation",
        text.getvalue().encode(),
        "next.csv",
        by="Performance team",
        note=f"Next: {value}",
    )
    home.snapshot()


def test_the_order_is_edited_in_the_grid(desk):
    test = desk(part="edit")
    assert "No question has been taken" not in words(test)
    assert test.get("arrow_data_frame") or test.dataframe


def test_as_at_shows_the_desk_as_it_was_and_offers_no_form(desk, home):
    before = next(entry for entry in home.ledger.entries() if entry.dataset == "scrutiny_question")
    test = desk(part="meeting", as_at=str(before.seq))
    assert "It can be changed as it stands now only." in words(test)
    assert not test.text_area


def test_a_question_that_does_not_exist_is_said(desk):
    assert "There is no question “NOPE”." in words(desk(part="meeting", question="NOPE"))


def test_examples_are_left_out_and_said_to_be(screen, own_home):
    for name in example_names():
        if name.split("_")[0] in ("delivery", "chain"):
            accept(own_home, name, example(name), f"{name}.csv", by="an officer", note="an example")
    snapshot = own_home.snapshot()
    found = wait_enquiry(snapshot, COUNTY, snapshot.version.seq, today())
    text = words(screen("enquiry"))
    assert f"{len(found.questions)} questions on Oxfordshire" in text
    assert "2 more questions are about examples, which are made up; they are left out." in text
    assert "Example:" not in text

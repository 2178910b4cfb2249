"""What came of a promise, from the rows of the desk and the figures of the ledger. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from indicators.assessments.recorded_questions import (
    coming_periods,
    last_meeting,
    meetings,
    open_questions,
    promise_held,
    promises_held,
)
from indicators.datasets import dataset
from indicators.datasets.example_files import example
from indicators.model import Event, Indicator, Observation
from indicators.scrutiny.recorded import RecordedQuestion
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store

YEAR = "2023-04-01/P1Y"
NEXT = "2024-04-01/P1Y"
BLANK = dict.fromkeys(RecordedQuestion.__dataclass_fields__)
QUESTION = RecordedQuestion(
    **{
        **BLANK,
        "code": "Q-1",
        "question": "When?",
        "meeting_on": date(2026, 1, 1),
        "asked_on": date(2026, 1, 1),
        "answer": "Soon.",
        "promise": "It will be 60.",
        "indicator_code": "WASTE",
        "area_code": "E10000025",
        "figure_period": YEAR,
        "figure_value": 57.6,
        "promised_value": 60.0,
    }
)
INDICATOR = Indicator(
    "WASTE", "Waste", "environment", "per cent", "%", 1, "higher", "annual", "P1Y", "percentage",
    None, None, "Defra", "Waste", None, "x", "OURS",
)  # fmt: skip


def observed(period, value, status="final"):
    start = date.fromisoformat(period[:10])
    return Observation(
        "WASTE", "E10000025", period, start, start.replace(year=start.year + 1), value,
        None, None, None, None, status, period, None, "x", "OURS",
    )  # fmt: skip


def held(question=QUESTION, rows=(), indicator=INDICATOR, events=()):
    known = {indicator.code: indicator} if indicator else {}
    return promise_held(question, known, {("WASTE", "E10000025"): rows}, events)


ROWS = [observed(YEAR, 57.6), observed(NEXT, 60.4)]


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        (ROWS, "held"),
        ([ROWS[0], observed(NEXT, 59.9)], "not_held"),
        (ROWS[:1], None),
        ([ROWS[0], observed(NEXT, 60.4, "doubtful")], None),
        ([ROWS[0], observed("2024-04-01/P3M", 61.0)], None),
        ([ROWS[0], observed(NEXT, None)], None),
    ],
    ids=["reached", "missed", "none yet", "doubtful", "another length", "withheld"],
)
def test_the_next_comparable_figure_decides(rows, outcome):
    found = held(rows=rows)
    assert found.kept.outcome == outcome
    assert found.kept.promise.value == Decimal("57.6")
    assert (found.kept.reason is None) == (outcome is not None)


def test_where_no_figure_can_say_there_is_a_reason():
    assert held(replace(QUESTION, indicator_code=None)).reason.code == "no_figure_promised"
    assert held(replace(QUESTION, figure_value=None)).reason.code == "no_figure_promised"
    assert held(indicator=None).reason.code == "no_indicator"
    neutral = held(indicator=replace(INDICATOR, polarity="neutral"), rows=ROWS)
    assert (neutral.kept, neutral.reason.code) == (None, "no_direction_of_good")


def test_a_figure_that_is_withheld_now_is_not_told_from_the_desk():
    found = held(rows=[observed(YEAR, None, "suppressed"), ROWS[1]])
    assert (found.reason.code, found.kept, found.question.figure_value) == ("figure_withheld", None, None)


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """The embedded figures in a home that may be written to."""
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path))
    return ready_store()


def test_nor_does_it_leave_with_the_open_data(own_home):
    columns = dataset("scrutiny_question").columns
    row = {
        "question_code": "Q-1",
        "indicator_code": "EMP-RATE",
        "area_code": "E10000025",
        "figure_value": 83.8,
    }
    rows = [
        [{**row, "figure_period": period}.get(column) for column in columns]
        for period in ("2023-01-01/P1Y", "2022-01-01/P1Y")
    ]
    observation = {
        "indicator_code": "EMP-RATE",
        "area_code": "E10000025",
        "period": "2023-01-01/P1Y",
        "status": "suppressed",
        "source": "a test",
        "source_key": "OURS",
    }
    names = dataset("observation").columns
    text = ",".join(names) + "\n" + ",".join(observation.get(name, "") for name in names) + "\n"
    accept(own_home, "observation", text.encode(), "withheld.csv", by="a test", note="withheld")
    snapshot = own_home.snapshot()
    left = open_questions(snapshot, rows, snapshot.version.seq)
    assert [each[columns.index("figure_value")] for each in left] == [None, 83.8]


def test_what_was_known_when_it_was_promised_decides_nothing(own_home):
    row = {
        "question_code": "Q-1",
        "question": "When?",
        "asked_on": "2026-11-22",
        "answered_on": "2026-11-22",
        "answer": "Soon.",
        "promise": "It will rise.",
        "indicator_code": "EMP-RATE",
        "area_code": "E10000025",
        "figure_period": "2022-01-01/P1Y",
        "figure_value": "80.6",
        "source": "the desk",
        "source_key": "OURS",
    }

    def submit(name, row):
        names = dataset(name).columns
        text = ",".join(names) + "\n" + ",".join(row.get(each, "") for each in names) + "\n"
        accept(own_home, name, text.encode(), f"{name}.csv", by="a test", note=str(row))
        snapshot = own_home.snapshot()
        (found,) = promises_held(snapshot, snapshot.version.seq)
        return found.kept.outcome, found.kept.period

    def figure(year, value):
        told = {"indicator_code": "EMP-RATE", "area_code": "E10000025", "status": "final", "source": "a test"}
        return {**told, "period": f"{year}-01-01/P1Y", "value": value, "source_key": "OURS"}

    assert submit("scrutiny_question", row) == (None, None)
    # a later value of what was known is no newer figure
    assert submit("observation", figure(2023, "85")) == (None, None)
    assert submit("observation", figure(2024, "79")) == ("not_held", "2024-01-01/P1Y")
    # other words leave the promise as it was, another level is promised anew
    assert submit("scrutiny_question", {**row, "promise": "It will go up."}) == ("not_held", "2024-01-01/P1Y")
    assert submit("scrutiny_question", {**row, "promised_value": "79"}) == (None, None)


def test_nothing_is_compared_across_a_break():
    cut = Event("CUT", date(2024, 4, 1), "break", "Another count", "WASTE", None, "x", "OURS")
    assert held(rows=ROWS, events=[cut]).reason.code == "break_between"
    for other in (
        replace(cut, kind="caution"),
        replace(cut, indicator_code="ELSE"),
        replace(cut, happened_on=date(2026, 1, 1)),
    ):
        assert held(rows=ROWS, events=[other]).kept.outcome == "held"
    assert held(rows=ROWS[:1], events=[cut]).kept.reason.code == "no_figure_since"


def test_how_far_a_question_has_come():
    assert QUESTION.stage == "answered"
    assert replace(QUESTION, answer=None).stage == "asked"
    assert replace(QUESTION, answer=None, asked_on=None).stage == "chosen"


def test_meetings_and_the_last_on_which_anything_was_asked():
    known = [
        QUESTION,
        replace(QUESTION, meeting_on=date(2026, 3, 1), asked_on=None),
        replace(QUESTION, meeting_on=None, asked_on=date(2026, 2, 1)),
    ]
    assert meetings(known) == (date(2026, 3, 1), date(2026, 1, 1))
    assert last_meeting(known, date(2026, 1, 31)) == date(2026, 1, 1)
    assert last_meeting(known, date(2026, 2, 1)) == date(2026, 2, 1)
    assert last_meeting([], date(2026, 2, 1)) is None


@pytest.mark.parametrize(
    ("latest", "frequency", "expected"),
    [
        (YEAR, "annual", ["2024-04-01/P1Y", "2025-04-01/P1Y"]),
        ("2021-01-01/P3Y", "annual", ["2022-01-01/P3Y", "2023-01-01/P3Y"]),
        ("2024-10-01/P3M", "quarterly", ["2025-01-01/P3M", "2025-04-01/P3M"]),
    ],
    ids=["years", "pooled years", "quarters"],
)
def test_for_which_periods_something_can_be_promised(latest, frequency, expected):
    assert [each.code for each in coming_periods(latest, frequency, 2)] == expected


def test_the_promises_of_the_example_are_decided_by_the_embedded_figures(own_home):
    raw = example("scrutiny_question")
    accept(own_home, "scrutiny_question", raw, "example.csv", by="a test", note="trying")
    snapshot = own_home.snapshot()
    found = promises_held(snapshot, snapshot.version.seq)
    assert {each.question.code: each.kept.outcome for each in found} == {
        "EXAMPLE-Q1": "held",
        "EXAMPLE-Q2": "not_held",
    }

"""What is asked of questions of scrutiny: asked before answered, promised in words, and from a figure."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.submissions import accept, check_file, load_embedded
from tests.data.embedded_files import DATA

COLUMNS = dataset("scrutiny_question").columns
FIGURE = {
    "indicator_code": "EMP-RATE",
    "area_code": "E10000025",
    "figure_period": "2023-01-01/P1Y",
    "figure_value": "83.8",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("questions")) as store:
        load_embedded(store, DATA)
        yield store


def as_file(**row):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerow(
        {"question_code": "Q-1", "question": "When?", "source": "the desk", "source_key": "OURS", **row}
    )
    return text.getvalue().encode()


def found(store, **row):
    checked = check_file(store, "scrutiny_question", as_file(**row), "q.csv")
    return {(each.rule, each.column) for each in checked.findings if each.severity == "error"}


CASES = {
    "only a question": ({}, set()),
    "answered unasked": ({"answer": "Soon."}, {("answered_unasked", "asked_on")}),
    "asked and answered": ({"answer": "Soon.", "asked_on": "2026-12-03"}, set()),
    "a level without a promise": ({"promised_value": "85", **FIGURE}, {("level_without_promise", "promise")}),
    "a period without a promise": (
        {"promised_period": "2025-01-01/P1Y", **FIGURE},
        {("level_without_promise", "promise")},
    ),
    "a promise in words": ({"promise": "We shall publish a plan."}, set()),
    "a level from no figure": (
        {"promise": "It will rise.", "promised_value": "85"},
        {("promise_without_figure", "figure_value")},
    ),
    "a level from no place": (
        {"promise": "It will rise.", "promised_value": "85", **FIGURE, "area_code": ""},
        {("promise_without_figure", "figure_value")},
    ),
    "a level and its figure": ({"promise": "It will rise.", "promised_value": "85", **FIGURE}, set()),
    "both": (
        {"answer": "Soon.", "promised_value": "85"},
        {("answered_unasked", "asked_on"), ("level_without_promise", "promise")},
    ),
}


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_a_question_is_found_wrong_or_not(home, row, expected):
    assert found(home, **row) == expected


EARLIER = {**FIGURE, "figure_period": "2022-01-01/P1Y", "figure_value": "80.6", "promise": "It will rise."}
NEWER = {
    "asked about an older figure": ({**EARLIER, "answered_on": "2026-11-22"}, True),
    "asked about the newest": ({**EARLIER, **FIGURE, "answered_on": "2026-11-22"}, False),
    "answered on the last day of the newer one": ({**EARLIER, "answered_on": "2023-12-31"}, True),
    "answered before its period had ended": ({**EARLIER, "answered_on": "2023-12-30"}, False),
    "the day of the answer is not given": (EARLIER, True),
    "nothing promised": ({**EARLIER, "promise": ""}, False),
    "a figure of another length": ({**EARLIER, "figure_period": "2022-01-01/P3M"}, False),
    "another place": ({**EARLIER, "area_code": "OUH-TRUST"}, False),
}


@pytest.mark.parametrize(("row", "is_known"), NEWER.values(), ids=NEWER)
def test_a_promise_from_an_older_figure_than_was_known_is_pointed_out(home, row, is_known):
    checked = check_file(home, "scrutiny_question", as_file(asked_on="2023-01-01", **row), "q.csv")
    assert not checked.is_refused
    assert [
        (each.severity, each.column, each.figures)
        for each in checked.findings
        if each.rule == "newer_figure_known"
    ] == [("warning", "figure_period", {"period": "2023-01-01/P1Y"})] * is_known


def test_a_promise_that_stands_already_is_not_pointed_out_again(home):
    row = {**EARLIER, "question_code": "Q-2"}
    accept(home, "scrutiny_question", as_file(**row), "q.csv", by="an officer", note="a test")
    changed = {
        "the same again": (row, 0),
        "with what members thought": ({**row, "satisfied": "yes"}, 0),
        "with another level": ({**row, "promised_value": "82"}, 1),
        "for another period": ({**row, "promised_period": "2027-01-01/P1Y"}, 1),
    }
    for case, (line, times) in changed.items():
        found = check_file(home, "scrutiny_question", as_file(**line), "q.csv").findings
        assert [each.rule for each in found].count("newer_figure_known") == times, case


def test_what_is_removed_is_not_asked_for_more(home):
    accept(home, "scrutiny_question", as_file(), "q.csv", by="an officer", note="a test")
    text = as_file(answer="Soon.").decode().replace("source_key", "source_key,remove", 1)
    text = text.rstrip("\r\n") + ",remove\r\n"
    checked = check_file(home, "scrutiny_question", text.encode(), "q.csv")
    assert (checked.is_refused, checked.preview.removed) == (False, 1)

"""The Inbox on the embedded figures."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from indicators.assessments.inbox import inbox
from indicators.reports.inbox_rows import inbox_csv, missing_figures_csv
from indicators.submissions import check_file
from indicators.submissions.first_start import ready_store
from indicators.ui.inbox_screen import chosen_tasks
from tests.ui.conftest import markup, words

COUNTY = "E10000025"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def tasks():
    snapshot = ready_store().snapshot()
    return inbox(snapshot, COUNTY, snapshot.version.seq, DAY)


def test_the_inbox_says_how_much_there_is_and_by_which_rules(screen):
    test = screen("inbox")
    text = words(test)
    assert test.title[0].value == "Inbox"
    assert "For Oxfordshire:" in text
    assert "so one further period is assumed" in text
    assert "Lead partner and owner are not recorded" in text
    assert "figures are missing, from" in text
    assert "commentary to be written" in text


def test_each_row_leads_to_where_it_is_done(screen):
    html = markup(screen("inbox"))
    assert 'href="indicator?code=KSI-CAS"' in html
    assert 'href="submit?dataset=observation"' in html
    assert 'href="commentary?code=KSI-CAS&amp;period=2014-01-01%2FP1Y"' in html


def test_filters_stand_in_the_address(screen):
    only = words(screen("inbox", kind="commentary"))
    assert "commentary to be written" in only
    assert "■ stale" not in only
    assert "Nothing of this kind is to be done." in words(screen("inbox", kind="figure", stage="to_write"))
    assert "commentary to be written" in words(screen("inbox", owner="-"))


def test_the_most_pressing_comes_first(tasks):
    places = [("no_figure", "stale", "late", "due", "to_write", "finding").index(task.what) for task in tasks]
    assert places == sorted(places)
    stale = [task.due.days_late for task in tasks if task.what == "stale"]
    assert stale == sorted(stale, reverse=True)


def test_an_overdue_figure_is_not_told_twice(tasks):
    assert not any(task.finding and task.finding.rule == "stale_figure" for task in tasks)
    assert any(task.what == "stale" for task in tasks)


@pytest.mark.parametrize(
    "chosen",
    [
        {"kind": "figure", "stage": "", "partner": "", "owner": ""},
        {"kind": "", "stage": "stale", "partner": "", "owner": ""},
        {"kind": "", "stage": "", "partner": "-", "owner": "-"},
        {"kind": "", "stage": "", "partner": "Thames Valley Police", "owner": ""},
    ],
    ids=["kind", "stage", "nobody", "somebody"],
)
def test_the_filters_let_through_what_they_say(tasks, chosen):
    found = chosen_tasks(tasks, **chosen)
    expected = [
        task
        for task in tasks
        if (not chosen["kind"] or task.kind == chosen["kind"])
        and (not chosen["stage"] or task.what == chosen["stage"])
        and chosen["partner"] != "Thames Valley Police"
    ]
    assert found == expected


def test_the_file_of_missing_figures_only_wants_its_values(tasks):
    some = [task for task in tasks if task.kind == "figure" and task.due.missing][:3]
    rows = list(csv.DictReader(io.StringIO(missing_figures_csv(some).decode("utf-8-sig"))))
    assert len(rows) == sum(len(task.due.missing) for task in some)
    found = check_file(ready_store(), "observation", missing_figures_csv(some), "missing.csv", today=DAY)
    lacking = {(each.rule, each.column) for each in found.findings if each.severity == "error"}
    assert lacking <= {("required", "source")}


def test_the_list_as_a_file_has_a_row_for_each_task(tasks):
    rows = list(csv.DictReader(io.StringIO(inbox_csv(tasks).decode("utf-8-sig"))))
    assert [row["what"] for row in rows] == [task.what for task in tasks]

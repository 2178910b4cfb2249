"""What is to be done about one indicator, case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.analysis.finding import Finding
from indicators.assessments import assess
from indicators.assessments.inbox import tasks
from indicators.model import Commentary
from tests.analysis.model_examples import observation
from tests.wording.test_evidence_words import RATE

YEARLY = replace(RATE, frequency="annual", period_length="P1Y")
LAST = "2009-04-01/P1Y"
FIGURES = [observation("2008-04-01/P1Y", 10.0), observation(LAST, 11.0)]
DAY = date(2011, 5, 1)


def comment(state, period=LAST):
    first, last = date(2009, 4, 1), date(2010, 3, 31)
    return Commentary("X", "A", period, first, last, state, "Why.", None, None, None, "Officer", None)


def done(*, indicator=YEARLY, figures=FIGURES, comments=(), findings=(), as_of=DAY):
    one = assess(indicator, "A", figures, [], [], as_of=as_of)
    return list(tasks(one, comments, findings, as_of=as_of))


CASES = {
    "the lag is assumed": ({}, ["due", "to_write"]),
    "the stated lag is over": (
        {"indicator": replace(YEARLY, publication_lag_days=30)},
        ["late", "to_write"],
    ),
    "the year after is late too": ({"as_of": date(2013, 5, 1)}, ["stale", "to_write"]),
    "the next year still runs": ({"as_of": date(2011, 3, 31)}, ["to_write"]),
    "a draft": ({"comments": [comment("draft")]}, ["due", "to_submit"]),
    "submitted": ({"comments": [comment("submitted")]}, ["due", "to_approve"]),
    "approved": ({"comments": [comment("approved")]}, ["due", "to_publish"]),
    "published": ({"comments": [comment("published")]}, ["due"]),
    "published on the figure before": (
        {"comments": [comment("published", "2008-04-01/P1Y")]},
        ["due", "to_write"],
    ),
    "no figure at all": ({"figures": []}, ["no_figure"]),
    "a finding": ({"findings": [Finding("no_baseline", "T")]}, ["due", "to_write", "finding"]),
    "an overdue figure is told once": (
        {"as_of": date(2013, 5, 1), "findings": [Finding("stale_figure", "X")]},
        ["stale", "to_write"],
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_what_is_to_be_done(given, expected):
    assert [task.what for task in done(**given)] == expected


def test_freshness_and_inbox_use_the_same_lag():
    indicator = replace(YEARLY, publication_lag_days=30)
    (late, _) = done(indicator=indicator)
    assert late.one.freshness.days_overdue == late.due.days_late == 1
    assert not late.due.lag.is_assumed
    assert late.kind == "figure"

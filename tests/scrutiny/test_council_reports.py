"""Reports to full council by council year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny.council_reports import CouncilReport, CouncilYear, council_year, council_years

YEARS = {
    "the annual meeting begins a year": (date(2008, 5, 1), 2008),
    "the last day of a year": (date(2008, 4, 30), 2007),
    "autumn": (date(2008, 9, 9), 2008),
    "new year": (date(2009, 1, 13), 2008),
}


def report(on, theme="health", asked=None):
    return CouncilReport("R", "A report", on, theme, None, asked, None, "minute")


@pytest.mark.parametrize(("day", "begins"), YEARS.values(), ids=YEARS)
def test_the_council_year_of_a_day(day, begins):
    assert council_year(day) == begins


def test_each_year_counts_reports_themes_and_the_questions_that_were_counted():
    found = council_years(
        [
            report(date(2008, 9, 9), "waste", 3),
            report(date(2008, 11, 4), "Health"),
            report(date(2009, 1, 13), "waste", 4),
            report(date(2009, 6, 16)),
        ]
    )
    assert found == (
        CouncilYear(2009, 1, ("health",), 0, None),
        CouncilYear(2008, 3, ("Health", "waste"), 2, 7),
    )


def test_without_reports_there_is_no_year():
    assert council_years([]) == ()


@given(st.lists(st.tuples(st.dates(), st.none() | st.integers(0, 9))))
def test_no_report_and_no_question_is_lost(reports):
    found = council_years(report(on, asked=asked) for on, asked in reports)
    assert sum(year.reports for year in found) == len(reports)
    assert sum(year.questions or 0 for year in found) == sum(asked or 0 for _, asked in reports)
    assert [year.begins for year in found] == sorted({year.begins for year in found}, reverse=True)

"""Under the table of years stands why cells of it are empty: the same on the page, in the report and on the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.assessments.audited import audit
from indicators.model import Reason
from indicators.reports.audit_words import year_notes
from indicators.submissions.first_start import ready_store

NO_PEOPLE = Reason("no_population", {"on": date(2024, 6, 30)})
NO_INDEX = Reason("no_deflator", {"year": 2024})
SEVERAL = Reason("several_areas")
OF_2024 = "there is no estimate of the people for 30 June 2024."
INDEX = "there is no price index for the financial year that begins in 2024, and none is made up."
AREAS = "the partners serve different areas, so there is no one number of people to divide by."
CASES = {
    "nothing is missing": ((None, None), (None, None), []),
    "the people of one year": ((None, None), (None, NO_PEOPLE), [f"Core a head, 2024/25: {OF_2024}"]),
    "index and people of one year": (
        (None, None),
        (NO_INDEX, NO_PEOPLE),
        [f"Core, real, £m, 2024/25: {INDEX}", f"Core a head, 2024/25: {OF_2024}"],
    ),
    "every year for one reason": ((None, SEVERAL), (None, SEVERAL), [f"Core a head: {AREAS}"]),
}


@pytest.fixture(scope="module")
def embedded():
    snapshot = ready_store().snapshot()
    return audit(snapshot, "2024-25", snapshot.version.seq)


@pytest.mark.parametrize(("before", "last", "expected"), CASES.values(), ids=CASES)
def test_every_empty_column_has_its_reason_once(embedded, before, last, expected):
    years = [
        replace(year, no_real=real, no_head=head)
        for year, (real, head) in zip(embedded.years[-2:], (before, last), strict=True)
    ]
    assert year_notes(replace(embedded, years=tuple(years))) == expected


def test_the_embedded_edition_says_why_its_year_has_nothing_a_head(embedded):
    assert year_notes(embedded) == [f"Core a head, 2024/25: {OF_2024}"]

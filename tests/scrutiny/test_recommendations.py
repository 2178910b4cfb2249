"""Where a recommendation stands: as a table, and the tracker's order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny.recommendation import CLOSING, Recommendation
from indicators.scrutiny.recommendations import IN_ORDER, standing, tracker
from tests.analysis.spec_tables import cases

REVIEW = "A review, 2007"


def day(text):
    return None if text == "-" else date.fromisoformat(text)


def word(text):
    return None if text == "-" else text


def made(row):
    return Recommendation(
        "R1",
        REVIEW,
        1,
        "Cabinet",
        due_on=day(row["due_on"]),
        current_due_on=day(row["current_due_on"]),
        evidence="a minute" if row["evidence_on"] != "-" else "none found",
        evidence_strength="direct" if row["evidence_on"] != "-" else "none",
        evidence_on=day(row["evidence_on"]),
        officer_assessment=word(row["officers"]),
        member_assessment=word(row["members"]),
        signed_off_on=day(row["signed_off_on"]),
    )


@pytest.mark.parametrize("row", cases("recommendations"))
def test_standing(row):
    found = standing(made(row), day(row["as_of"]))
    shown = {
        "state": found.state,
        "shown": found.shown,
        "shown_by": found.shown_by,
        "days_overdue": found.days_overdue,
        "days_slipped": found.days_slipped,
        "findings": " ".join(each.rule for each in found.findings) or None,
    }
    assert {name: "-" if value is None else str(value) for name, value in shown.items()} == {
        name: row[name] for name in shown
    }


def test_every_state_stands_in_the_table():
    assert {row.values[0]["state"] for row in cases("recommendations")} == set(IN_ORDER)


TODAY = date(2008, 6, 1)
IN_TURN = [
    Recommendation("L", REVIEW, 9, "Cabinet", due_on=date(2008, 1, 1)),
    Recommendation("K", REVIEW, 8, "Cabinet", due_on=date(2008, 5, 1)),
    Recommendation("R2", REVIEW, 2, "Cabinet"),
    Recommendation("R10", REVIEW, 10, "Cabinet"),
    Recommendation("R9", "Another review, 2010", 1, "Board"),
    Recommendation("E", REVIEW, 7, "Cabinet", due_on=date(2008, 5, 1), evidence="a minute"),
    Recommendation("O", REVIEW, 6, "Cabinet", due_on=date(2008, 7, 1)),
    Recommendation("P", REVIEW, 5, "Cabinet", officer_assessment="paused"),
    Recommendation("C", REVIEW, 1, "Cabinet", member_assessment="superseded", signed_off_on=date(2008, 4, 1)),
]


def test_overdue_stand_first_then_no_date_and_closed_last():
    expected = ["L", "K", "R2", "R10", "R9", "E", "O", "P", "C"]
    for order in list(permutations(IN_TURN))[::9973]:
        assert [each.recommendation.code for each in tracker(order, TODAY)] == expected


def test_a_reason_for_a_moved_date_is_asked_once():
    moved = Recommendation(
        "R1", REVIEW, 1, "Cabinet", due_on=date(2008, 3, 31), current_due_on=date(2008, 9, 30)
    )
    (found,) = standing(moved, TODAY).findings
    assert found.figures == {"first": date(2008, 3, 31), "now": date(2008, 9, 30)}
    assert standing(replace(moved, due_changed_reason="the election"), TODAY).findings == ()


@pytest.mark.parametrize(
    ("response", "due", "asked"),
    [
        (None, "2008-05-31", True),
        ("awaited", "2008-05-31", True),
        ("rejected", "2008-05-31", False),
        (None, "2008-06-01", False),
        (None, "-", False),
    ],
    ids=["none", "awaited", "given", "due today", "no date"],
)
def test_a_response_that_did_not_come_is_found(response, due, asked):
    one = Recommendation("R1", REVIEW, 1, "Cabinet", response=response, response_due_on=day(due))
    assert [each.rule for each in standing(one, TODAY).findings] == ["response_overdue"] * asked


assessments = st.none() | st.sampled_from(
    ["achieved", "on_track", "slipped", "not_achieved", "paused", "superseded", "not_started"]
)
dates = st.none() | st.dates(date(2007, 1, 1), date(2010, 1, 1))


@given(
    st.tuples(assessments, assessments),
    st.tuples(dates, dates, dates),
    st.dates(date(2007, 1, 1), date(2010, 1, 1)),
)
def test_only_members_close_and_what_has_no_date_is_never_overdue(views, days, as_of):
    (officers, members), (due, proof, signed) = views, days
    one = Recommendation(
        "R1",
        REVIEW,
        1,
        "Cabinet",
        due_on=due,
        evidence="x" if proof else None,
        evidence_on=proof,
        officer_assessment=officers,
        member_assessment=members,
        signed_off_on=signed,
    )
    found = standing(one, as_of)
    if found.state == "closed":
        assert members in CLOSING
        assert signed <= as_of
    if due is None:
        assert found.state != "overdue"
        assert found.days_overdue is None
        assert found.shown != "slipped" or members == "slipped"
    assert (found.days_overdue is not None) == (found.state == "overdue")

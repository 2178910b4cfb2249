"""Board seats: when a seat is vacant and for how long, by sector and over the years."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.scrutiny.board_seat import Appointment, Seat
from indicators.scrutiny.board_seats import seat_standing, seats_by_sector, seats_of
from indicators.scrutiny.seats_over_time import MOST_YEARS, seats_over_time
from indicators.scrutiny.sectors import GROUPS, SECTORS, group_of
from tests.analysis.spec_tables import cases
from tests.scrutiny.life_cases import day, listed, text

TODAY = date(2026, 11, 22)


def seat(code="S", sector="private", established="2020-01-01", abolished=None):
    return Seat(
        code, "B", code, sector, "a chamber", date.fromisoformat(established), abolished and day(abolished)
    )


def appointment(written):
    appointed, term, left = written.split("/", 2) if written.count("/") == 2 else (written, "-", "-")
    return Appointment("S", "a post", day(appointed), day(term), day(left))


@pytest.mark.parametrize("case", cases("board_seats"))
def test_where_a_seat_stands(case):
    one = Seat(
        "S",
        "B",
        "seat",
        "private",
        text(case["nominator"]),
        day(case["established"]),
        day(case["abolished"]),
    )
    found = seat_standing(one, map(appointment, listed(case["appointments"])), day(case["as_of"]))
    assert found.state == case["state"]
    assert found.vacant_since == day(case["vacant_since"])
    assert found.days_vacant == (None if case["days_vacant"] == "-" else int(case["days_vacant"]))
    assert [each.rule for each in found.findings] == listed(case["findings"])
    assert (found.holder is not None) == (case["state"] == "filled")


def days_without(one, appointments, as_of):
    """The plain way: walk back from the day until somebody holds the seat or it was not there yet."""
    walked = as_of
    while walked >= one.established_on and not any(each.holds(walked) for each in appointments):
        walked -= timedelta(days=1)
    return (as_of - walked).days


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 90)), max_size=4),
    st.integers(0, 400),
)
def test_a_vacancy_is_as_long_as_one_walks_back(spells, on):
    first = date(2025, 1, 1)
    one = seat(established="2025-01-01")
    known = [
        Appointment(
            "S", "a post", first + timedelta(days=start), None, first + timedelta(days=start + length)
        )
        for start, length in spells
    ]
    as_of = first + timedelta(days=on)
    found = seat_standing(one, known, as_of)
    expected = days_without(one, known, as_of)
    assert found.days_vacant == (expected or None)


ATTENDANCE = {
    "both known": (6, 5, (5, 6), []),
    "none held yet": (0, 0, (0, 0), []),
    "attended not known": (6, None, None, []),
    "held not known": (None, 5, None, []),
    "more attended than held": (6, 7, None, ["attended_more_than_held"]),
}


@pytest.mark.parametrize(("held", "attended", "shown", "rules"), ATTENDANCE.values(), ids=ATTENDANCE)
def test_attendance_is_of_the_present_holder(held, attended, shown, rules):
    past = Appointment("S", "a post", date(2020, 1, 1), None, date(2020, 12, 31), 9, 9)
    present = Appointment("S", "a post", date(2021, 1, 1), None, None, held, attended)
    found = seat_standing(seat(), [past, present], TODAY)
    assert found.attendance == shown
    assert [each.rule for each in found.findings] == rules


def test_the_longest_vacancy_comes_first_and_sectors_are_counted():
    seats = [
        seat("A", "public"),
        seat("B"),
        seat("C", established="2019-01-01"),
        seat("D", abolished="2020-12-31"),
        seat("E", established="2030-01-01"),
    ]
    held = {"A": [Appointment("A", "a post", date(2020, 1, 1))]}
    found = seats_of(seats, held, TODAY)
    assert [each.seat.code for each in found] == ["C", "B", "A", "E", "D"]
    by_sector = {each.sector: each for each in seats_by_sector(found)}
    assert list(by_sector) == ["public", "private"]
    assert (by_sector["private"].filled.part, by_sector["private"].filled.whole) == (0, 2)
    assert by_sector["private"].longest_vacancy == (TODAY - date(2019, 1, 1)).days + 1
    assert by_sector["public"].filled.share == Fraction(1)
    assert by_sector["public"].longest_vacancy is None
    assert (by_sector["public"].attendance, by_sector["private"].attendance) == (None, None)


def test_attendance_of_a_sector_is_that_of_its_present_holders():
    def held(code, meetings, attended):
        return [Appointment(code, "a post", date(2020, 1, 1), None, None, meetings, attended)]

    seats = [seat("A"), seat("B"), seat("C")]
    found = seats_of(seats, {"A": held("A", 6, 5), "B": held("B", 4, 4), "C": held("C", None, None)}, TODAY)
    assert [each.attendance for each in seats_by_sector(found)] == [(9, 10)]


def test_the_years_end_with_the_day_itself():
    seats = [seat("A", "public", "2024-06-01"), seat("B", "faith", "2025-01-01", "2025-12-31")]
    held = {
        "A": [Appointment("A", "a post", date(2024, 7, 1))],
        "B": [Appointment("B", "a post", date(2025, 1, 1))],
    }
    found = seats_over_time(seats, held, date(2026, 3, 1))
    assert [(each.day, each.filled, each.vacant) for each in found] == [
        (date(2024, 12, 31), {"public_bodies": 1, "other_partners": 0}, 0),
        (date(2025, 12, 31), {"public_bodies": 1, "other_partners": 1}, 0),
        (date(2026, 3, 1), {"public_bodies": 1, "other_partners": 0}, 0),
    ]


def test_of_many_years_the_latest_are_told_and_of_no_seat_nothing():
    assert seats_over_time([seat(established="2030-01-01")], {}, TODAY) == ()
    found = seats_over_time([seat(established="1990-01-01")], {}, date(2026, 12, 31))
    assert len(found) == MOST_YEARS
    assert [each.day.year for each in found][-2:] == [2025, 2026]


def test_every_sector_belongs_to_one_group_and_no_other_is_known():
    assert sorted(sector for members in GROUPS.values() for sector in members) == sorted(SECTORS)
    assert [group_of(sector) for sector in ("police", "faith")] == ["public_bodies", "other_partners"]
    with pytest.raises(ValueError, match="'clubs'"):
        group_of("clubs")


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("board_seat", "sector"),
        ("secondment", "home_sector"),
        ("secondment", "host_sector"),
        ("partner_survey_answer", "sector"),
        ("partnership_member", "sector"),
    ],
)
def test_the_declared_sectors_are_those_that_are_judged(name, column):
    assert dataset(name).field(column).choices == SECTORS

"""What is shown of a survey gives no small group away: held by plain linear algebra over every set of sectors."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny.sectors import GROUPS, SECTORS
from indicators.scrutiny.survey_groups import ALL, FEWEST_SHOWN, members, shown_groups

NUMBERS = st.dictionaries(
    st.sampled_from(SECTORS), st.one_of(st.integers(0, 12), st.integers(13, 60)), min_size=1
)


def reduced(rows):
    """The rows in echelon form, exact."""
    kept = []
    for row in rows:
        left = [Fraction(value) for value in row]
        for other in kept:
            lead = next(i for i, value in enumerate(other) if value)
            if left[lead]:
                factor = left[lead] / other[lead]
                left = [a - factor * b for a, b in zip(left, other, strict=True)]
        if any(left):
            kept.append(left)
    return kept


def can_be_worked_out(wanted, groups, sectors):
    rows = [[sector in members(group) for sector in sectors] for group in groups]
    row = [sector in wanted for sector in sectors]
    return len(reduced([*rows, row])) == len(reduced(rows))


@given(NUMBERS)
def test_no_set_of_sectors_with_a_few_people_can_be_worked_out(answered):
    shown = shown_groups(answered)
    sectors = [sector for sector in SECTORS if answered.get(sector)]
    for many in range(1, len(sectors) + 1):
        for chosen in combinations(sectors, many):
            if sum(answered[sector] for sector in chosen) < FEWEST_SHOWN:
                assert not can_be_worked_out(chosen, shown, sectors), (chosen, shown)


@given(NUMBERS)
def test_every_group_shown_is_large_enough(answered):
    for group in shown_groups(answered):
        assert sum(answered.get(sector, 0) for sector in members(group)) >= FEWEST_SHOWN


@given(st.dictionaries(st.sampled_from(SECTORS), st.integers(FEWEST_SHOWN, 60), min_size=1))
def test_nothing_is_hidden_where_every_sector_is_large_enough(answered):
    shown = shown_groups(answered)
    assert set(answered) <= shown
    assert ALL in shown


SHOWN = {
    "a small sector takes the smallest of its group with it": (
        {"public": 20, "health": 12, "police": 5, "private": 10, "faith": 9},
        {ALL, *GROUPS, "public", "private", "faith"},
    ),
    "two small ones that are enough together take nobody with them": (
        {"public": 20, "health": 5, "police": 6, "private": 10},
        {ALL, *GROUPS, "public", "private"},
    ),
    "two small ones that are too few together": (
        {"public": 20, "health": 3, "police": 2, "education": 9, "private": 10},
        {ALL, *GROUPS, "public", "private"},
    ),
    "a small group of sectors hides the other": (
        {"public": 20, "health": 12, "private": 3},
        {ALL, "public"},
    ),
    "only one sector answered": ({"public": 8}, {ALL, "public_bodies", "public"}),
    "too few in all": ({"public": 4, "private": 3}, set()),
    "eight in all of small sectors": ({"public": 4, "private": 4}, {ALL}),
    "nobody": ({"public": 0}, set()),
}


@pytest.mark.parametrize(("answered", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_is_shown(answered, expected):
    assert shown_groups(answered) == expected


def test_fewer_than_nobody_cannot_answer():
    with pytest.raises(ValueError, match="-1"):
        shown_groups({"public": -1})

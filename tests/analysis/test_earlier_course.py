"""The line of the figures before a change, carried forward: where it leads, and where it must not be carried."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.earlier_course import beyond_baseline, line_at
from indicators.model import Reason

NOUGHT_OR_MORE = (0.0, float("inf"))
FALLING = [
    27.5,
    29.6,
    *[None] * 7,
    13.2,
    11.6,
    11.1,
    10.1,
    10.0,
    9.1,
]  # conceptions per 1,000, seven years unknown
STEADY = [20.0, 21.0, 20.0, 21.0, 20.0, 21.0, 20.0, 21.0]


def test_turning_the_curve():
    """TV-RBA-01: 2002 to 2006, lower is better; the line reaches 10.24 in 2010, which 9.6 turns and 10.5 does not."""
    assert float(line_at([12.0, 11.8, 11.5, 11.4, 11.1], 8)) == 10.24


def test_a_hole_keeps_its_place():
    line = [100.0 - 3 * i for i in range(16)]
    for hole in range(1, 8):
        assert beyond_baseline([*line[:2], *[None] * hole, *line[2 + hole :]], 49, steps_ahead=2) == 0


def test_closing_up_a_hole_would_lead_elsewhere():
    squeezed = [value for value in FALLING if value is not None]
    as_they_stand = beyond_baseline(FALLING, 9.2, steps_ahead=3)
    assert as_they_stand == pytest.approx(6.7, abs=1)
    assert beyond_baseline(squeezed, 9.2, steps_ahead=3) > 5 + as_they_stand


@pytest.mark.parametrize(
    ("past", "ahead", "reason"),
    [
        (STEADY[:7], 1, Reason("too_few_before", {"points": 7, "needed": 8})),
        ([*STEADY[:7], None, None], 1, Reason("too_few_before", {"points": 7, "needed": 8})),
        ([], 1, Reason("too_few_before", {"points": 0, "needed": 8})),
        (STEADY, 9, Reason("carried_too_far", {"ahead": 9, "seen": 8})),
        ([*STEADY, None, None, None], 6, Reason("carried_too_far", {"ahead": 9, "seen": 8})),
        ([None, *STEADY], 9, Reason("carried_too_far", {"ahead": 9, "seen": 8})),
        ([9.0, 8, 7, 6, 5, 4, 3, 2], 3, Reason("course_impossible", {"level": -1.0})),
    ],
    ids=["few", "few but for holes", "none", "far", "far over a hole", "a hole is not seen", "below nought"],
)
def test_a_line_is_not_carried_beyond_what_it_can_bear(past, ahead, reason):
    assert beyond_baseline(past, 5, steps_ahead=ahead, possible=NOUGHT_OR_MORE) == reason


@pytest.mark.parametrize(
    ("past", "ahead"),
    [(STEADY, 8), ([*STEADY, None, None, None], 5), ([9.0, 8, 7, 6, 5, 4, 3, 2], 2)],
    ids=["as far as seen", "as far as seen over a hole", "to nought"],
)
def test_as_far_as_it_can_bear_it_is(past, ahead):
    assert isinstance(beyond_baseline(past, 5, steps_ahead=ahead, possible=NOUGHT_OR_MORE), float)


def test_the_line_only_goes_forward():
    with pytest.raises(ValueError, match="got 0"):
        beyond_baseline(STEADY, 11, steps_ahead=0)


@given(
    st.lists(st.none() | st.integers(-100, 100), min_size=8, max_size=16).filter(
        lambda values: sum(value is not None for value in values) >= 8
    ),
    st.integers(-100, 100),
)
def test_the_line_is_the_least_squares_line(past, actual):
    places = [i for i, value in enumerate(past) if value is not None]
    slope, level = np.polyfit(places, [past[i] for i in places], 1)
    expected = actual - (level + slope * len(past))
    assert beyond_baseline(past, actual, steps_ahead=1) == pytest.approx(expected, abs=1e-8)

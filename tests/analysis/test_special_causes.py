"""A slow, obvious second implementation: each point looks at every window that it stands in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis.process_limits import Limits
from indicators.analysis.special_causes import find_special_causes

LIMITS = Limits(mean=0, lower=-9, upper=9, near_lower=-6, near_upper=6)
VALUES = st.lists(st.none() | st.integers(-11, 11), max_size=30)
STEPS = st.lists(st.integers(-1, 1), max_size=30)


def windows(values, i, length):
    """Windows without a missing value that hold point i, earliest first, as (place of i, values)."""
    for first in range(max(0, i - length + 1), min(i, len(values) - length) + 1):
        window = values[first : first + length]
        if None not in window:
            yield i - first, window


def is_near(value):
    return 6 < value <= 9 or -9 <= value < -6


def slow_mark(values, i):
    value = values[i]
    if value is None:
        return None
    if value > 9 or value < -9:
        return "outside", "high" if value > 9 else "low"
    trends = [
        "high" if window == sorted(window) else "low"
        for _, window in windows(values, i, 7)
        if len(set(window)) == 7 and window in (sorted(window), sorted(window, reverse=True))
    ]
    if trends:
        return "trend", trends[-1]
    side = "high" if value > 0 else "low"
    for _, window in windows(values, i, 3):
        one_side = all(v > 0 for v in window) or all(v < 0 for v in window)
        if one_side and is_near(value) and sum(is_near(v) for v in window) >= 2:
            return "two_in_three", side
    for _, window in windows(values, i, 7):
        if all(v > 0 for v in window) or all(v < 0 for v in window):
            return "shift", side
    return None


def slow_marks(values):
    return tuple(slow_mark(values, i) for i in range(len(values)))


@settings(max_examples=400)
@given(values=VALUES)
def test_scattered_values_agree_with_the_slow_rules(values):
    assert find_special_causes(values, LIMITS) == slow_marks(values)


@settings(max_examples=400)
@given(start=st.integers(-11, 11), steps=STEPS)
def test_wandering_values_agree_with_the_slow_rules(start, steps):
    values = [start]
    for step in steps:
        values.append(values[-1] + step)
    assert find_special_causes(values, LIMITS) == slow_marks(values)


@settings(max_examples=400)
@given(values=st.lists(st.none() | st.sampled_from([3, 5, 7, 8, 9, 10, -7]), max_size=30))
def test_values_near_one_limit_agree_with_the_slow_rules(values):
    assert find_special_causes(values, LIMITS) == slow_marks(values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([9, -9], [None, None]),
        ([7, 8, 0], [None, None, None]),
        ([7, 8, 1], ["two_in_three", "two_in_three", None]),
        ([7, 9, 1], ["two_in_three", "two_in_three", None]),
        ([7, 10, 1], [None, "outside", None]),
        ([7, 10, 8], ["two_in_three", "outside", "two_in_three"]),
        ([6, 8, 8], [None, "two_in_three", "two_in_three"]),
        ([7, 7, 7, 7], ["two_in_three"] * 4),
        ([7, None, 7], [None, None, None]),
        ([7, 7], [None, None]),
    ],
    ids=[
        "a point on a limit is not outside",
        "the third is on the mean",
        "two near, one anywhere on that side",
        "a point on the limit is still near",
        "a point beyond the limit is not near",
        "but it may stand between two that are",
        "a point on the near limit is not near",
        "three near points are all marked",
        "a missing value is no third",
        "two points are no window",
    ],
)
def test_two_in_three(values, expected):
    assert [mark and mark[0] for mark in find_special_causes(values, LIMITS)] == expected

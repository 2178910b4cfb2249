from __future__ import annotations

import math
from dataclasses import FrozenInstanceError, fields
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.xmr import XmrChart, xmr_chart
from tests.analysis.spec_tables import cases, numbers

LETTERS = {"O": "outside", "T": "trend", "2": "two_in_three", "S": "shift", ".": None}
LINES = ("mean", "lower", "upper", "near_lower", "near_upper")


@pytest.mark.parametrize("row", cases("xmr_rules"))
def test_rule(row):
    chart = xmr_chart(
        numbers(row["values"]),
        improvement=row["improvement"],
        target=float(row["target"]) if row["target"] else None,
        screen=row["screen"] == "yes",
        rebase_at=[int(index) for index in row["rebase_at"].split()],
    )
    assert chart.special_cause == tuple(LETTERS[letter] for letter in row["special_cause"])
    assert chart.variation == (row["variation"] or None)
    assert chart.assurance == (row["assurance"] or None)
    assert (chart.trial, chart.screened) == (row["trial"] == "yes", row["screened"] == "yes")
    assert (chart.reason.code if chart.reason else "") == row["reason"]


def test_limits_of_the_worked_example():
    chart = xmr_chart([50, 52, 49, 51, 53, 50, 48, 51, 50, 52, 49, 51], improvement="up")
    assert chart.mean == (50.5,) * 12
    assert chart.lower[0] == pytest.approx(44.4545, abs=5e-5)
    assert chart.upper[0] == pytest.approx(56.5455, abs=5e-5)
    reach = 2.66 * 2.2727272727272727
    assert chart.near_lower[0] == pytest.approx(50.5 - 2 * reach / 3, abs=1e-12)
    assert chart.near_upper[0] == pytest.approx(50.5 + 2 * reach / 3, abs=1e-12)
    assert chart.points == 12


def test_ranges_of_3267_averages_or_more_are_dropped_once():
    # Ranges 1 x 13 and 9: average 1.5714, bound 5.13, so the 9 goes and the limits are 2.66 around the mean.
    values = [10, 11] * 7 + [20]
    screened, whole = (xmr_chart(values, improvement="up", screen=screen) for screen in (True, False))
    mean = sum(values) / 15
    assert screened.upper[0] == pytest.approx(mean + 2.66, abs=1e-12)
    assert whole.upper[0] == pytest.approx(mean + 2.66 * 22 / 14, abs=1e-12)


def test_a_range_of_exactly_3267_averages_is_dropped():
    # Ranges 3267, 300, 300 and 133 with an average of 1000.
    chart = xmr_chart([0, 3267, 2967, 3267, 3134], improvement="up")
    assert chart.upper[0] == pytest.approx(chart.mean[0] + 2.66 * 733 / 3)


def test_a_missing_value_breaks_two_ranges_and_keeps_its_lines():
    chart = xmr_chart([1, 3, None, 100, 104], improvement="up", screen=False)
    assert chart.mean == (52,) * 5
    assert chart.upper == (52 + 2.66 * 3,) * 5


@pytest.mark.parametrize("missing", [None, math.nan, np.nan, Decimal("NaN")])
def test_none_and_nan_are_both_missing(missing):
    assert xmr_chart([1, 2, missing, 4], improvement="up") == xmr_chart([1, 2, None, 4], improvement="up")


def test_each_stretch_has_its_own_lines():
    chart = xmr_chart([1, 2, 1, 2, 31, 33, 31, 33, 31], improvement="up", rebase_at=[4])
    assert chart.mean == (1.5,) * 4 + (pytest.approx(31.8),) * 5
    assert chart.upper[3] == pytest.approx(1.5 + 2.66)
    assert chart.upper[4] == pytest.approx(31.8 + 2 * 2.66)
    assert chart.points == 5


def test_a_point_in_two_trends_takes_the_direction_of_the_later():
    wide = [30, -30, 30]  # keeps the limits far from the peak
    chart = xmr_chart([*wide, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], improvement="up")
    assert set(chart.special_cause[3:]) == {"trend"}
    assert chart.direction[3:] == ("high",) * 6 + ("low",) * 7


def test_rounding_does_not_make_a_constant_series_move():
    values = [0.1] * 3
    assert sum(values) / len(values) != 0.1
    chart = xmr_chart(values, improvement="up")
    assert chart.mean == chart.lower == chart.upper == (0.1,) * 3
    assert chart.variation == "common_cause"
    assert chart.reason.figures == {"value": 0.1, "points": 3}


def test_limits_are_not_clipped():
    assert xmr_chart([0, 90, 5, 100], improvement="up").lower[0] < 0


def test_without_a_direction_nothing_is_judged():
    assert xmr_chart([1, 2, 1, 2, 1, 2, 1, 2, 30]).variation == "neutral_high"


def test_infinite_values_are_named_and_nothing_is_drawn():
    chart = xmr_chart([1.0, math.inf, 2.0, -math.inf], improvement="up", rebase_at=[2])
    assert chart.reason.figures == {"positions": (1, 3)}
    assert all(set(getattr(chart, line)) == {None} for line in LINES)


def test_values_too_large_to_add_up_are_not_finite():
    assert xmr_chart([1.7e308, -1.7e308, 1.7e308], improvement="up").reason.code == "not_finite"


def test_an_empty_series():
    chart = xmr_chart([], improvement="up")
    assert (chart.mean, chart.reason.code) == ((), "no_values")


def test_the_result_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        xmr_chart([1, 2], improvement="up").points = 9


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"improvement": "higher"}, "higher"),
        ({"target": math.nan}, "nan"),
        ({"target": math.inf}, "inf"),
        ({"rebase_at": [0]}, r"\[0\]"),
        ({"rebase_at": [1, 3]}, r"3 points.*\[3\]"),
        ({"rebase_at": [-1]}, r"\[-1\]"),
    ],
    ids=str,
)
def test_wrong_use_says_its_figures(options, message):
    with pytest.raises(ValueError, match=message):
        xmr_chart([1, 2, 3], **options)


SERIES = st.lists(st.none() | st.floats(allow_nan=True, allow_infinity=True), max_size=30)


@given(
    values=SERIES,
    improvement=st.sampled_from(["up", "down", "neutral"]),
    target=st.none() | st.floats(-1e9, 1e9),
)
def test_any_series_gives_a_chart_with_one_entry_a_point(values, improvement, target):
    chart = xmr_chart(values, improvement=improvement, target=target)
    for field in fields(XmrChart):
        column = getattr(chart, field.name)
        assert not isinstance(column, tuple) or len(column) == len(values)
    assert (chart.variation is None) == (chart.upper[-1:] in {(), (None,)})
    assert all(
        math.isfinite(number) for line in LINES for number in getattr(chart, line) if number is not None
    )


TENTHS = st.lists(st.none() | st.integers(-50, 50), min_size=1, max_size=40)


@given(values=TENTHS)
def test_turned_upside_down_the_same_points_are_flagged(values):
    upright = xmr_chart(values, improvement="up", target=3)
    turned = xmr_chart([None if value is None else -value for value in values], improvement="down", target=-3)
    assert turned.special_cause == upright.special_cause
    assert turned.assurance == upright.assurance
    swapped = {"high": "low", "low": "high", None: None}
    assert turned.direction == tuple(swapped[direction] for direction in upright.direction)


@given(
    before=st.lists(st.integers(0, 9), min_size=1, max_size=20),
    after=st.lists(st.integers(0, 9), min_size=1, max_size=20),
)
def test_a_rebase_is_two_charts_side_by_side(before, after):
    whole = xmr_chart([*before, *after], improvement="up", target=5, rebase_at=[len(before)])
    first, last = (xmr_chart(part, improvement="up", target=5) for part in (before, after))
    assert whole.special_cause == first.special_cause + last.special_cause
    assert whole.upper == first.upper + last.upper
    assert (whole.variation, whole.assurance, whole.reason) == (last.variation, last.assurance, last.reason)

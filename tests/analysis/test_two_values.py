from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportions_ztest
from statsmodels.stats.rates import test_poisson_2indep as poisson_test

from indicators.analysis.two_values import intervals_differ, proportions_differ, rates_differ


@st.composite
def large_tables(draw):
    """Two shares whose expected counts are all well above 5."""
    denominators = draw(st.tuples(st.integers(200, 10**6), st.integers(200, 10**6)))
    return [
        (draw(st.integers(denominator // 5, denominator - denominator // 5)), denominator)
        for denominator in denominators
    ]


@given(table=large_tables())
def test_large_proportions_agree_with_statsmodels(table):
    (count_a, denominator_a), (count_b, denominator_b) = table
    _, expected = proportions_ztest([count_a, count_b], [denominator_a, denominator_b])
    found = proportions_differ(count_a, denominator_a, count_b, denominator_b)
    assert found.p_value == pytest.approx(expected, rel=1e-9, abs=1e-300)
    assert (found.test, found.reason) == ("z", None)
    assert found.difference == count_a / denominator_a - count_b / denominator_b


@pytest.mark.parametrize(
    ("figures", "test"),
    [
        ((5, 50, 5, 50), "z"),
        ((5, 50, 4, 50), "fisher"),
        ((45, 50, 45, 50), "z"),
        ((46, 50, 45, 50), "fisher"),
        ((5, 10, 5000, 10000), "z"),
        ((4, 9, 5000, 10000), "fisher"),
    ],
    ids=[
        "five expected",
        "four and a half",
        "five failures",
        "fewer failures",
        "small place",
        "too small a place",
    ],
)
def test_fisher_takes_over_when_an_expected_count_is_below_five(figures, test):
    count_a, denominator_a, count_b, denominator_b = figures
    found = proportions_differ(*figures)
    assert found.test == test
    if test == "fisher":
        table = [[count_a, denominator_a - count_a], [count_b, denominator_b - count_b]]
        assert found.p_value == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-9)


def test_nobody_anywhere_is_no_difference():
    assert proportions_differ(0, 1000, 0, 20).p_value == 1
    assert proportions_differ(1000, 1000, 20, 20).p_value == 1
    assert rates_differ(0, 1000, 0, 20).p_value == 1


@given(
    counts=st.tuples(st.integers(0, 500), st.integers(1, 500)),
    people=st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)),
)
def test_rates_agree_with_statsmodels(counts, people):
    expected = poisson_test(counts[0], people[0], counts[1], people[1], method="exact-cond").pvalue
    found = rates_differ(counts[0], people[0], counts[1], people[1], 1000)
    assert found.p_value == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert found.difference == pytest.approx(1000 * (counts[0] / people[0] - counts[1] / people[1]))


@given(
    values=st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)),
    errors=st.tuples(st.floats(0.01, 1e3), st.floats(0.01, 1e3)),
    confidence=st.sampled_from([0.95, 0.998]),
)
def test_published_limits_give_the_normal_test(values, errors, confidence):
    z = stats.norm.ppf((1 + confidence) / 2)
    limits = [(v, v - z * se, v + z * se) for v, se in zip(values, errors, strict=True)]
    expected = 2 * stats.norm.sf(abs(values[0] - values[1]) / math.hypot(*errors))
    found = intervals_differ(*limits[0], *limits[1], confidence=confidence)
    assert found.p_value == pytest.approx(expected, rel=1e-7, abs=1e-300)


def test_intervals_that_overlap_may_still_differ():
    # Standard errors of 1 each: the intervals overlap by almost a unit, the difference is 3 in 1.41.
    assert intervals_differ(10, 8.04, 11.96, 13, 11.04, 14.96).p_value == pytest.approx(0.0339, abs=1e-4)


def test_the_order_of_the_two_only_turns_the_sign():
    for test, figures in ((proportions_differ, (40, 100, 60, 120)), (rates_differ, (40, 100, 60, 120))):
        one, other = test(*figures), test(*figures[2:], *figures[:2])
        assert one.difference == -other.difference
        assert one.p_value == pytest.approx(other.p_value, rel=1e-12)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (proportions_differ(1.5, 10, 3, 10), "not_whole_numbers"),
        (rates_differ(1.5, 10, 3, 10), "not_whole_numbers"),
        (intervals_differ(1, None, 2, 3, 2, 4), "no_limits"),
        (intervals_differ(1, 0, 2, 3, 2, None), "no_limits"),
        (intervals_differ(1, 1, 1, 3, 3, 3), "no_width"),
    ],
    ids=["estimated share", "estimated rate", "no lower limit", "no upper limit", "no width"],
)
def test_what_cannot_be_tested_still_has_a_difference(found, code):
    assert (found.p_value, found.reason.code) == (None, code)
    assert found.difference < 0


def test_estimated_counts_are_fine_where_the_test_is_not_exact():
    _, expected = proportions_ztest([2134.81, 2094], [3152, 3062])
    assert proportions_differ(2134.81, 3152, 2094, 3062).p_value == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("test", "figures", "message"),
    [
        (proportions_differ, (1, 0, 1, 2), "denominator 0"),
        (proportions_differ, (1, 2, 3, 2), "count 3 is more than its denominator 2"),
        (rates_differ, (1, 2, -1, 2), "count -1"),
        (rates_differ, (1, 2, 1, 0), "denominator 0"),
        (intervals_differ, (1, 2, 0, 1, 0, 2), "above its upper"),
        (intervals_differ, (math.nan, 0, 2, 1, 0, 2), "finite"),
        (intervals_differ, (1, 0, math.inf, 1, 0, 2), "finite"),
    ],
)
def test_wrong_use_says_its_figures(test, figures, message):
    with pytest.raises(ValueError, match=message):
        test(*figures)

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from indicators.analysis.difference_interval import difference_interval
from indicators.analysis.intervals import proportion_interval


@given(
    counts=st.tuples(st.integers(0, 50), st.integers(0, 50)),
    more=st.tuples(st.integers(1, 50), st.integers(1, 50)),
)
def test_two_proportions_agree_with_newcombe(counts, more):
    (a, b), (n, m) = counts, (counts[0] + more[0], counts[1] + more[1])
    found = difference_interval(a / n, proportion_interval(a, n), b / m, proportion_interval(b, m))
    expected = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")
    assert found == pytest.approx(expected, abs=1e-9)


def test_symmetrical_limits_give_the_normal_interval():
    low, high = difference_interval(10, (7, 13), 20, (16, 24))
    assert (low, high) == pytest.approx((-10 - math.hypot(3, 4), -10 + math.hypot(3, 4)))


VALUES = st.floats(-1e6, 1e6)
WIDTHS = st.floats(0, 1e6)


@given(st.tuples(VALUES, WIDTHS, WIDTHS), st.tuples(VALUES, WIDTHS, WIDTHS))
def test_the_interval_holds_the_difference_and_turns_round_with_it(one, other):
    (a, below_a, above_a), (b, below_b, above_b) = one, other
    first, second = (a - below_a, a + above_a), (b - below_b, b + above_b)
    low, high = difference_interval(a, first, b, second)
    assert low <= a - b <= high
    assert difference_interval(b, second, a, first) == pytest.approx((-high, -low))


@pytest.mark.parametrize(
    ("value", "limits"), [(5, (6, 7)), (8, (6, 7)), (5, (-math.inf, 6)), (math.nan, (4, 6))]
)
def test_a_value_outside_its_limits_is_refused(value, limits):
    with pytest.raises(ValueError, match="between its limits"):
        difference_interval(value, limits, 1, (0, 2))

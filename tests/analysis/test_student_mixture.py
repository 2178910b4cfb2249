from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from indicators.analysis.student_mixture import StudentMixture


def mixture(weights, centres, scales, df):
    w = np.array(weights, dtype=float)
    return StudentMixture(
        w / w.sum(),
        np.array([centres], dtype=float),
        np.array([scales], dtype=float),
        np.array(df, dtype=float),
    )


def test_one_component_is_the_student_distribution():
    one = mixture([1], [3], [2], [5])
    assert one.mean()[0] == 3
    assert one.cdf(4.5)[0] == pytest.approx(stats.t.cdf(0.75, 5), abs=1e-14)
    for p in (0.001, 0.025, 0.5, 0.9, 0.999):
        assert one.quantiles([p])[0, 0] == pytest.approx(3 + 2 * stats.t.ppf(p, 5), abs=1e-5)


@given(
    st.lists(
        st.tuples(st.floats(0.01, 1), st.floats(-100, 100), st.floats(0.01, 50), st.integers(1, 90)),
        min_size=1,
        max_size=12,
    ),
    st.floats(0.001, 0.999),
)
def test_a_quantile_is_where_the_slow_sum_of_probabilities_reaches_it(components, p):
    weights, centres, scales, df = zip(*components, strict=True)
    found = mixture(weights, centres, scales, df).quantiles([p])[0, 0]
    slow = sum(w * stats.t.cdf((found - c) / s, d) for w, c, s, d in components) / sum(weights)
    assert slow == pytest.approx(p, abs=2e-6)


def test_two_far_hills_with_a_plain_between_them():
    two = mixture([0.6, 0.4], [-1e6, 1e6], [1, 1], [50, 50])
    low, high = two.quantiles([0.3, 0.8])[:, 0]
    assert low == pytest.approx(-1e6, abs=1)
    assert high == pytest.approx(1e6, abs=1)


def test_rows_are_independent_and_can_be_taken_apart():
    both = StudentMixture(
        np.array([0.5, 0.5]), np.array([[0.0, 1.0], [10.0, 12.0]]), np.ones((2, 2)), np.array([9.0, 9.0])
    )
    together = both.quantiles([0.1, 0.9])
    apart = np.column_stack([both.row(i).quantiles([0.1, 0.9])[:, 0] for i in (0, 1)])
    assert together == pytest.approx(apart, abs=1e-6)
    assert both.cdf(np.inf).tolist() == [1.0, 1.0]
    assert both.cdf(-np.inf).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("p", [0, 1, -0.1, 1.5, float("nan")])
def test_a_probability_must_lie_strictly_between_nought_and_one(p):
    with pytest.raises(ValueError, match="strictly between 0 and 1"):
        mixture([1], [0], [1], [5]).quantiles([p])

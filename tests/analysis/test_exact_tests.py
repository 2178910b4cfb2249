from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from indicators.analysis.exact_tests import binomial_p_value, fisher_p_value


@st.composite
def small_tables(draw):
    denominators = draw(st.tuples(st.integers(1, 60), st.integers(1, 60)))
    return [(draw(st.integers(0, denominator)), denominator) for denominator in denominators]


@given(table=small_tables())
def test_fisher_agrees_with_scipy(table):
    (count_a, denominator_a), (count_b, denominator_b) = table
    expected = stats.fisher_exact(
        [[count_a, denominator_a - count_a], [count_b, denominator_b - count_b]]
    ).pvalue
    assert fisher_p_value(count_a, denominator_a, count_b, denominator_b) == pytest.approx(
        expected, rel=1e-9, abs=1e-12
    )


@pytest.mark.parametrize("counts", [(3, 2), (0, 9), (9, 0), (1, 1)])
def test_fisher_keeps_its_digits_in_large_populations(counts):
    table = [[counts[0], 700_000 - counts[0]], [counts[1], 50_000_000 - counts[1]]]
    ours = fisher_p_value(counts[0], 700_000, counts[1], 50_000_000)
    assert ours == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-7)


@st.composite
def events(draw):
    trials = draw(st.integers(1, 3000))
    return draw(st.integers(0, trials)), trials


@given(event=events(), share=st.floats(0.001, 0.999) | st.sampled_from([0.25, 0.5]))
@example(event=(0, 1), share=0.5)
@example(event=(3, 10), share=0.5)
def test_binomial_agrees_with_scipy(event, share):
    expected = stats.binomtest(*event, share).pvalue
    assert binomial_p_value(*event, share) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("count", "trials", "share"), [(49_500, 100_000, 0.5), (70_500, 5_000_000, 0.014), (10, 5_000_000, 1e-6)]
)
def test_binomial_agrees_with_scipy_for_many_events(count, trials, share):
    assert binomial_p_value(count, trials, share) == pytest.approx(
        stats.binomtest(count, trials, share).pvalue, rel=1e-7
    )


def test_no_events_are_no_evidence():
    assert binomial_p_value(0, 0, 0.3) == 1

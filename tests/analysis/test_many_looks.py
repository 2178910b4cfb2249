from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from indicators.analysis.many_looks import benjamini_hochberg, benjamini_yekutieli, established_steps

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("probabilities", "indices", "expected_false"),
    [
        ([0.99, 0.95, 0.5, 0.9], (0, 1, 3), 0.16),
        ([0.5, 0.99], (1,), 0.01),
        ([0.6, 0.89], (), 0),
        ([0.8, 1.0], (1, 0), 0.2),
        ([0.98, 0.82], (0, 1), 0.2),
        ([0.9] * 7, (0, 1, 2, 3, 4, 5, 6), 0.7),
        ([None, 0.95, None], (1,), 0.05),
        ([], (), 0),
    ],
    ids=[
        "the strong ones carry no weak one",
        "one alone",
        "none is strong enough",
        "a mean of exactly a tenth",
        "a mean of exactly a tenth that rounding lifts above it",
        "each exactly at the rate",
        "what was not judged is not established",
        "nothing",
    ],
)
def test_established_steps(probabilities, indices, expected_false):
    steps = established_steps(probabilities)
    assert steps.indices == indices
    assert steps.expected_false == pytest.approx(expected_false, abs=1e-12)


@given(probabilities=st.lists(st.none() | SHARES, max_size=30), rate=st.floats(0.01, 0.5))
def test_no_longer_list_would_do(probabilities, rate):
    steps = established_steps(probabilities, rate)
    ordered = sorted((p for p in probabilities if p is not None), reverse=True)
    doubts = [1 - p for p in ordered]
    fitting = [k for k in range(1, len(doubts) + 1) if sum(doubts[:k]) / k <= rate + 1e-12]
    assert len(steps.indices) == max(fitting, default=0)
    assert [probabilities[i] for i in steps.indices] == ordered[: len(steps.indices)]


@pytest.mark.parametrize(
    ("ours", "method"), [(benjamini_hochberg, "fdr_bh"), (benjamini_yekutieli, "fdr_by")]
)
def test_agrees_with_statsmodels(ours, method):
    @given(
        p_values=st.lists(st.integers(0, 1000).map(lambda n: n / 1003), min_size=1, max_size=40),
        rate=st.sampled_from([0.0517, 0.1013]),
    )
    def agrees(p_values, rate):
        assert ours(p_values, rate) == tuple(multipletests(p_values, rate, method=method)[0])

    agrees()


def test_a_family_counts_only_what_was_tested():
    assert benjamini_hochberg([0.04, None, 0.09, None]) == (True, False, True, False)
    assert benjamini_hochberg([None, None]) == (False, False)
    assert benjamini_yekutieli([]) == ()


def test_the_stricter_one_keeps_fewer():
    p_values = [0.01, 0.03, 0.06, 0.2]
    assert benjamini_hochberg(p_values) == (True, True, True, False)
    assert benjamini_yekutieli(p_values) == (True, False, False, False)


@pytest.mark.parametrize("function", [established_steps, benjamini_hochberg, benjamini_yekutieli])
@pytest.mark.parametrize("shares", [[1.1], [-0.1], [float("nan")]])
def test_what_is_no_probability_is_refused(function, shares):
    with pytest.raises(ValueError, match="not between 0 and 1"):
        function(shares)


def test_a_rate_in_per_cent_is_refused():
    with pytest.raises(ValueError, match="10"):
        benjamini_hochberg([0.5], 10)

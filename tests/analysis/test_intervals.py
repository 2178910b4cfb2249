from __future__ import annotations

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from indicators.analysis.intervals import (
    StandardisedRate,
    mean_interval,
    proportion_interval,
    rate_interval,
    standardised_rate,
)

CONFIDENCE = st.sampled_from([0.8, 0.95, 0.998])


@st.composite
def shares(draw):
    denominator = draw(st.integers(1, 10**6))
    return draw(st.integers(0, denominator)), denominator


@given(share=shares(), confidence=CONFIDENCE)
def test_proportions_agree_with_statsmodels(share, confidence):
    expected = proportion_confint(*share, alpha=1 - confidence, method="wilson")
    assert proportion_interval(*share, confidence) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@given(share=shares(), confidence=CONFIDENCE)
def test_a_proportion_lies_inside_its_limits(share, confidence):
    lower, upper = proportion_interval(*share, confidence)
    assert 0 <= lower <= share[0] / share[1] <= upper <= 1


def test_no_and_all_successes_touch_the_end_exactly():
    assert proportion_interval(0, 17)[0] == 0
    assert proportion_interval(17, 17)[1] == 1


@given(count=st.integers(0, 9), confidence=CONFIDENCE)
def test_rates_below_ten_events_agree_with_scipy(count, confidence):
    tail = (1 - confidence) / 2
    lower = stats.chi2.ppf(tail, 2 * count) / 2 if count else 0
    upper = stats.chi2.ppf(1 - tail, 2 * count + 2) / 2
    expected = (lower * 1000 / 250, upper * 1000 / 250)
    assert rate_interval(count, 250, 1000, confidence) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [
        (10, 4.79, 18.39),
        (20, 12.21, 30.89),
        (50, 37.11, 65.92),
        (100, 81.36, 121.63),
        (1000, 938.97, 1063.95),
    ],
)
def test_rates_from_ten_events_by_published_arithmetic(count, lower, upper):
    """Byar's limits worked by hand from Breslow and Day 1987, formula 2.13."""
    assert rate_interval(count, 1) == (pytest.approx(lower, abs=6e-3), pytest.approx(upper, abs=6e-3))


@given(count=st.integers(10, 10**6), confidence=CONFIDENCE)
def test_byar_stays_near_the_exact_limits(count, confidence):
    tail = (1 - confidence) / 2
    lower, upper = rate_interval(count, 1, confidence=confidence)
    assert lower == pytest.approx(stats.chi2.ppf(tail, 2 * count) / 2, rel=0.016)
    assert upper == pytest.approx(stats.chi2.ppf(1 - tail, 2 * count + 2) / 2, rel=0.003)


ONE_GROUP = st.tuples(st.integers(10, 5000), st.integers(100, 10**6))


@given(group=ONE_GROUP, weight=st.floats(0.01, 1000), confidence=CONFIDENCE)
def test_one_age_group_is_a_crude_rate(group, weight, confidence):
    count, denominator = group
    rate, lower, upper = standardised_rate([count], [denominator], [weight], 1000, confidence)
    assert rate == pytest.approx(1000 * count / denominator, rel=1e-9)
    assert (lower, upper) == pytest.approx(rate_interval(count, denominator, 1000, confidence), rel=1e-9)


@given(groups=st.lists(st.tuples(st.integers(5, 300), st.integers(100, 10**5)), min_size=2, max_size=19))
def test_standardised_to_itself_a_rate_is_crude(groups):
    counts, people = zip(*groups, strict=True)
    rate, lower, upper = standardised_rate(counts, people, people)
    assert rate == pytest.approx(100_000 * sum(counts) / sum(people), rel=1e-9)
    assert (lower, upper) == pytest.approx(rate_interval(sum(counts), sum(people), 100_000), rel=1e-9)


def test_a_standardised_rate_by_hand():
    # Rates 10 and 50 per 1,000, weights 3 : 1, so 20 per 1,000. Variance (9 x 20 / 2000^2 + 100 / 2000^2) / 16 = 4.375e-6.
    rate, lower, upper = standardised_rate([20, 100], [2000, 2000], [3, 1], 1000)
    byar = rate_interval(120, 1)
    reach = [1000 * math.sqrt(4.375e-6 / 120) * (limit - 120) for limit in byar]
    assert rate == pytest.approx(20)
    assert (lower, upper) == pytest.approx((20 + reach[0], 20 + reach[1]))


def test_a_standardised_rate_is_hidden_below_ten_events():
    hidden = standardised_rate([4, 5], [1000, 1000], [1, 1])
    rate, lower, upper = hidden
    assert (rate, lower, upper) == (None, None, None)
    assert (hidden.reason.code, hidden.reason.figures) == ("too_few_events", {"needed": 10})
    shown = standardised_rate([4, 6], [1000, 1000], [1, 1])
    assert shown.rate == pytest.approx(500)
    assert shown.reason is None


@given(values=st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30), confidence=CONFIDENCE)
def test_means_agree_with_scipy(values, confidence):
    mean, error = statistics.fmean(values), statistics.stdev(values) / math.sqrt(len(values))
    expected = (mean, mean) if error == 0 else stats.t.interval(confidence, len(values) - 1, mean, error)
    assert mean_interval(values, confidence) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("values", [[], [5.0], [None, 5.0, math.nan]])
def test_a_mean_of_fewer_than_two_values_has_no_interval(values):
    assert mean_interval(values) == (None, None)


def test_missing_values_are_left_out_of_a_mean():
    assert mean_interval([1, None, 3, math.nan, 5]) == mean_interval([1, 3, 5])


@pytest.mark.parametrize(
    ("count", "denominator", "message"),
    [
        (1, 0, "denominator 0"),
        (1, -5, "denominator -5"),
        (1, math.nan, "denominator nan"),
        (1, math.inf, "denominator inf"),
        (-1, 5, "count -1"),
        (math.nan, 5, "count nan"),
    ],
)
@pytest.mark.parametrize("interval", [proportion_interval, rate_interval])
def test_impossible_counts_are_refused(interval, count, denominator, message):
    with pytest.raises(ValueError, match=message):
        interval(count, denominator)


def test_more_successes_than_trials_are_refused_for_a_proportion_only():
    with pytest.raises(ValueError, match="count 6 is more than its denominator 5"):
        proportion_interval(6, 5)
    assert rate_interval(6, 5)[1] > 1


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5, math.nan])
@pytest.mark.parametrize(
    "interval",
    [
        lambda confidence: proportion_interval(1, 2, confidence),
        lambda confidence: rate_interval(1, 2, confidence=confidence),
        lambda confidence: rate_interval(100, 2, confidence=confidence),
        lambda confidence: standardised_rate([1], [2], [3], confidence=confidence),
        lambda confidence: mean_interval([1.0], confidence),
    ],
    ids=["proportion", "small rate", "rate", "standardised", "mean"],
)
def test_confidence_is_a_share(interval, confidence):
    with pytest.raises(ValueError, match=f"not {confidence}"):
        interval(confidence)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        (([1, 2], [10], [1]), "2 counts, 1 denominators and 1 weights"),
        (([1, 2], [10, 0], [1, 1]), "denominator 0"),
        (([1, -2], [10, 10], [1, 1]), "count -2"),
        (([1, 2], [10, 10], [1, -1]), r"\[1, -1\]"),
        (([1, 2], [10, 10], [0, 0]), r"\[0, 0\]"),
        (([], [], []), r"\[\]"),
    ],
    ids=[
        "lengths",
        "zero denominator",
        "negative count",
        "negative weight",
        "weights of nothing",
        "no groups",
    ],
)
def test_wrong_age_groups_are_refused(given_, message):
    with pytest.raises(ValueError, match=message):
        standardised_rate(*given_)


def test_infinite_values_have_no_mean():
    with pytest.raises(ValueError, match="inf"):
        mean_interval([1.0, math.inf])


def test_a_standardised_rate_is_a_plain_tuple_of_three():
    assert StandardisedRate(1.0, 0.5, 2.0) == (1.0, 0.5, 2.0)

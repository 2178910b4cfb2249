"""Whatever figures come, each analysis gives an answer or a reason; a warning would fail these tests."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis.coming_figures import forecast
from indicators.analysis.known_date import change_since
from indicators.analysis.step_change import find_step_change

figure = st.one_of(
    st.none(),
    st.just(math.nan),
    st.floats(-1e150, 1e150),
    st.floats(0, 100),
    st.integers(-3, 3),
    st.sampled_from([0.0, 1.0, 99.9, 100.0, 1e-300]),
)
series = st.one_of(
    st.lists(figure, max_size=40),
    st.lists(st.sampled_from([0, 0, 0, 1]), min_size=8, max_size=40),
    st.lists(st.sampled_from([None, None, 4.0, 5.5, 7.0]), min_size=20, max_size=48),
)
scale = st.sampled_from(["raw", "log", "root", "logit"])
periods = st.sampled_from([1, 2, 4, 12])


def numbers(*candidates):
    """A bound in per cent may lie beyond what a float can hold; it is never "not a number"."""
    return not any(math.isnan(candidate) for candidate in candidates)


@settings(max_examples=150, deadline=None)
@given(series, scale, periods)
def test_step_change(values, on_scale, periods_per_year):
    result = find_step_change(values, periods_per_year=periods_per_year, polarity="higher", scale=on_scale)
    if result.reason is None:
        assert numbers(result.p_change, result.size, *result.size_interval)
        assert values[result.index] is not None
        assert result.size_interval[0] <= result.size <= result.size_interval[1]


@settings(max_examples=150, deadline=None)
@given(series, st.integers(0, 40), scale, periods, st.integers(0, 3))
def test_change_since(values, index, on_scale, periods_per_year, transition):
    result = change_since(
        values,
        index,
        periods_per_year=periods_per_year,
        polarity="lower",
        scale=on_scale,
        transition=transition,
    )
    if result.reason is None:
        assert numbers(result.effect, result.p_better, *result.interval)
        assert result.interval[0] <= result.effect <= result.interval[1]


@settings(max_examples=150, deadline=None)
@given(series, st.integers(1, 9), scale, periods)
def test_forecast(values, horizon, on_scale, periods_per_year):
    made = forecast(values, horizon, periods_per_year=periods_per_year, scale=on_scale)
    if made.reason is None:
        low, high = made.fan([0.1, 0.9])[:, -1]
        assert not math.isnan(low)
        assert low <= high
        assert 0 <= made.probability_at_least(1.0, horizon) <= 1

from __future__ import annotations

import math
import pickle
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from indicators.analysis.coming_figures import forecast, widening
from indicators.analysis.damped_trend import ahead
from indicators.analysis.transforms import from_scale
from tests.analysis.classics import DRIVERS, NILE

RNG = np.random.default_rng(12)
WALK = [float(x) for x in 60 + RNG.normal(size=30).cumsum()]
SEASONAL = [float(x) for x in np.tile([9.0, -2.0, -8.0, 1.0], 6) + 40 + RNG.normal(size=24)]

REFUSALS = {
    "no points": ([], {}, "no_values"),
    "one point": ([4.0], {}, "too_few_points"),
    "three points": ([4.0, 5.0, 3.0], {}, "too_few_points"),
    "seven points": (WALK[:7], {}, "too_few_points"),
    "eight slots, one of them a hole": ([*WALK[:7], None], {}, "too_few_points"),
    "constant": ([5.0] * 12, {}, "has_not_moved"),
    "constant nought": ([0.0] * 12, {}, "has_not_moved"),
    "an exact straight line": ([3.0 + 0.1 * t for t in range(12)], {}, "no_variation"),
    "a season that repeats exactly": ([1.0, 4.0, 2.0, 0.0] * 5, {}, "no_variation"),
    "all missing": ([None] * 12, {}, "no_values"),
    "all NaN": ([math.nan] * 12, {}, "no_values"),
    "infinite": ([*WALK, math.inf], {}, "not_finite"),
    "break in the middle": (WALK, {"break_at": (15,)}, "break_in_series"),
    "overlapping": (WALK, {"overlapping": True}, "overlapping_periods"),
    "nought on the log scale": ([0.0, *WALK], {"scale": "log"}, "outside_scale"),
    "below nought on the root scale": ([-1.0, *WALK], {"scale": "root"}, "outside_scale"),
    "100 on the logit scale": ([100.0, *WALK], {"scale": "logit"}, "outside_scale"),
}


@pytest.mark.parametrize(("values", "choices", "code"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusals_give_a_reason_and_no_number(values, choices, code):
    refused = forecast(values, 4, **{"periods_per_year": 4} | choices)
    assert refused.reason.code == code
    assert refused.mean(1) is None
    assert refused.quantile(0.5, 4) is None
    assert refused.probability_at_least(50, 1) is None
    assert refused.probability_at_most(50, 1) is None
    assert refused.fan([0.1, 0.9]) is None
    assert not refused.low_confidence


def test_a_refusal_carries_its_figures():
    assert forecast(WALK[:7], 4, periods_per_year=4).reason.figures == {"points": 7, "needed": 8}
    assert forecast([5.0] * 9, 4, periods_per_year=4).reason.figures == {"points": 9, "value": 5.0}


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"horizon": 0}, "horizon"),
        ({"periods_per_year": 0}, "periods_per_year"),
        ({"scale": "sqrt"}, "'sqrt'"),
        ({"break_at": (77,)}, "77"),
    ],
)
def test_wrong_use(choices, message):
    with pytest.raises(ValueError, match=message):
        forecast(WALK, **{"horizon": 4, "periods_per_year": 4} | choices)


@pytest.mark.parametrize("h", [0, 5, -1])
def test_a_step_outside_the_forecast_is_wrong_use_even_when_refused(h):
    for values in (WALK, []):
        with pytest.raises(ValueError, match="from 1 to 4"):
            forecast(values, 4, periods_per_year=1).mean(h)


@pytest.mark.parametrize(("points", "low"), [(8, True), (11, True), (12, False)])
def test_eight_to_eleven_figures_give_low_confidence(points, low):
    made = forecast(WALK[:points], 1, periods_per_year=1)
    assert (made.reason, made.low_confidence, made.at(1).low_confidence) == (None, low, low)


@pytest.mark.parametrize("scale", ["raw", "log", "root", "logit"])
def test_quantiles_and_probabilities_are_each_other_s_inverse(scale):
    made = forecast(WALK, 6, periods_per_year=1, scale=scale)
    for h in (1, 6):
        for p in (0.025, 0.1, 0.5, 0.9, 0.975):
            x = made.quantile(p, h)
            assert made.probability_at_most(x, h) == pytest.approx(p, abs=2e-6)
            assert made.probability_at_least(x, h) == pytest.approx(1 - p, abs=2e-6)


@pytest.mark.parametrize("scale", ["raw", "log"])
def test_a_fan_is_made_of_quantiles(scale):
    made = forecast(WALK, 6, periods_per_year=1, scale=scale)
    fan = made.fan([0.1, 0.5, 0.9])
    assert fan.shape == (3, 6)
    for row, p in zip(fan, (0.1, 0.5, 0.9), strict=True):
        assert row == pytest.approx([made.quantile(p, h) for h in range(1, 7)], rel=1e-5)
    assert np.all(np.diff(fan, axis=0) > 0)
    width = fan[2] - fan[0]
    assert np.all(np.diff(width) > 0)


def test_the_middle_is_the_mean_on_the_raw_scale_and_the_median_elsewhere():
    raw, log = (forecast(WALK, 3, periods_per_year=1, scale=scale) for scale in ("raw", "log"))
    assert raw.mean(2) == pytest.approx(float(raw.fit.weights @ raw.steps.centres[1]))
    assert log.mean(2) == log.quantile(0.5, 2)


@pytest.mark.parametrize(("h", "factor"), [(1, 1.1), (4, 1.1), (5, 1.2), (40, 1.2)])
def test_scales_are_widened(h, factor):
    assert widening(h) == factor
    made = forecast(WALK, 40, periods_per_year=1)
    _, scales = ahead(made.fit, np.eye(40))
    assert made.steps.scales[h - 1] == pytest.approx(factor * scales[h - 1])


class TestSeason:
    def test_it_is_found_and_carried_on(self):
        made = forecast(SEASONAL, 4, periods_per_year=4)
        assert made.seasonal
        assert [made.mean(h) - 40 for h in (1, 2, 3, 4)] == pytest.approx([9, -2, -8, 1], abs=1.5)

    def test_without_one_no_columns_are_spent(self):
        assert not forecast(WALK, 4, periods_per_year=4).seasonal

    def test_under_three_years_it_is_not_looked_for(self):
        assert not forecast(SEASONAL[:11], 4, periods_per_year=4).seasonal
        assert forecast(SEASONAL[:20], 4, periods_per_year=4).seasonal

    def test_annual_figures_have_none(self):
        assert not forecast(SEASONAL, 4, periods_per_year=1).seasonal

    def test_it_stays_in_its_quarter_across_holes_and_a_late_start(self):
        late = [None, *SEASONAL[1:9], None, None, *SEASONAL[11:]]
        made = forecast(late, 4, periods_per_year=4)
        assert [made.mean(h) - 40 for h in (1, 2, 3, 4)] == pytest.approx([9, -2, -8, 1], abs=1.5)


class TestHoles:
    def test_none_and_nan_say_the_same(self):
        holes = [None if t in (4, 11, 12) else x for t, x in enumerate(WALK)]
        nan = np.array([math.nan if x is None else x for x in holes])
        one, other = (forecast(values, 4, periods_per_year=1) for values in (holes, nan))
        assert one.points == 27
        assert one.quantile(0.2, 3) == other.quantile(0.2, 3)

    def test_slots_before_the_first_figure_know_nothing(self):
        plain, late = (forecast(values, 4, periods_per_year=1) for values in (WALK, [None, None, *WALK]))
        assert late.quantile(0.3, 4) == plain.quantile(0.3, 4)

    def test_a_hole_at_the_end_is_a_period_ahead_already(self):
        plain, waiting = (forecast(values, 4, periods_per_year=1) for values in (WALK, [*WALK, None]))
        assert waiting.mean(1) == pytest.approx(plain.mean(2), rel=1e-9)
        _, of_plain = ahead(plain.fit, np.eye(4))
        _, of_waiting = ahead(waiting.fit, np.eye(4))
        assert of_waiting[0] == pytest.approx(of_plain[1], rel=1e-9)


class TestScales:
    def test_a_log_forecast_is_the_exponential_of_a_forecast_of_logs(self):
        log = forecast(WALK, 4, periods_per_year=1, scale="log")
        of_logs = forecast(np.log(WALK), 4, periods_per_year=1)
        assert log.quantile(0.9, 3) == pytest.approx(math.exp(of_logs.quantile(0.9, 3)))
        assert log.probability_at_least(62.0, 3) == pytest.approx(
            of_logs.probability_at_least(math.log(62), 3)
        )

    @pytest.mark.parametrize(
        ("scale", "x", "at_most"),
        [
            ("log", 0.0, 0.0),
            ("log", -5.0, 0.0),
            ("root", -0.5, 0.0),
            ("logit", 0.0, 0.0),
            ("logit", 100.0, 1.0),
            ("logit", 140.0, 1.0),
        ],
    )
    def test_beyond_the_limits_of_a_scale_nothing_is_left_to_chance(self, scale, x, at_most):
        made = forecast(WALK, 2, periods_per_year=1, scale=scale)
        assert (made.probability_at_most(x, 2), made.probability_at_least(x, 2)) == (at_most, 1 - at_most)

    def test_a_count_of_nought_or_more_is_certain(self):
        made = forecast([3, 0, 1, 2, 0, 0, 1, 4, 0, 1], 2, periods_per_year=1, scale="root")
        assert made.probability_at_least(0, 1) == 1.0
        assert 0 < made.probability_at_most(0, 1) < 1
        assert made.quantile(0.001, 1) == 0.0

    @pytest.mark.parametrize("scale", ["logit", "root"])
    def test_quantiles_keep_within_the_limits(self, scale):
        near_top = [97.0, 98.5, 96.0, 99.0, 98.0, 97.5, 99.5, 98.8, 97.7, 99.1]
        fan = forecast(near_top, 8, periods_per_year=1, scale=scale).fan([0.001, 0.999])
        assert np.all(fan > 0)
        assert np.all(fan < 100) == (scale == "logit")


def test_nile_forecast_is_near_its_later_level_and_not_its_mean():
    made = forecast(NILE.values, 4, periods_per_year=1)
    later = np.mean(NILE.values[28:])
    assert made.mean(1) == pytest.approx(later, abs=75)
    assert abs(made.mean(1) - later) < abs(made.mean(1) - np.mean(NILE.values[:28]))


def test_drivers_forecast_knows_the_quarters():
    made = forecast(DRIVERS.values, 4, periods_per_year=4, scale="log")
    assert made.seasonal
    assert made.mean(4) > 1.1 * made.mean(1)


series = st.lists(st.floats(-100, 100), min_size=8, max_size=30).filter(lambda xs: np.std(np.diff(xs)) > 1e-2)


@settings(max_examples=60, deadline=None)
@given(series, st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_the_unit_of_measurement_does_not_matter(values, factor, shift):
    one = forecast(values, 5, periods_per_year=1)
    other = forecast([shift + factor * x for x in values], 5, periods_per_year=1)
    if one.reason is not None or other.reason is not None:
        return
    assert other.mean(5) == pytest.approx(shift + factor * one.mean(5), rel=1e-4, abs=1e-4 * factor)
    assert other.probability_at_least(shift + factor * 3.0, 5) == pytest.approx(
        one.probability_at_least(3.0, 5), abs=1e-4
    )


@pytest.mark.parametrize("factor", [1e-180, 1e-20, 1e20, 1e180])
@pytest.mark.parametrize("values", [WALK, SEASONAL], ids=["no season", "season"])
def test_very_large_and_very_small_figures_are_figures(values, factor):
    plain = forecast(values, 4, periods_per_year=4)
    made = forecast([factor * x for x in values], 4, periods_per_year=4)
    assert made.seasonal == plain.seasonal
    assert made.quantile(0.9, 4) == pytest.approx(factor * plain.quantile(0.9, 4))
    assert made.probability_at_least(factor * 55, 4) == pytest.approx(plain.probability_at_least(55, 4))


@settings(max_examples=40, deadline=None)
@given(series)
def test_turned_upside_down_the_chances_change_places(values):
    up, down = (forecast([sign * x for x in values], 3, periods_per_year=1) for sign in (1, -1))
    if up.reason is None:
        assert down.probability_at_most(-7.0, 3) == pytest.approx(up.probability_at_least(7.0, 3), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(series, st.floats(-200, 200), st.floats(-200, 200))
def test_probabilities_are_ordered_and_lie_between_nought_and_one(values, a, b):
    made = forecast(values, 2, periods_per_year=1)
    if made.reason is None:
        low, high = sorted([a, b])
        assert 0 <= made.probability_at_most(low, 2) <= made.probability_at_most(high, 2) <= 1


def test_a_forecast_is_frozen_and_can_be_kept():
    made = forecast(WALK, 3, periods_per_year=1)
    with pytest.raises(FrozenInstanceError):
        made.horizon = 4
    kept = pickle.loads(pickle.dumps(made))  # noqa: S301
    assert kept.quantile(0.7, 3) == made.quantile(0.7, 3)
    assert len(pickle.dumps(made)) < 50_000


def test_wrong_probabilities_are_refused():
    made = forecast(WALK, 3, periods_per_year=1)
    for wrong in (0, 1, -0.2):
        with pytest.raises(ValueError, match="strictly between"):
            made.quantile(wrong, 1)
        with pytest.raises(ValueError, match="strictly between"):
            made.fan([0.5, wrong])


def test_the_slow_mixture_gives_the_same_probability():
    made = forecast(WALK, 4, periods_per_year=1, scale="log")
    centres, scales = ahead(made.fit, np.eye(4))
    x = 63.0
    assert float(from_scale(np.log(x), "log")) == pytest.approx(x)
    slow = sum(
        w * stats.t.cdf((math.log(x) - c) / (1.1 * s), d)
        for w, c, s, d in zip(made.fit.weights, centres[3], scales[3], made.fit.df, strict=True)
    )
    assert made.probability_at_most(x, 4) == pytest.approx(slow, abs=1e-12)

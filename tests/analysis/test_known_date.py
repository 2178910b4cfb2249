from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import pytest
from scipy import stats
from statsmodels.regression.linear_model import GLS

from indicators.analysis.known_date import KnownChange, change_since
from indicators.analysis.segmented_regression import AUTOCORRELATIONS, estimated_step, segmented_columns
from tests.analysis.classics import BELTS, DRIVERS, PASSENGERS

RNG = np.random.default_rng(21)
NOISE = RNG.normal(size=40)


class TestSeatBelts:
    """Harvey and Durbin (1986) put the fall at 23 per cent for drivers and 30 for front passengers."""

    @pytest.mark.parametrize(
        ("classic", "effect", "interval"),
        [
            pytest.param(DRIVERS, -21, (-28, -13), id="drivers"),
            pytest.param(PASSENGERS, -29, (-37, -20), id="front passengers"),
        ],
    )
    def test_the_level_model(self, classic, effect, interval):
        result = change_since(
            classic.values, BELTS, periods_per_year=4, polarity="lower", scale="log", model="level"
        )
        assert result.effect == pytest.approx(effect, abs=0.5)
        assert result.interval == pytest.approx(interval, abs=0.5)
        assert result.p_better > 0.999
        assert result.judgement == "better"

    @pytest.mark.parametrize(
        ("classic", "published"),
        [pytest.param(DRIVERS, -23, id="drivers"), pytest.param(PASSENGERS, -30, id="front passengers")],
    )
    def test_the_model_with_trend_holds_the_published_fall(self, classic, published):
        result = change_since(classic.values, BELTS, periods_per_year=4, polarity="lower", scale="log")
        assert (result.model, result.before, result.after) == ("level_and_trend", 56, 8)
        assert result.effect == pytest.approx(published, abs=3)
        assert result.interval[0] < published < result.interval[1] < -10


def slow_average(y, columns, t):
    """Each autocorrelation by statsmodels' GLS with a dense covariance, weighted by restricted likelihood."""
    n, p = columns.shape
    fits = []
    for phi in AUTOCORRELATIONS:
        covariance = phi ** np.abs(np.subtract.outer(t, t)) / (1 - phi**2)
        fit = GLS(y, columns, sigma=covariance).fit()
        inverse = np.linalg.inv(covariance)
        rest = y - columns @ fit.params
        log_reml = (
            -0.5 * np.linalg.slogdet(covariance)[1]
            - 0.5 * np.linalg.slogdet(columns.T @ inverse @ columns)[1]
            - (n - p) / 2 * math.log(rest @ inverse @ rest)
        )
        fits.append((log_reml, fit.params[0], fit.bse[0]))
    highest = max(log_reml for log_reml, *_ in fits)
    weights = np.array([math.exp(log_reml - highest) for log_reml, *_ in fits])
    return weights / weights.sum(), [fit[1] for fit in fits], [fit[2] for fit in fits], n - p


@pytest.mark.parametrize(
    ("t", "before", "periods_per_year", "model"),
    [
        pytest.param(np.arange(16), 10, 1, "level", id="annual level"),
        pytest.param(np.arange(30), 20, 4, "level_and_trend", id="quarters with trend"),
        pytest.param(np.delete(np.arange(34), [2, 3, 15, 24]), 18, 4, "level_and_trend", id="holes"),
    ],
)
def test_the_fast_average_is_the_slow_one(t, before, periods_per_year, model):
    y = NOISE[t] + 1.5 * (np.arange(len(t)) >= before) + 0.1 * t
    columns = segmented_columns(t, before, periods_per_year, model)
    fast = estimated_step(y, columns, t)
    weights, centres, scales, df = slow_average(y, columns, t)
    assert fast.weights == pytest.approx(weights, rel=1e-7)
    assert fast.centres[0] == pytest.approx(centres, rel=1e-7)
    assert fast.scales[0] == pytest.approx(scales, rel=1e-7)
    assert set(fast.df.tolist()) == {df}


def test_the_probability_and_interval_come_from_the_average():
    y = NOISE[:16] + 1.5 * (np.arange(16) >= 10)
    result = change_since(y, 10, periods_per_year=1, polarity="higher")
    weights, centres, scales, df = slow_average(
        y, segmented_columns(np.arange(16), 10, 1, "level"), np.arange(16)
    )

    def at_most(x):
        return sum(w * stats.t.cdf((x - c) / s, df) for w, c, s in zip(weights, centres, scales, strict=True))

    assert result.p_better == pytest.approx(1 - at_most(0), abs=1e-9)
    assert [at_most(x) for x in (*result.interval, result.effect)] == pytest.approx(
        [0.025, 0.975, 0.5], abs=2e-6
    )


@pytest.mark.parametrize(
    ("polarity", "better", "judgement"),
    [("higher", True, "better"), ("lower", False, "worse"), ("neutral", None, None), ("range", None, None)],
)
def test_better_follows_polarity(polarity, better, judgement):
    y = NOISE[:20] * 0.3 + 2.0 * (np.arange(20) >= 12)
    result = change_since(y, 12, periods_per_year=1, polarity=polarity)
    assert result.judgement == judgement
    assert result.p_rise > 0.99
    if better is None:
        assert result.p_better is None
    else:
        assert result.p_better == pytest.approx(result.p_rise if better else 1 - result.p_rise)


REFUSALS = {
    "no points": ([], 8, {}, "no_values"),
    "all missing": ([None] * 20, 10, {}, "no_values"),
    "one point": ([1.0], 8, {}, "too_few_before"),
    "three points": ([1.0, 2.0, 4.0], 8, {}, "too_few_before"),
    "seven before": (NOISE[:20], 7, {}, "too_few_before"),
    "seven before and a hole": ([None, *NOISE[:20]], 8, {}, "too_few_before"),
    "three after": (NOISE[:20], 17, {}, "too_recent_to_judge"),
    "three after the transition": (NOISE[:20], 14, {"transition": 3}, "too_recent_to_judge"),
    "a date still to come": (NOISE[:20], 24, {}, "too_recent_to_judge"),
    "constant": ([7.0] * 20, 10, {}, "has_not_moved"),
    "two constant levels": ([7.0] * 10 + [9.0] * 10, 10, {}, "no_variation"),
    "infinite": ([*NOISE[:20], math.inf], 10, {}, "not_finite"),
    "break": (NOISE[:20], 10, {"break_at": (4,)}, "break_in_series"),
    "overlapping": (NOISE[:20], 10, {"overlapping": True}, "overlapping_periods"),
    "below nought on the log scale": (NOISE[:20], 10, {"scale": "log"}, "outside_scale"),
    "odd quarters before, even ones after": (
        [x if (i % 2 == 0) == (i < 20) else None for i, x in enumerate(NOISE)],
        20,
        {"periods_per_year": 4},
        "not_separable",
    ),
}


@pytest.mark.parametrize(("values", "index", "choices", "code"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusals_give_a_reason_and_no_number(values, index, choices, code):
    result = change_since(values, index, **{"periods_per_year": 1, "polarity": "higher"} | choices)
    assert result.reason.code == code
    told = {"before", "after", "scale", "reason"}
    assert all(getattr(result, field.name) is None for field in fields(KnownChange) if field.name not in told)


@pytest.mark.parametrize(
    ("index", "choices", "message"),
    [
        (-1, {}, "-1"),
        (10, {"transition": -2}, "-2"),
        (10, {"polarity": "up"}, "'up'"),
        (10, {"scale": "square"}, "'square'"),
        (10, {"periods_per_year": 0}, "periods_per_year"),
        (10, {"break_at": (99,)}, "99"),
    ],
)
def test_wrong_use(index, choices, message):
    with pytest.raises(ValueError, match=message):
        change_since(NOISE, index, **{"periods_per_year": 1, "polarity": "higher"} | choices)


@pytest.mark.parametrize(("points", "model"), [(23, "level"), (24, "level_and_trend")])
def test_the_trend_comes_in_from_24_figures(points, model):
    assert change_since(NOISE[:points], 12, periods_per_year=1, polarity="higher").model == model


def test_figures_of_the_transition_do_not_count():
    spoiled = NOISE[:20].copy()
    spoiled[12:15] += 1e6
    result = change_since(spoiled, 12, periods_per_year=1, polarity="higher", transition=3)
    holes = [None if 12 <= i < 15 else x for i, x in enumerate(NOISE[:20])]
    assert (result.before, result.after) == (12, 5)
    assert result.effect == change_since(holes, 15, periods_per_year=1, polarity="higher").effect


def test_quarter_effects_do_not_pass_for_a_change():
    season = np.tile([20.0, -5.0, -25.0, 10.0], 4)
    y = season + NOISE[:16] * 0.5
    result = change_since(y, 11, periods_per_year=4, polarity="higher")
    assert abs(result.effect) < 2
    assert result.interval[0] < 0 < result.interval[1]


@pytest.mark.parametrize("factor", [1e-180, 1e180])
def test_very_large_and_very_small_figures_are_figures(factor):
    plain = change_since(NOISE, 20, periods_per_year=4, polarity="higher")
    result = change_since(factor * NOISE, 20, periods_per_year=4, polarity="higher")
    assert result.interval == pytest.approx([factor * bound for bound in plain.interval])
    assert result.p_better == pytest.approx(plain.p_better)

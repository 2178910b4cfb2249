from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from scipy import stats

from indicators.analysis.annual_total import annual_total
from indicators.analysis.coming_figures import forecast
from indicators.analysis.trend_grid import GRID
from tests.analysis.dense_trend import dense_model

RNG = np.random.default_rng(30)
QUARTERS = np.tile([30.0, 22.0, 18.0, 26.0], 6) + 0.8 * RNG.normal(size=24).cumsum() + RNG.normal(size=24)
MADE = forecast(QUARTERS, 8, periods_per_year=4)


@cache
def dense_models():
    grid = zip(GRID.gain, GRID.slope_gain, GRID.damping, GRID.sloped, strict=True)
    return [dense_model(QUARTERS, one, 4, 8) for one in grid]


def slow_at_most(x, known, steps, widened):
    """Each model's total by its dense covariance, then the weighted sum."""
    taken = np.array([h + 1 in steps for h in range(8)], dtype=float)
    total = 0.0
    for weight, (_, spread, mean, df, _) in zip(MADE.fit.weights, dense_models(), strict=True):
        deviation = widened * math.sqrt(taken @ spread @ taken)
        total += weight * stats.t.cdf((x - sum(known) - taken @ mean) / deviation, df)
    return total


@pytest.mark.parametrize(
    ("known", "steps", "widened"),
    [
        pytest.param([30.0, 21.0], (1, 2), 1.1, id="half a year known"),
        pytest.param([], (1, 2, 3, 4), 1.1, id="the coming year"),
        pytest.param([], (5, 6, 7, 8), 1.2, id="the year after"),
        pytest.param([31.0, 20.0, 17.0], (1,), 1.1, id="rolling four quarters"),
    ],
)
def test_a_total_is_the_slow_one(known, steps, widened):
    total = annual_total(MADE, known, steps)
    for x in (88.0, 96.0, 110.0):
        assert total.probability_at_most(x) == pytest.approx(slow_at_most(x, known, steps, widened), abs=1e-7)


def test_the_middle_of_a_total_is_the_sum_of_the_middles():
    total = annual_total(MADE, [30.0], (1, 2, 3))
    assert total.mean() == pytest.approx(30.0 + sum(MADE.mean(h) for h in (1, 2, 3)))


def test_errors_of_neighbouring_quarters_go_together():
    """A total is less certain than quarters that err independently would make it."""
    walk = forecast(100 + RNG.normal(size=40).cumsum(), 4, periods_per_year=1)
    total = annual_total(walk, [], (1, 2, 3, 4))
    half = total.quantile(0.9) - total.mean()
    apart = sum((walk.quantile(0.9, h) - walk.mean(h)) ** 2 for h in (1, 2, 3, 4)) ** 0.5
    assert half > 1.4 * apart


def test_one_step_is_the_forecast_itself():
    total = annual_total(MADE, [], (3,))
    assert total.quantile(0.2) == pytest.approx(MADE.quantile(0.2, 3), rel=1e-6)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        pytest.param(forecast(QUARTERS[:5], 4, periods_per_year=4), "too_few_points", id="too few quarters"),
        pytest.param(
            forecast(QUARTERS, 4, periods_per_year=4, scale="log"), "total_needs_raw_scale", id="log scale"
        ),
    ],
)
def test_refusals(made, code):
    total = annual_total(made, [], (1, 2))
    assert total.reason.code == code
    assert (total.mean(), total.quantile(0.5), total.probability_at_least(1.0)) == (None, None, None)


def test_low_confidence_is_handed_on():
    assert annual_total(forecast(QUARTERS[:9], 3, periods_per_year=4), [20.0], (1, 2, 3)).low_confidence
    assert not annual_total(MADE, [20.0], (1, 2, 3)).low_confidence


@pytest.mark.parametrize(
    ("known", "steps", "message"),
    [
        ([], (), "steps"),
        ([], (1, 1), "steps"),
        ([], (0, 1), "steps"),
        ([], (8, 9), "steps"),
        ([math.nan], (1,), "finite"),
        ([math.inf], (1,), "finite"),
    ],
)
def test_wrong_use(known, steps, message):
    with pytest.raises(ValueError, match=message):
        annual_total(MADE, known, steps)

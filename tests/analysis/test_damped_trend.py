from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from statsmodels.regression.linear_model import OLS
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from indicators.analysis.damped_trend import ahead, fit_grid
from indicators.analysis.trend_filter import filtered, gains_for
from indicators.analysis.trend_grid import GRID, slope_reach
from tests.analysis.dense_trend import dense_model

RNG = np.random.default_rng(7)
WALK = 50 + RNG.normal(size=24).cumsum() + RNG.normal(size=24)
SEASONAL = WALK[:20] + np.tile([5.0, -2.0, -6.0, 3.0], 5)


def holed(y, *holes):
    y = y.copy()
    y[list(holes)] = np.nan
    return y


def model_at(gain, slope_gain, damping, sloped):
    (at,) = np.flatnonzero(
        np.isclose(GRID.gain, gain)
        & np.isclose(GRID.slope_gain, slope_gain)
        & np.isclose(GRID.damping, damping)
        & (GRID.sloped == sloped)
    )
    return int(at)


class TestGrid:
    def test_its_members(self):
        assert len(GRID.gain) == 12 + 12 + 11 * 4 * 3
        assert sorted(set(GRID.gain)) == pytest.approx([0, 0.05, *np.arange(1, 11) / 10])
        assert GRID.sloped.sum() == 12 + 132

    def test_classes_weigh_1_to_0_6_to_1_whatever_their_number(self):
        level, drift, damped = GRID.prior[:12], GRID.prior[12:24], GRID.prior[24:]
        assert [part.sum() * 2.6 for part in (level, drift, damped)] == pytest.approx([1, 0.6, 1])
        assert drift[0] == pytest.approx(drift.sum() / 12), "the straight line is one drift model of twelve"

    def test_the_reach_of_a_slope(self):
        at = model_at(0.3, 0.3 * 0.15, 0.9, 1)
        assert slope_reach(3)[:, at] == pytest.approx([0, 0.9, 0.9 + 0.81, 0.9 + 0.81 + 0.729])
        assert slope_reach(3)[:, 0].tolist() == [0, 0, 0, 0]


def statsmodels_damped(gain, share, damping, level, slope):
    """Damped Holt with every parameter fixed."""
    model = ETSModel(
        pd.Series(WALK),
        error="add",
        trend="add",
        damped_trend=True,
        initialization_method="known",
        initial_level=level,
        initial_trend=slope,
    )
    values = {
        "smoothing_level": gain,
        "smoothing_trend": gain * share,
        "damping_trend": damping,
        "initial_level": level,
        "initial_trend": slope,
    }
    return model.smooth([values[name] for name in model.param_names])


class TestAgainstStatsmodels:
    @pytest.mark.parametrize(
        ("gain", "share", "damping"), [(0.2, 0.05, 0.8), (0.5, 0.3, 0.9), (0.9, 0.5, 0.95), (0.05, 0.15, 0.9)]
    )
    def test_damped_holt_from_the_same_start_has_the_same_one_step_means(self, gain, share, damping):
        level, slope = 47.0, 0.8
        theirs = statsmodels_damped(gain, share, damping, level, slope)
        at = model_at(gain, gain * share, damping, 1)
        start = level + slope * slope_reach(len(WALK))[1:, at]
        everything = np.ones(len(WALK), dtype=bool)
        errors, (end_level, end_slope) = filtered(
            np.repeat((WALK - start)[:, None], len(GRID.gain), axis=1), gains_for(everything)[0], everything
        )
        assert WALK - errors[:, at] == pytest.approx(theirs.fittedvalues.to_numpy(), abs=1e-9)
        coming = (
            end_level[at]
            + start[-1]
            + (end_slope[at] + slope * damping ** len(WALK)) * slope_reach(8)[1:, at]
        )
        assert coming == pytest.approx(theirs.forecast(8).to_numpy(), abs=1e-9)

    def test_the_spread_of_coming_shocks_is_theirs(self):
        gain, share, damping = 0.5, 0.3, 0.9
        theirs = statsmodels_damped(gain, share, damping, 47.0, 0.8)
        predicted = theirs.get_prediction(start=24, end=31)
        reach = slope_reach(8)[:, model_at(gain, gain * share, damping, 1)]
        weight = np.concatenate([[1.0], gain + gain * share * reach[1:8]])
        assert theirs.mse * np.cumsum(weight**2) == pytest.approx(predicted.forecast_variance, rel=1e-9)


class TestSpecialCases:
    def test_no_gain_and_no_slope_is_the_mean_with_its_prediction_interval(self):
        fit = fit_grid(WALK, 1)
        centre, scale = ahead(fit, np.eye(5))
        at = model_at(0.0, 0.0, 1.0, 0)
        assert centre[:, at] == pytest.approx(np.full(5, WALK.mean()), abs=1e-9)
        assert scale[:, at] == pytest.approx(np.full(5, WALK.std(ddof=1) * (1 + 1 / 24) ** 0.5), abs=1e-9)
        assert fit.df[at] == 23

    def test_no_gain_with_drift_is_the_least_squares_line_with_its_prediction_interval(self):
        fit = fit_grid(WALK, 1)
        centre, scale = ahead(fit, np.eye(5))
        at = model_at(0.0, 0.0, 1.0, 1)
        rows = np.column_stack([np.ones(29), np.arange(29)])
        theirs = OLS(WALK, rows[:24]).fit().get_prediction(rows[24:])
        assert centre[:, at] == pytest.approx(theirs.predicted_mean, abs=1e-9)
        half = theirs.conf_int(obs=True)[:, 1] - theirs.predicted_mean
        assert scale[:, at] * stats.t.ppf(0.975, fit.df[at]) == pytest.approx(half, abs=1e-9)

    def test_full_gain_is_the_random_walk(self):
        fit = fit_grid(WALK, 1)
        centre, scale = ahead(fit, np.eye(5))
        at = model_at(1.0, 0.0, 1.0, 0)
        changes = np.diff(WALK)
        assert centre[:, at] == pytest.approx(np.full(5, WALK[-1]), abs=1e-9)
        assert scale[:, at] == pytest.approx((changes @ changes / 23 * np.arange(1, 6)) ** 0.5, abs=1e-9)

    def test_full_gain_with_drift_is_the_random_walk_with_drift(self):
        fit = fit_grid(WALK, 1)
        centre, _ = ahead(fit, np.eye(5))
        at = model_at(1.0, 0.0, 1.0, 1)
        drift = (WALK[-1] - WALK[0]) / 23
        assert centre[:, at] == pytest.approx(WALK[-1] + drift * np.arange(1, 6), abs=1e-9)


SHAPES = {
    "no season": (WALK, 1),
    "season": (SEASONAL, 4),
    "one hole": (holed(WALK, 9), 1),
    "holes side by side and at the end": (holed(WALK, 1, 7, 8, 9, 15, 23), 1),
    "season with holes": (holed(SEASONAL, 2, 10, 11, 19), 4),
    "eight figures": (WALK[:8], 1),
}


@pytest.mark.parametrize(("y", "seasons"), SHAPES.values(), ids=SHAPES.keys())
def test_every_model_of_the_grid_is_the_dense_one(y, seasons):
    horizon = 6
    fit = fit_grid(y, seasons)
    sums = np.vstack([np.eye(horizon), np.ones(horizon), [0, 1, 1, 1, 1, 0]])
    centre, scale = ahead(fit, sums)
    evidence, variances, parameters = [], [], []
    for at in range(len(GRID.gain)):
        grid = GRID.gain[at], GRID.slope_gain[at], GRID.damping[at], GRID.sloped[at]
        log_evidence, spread, mean, df, variance = dense_model(y, grid, seasons, horizon)
        evidence.append(log_evidence)
        variances.append(variance)
        parameters.append(seasons + GRID.sloped[at])
        assert centre[:, at] == pytest.approx(sums @ mean, abs=1e-7)
        assert scale[:, at] ** 2 == pytest.approx(np.diag(sums @ spread @ sums.T), rel=1e-7)
        assert fit.df[at] == df
    # The slope in shocks of the best model: each further coefficient is worth one such unit.
    log_unit = 0.5 * np.log(min(variances))
    log_weight = np.array(evidence) - log_unit * np.array(parameters) + np.log(GRID.prior)
    weights = np.exp(log_weight - log_weight.max())
    assert fit.weights == pytest.approx(weights / weights.sum(), rel=1e-6, abs=1e-14)


def test_a_series_without_noise_cannot_be_weighed():
    assert fit_grid(3.0 + 2.0 * np.arange(20), 1) is None
    assert fit_grid(np.tile([1.0, 4.0, 2.0, 0.0], 5), 4) is None


def test_the_unit_of_measurement_changes_no_weight():
    one, other = fit_grid(WALK, 1), fit_grid(1e4 * WALK - 3e6, 1)
    assert other.weights == pytest.approx(one.weights, rel=1e-6, abs=1e-14)

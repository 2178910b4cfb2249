from __future__ import annotations

import numpy as np
import pytest

from indicators.analysis.calibration import calibration
from indicators.analysis.past_forecasts import PastForecast, TargetedSeries, past_forecasts


def record(probability, met, *, pit=0.5, key="A", share=0.5, naive=0.5, line=0.5):
    return PastForecast(key, 10, 1, 11, probability, share, naive, line, met, pit)


FOUR = [
    record(0.85, True, pit=0.05, share=0.25, naive=1.0, line=0.0),
    record(0.85, False, pit=0.55, share=0.25, naive=1.0, line=0.0),
    record(0.30, False, pit=0.99, share=0.25, naive=0.0, line=1.0, key="B"),
    record(1.00, True, pit=1.00, share=0.25, naive=0.5, line=0.5, key="B"),
]


def test_scores_by_hand():
    score = calibration(FOUR)
    assert (score.forecasts, score.series, score.reason) == (4, 2, None)
    assert score.brier == pytest.approx((0.15**2 + 0.85**2 + 0.30**2 + 0) / 4)
    assert score.brier_share_met == pytest.approx((0.75**2 + 0.25**2 + 0.25**2 + 0.75**2) / 4)
    assert score.brier_seasonal_naive == pytest.approx((0 + 1 + 0 + 0.25) / 4)
    assert score.brier_straight_line == pytest.approx((1 + 0 + 1 + 0.25) / 4)
    assert (score.inside80, score.inside95) == (0.25, 0.5)


def test_reliability_in_five_bins():
    bins = calibration(FOUR).reliability
    assert [(b.low, b.high) for b in bins] == [(0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0)]
    assert [b.forecasts for b in bins] == [0, 1, 0, 0, 3]
    assert [b.came_true for b in bins] == [0, 0, 0, 0, 2]
    assert bins[0].mean_probability is None
    assert bins[4].mean_probability == pytest.approx(0.9)


def test_pit_histogram_has_ten_counts():
    assert calibration(FOUR).pit_histogram == (1, 0, 0, 0, 0, 1, 0, 0, 0, 2)


def test_of_those_called_likely_so_many_came_true():
    words = {score.word: (score.made, score.came_true) for score in calibration(FOUR).words}
    assert words["likely"] == (2, 1)
    assert words["almost_certain"] == (1, 1)
    assert words["more_likely_to_miss"] == (1, 0)
    assert words["very_unlikely"] == (0, 0)
    assert next(iter(words)) == "almost_certain"


def test_nothing_to_score():
    score = calibration([])
    assert score.reason.code == "no_past_forecasts"
    assert (score.brier, score.brier_straight_line, score.inside80, score.inside95) == (None,) * 4
    assert sum(b.forecasts for b in score.reliability) == sum(score.pit_histogram) == 0


def test_forecasts_of_many_kinds_of_series_are_calibrated_and_beat_the_straight_line():
    """Noise, autocorrelated noise and random walks: the intervals hold about what they promise."""
    rng = np.random.default_rng(99)

    def many():
        for number in range(36):
            shocks = rng.normal(size=28)
            values = {0: shocks, 1: np.convolve(shocks, 0.6 ** np.arange(12))[:28], 2: shocks.cumsum()}[
                number % 3
            ]
            yield TargetedSeries(str(number), values, 1, float(np.median(values)), "higher")

    score = calibration(past_forecasts(many(), horizons=(2,)))
    assert score.forecasts == 36 * 19
    assert 0.75 < score.inside80 < 0.92
    assert 0.90 < score.inside95 <= 1.0
    assert score.brier < score.brier_straight_line
    assert score.brier < score.brier_share_met

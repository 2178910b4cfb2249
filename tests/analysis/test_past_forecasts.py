from __future__ import annotations

import itertools
import math
import tracemalloc

import numpy as np
import pytest
from scipy import stats
from statsmodels.regression.linear_model import OLS

from indicators.analysis.baseline_forecasts import seasonal_naive, share_met, straight_line
from indicators.analysis.coming_figures import forecast
from indicators.analysis.observed import observed_series
from indicators.analysis.past_forecasts import PastForecast, TargetedSeries, past_forecasts
from indicators.analysis.target_chance import chance_of_meeting

RNG = np.random.default_rng(17)
VALUES = [float(round(x, 1)) for x in 50 + 0.5 * RNG.normal(size=24).cumsum() + RNG.normal(size=24)]
UP = (51.0, math.inf)


def observed(values):
    return observed_series(values, periods_per_year=4, overlapping=False, break_at=())


class TestBaselines:
    def test_the_share_of_figures_that_met_the_target(self):
        assert share_met(observed([50, 51, None, 52, 40]), UP) == 0.5
        assert share_met(observed([50, 51, None, 52, 40]), (-math.inf, 50.0)) == 0.5

    def test_the_same_season_again_with_the_error_of_its_yearly_changes(self):
        y = [10.0, 20.0, 30.0, 40.0, 13.0, 19.0, 31.0, 42.0]
        error = ((9 + 1 + 1 + 4) / 4) ** 0.5
        once = seasonal_naive(observed(y), 2, 4, (20.0, math.inf))
        twice = seasonal_naive(observed(y), 6, 4, (20.0, math.inf))
        assert once == pytest.approx(stats.t.sf((20 - 19) / error, 4))
        assert twice == pytest.approx(stats.t.sf((20 - 19) / (error * 2**0.5), 4))

    def test_a_hole_in_the_season_looks_a_year_further_back(self):
        y = [10.0, 20.0, 30.0, 40.0, 13.0, None, 31.0, 42.0]
        error = (((9 + 1 + 4) / 3) * 2) ** 0.5
        assert seasonal_naive(observed(y), 2, 4, (20.0, math.inf)) == pytest.approx(stats.t.sf(0 / error, 3))

    def test_no_two_figures_a_year_apart_give_no_answer(self):
        assert seasonal_naive(observed([1.0, 2.0, 3.0]), 1, 4, UP) is None
        assert seasonal_naive(observed([1.0, None, 3.0, 4.0, 1.5]), 1, 4, UP) is None

    def test_without_any_error_the_answer_is_yes_or_no(self):
        y = [10.0, 60.0, 10.0, 60.0] * 2
        assert seasonal_naive(observed(y), 2, 4, UP) == 1.0
        assert seasonal_naive(observed(y), 1, 4, UP) == 0.0
        assert straight_line(observed([48.0, 49.0, 50.0]), 1, UP) == 1.0
        assert straight_line(observed([48.0, 49.0, 50.0]), 1, (52.0, math.inf)) == 0.0

    def test_the_straight_line_is_that_of_statsmodels(self):
        t = np.array([0, 1, 2, 4, 5, 6, 9])
        y = RNG.normal(size=7) + 0.3 * t
        slots = [None] * 10
        for at, value in zip(t, y, strict=True):
            slots[at] = value
        theirs = OLS(y, np.column_stack([np.ones(7), t])).fit().get_prediction(np.array([[1.0, 12.0]]))
        expected = stats.t.sf((2.0 - theirs.predicted_mean[0]) / theirs.se_obs[0], 5)
        assert straight_line(observed(slots), 3, (2.0, math.inf)) == pytest.approx(expected)


def targeted(values=VALUES, **choices):
    return TargetedSeries(
        **{
            "key": "A",
            "values": values,
            "periods_per_year": 4,
            "target": 51.0,
            "polarity": "higher",
            "decimals": 1,
        }
        | choices
    )


def test_every_origin_sees_only_its_past():
    records = list(past_forecasts([targeted()], horizons=(1, 4)))
    assert [(r.origin, r.horizon) for r in records if r.horizon == 4] == [(o, 4) for o in range(7, 20)]
    assert [(r.origin, r.horizon) for r in records if r.horizon == 1] == [(o, 1) for o in range(7, 23)]
    for r in records:
        then = forecast(VALUES[: r.origin + 1], r.horizon, periods_per_year=4)
        actual = VALUES[r.origin + r.horizon]
        chance = chance_of_meeting(then, 51.0, polarity="higher", decimals=1, horizon=r.horizon)
        assert r.probability == pytest.approx(chance.probability, abs=1e-12)
        assert r.pit == pytest.approx(then.probability_at_most(actual, r.horizon), abs=1e-12)
        assert r.met == (actual >= 50.95)
        assert r.points == r.origin + 1


def test_the_intervals_are_read_from_the_probability_of_what_came():
    def record(pit):
        return PastForecast("A", 8, 1, 9, 0.5, 0.5, 0.5, 0.5, True, pit)

    assert [record(pit).inside80 for pit in (0.09, 0.11, 0.89, 0.91)] == [False, True, True, False]
    assert [record(pit).inside95 for pit in (0.02, 0.03, 0.97, 0.98)] == [False, True, True, False]


def test_a_hole_is_neither_an_origin_nor_an_outcome():
    values = [None if t in (10, 15) else x for t, x in enumerate(VALUES)]
    records = list(past_forecasts([targeted(values)], horizons=(1,)))
    assert {r.origin for r in records} == set(range(7, 23)) - {9, 10, 14, 15}


@pytest.mark.parametrize(
    ("series", "count"),
    [
        pytest.param(targeted(VALUES[:19]), 0, id="19 figures"),
        pytest.param(targeted(VALUES[:20]), 12, id="20 figures"),
        pytest.param(targeted(polarity="neutral"), 0, id="nothing to meet"),
        pytest.param(targeted([5.0] * 30), 0, id="constant"),
        pytest.param(targeted([*VALUES, math.inf]), 0, id="infinite"),
        pytest.param(targeted(target=(49.0, 51.0), polarity="range"), 16, id="range"),
    ],
)
def test_which_series_take_part(series, count):
    assert len(list(past_forecasts([series], horizons=(1,)))) == count


def test_progress_counts_series():
    seen = []
    list(past_forecasts([targeted(), targeted(key="B"), targeted([])], horizons=(2,), progress=seen.append))
    assert seen == [1, 2, 3]


@pytest.mark.parametrize("horizons", [(), (0,), (4, -1)])
def test_wrong_horizons(horizons):
    with pytest.raises(ValueError, match="horizons"):
        next(past_forecasts([targeted()], horizons=horizons))


def test_series_are_taken_one_at_a_time_and_memory_stays_flat():
    taken = itertools.count()

    def endless():
        for key in taken:
            yield targeted(key=str(key))

    records = past_forecasts(endless(), horizons=(1,))
    for _ in itertools.islice(records, 40):
        pass
    tracemalloc.start()
    for _ in itertools.islice(records, 20):
        pass
    before, _ = tracemalloc.get_traced_memory()
    for _ in itertools.islice(records, 200):
        pass
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert next(taken) <= 18
    assert after - before < 100_000

from __future__ import annotations

import numpy as np
import pytest

from indicators.analysis.false_signals import ANY, AUTOCORRELATIONS, LATEST, POINTS, expected_false_signals
from indicators.analysis.xmr import xmr_chart


def test_fifty_charts_of_24_points():
    expected = expected_false_signals([24] * 50)
    assert expected.charts == 50
    assert round(expected.latest) == 1
    assert round(expected.any_point) == 9


@pytest.mark.parametrize("row", range(len(AUTOCORRELATIONS)))
@pytest.mark.parametrize("column", range(len(POINTS)))
def test_the_table_comes_back_at_its_own_points(row, column):
    expected = expected_false_signals([POINTS[column]], AUTOCORRELATIONS[row])
    assert expected.latest == pytest.approx(LATEST[row][column])
    assert expected.any_point == pytest.approx(ANY[row][column])


def test_between_them_it_is_interpolated():
    assert expected_false_signals([20]).any_point == pytest.approx((0.110 + 0.185) / 2)
    assert expected_false_signals([16], 0.15).any_point == pytest.approx((0.110 + 0.275) / 2)


def test_charts_add_up():
    separate = [expected_false_signals([n]) for n in (3, 9, 24, 500)]
    together = expected_false_signals([3, 9, 24, 500])
    assert together.any_point == pytest.approx(sum(one.any_point for one in separate))
    assert together.latest == pytest.approx(sum(one.latest for one in separate))


def test_no_charts_no_signals():
    nothing = expected_false_signals([])
    assert (nothing.charts, nothing.latest, nothing.any_point) == (0, 0, 0)
    assert expected_false_signals([0, 1, 3]).any_point == 0


@pytest.mark.parametrize(("points", "autocorrelation"), [(12, 0.0), (24, 0.0), (24, 0.6)])
def test_the_table_is_what_the_charts_really_do(points, autocorrelation):
    random = np.random.default_rng(20080401)
    shocks = random.normal(size=(1500, points + 30))
    for i in range(1, points + 30):
        shocks[:, i] += autocorrelation * shocks[:, i - 1]
    charts = [xmr_chart(series) for series in shocks[:, 30:].tolist()]
    expected = expected_false_signals([points] * len(charts), autocorrelation)
    flagged = sum(any(chart.special_cause) for chart in charts)
    latest = sum(chart.special_cause[-1] is not None for chart in charts)
    assert flagged == pytest.approx(expected.any_point, abs=4 * np.sqrt(expected.any_point))
    assert latest == pytest.approx(expected.latest, abs=4 * np.sqrt(expected.latest))


@pytest.mark.parametrize(
    ("lengths", "phi", "message"), [([-1], 0, "-1"), ([5], 0.7, "0.7"), ([5], -0.1, "-0.1")]
)
def test_wrong_use_says_its_figures(lengths, phi, message):
    with pytest.raises(ValueError, match=message):
        expected_false_signals(lengths, phi)

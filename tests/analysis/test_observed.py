from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest

from indicators.analysis.observed import ObservedSeries, observed_series, too_few_points


def observed(values, **choices):
    return observed_series(values, **{"periods_per_year": 4, "overlapping": False, "break_at": ()} | choices)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([None, 2, 3.5, math.nan, Decimal("4.5"), None], id="a list of anything"),
        pytest.param(np.array([np.nan, 2, 3.5, np.nan, 4.5, np.nan]), id="an array"),
    ],
)
def test_figures_and_their_places(values):
    series = observed(values)
    assert series.values.tolist() == [2.0, 3.5, 4.5]
    assert series.positions.tolist() == [1, 2, 4]
    assert (series.points, series.length) == (3, 6)


@pytest.mark.parametrize(
    ("choices", "code", "figures"),
    [
        ({"overlapping": True}, "overlapping_periods", {"points": 3}),
        ({"break_at": (1, 2)}, "break_in_series", {"points": 3, "at": 2, "points_after": 1}),
    ],
)
def test_refusals(choices, code, figures):
    reason = observed([1.0, 2.0, None, 3.0], **choices)
    assert (reason.code, reason.figures) == (code, figures)


def test_infinity_is_refused_with_its_places():
    reason = observed([1.0, math.inf, None, -math.inf])
    assert (reason.code, reason.figures) == ("not_finite", {"points": 3, "positions": (1, 3)})


@pytest.mark.parametrize(("points", "code"), [(0, "no_values"), (7, "too_few_points"), (8, None)])
def test_too_few(points, code):
    reason = too_few_points(points, 8)
    assert (reason.code if reason else None) == code


@pytest.mark.parametrize(
    ("values", "still"),
    [
        ([2.0, 2.0], True),
        ([0.3, 0.1 + 0.2], True),
        ([0.0, 0.0], True),
        ([2.0, 2.000001], False),
        ([0.0, 1e-9], False),
    ],
)
def test_has_not_moved(values, still):
    assert ObservedSeries(np.array(values), np.arange(2), 2).has_not_moved is still

from __future__ import annotations

import math

import numpy as np
import pytest
import scipy.stats
import statsmodels.api as sm
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.analysis.trend_marker import recent_trend
from indicators.analysis.trend_tests import CRITICAL_CHI_SQUARE
from tests.analysis.spec_tables import cases, numbers

COLUMNS = ("numerators", "denominators", "lower", "upper")


@pytest.mark.parametrize("row", cases("recent_trend"))
def test_rule(row):
    trend = recent_trend(
        numbers(row["values"]),
        **{column: numbers(row[column]) for column in COLUMNS},
        polarity=row["polarity"],
        periods_per_year=int(row["periods_per_year"]),
        overlapping=row["overlapping"] == "yes",
        break_at=[int(at) for at in row["break_at"].split()],
    )
    assert trend.marker == row["marker"]
    assert trend.judgement == (row["judgement"] or None)
    assert (trend.reason.code if trend.reason else "") == row["reason"]
    if row["chi_square"]:
        assert trend.chi_square == pytest.approx(float(row["chi_square"]), abs=5e-7)
    else:
        assert trend.chi_square is None


def test_the_critical_value_is_that_of_chi_square_on_one_degree_of_freedom():
    assert pytest.approx(scipy.stats.chi2.isf(0.002, 1), rel=1e-13) == CRITICAL_CHI_SQUARE


def slopes(x, y):
    """Least-squares slopes of all points and of each set with one left out."""
    sets = [list(range(len(x))), *([i for i in range(len(x)) if i != out] for out in range(len(x)))]
    return [np.polyfit([x[i] for i in kept], [y[i] for i in kept], 1)[0] for kept in sets]


SHARES = st.lists(st.tuples(st.integers(1, 400), st.integers(1, 600)), min_size=5, max_size=5)


@given(shares=SHARES)
def test_proportions_agree_with_one_row_a_person(shares):
    """Cochran and Armitage's chi-square is N times the squared correlation of outcome and year over all people."""
    numerators, denominators = [yes for yes, _ in shares], [yes + no for yes, no in shares]
    outcome = np.concatenate([np.repeat([1, 0], [yes, no]) for yes, no in shares])
    year = np.repeat([1, 2, 3, 4, 5], denominators)
    expected = len(year) * np.corrcoef(outcome, year)[0, 1] ** 2
    trend = recent_trend([0] * 5, numerators=numerators, denominators=denominators, polarity="higher")
    assert trend.chi_square == pytest.approx(expected, rel=1e-9, abs=1e-9)
    each = slopes([1, 2, 3, 4, 5], [math.log(yes / no) for yes, no in shares])
    if min(map(abs, each)) < 1e-9 or abs(expected - 9.5495357) < 1e-6:
        return
    steady = all(slope > 0 for slope in each) or all(slope < 0 for slope in each)
    significant = expected > 9.5495357 and steady
    assert trend.marker == (("increasing" if each[0] > 0 else "decreasing") if significant else "no_change")


def test_rounding_gives_level_years_no_slope():
    # Without the last year the first four are level; with these widths plain arithmetic would see them rise by 1e-17.
    values, widths = [4.1, 4.1, 4.1, 4.1, 9.1], [0.18, 0.28, 0.16, 0.13, 0.26]
    lower, upper = (
        [v - w for v, w in zip(values, widths, strict=True)],
        [v + w for v, w in zip(values, widths, strict=True)],
    )
    assert recent_trend(values, lower=lower, upper=upper, polarity="higher").marker == "no_change"


MEASURED = st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 50)), min_size=5, max_size=5)


@given(measured=MEASURED)
def test_values_with_limits_agree_with_weighted_least_squares(measured):
    values = [value for value, _ in measured]
    lower, upper = [v - 1.96 * se for v, se in measured], [v + 1.96 * se for v, se in measured]
    errors = (np.array(upper) - np.array(lower)) / 3.92
    fit = sm.WLS(values, sm.add_constant([1.0, 2, 3, 4, 5]), weights=errors**-2).fit()
    expected = fit.params[1] ** 2 / fit.normalized_cov_params[1, 1]
    trend = recent_trend(values, lower=lower, upper=upper, polarity="neutral")
    assert trend.chi_square == pytest.approx(expected, rel=1e-9, abs=1e-9)


@example(measured=[(0.0, 1.0), (0.0, 3.0), (3.0, 1.0), (3.0, 1.0), (0.0, 3.0)])
@given(measured=MEASURED)
def test_turned_round_in_time_it_points_the_other_way(measured):
    values = [value for value, _ in measured]
    lower, upper = [v - se for v, se in measured], [v + se for v, se in measured]
    forward = recent_trend(values, lower=lower, upper=upper, polarity="higher")
    back = recent_trend(values[::-1], lower=lower[::-1], upper=upper[::-1], polarity="higher")
    turned = {"increasing": "decreasing", "decreasing": "increasing", "no_change": "no_change"}
    assert back.marker == turned[forward.marker]


@pytest.mark.parametrize(
    ("given_", "code", "figures"),
    [
        ({"values": [1, 2, 3]}, "too_few_points", {"points": 3, "needed": 5}),
        ({"values": [1, 2, None, 4, 5, 6]}, "gap", {"at": 2, "points_after": 3, "needed": 5}),
        ({"break_at": [1, 3]}, "break_in_series", {"at": 3, "points_after": 2, "needed": 5}),
        ({"periods_per_year": 4}, "not_annual", {"periods_per_year": 4}),
        ({"lower": [0] * 5, "upper": [2, 3, math.inf, 5, 6]}, "not_finite", {"positions": (2,)}),
        (
            {"lower": [0, 0, 0, 4, 0], "upper": [2, 3, 4, 4, 6]},
            "no_width",
            {"year_of_those_used": 4, "limit": 4.0},
        ),
        ({}, "no_uncertainty", {"points": 0, "needed": 5}),
        (
            {"numerators": [1, 2, 3, 4, 5], "denominators": [9, 9, 0, 9, 9]},
            "not_a_proportion",
            {"year_of_those_used": 3},
        ),
        (
            {"numerators": [1, -2, 3, 4, 5], "denominators": [9] * 5},
            "not_a_proportion",
            {"year_of_those_used": 2},
        ),
        (
            {"numerators": [1, 2, 3, 4, 5], "denominators": [9, 9, 9, 9, 4]},
            "not_a_proportion",
            {"year_of_those_used": 5},
        ),
        (
            {"lower": [9] * 5, "upper": [8] * 5},
            "limits_crossed",
            {"year_of_those_used": 1, "lower": 9.0, "upper": 8.0},
        ),
    ],
    ids=[
        "points",
        "gap",
        "break",
        "quarterly",
        "infinite",
        "width",
        "uncertainty",
        "zero denominator",
        "negative",
        "more than all",
        "crossed",
    ],
)
def test_a_refusal_says_its_figures(given_, code, figures):
    trend = recent_trend(**{"values": [1, 2, 3, 4, 5], "polarity": "higher", **given_})
    assert (trend.reason.code, trend.reason.figures) == (code, figures)


FIVE = [1.0, 2.0, 3.0, 4.0, 5.0]


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"numerators": FIVE}, "numerators and denominators"),
        ({"upper": FIVE}, "lower and upper"),
        ({"numerators": FIVE, "denominators": [9] * 4}, r"\[5, 5, 4, 5, 5\]"),
        ({"polarity": "up"}, "up"),
    ],
    ids=["half a pair", "other half", "lengths", "polarity"],
)
def test_wrong_use_says_its_figures(given_, message):
    with pytest.raises(ValueError, match=message):
        recent_trend(**{"values": FIVE, "polarity": "higher", **given_})


RISING = [75.0, 75.2, 75.5, 75.6, 75.9]
ANSWERS = 400_000


@pytest.mark.parametrize(
    ("reach", "marker"),
    [
        pytest.param(3.0, "no_change", id="limits of a survey: its counts say too much"),
        pytest.param(0.14, "increasing", id="limits as counts give them"),
        pytest.param(None, "increasing", id="no limits"),
    ],
)
def test_counts_are_not_tested_where_published_limits_allow_for_more(reach, marker):
    limits = (
        {} if reach is None else {"lower": [v - reach for v in RISING], "upper": [v + reach for v in RISING]}
    )
    counts = {"numerators": [v / 100 * ANSWERS for v in RISING], "denominators": [ANSWERS] * 5}
    assert recent_trend(RISING, **counts, **limits, polarity="higher").marker == marker


def test_limits_are_tested_where_counts_are_no_proportion():
    limits = {"lower": [0, 1, 2, 3, 4], "upper": [2, 3, 4, 5, 6]}
    with_counts = recent_trend(FIVE, numerators=[12] * 5, denominators=[9] * 5, **limits, polarity="higher")
    assert with_counts == recent_trend(FIVE, **limits, polarity="higher")

from __future__ import annotations

import numpy as np
import pytest

from indicators.analysis.season_columns import has_full_years, season_contrasts, season_shows

QUARTERS = np.array([4.0, -3.0, 1.0, -2.0])


def test_contrasts_of_a_whole_year_sum_to_nought():
    columns = season_contrasts(np.arange(8), 4, np.arange(8))
    assert columns.shape == (8, 3)
    assert columns[:4].sum(axis=0).tolist() == [0, 0, 0]
    assert columns[:4].tolist() == columns[4:].tolist()


def test_a_season_without_figures_has_no_column():
    only_odd = np.array([1, 3, 5, 7])
    assert season_contrasts(only_odd, 4, only_odd).tolist() == [[1.0], [-1.0], [1.0], [-1.0]]


def test_annual_figures_have_no_season():
    assert season_contrasts(np.arange(5), 1, np.arange(5)).shape == (5, 0)


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        pytest.param(np.arange(12), True, id="three years"),
        pytest.param(np.arange(11), False, id="a quarter short"),
        pytest.param(np.delete(np.arange(13), 5), False, id="a hole leaves two of one quarter"),
        pytest.param(np.delete(np.arange(16), 5), True, id="a hole in a fourth year does no harm"),
    ],
)
def test_three_figures_of_every_season_are_needed(positions, expected):
    assert has_full_years(positions, 4) is expected


def test_annual_figures_never_have_full_years_of_seasons():
    assert not has_full_years(np.arange(40), 1)


def slow_season_shows(y):
    n = len(y)
    slope, level = np.polyfit(np.arange(n), y, 1)
    rest = [y[t] - level - slope * t for t in range(n)]

    def r(lag):
        return sum(rest[t] * rest[t - lag] for t in range(lag, n)) / sum(e * e for e in rest)

    return r(4) > 1.645 * ((1 + 2 * (r(1) ** 2 + r(2) ** 2 + r(3) ** 2)) / n) ** 0.5


def test_a_season_shows_exactly_when_the_slow_rule_says_so():
    rng = np.random.default_rng(4)
    answers = []
    for strength in np.linspace(0, 1, 60):
        y = np.tile(QUARTERS, 5) * strength + rng.normal(size=20) * 2 + 0.3 * np.arange(20)
        answers.append(season_shows(y, np.arange(20), 4))
        assert answers[-1] == slow_season_shows(y)
    assert {True, False} == set(answers)


def test_an_exact_straight_line_has_no_season():
    assert not season_shows(np.zeros(16), np.arange(16), 4)

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.quarter_effects import remove_quarter_effects, without_quarter_effects
from indicators.analysis.xmr import xmr_chart
from indicators.periods import parse

SEASON = (20.0, -10.0, -30.0, 20.0)


def quarters_from(first, length):
    return [(first - 1 + i) % 4 + 1 for i in range(length)]


@pytest.mark.parametrize("first", [1, 2, 3, 4])
@pytest.mark.parametrize("length", [12, 15, 21])
def test_a_season_on_a_straight_line_leaves_the_line(first, length):
    quarters = quarters_from(first, length)
    line = [100 + 3 * i for i in range(length)]
    season = remove_quarter_effects(
        [y + SEASON[q - 1] for y, q in zip(line, quarters, strict=True)], quarters
    )
    assert season.adjusted == pytest.approx(line, abs=1e-9)
    assert season.effects == pytest.approx(SEASON, abs=1e-9)
    assert season.reason is None


@pytest.mark.parametrize("first", [1, 4])
@pytest.mark.parametrize("step_at", [5, 7, 10])
def test_a_season_beside_a_step_leaves_the_step(first, step_at):
    quarters = quarters_from(first, 15)
    stepped = [100 + 3 * i + 40 * (i >= step_at) for i in range(15)]
    values = [y + SEASON[q - 1] for y, q in zip(stepped, quarters, strict=True)]
    season = remove_quarter_effects(values, quarters, step_at=step_at)
    assert season.adjusted == pytest.approx(stepped, abs=1e-9)


@given(
    values=st.lists(st.none() | st.floats(-1e3, 1e3), min_size=16, max_size=40),
    first=st.integers(1, 4),
)
def test_effects_agree_with_ordinary_least_squares(values, first):
    quarters = quarters_from(first, len(values))
    present = [i for i, value in enumerate(values) if value is not None]
    if min([quarters[i] for i in present].count(quarter) for quarter in (1, 2, 3, 4)) < 3:
        assert remove_quarter_effects(values, quarters).adjusted is None
        return
    dummies = np.array([[quarters[i] == quarter for quarter in (1, 2, 3, 4)] for i in present], dtype=float)
    fit = sm.OLS([values[i] for i in present], np.column_stack([dummies, present])).fit()
    levels = fit.params[:4]
    season = remove_quarter_effects(values, quarters)
    assert season.effects == pytest.approx(levels - levels.mean(), abs=1e-6)
    assert math.fsum(season.effects) == pytest.approx(0, abs=1e-9)
    for value, adjusted, quarter in zip(values, season.adjusted, quarters, strict=True):
        assert (value is None) == (adjusted is None)
        if value is not None:
            assert adjusted == value - season.effects[quarter - 1]


@pytest.mark.parametrize(
    ("periods", "taken_out"),
    [
        pytest.param([f"{2008 + i // 4}-{3 * (i % 4) + 1:02d}-01/P3M" for i in range(12)], True, id="quarters"),
        pytest.param([f"{2008 + i // 4}-{3 * (i % 4) + 3:02d}-28/P1D" for i in range(12)], True, id="days a quarter apart"),
        pytest.param([f"{2008 + i // 4}-{3 * (i % 4) + 1:02d}-01/P3M" for i in range(11)], False, id="not three years"),
        pytest.param([f"{2008 + i}-01-01/P3M" for i in range(12)], False, id="one quarter of each year"),
        pytest.param([f"{2008 + i // 4}-{3 * (i % 4) + 1:02d}-01/P1Y" for i in range(12)], False, id="rolling years"),
        pytest.param([f"{2008 + i}-01-01/P1Y" for i in range(12)], False, id="years"),
        pytest.param([f"2008-{i + 1:02d}-01/P1M" for i in range(12)], False, id="months"),
        pytest.param([], False, id="nothing"),
    ],
)  # fmt: skip
def test_only_a_run_of_quarters_has_quarter_effects(periods, taken_out):
    values = [100 + SEASON[i % 4] for i in range(len(periods))]
    found = without_quarter_effects(values, [parse(period) for period in periods])
    assert found == (pytest.approx([100] * len(values)) if taken_out else None)


def test_a_step_hidden_by_the_season_shows_once_the_season_is_out():
    quarters = quarters_from(1, 24)
    noise = [0, 1, -1, 0, 1, 0, -1, 1, 0, -1, 1, 0, 0, 1, -1, 0, 1, 0, -1, 1, 0, -1, 1, 0]
    raw = [
        SEASON[q - 1] + e + (4 if i >= 12 else 0)
        for i, (q, e) in enumerate(zip(quarters, noise, strict=True))
    ]
    assert set(xmr_chart(raw, improvement="up").special_cause) == {None}
    adjusted = remove_quarter_effects(raw, quarters).adjusted
    assert "shift" in xmr_chart(adjusted, improvement="up").special_cause


@pytest.mark.parametrize(
    ("values", "years"),
    [([1.0] * 11, 2), ([1.0] * 8 + [None] * 4, 2), ([1.0] * 12 + [None] * 0, 3), ([], 0)],
    ids=["eleven quarters", "two years and a hole", "three years", "nothing"],
)
def test_three_values_of_each_quarter_are_needed(values, years):
    season = remove_quarter_effects(values, quarters_from(1, len(values)))
    if years == 3:
        assert season.reason is None
    else:
        assert (season.adjusted, season.effects, season.reason.code) == (None, None, "too_few_years")
        assert season.reason.figures == {"years": years, "needed": 3}


def test_infinite_values_are_named():
    season = remove_quarter_effects([1.0, math.inf] * 6, quarters_from(1, 12))
    assert season.reason.figures == {"positions": (1, 3, 5, 7, 9, 11)}


@pytest.mark.parametrize(
    ("quarters", "message"),
    [
        ([1, 2], "3 values but 2 quarters"),
        ([1, 2, 5], "quarter 5 at position 2"),
        ([1, 2, 4], "quarter 4 at position 2"),
    ],
    ids=["lengths", "no such quarter", "a hole in time"],
)
def test_wrong_quarters_are_refused(quarters, message):
    with pytest.raises(ValueError, match=message):
        remove_quarter_effects([1.0, 2.0, 3.0], quarters)

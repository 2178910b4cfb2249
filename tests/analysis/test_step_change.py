from __future__ import annotations

import math
import pickle
from dataclasses import FrozenInstanceError, fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis.step_change import StepChange, fewest_points, find_step_change, strength_of
from tests.analysis.classics import BELTS, COAL, DRIVERS, HURON, LYNX, NILE, PASSENGERS, PRESIDENTS


def found(classic, **choices):
    return find_step_change(
        classic.values, **{"periods_per_year": classic.periods_per_year, "polarity": "lower"} | choices
    )


class TestPublishedSeries:
    def test_nile_falls_by_a_quarter_in_1899(self):
        nile = found(NILE, polarity="higher")
        assert nile.p_change == pytest.approx(0.996, abs=0.001)
        assert NILE.start + nile.index == 1899
        # The published 95 per cent interval of the last year of the old level is 1895 to 1902.
        assert 1896 <= NILE.start + nile.index_range[0] <= NILE.start + nile.index_range[1] <= 1903
        assert nile.size == pytest.approx(-250, abs=10)
        assert nile.size_interval[1] - nile.size_interval[0] == pytest.approx(4 * 35, rel=0.1)
        assert (nile.strength, nile.judgement, nile.account) == ("very_strong", "worse", "step")

    def test_drivers_killed_or_injured_fall_with_the_seat_belt_law(self):
        drivers = found(DRIVERS, scale="log")
        assert drivers.p_change == pytest.approx(0.96, abs=0.005)
        assert drivers.index == BELTS
        assert drivers.index_range == (BELTS, BELTS)
        assert drivers.size == pytest.approx(-21, abs=1)
        assert (drivers.size_unit, drivers.judgement) == ("per_cent", "better")

    def test_front_passengers_fall_with_the_seat_belt_law(self):
        passengers = found(PASSENGERS, scale="log")
        assert passengers.p_change > 0.99
        assert passengers.index == BELTS
        assert passengers.size_interval[0] < -30 < passengers.size_interval[1]

    def test_coal_disasters_fall_about_1890(self):
        raw, stabilised = found(COAL), found(COAL, scale="root")
        assert raw.p_change == pytest.approx(0.96, abs=0.01)
        assert COAL.start + raw.index == 1887
        assert COAL.start + stabilised.index in (1890, 1891, 1892)
        # Published: from about 3.1 a year to 0.9.
        assert raw.size_interval[0] < -2.2 < raw.size_interval[1]
        assert stabilised.size == pytest.approx(-2.2, abs=0.3)

    @pytest.mark.parametrize(
        ("classic", "p_change"),
        [
            pytest.param(LYNX, 0.13, id="lynx: a cycle"),
            pytest.param(HURON, 0.26, id="Lake Huron: slow noise"),
            # The quarters of the presidents' series were joined where figures are missing: it has no season.
            pytest.param(PRESIDENTS._replace(periods_per_year=1), 0.30, id="presidents: slow noise"),
        ],
    )
    def test_no_claim_where_there_is_no_step(self, classic, p_change):
        result = found(classic)
        assert result.p_change == pytest.approx(p_change, abs=0.005)
        assert result.strength in ("none", "too_early")
        assert result.judgement is None


STEADY = [float(x) for x in np.random.default_rng(2).normal(50, 2, 40)]
STEP = [*STEADY[:20], *(x + 12 for x in STEADY[20:])]
TREND = [x + 0.7 * i for i, x in enumerate(STEADY)]


@pytest.mark.parametrize(
    ("values", "strength", "judgement"),
    [
        pytest.param(STEADY, "none", None, id="steady"),
        pytest.param(STEP, "very_strong", "better", id="step"),
        pytest.param(TREND, "gradual", "better", id="trend"),
        pytest.param([-x for x in TREND], "gradual", "worse", id="trend downwards"),
        pytest.param([-x for x in STEP], "very_strong", "worse", id="step downwards"),
    ],
)
def test_what_a_clear_series_is_called(values, strength, judgement):
    result = find_step_change(values, periods_per_year=1, polarity="higher")
    assert (result.strength, result.judgement, result.reason) == (strength, judgement, None)


@pytest.mark.parametrize(
    ("polarity", "judgement"), [("higher", "better"), ("lower", "worse"), ("neutral", None), ("range", None)]
)
def test_a_step_is_judged_by_what_is_wanted(polarity, judgement):
    assert find_step_change(STEP, periods_per_year=1, polarity=polarity).judgement == judgement


@pytest.mark.parametrize(
    ("p_none", "p_trend", "p_change", "strength"),
    [
        (0.0, 0.05, 0.95, "very_strong"),
        (0.0, 0.051, 0.949, "strong"),
        (0.2, 0.0, 0.80, "strong"),
        (0.201, 0.0, 0.799, "signs"),
        (0.25, 0.25, 0.50, "signs"),
        (0.0, 0.50, 0.499, "gradual"),
        (0.50, 0.01, 0.49, "none"),
        (0.49, 0.02, 0.49, "too_early"),
    ],
)
def test_the_thresholds_of_the_words(p_none, p_trend, p_change, strength):
    assert strength_of(p_none, p_trend, p_change) == strength


@pytest.mark.parametrize(
    ("p_change", "in_100"), [(0.95, 95), (0.949, 94), (0.8, 80), (0.7999, 79), (0.499, 49), (0.004, 0)]
)
def test_the_chance_in_hundredths_never_reaches_the_next_strength(p_change, in_100):
    assert StepChange(30, "raw", p_step=p_change, p_both=0.0).in_100 == in_100


REFUSALS = {
    "no points": ([], {}, "no_values"),
    "one point": ([1.0], {}, "too_few_points"),
    "three points": ([1.0, 2.0, 3.0], {}, "too_few_points"),
    "seven points": ([float(x) for x in range(7)], {}, "too_few_points"),
    "eleven quarters": ([float(x) for x in range(11)], {}, "too_few_points"),
    "nine years": ([float(x) for x in range(9)], {"periods_per_year": 1}, "too_few_points"),
    "35 months": (STEADY[:35], {"periods_per_year": 12}, "too_few_points"),
    "twelve quarters with a hole": ([None, *range(11)], {}, "too_few_points"),
    "constant": ([5.0] * 20, {}, "has_not_moved"),
    "constant but for binary arithmetic": ([0.3, 0.3, 0.1 + 0.2] * 7, {}, "has_not_moved"),
    "constant nought": ([0.0] * 20, {}, "has_not_moved"),
    "a season and nothing else": ([1.0, 2.0, 5.0, 3.0] * 5, {}, "has_not_moved"),
    "all missing": ([None] * 20, {}, "no_values"),
    "all NaN": ([math.nan] * 20, {}, "no_values"),
    "infinite": ([*STEADY, math.inf], {}, "not_finite"),
    "minus infinite": ([-math.inf, *STEADY], {}, "not_finite"),
    "break in the middle": (STEADY, {"break_at": (20,)}, "break_in_series"),
    "overlapping": (STEADY, {"overlapping": True}, "overlapping_periods"),
    "nought on the log scale": ([0.0, *STEADY], {"scale": "log"}, "outside_scale"),
    "100 on the logit scale": ([100.0, *STEADY], {"scale": "logit"}, "outside_scale"),
}


@pytest.mark.parametrize(("values", "choices", "code"), REFUSALS.values(), ids=REFUSALS.keys())
def test_refusals_give_a_reason_and_no_number(values, choices, code):
    result = find_step_change(values, **{"periods_per_year": 4, "polarity": "higher"} | choices)
    assert result.reason.code == code
    told = {"points", "scale", "reason"}
    assert all(getattr(result, field.name) is None for field in fields(StepChange) if field.name not in told)
    assert result.p_change is None


def test_a_refusal_carries_its_figures():
    few = find_step_change([1.0, 2.0, None], periods_per_year=4, polarity="higher")
    assert few.reason.figures == {"points": 2, "needed": 12}
    broken = find_step_change(STEADY, periods_per_year=4, polarity="higher", break_at=(5, 30))
    assert broken.reason.figures == {"points": 40, "at": 30, "points_after": 10}
    assert (fewest_points(1), fewest_points(2), fewest_points(4), fewest_points(12)) == (10, 12, 12, 36)


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"periods_per_year": 0}, "periods_per_year"),
        ({"polarity": "up"}, "'up'"),
        ({"scale": "sqrt"}, "'sqrt'"),
        ({"break_at": (40,)}, "40"),
        ({"break_at": (-1,)}, "-1"),
    ],
)
def test_wrong_use_is_told_at_once_even_of_an_empty_series(choices, message):
    for values in (STEADY, []):
        with pytest.raises(ValueError, match=message):
            find_step_change(values, **{"periods_per_year": 1, "polarity": "higher"} | choices)


def test_a_break_before_the_first_figure_breaks_nothing():
    whole = find_step_change(STEP, periods_per_year=1, polarity="higher")
    assert find_step_change(STEP, periods_per_year=1, polarity="higher", break_at=(0,)) == whole


def test_one_change_in_an_otherwise_constant_series_is_found():
    result = find_step_change([3.0] * 9 + [5.0] * 9, periods_per_year=1, polarity="higher")
    assert (result.index, result.strength) == (9, "very_strong")
    assert result.size == pytest.approx(2, abs=0.15)
    assert result.size_interval[0] < 2 < result.size_interval[1]


def test_dates_within_four_points_of_an_end_are_not_tried():
    late = [*STEADY[:37], *(x + 12 for x in STEADY[37:])]
    result = find_step_change(late, periods_per_year=1, polarity="higher")
    assert result.tested == (4, 36)
    assert result.index == 36


def test_holes_keep_their_places():
    """The index counts slots; NaN and None say the same; the step is found where it is."""
    with_holes = [None if i in (3, 18, 19, 30) else x for i, x in enumerate(STEP)]
    as_nan = np.array([math.nan if x is None else x for x in with_holes])
    result = find_step_change(with_holes, periods_per_year=4, polarity="higher")
    assert result.index == 20
    assert result.points == 36
    assert find_step_change(as_nan, periods_per_year=4, polarity="higher") == result


def test_holes_at_the_ends_change_nothing_but_the_index():
    whole = find_step_change(STEP, periods_per_year=4, polarity="higher")
    padded = find_step_change([None] * 4 + STEP + [None] * 3, periods_per_year=4, polarity="higher")
    assert padded.index == whole.index + 4
    assert padded.p_change == pytest.approx(whole.p_change, abs=1e-12)


def test_a_step_on_the_logit_scale_is_told_in_points_between_the_two_levels():
    noise = np.random.default_rng(8).normal(0, 0.1, 30)
    logits = np.where(np.arange(30) < 15, math.log(92 / 8), math.log(96 / 4)) + noise
    result = find_step_change(
        100 / (1 + np.exp(-logits)), periods_per_year=1, polarity="higher", scale="logit"
    )
    assert result.size == pytest.approx(4, abs=0.5)
    assert result.size_unit == "measure"


series = st.lists(st.floats(-100, 100), min_size=12, max_size=24).filter(lambda xs: np.ptp(xs) > 1e-3)


@settings(max_examples=60, deadline=None)
@given(series, st.sampled_from([1, 4]), st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_the_unit_of_measurement_does_not_matter(values, periods_per_year, factor, shift):
    one = find_step_change(values, periods_per_year=periods_per_year, polarity="higher")
    other = find_step_change(
        [shift + factor * x for x in values], periods_per_year=periods_per_year, polarity="higher"
    )
    if one.reason is not None or other.reason is not None:
        return
    assert other.p_change == pytest.approx(one.p_change, abs=1e-5)
    assert one.p_none + one.p_trend + one.p_step + one.p_both == pytest.approx(1)
    assert one.index_range[0] <= one.index <= one.index_range[1]
    assert one.size_interval[0] <= one.size <= one.size_interval[1]


@settings(max_examples=40, deadline=None)
@given(series)
def test_looking_from_the_other_side_turns_the_step_over(values):
    up = find_step_change(values, periods_per_year=1, polarity="higher")
    down = find_step_change([-x for x in values], periods_per_year=1, polarity="lower")
    assert down.p_change == pytest.approx(up.p_change, abs=1e-9)
    assert down.index == up.index
    assert down.size == pytest.approx(-up.size, abs=1e-4 * np.ptp(values))


@pytest.mark.parametrize("factor", [1e-180, 1e-20, 1e20, 1e180])
def test_very_large_and_very_small_figures_are_figures(factor):
    plain = find_step_change(STEP, periods_per_year=4, polarity="higher")
    result = find_step_change([factor * x for x in STEP], periods_per_year=4, polarity="higher")
    assert result.p_change == pytest.approx(plain.p_change)
    assert result.size == pytest.approx(factor * plain.size)


def test_a_result_is_frozen_and_can_be_kept():
    result = find_step_change(STEP, periods_per_year=1, polarity="higher")
    with pytest.raises(FrozenInstanceError):
        result.size = 0.0
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301

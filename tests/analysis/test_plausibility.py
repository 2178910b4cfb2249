from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.new_level import new_levels
from indicators.analysis.plausibility import level_jumps, scale_jumps
from tests.analysis.spec_tables import cases, numbers

steady = st.lists(st.floats(80, 120), min_size=7, max_size=30)


def _written(hit):
    return f"{hit.index} {hit.kind}" + (f" {hit.factor:g}" if hit.factor else "")


@pytest.mark.parametrize("row", cases("plausible_values"))
def test_scale_jumps(row):
    assert ";".join(map(_written, scale_jumps(numbers(row["values"])))) == row["hits"]


def test_a_hit_says_what_was_expected():
    (hit,) = scale_jumps([10, 11, 10, 120, 11, 10, 11])
    assert (hit.value, hit.expected) == (120, 10.5)
    assert hit.ratio == pytest.approx(120 / 10.5)
    assert hit.robust_z > 6


def test_a_part_in_another_unit_says_what_was_expected():
    hits = scale_jumps([45, 46, 44, 47, 45, 0.46, 0.45])
    assert [hit.expected for hit in hits] == [pytest.approx(45)] * 2
    assert [hit.ratio for hit in hits] == pytest.approx([0.46 / 45, 0.01])
    assert all(hit.robust_z < -50 for hit in hits)


@given(steady, st.data(), st.sampled_from([0.001, 0.01, 0.1, 10, 100, 1000]))
def test_a_slip_in_a_steady_series_is_always_found_and_nothing_else(values, data, factor):
    place = data.draw(st.integers(0, len(values) - 1))
    values[place] *= factor
    hits = scale_jumps(values)
    assert [(hit.index, hit.factor) for hit in hits] == [(place, pytest.approx(factor))]


@given(steady)
def test_a_steady_series_has_no_hits(values):
    assert scale_jumps(values) == ()


@given(steady, st.data(), st.sampled_from([0.01, 1000]))
def test_hits_do_not_depend_on_the_unit(values, data, unit):
    values[data.draw(st.integers(0, len(values) - 1))] *= 10
    places = [hit.index for hit in scale_jumps(values)]
    assert [hit.index for hit in scale_jumps([value * unit for value in values])] == places


def test_a_jump_of_one_area_alone_is_found():
    area, others = [20, 21, 20, 40, 21, 20, 21], [30, 31, 30, 31, 30, 31, 30]
    (hit,) = level_jumps(area, others)
    assert (hit.index, hit.kind, hit.value, hit.factor) == (3, "level", 40, None)
    assert hit.expected == pytest.approx(20.5 * 31 / 30.5, rel=0.02)


def test_a_jump_that_everybody_made_is_no_hit():
    area, others = [20, 21, 20, 40, 21, 20, 21], [30, 31, 30, 60, 30, 31, 30]
    assert level_jumps(area, others) == ()
    assert [hit.index for hit in level_jumps(area)] == [3]


def test_periods_without_a_reference_are_left_out():
    area, others = [20, 21, 20, 40, 21, 20, 21, 20], [30, 31, 30, None, 30, 0, 30, 31]
    assert level_jumps(area, others) == ()


def test_thresholds_are_the_callers():
    values = [20, 21, 20, 40, 21, 20, 21]
    assert level_jumps(values, smallest_change=1.5) == ()
    assert level_jumps(values, robust_z=1000) == ()


def test_a_small_move_in_a_series_below_nought_is_measured_by_its_size():
    assert level_jumps([-5, -5, -5, -5.2, -5, -5, -5], smallest_change=0) == ()
    assert [hit.index for hit in level_jumps([-5, -5, -5, -7, -5, -5, -5])] == [3]


def test_a_reference_of_another_length_is_refused():
    with pytest.raises(ValueError, match="3 values but 2"):
        level_jumps([1, 2, 3], [1, 2])


def test_too_few_values_for_a_level():
    assert level_jumps([1, 1, 9, 1]) == ()


def test_noise_alone_seldom_makes_a_hit():
    random = np.random.default_rng(7)
    hits = sum(
        bool(
            scale_jumps(list(np.exp(random.normal(3, 0.3, 20))))
            or level_jumps(list(random.normal(50, 5, 20)))
        )
        for _ in range(300)
    )
    assert hits <= 3


@pytest.mark.parametrize("row", cases("new_levels"))
def test_new_levels(row):
    assert [level.index for level in new_levels(numbers(row["values"]))] == (
        [int(row["at"])] if row["at"] else []
    )


def test_a_new_level_says_from_where_to_where():
    (level,) = new_levels([10, 11, 10, 10.5, 21, 22, 21, 22])
    assert (level.before, level.after) == (10.5, 21)
    assert level.ratio == pytest.approx(2)

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.transforms import (
    check_scale,
    from_scale,
    outside_scale,
    step_in_unit,
    suited_scale,
    to_scale,
)

INSIDE = {
    "raw": st.floats(-1e9, 1e9),
    "log": st.floats(1e-6, 1e9),
    "root": st.floats(0, 1e6),
    "logit": st.floats(0.001, 99.999),
}


@pytest.mark.parametrize("scale", INSIDE)
@given(st.data())
def test_there_and_back(scale, data):
    x = data.draw(INSIDE[scale])
    assert float(from_scale(to_scale(x, scale), scale)) == pytest.approx(x, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("scale", "x", "expected"),
    [
        ("log", 0.0, -np.inf),
        ("log", -3.0, -np.inf),
        ("root", -0.1, -np.inf),
        ("root", 0.0, 2 * 0.375**0.5),
        ("logit", 0.0, -np.inf),
        ("logit", 100.0, np.inf),
        ("logit", 130.0, np.inf),
        ("logit", 50.0, 0.0),
    ],
)
def test_the_limits_of_a_scale(scale, x, expected):
    assert float(to_scale(x, scale)) == expected


def test_a_count_is_never_below_nought():
    assert from_scale(np.array([-4.0, 0.0, 1.0]), "root").tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("scale", "values", "offender"),
    [
        ("log", [1, 0, 5], 0),
        ("log", [1, 2, 5], None),
        ("root", [0, 3], None),
        ("root", [0, -1], -1),
        ("logit", [50, 100], 100),
        ("logit", [0, 50], 0),
        ("logit", [0.1, 99.9], None),
        ("raw", [-5, 0, 500], None),
    ],
)
def test_values_that_a_scale_cannot_carry(scale, values, offender):
    reason = outside_scale(np.array(values, dtype=float), scale)
    if offender is None:
        assert reason is None
    else:
        assert (reason.code, reason.figures["value"], reason.figures["count"]) == (
            "outside_scale",
            offender,
            1,
        )


def test_an_unknown_scale_is_wrong_use():
    with pytest.raises(ValueError, match="'sqrt'"):
        check_scale("sqrt")


def test_a_step_on_the_log_scale_is_read_in_per_cent():
    assert float(step_in_unit(np.log(0.8), 5.0, 0.3, "log")) == pytest.approx(-20)


def test_a_step_on_the_logit_scale_is_the_difference_of_the_two_levels():
    old, new = to_scale(92.0, "logit"), to_scale(96.0, "logit")
    mean_level = 0.75 * old + 0.25 * new
    assert float(step_in_unit(new - old, float(mean_level), 0.25, "logit")) == pytest.approx(4.0)


def test_a_step_on_the_root_scale_is_the_difference_of_the_two_levels():
    old, new = to_scale(3.0, "root"), to_scale(1.0, "root")
    mean_level = 0.5 * old + 0.5 * new
    assert float(step_in_unit(new - old, float(mean_level), 0.5, "root")) == pytest.approx(-2.0)


@pytest.mark.parametrize(
    ("kind", "values", "scale"),
    [
        pytest.param("count", [21, 400], "log", id="counts above 20"),
        pytest.param("count", [20, 400], "root", id="a small count among them"),
        pytest.param("count", [0, 3], "root", id="small counts with nought"),
        pytest.param("rate", [0.4, 3.0], "log", id="positive rates"),
        pytest.param("rate", [0.0, 3.0], "raw", id="a rate of nought"),
        pytest.param("percentage", [40, 60], "raw", id="middling percentages"),
        pytest.param("percentage", [10, 90], "raw", id="up to 10 and 90"),
        pytest.param("percentage", [85, 90.1], "logit", id="passes 90"),
        pytest.param("percentage", [9.9, 12], "logit", id="falls below 10"),
        pytest.param("percentage", [97, 100], "raw", id="100 has no logit"),
        pytest.param("other", [0.1, 900], "raw", id="anything else"),
        pytest.param("count", [], "raw", id="no figures"),
    ],
)
def test_the_suited_scale(kind, values, scale):
    assert suited_scale(np.array(values, dtype=float), kind) == scale

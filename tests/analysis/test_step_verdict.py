from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.step_verdict import beyond_baseline, step_verdict
from indicators.model import Reason
from tests.analysis.spec_tables import cases

UNKNOWN = Reason("unknown")
PARTS = ("size", "signal", "relative", "held")


def _number(text):
    return UNKNOWN if text == "?" else float(text)


@pytest.mark.parametrize("row", cases("step_verdict"))
def test_verdict(row):
    found = step_verdict(
        polarity=row["polarity"],
        beyond_baseline=_number(row["beyond_baseline"]),
        threshold=_number(row["threshold"]),
        signal=UNKNOWN if row["signal"] == "?" else row["signal"],
        own_change=_number(row["own_change"]),
        comparator_change=_number(row["comparator_change"]),
        periods_since=_number(row["since"]),
        periods_held=_number(row["held"]),
    )
    answers = (row["size"], row["signal_answer"], row["relative"], row["held_answer"])
    assert tuple(getattr(found, part).answer for part in PARTS) == answers
    assert found.verdict == row["verdict"]


def test_every_part_keeps_its_figures():
    found = _verdict(own_change=46 - 40, comparator_change=43 - 41)
    assert found.relative.reason == Reason(
        "difference_in_differences", {"gain": 4.0, "own": 6, "comparator": 2}
    )
    assert found.size.reason == Reason("gain_against_threshold", {"gain": 5, "threshold": 3})
    assert found.held.reason == Reason("periods_held", {"held": 2, "since": 2, "needed": 2})


def test_an_unknown_part_keeps_the_reason_it_was_given():
    found = _verdict(comparator_change=Reason("no_comparator"))
    assert found.relative.reason.code == "no_comparator"


@pytest.mark.parametrize(
    "wrong", [{"threshold": -1}, {"periods_since": 1, "periods_held": 2}, {"periods_held": -1}]
)
def test_wrong_use(wrong):
    with pytest.raises(ValueError, match=r"-1|2 of 1"):
        _verdict(**wrong)


PAST = [12.0, 11.8, 11.5, 11.4, 11.1]  # 2002 to 2006, lower is better


@pytest.mark.parametrize(
    ("actual", "beyond"), [(9.6, -0.64), (10.5, 0.26), (10.24, 0)], ids=["turned", "not turned", "on it"]
)
def test_turning_the_curve(actual, beyond):
    assert beyond_baseline(PAST, actual, steps_ahead=4) == beyond  # TV-RBA-01: the line reaches 10.24 in 2010


def test_one_point_has_no_line():
    assert beyond_baseline([12.0], 11, steps_ahead=1) == Reason("too_few_points", {"points": 1, "needed": 2})


def test_the_line_only_goes_forward():
    with pytest.raises(ValueError, match="got 0"):
        beyond_baseline(PAST, 11, steps_ahead=0)


@given(st.lists(st.integers(-100, 100), min_size=2, max_size=12), st.integers(-100, 100), st.integers(1, 8))
def test_the_line_is_the_least_squares_line(past, actual, ahead):
    slope, level = np.polyfit(np.arange(len(past)), past, 1)
    expected = actual - (level + slope * (len(past) - 1 + ahead))
    assert beyond_baseline(past, actual, steps_ahead=ahead) == pytest.approx(expected, abs=1e-8)


def _verdict(**changes):
    inputs = {
        "polarity": "higher",
        "beyond_baseline": 5,
        "threshold": 3,
        "signal": "better",
        "own_change": 6,
        "comparator_change": 2,
        "periods_since": 2,
        "periods_held": 2,
    }
    return step_verdict(**{**inputs, **changes})

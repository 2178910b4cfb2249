from __future__ import annotations

import pytest

from indicators.analysis.step_verdict import step_verdict
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

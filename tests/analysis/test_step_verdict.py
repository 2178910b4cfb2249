from __future__ import annotations

import pytest

from indicators.analysis.step_verdict import step_verdict
from indicators.model import Reason
from indicators.wording.reasons import sentence
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
        kept=UNKNOWN if row["held"] == "?" else [word == "yes" for word in row["held"].split()],
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
    assert found.held.reason == Reason(
        "periods_held", {"kept": 2, "first": 2, "latest": 2, "since": 2, "needed": 2}
    )


def test_an_unknown_part_keeps_the_reason_it_was_given():
    found = _verdict(comparator_change=Reason("no_comparator"))
    assert found.relative.reason.code == "no_comparator"


def test_wrong_use():
    with pytest.raises(ValueError, match="-1"):
        _verdict(threshold=-1)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("", "No period has passed since."),
        ("y", "Better than the average before in 1 of 1 periods since."),
        ("yyy", "Better than the average before in 3 of 3 periods since."),
        ("yynyy", "Better than the average before in 4 of 5 periods since."),
        ("ynn", "Better than the average before in the first of 3 periods since, and no longer."),
        ("yynnnnnnn", "Better than the average before in the first 2 of 9 periods since, and no longer."),
        ("nyynn", "Better than the average before in 2 of 5 periods since, the latest not among them."),
        ("nnn", "Better than the average before in 0 of 3 periods since."),
    ],
)
def test_what_is_said_of_holding(kept, said):
    reason = _verdict(kept=[mark == "y" for mark in kept]).held.reason
    assert sentence(reason) == f"{said} The first 2 and the latest 2 must be better."


def _verdict(**changes):
    inputs = {
        "polarity": "higher",
        "beyond_baseline": 5,
        "threshold": 3,
        "signal": "better",
        "own_change": 6,
        "comparator_change": 2,
        "kept": [True, True],
    }
    return step_verdict(**{**inputs, **changes})

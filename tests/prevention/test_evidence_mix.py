"""Core pounds by the grade of their studies."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest

from indicators.prevention.evidence_mix import DISAGREE, evidence_mix
from indicators.prevention.rows import InterventionEvidence, TaggedLine
from indicators.prevention.schemes import Scheme

SCHEME = Scheme("S", "S", "ours", MappingProxyType({"PP": "core", "AS": "acute"}), MappingProxyType({}))


def study(line, grade):
    return InterventionEvidence("C", "m", "p", line, grade, None, None)


def part(line, level, amount, proportion="1"):
    return TaggedLine(
        *("county", "own", "2024-04-01/P1Y", "m", "p", line, Decimal(amount), level, Decimal(proportion)),
        *("high", "coder", "first", None, None, "here", "OURS"),
    )


CASES = {
    "no study at all": ([], [], "100", [(None, "100", "1")]),
    "one of two lines": (
        [study("a", "E3")],
        [part("a", "PP", "25")],
        "100",
        [("E3", "25", "1/4"), (None, "75", "3/4")],
    ),
    "only the core part of a line": (
        [study("a", "E2")],
        [part("a", "PP", "80", "0.5"), part("a", "AS", "80", "0.5")],
        "40",
        [("E2", "40", "1")],
    ),
    "two studies of one grade": (
        [study("a", "E1"), study("a", "E1")],
        [part("a", "PP", "10")],
        "10",
        [("E1", "10", "1")],
    ),
    "studies that disagree are not averaged": (
        [study("a", "E5"), study("a", "EX"), study("b", "EX")],
        [part("a", "PP", "30"), part("b", "PP", "10")],
        "80",
        [("EX", "10", "1/8"), (DISAGREE, "30", "3/8"), (None, "40", "1/2")],
    ),
    "a line nobody tagged as core": (
        [study("a", "E4")],
        [part("a", "AS", "30")],
        "10",
        [(None, "10", "1")],
    ),
    "the surest first, whoever spent it": (
        [study("a", "E0"), study("b", "E5")],
        [part("a", "PP", "10"), part("b", "PP", "20"), part("b", "PP", "10")],
        "40",
        [("E5", "30", "3/4"), ("E0", "10", "1/4")],
    ),
    "no core spending": ([study("a", "E4")], [part("a", "AS", "30")], "0", []),
}


@pytest.mark.parametrize(("studies", "parts", "core", "expected"), CASES.values(), ids=CASES)
def test_core_pounds_by_the_grade_of_their_studies(studies, parts, core, expected):
    found = evidence_mix(studies, parts, Decimal(core), SCHEME)
    assert [(each.grade, each.core, each.share) for each in found] == [
        (grade, Decimal(amount), Fraction(share)) for grade, amount, share in expected
    ]


def test_more_behind_studies_than_there_is_is_an_error():
    with pytest.raises(ValueError, match="lines with studies come to 30, all core spending to 20"):
        evidence_mix([study("a", "E4")], [part("a", "PP", "30")], Decimal(20), SCHEME)

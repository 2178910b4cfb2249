"""Every rule of the linter has its sentence, and every code of the evidence its words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from indicators.analysis.special_causes import HighOrLow, SpecialCause
from indicators.analysis.step_change import Strength
from indicators.analysis.step_verdict import Answer, Verdict
from indicators.analysis.target_chance import ChanceWord
from indicators.analysis.trend_marker import Marker
from indicators.analysis.xmr import Assurance, Variation
from indicators.wording import chance, evidence, lint

ANALYSIS = Path(__file__).parents[2] / "indicators" / "analysis"
RULE = re.compile(r'Finding\(\s*"(\w+)"')


def test_every_rule_of_the_linter_has_its_sentence():
    made = {
        name for file in ANALYSIS.glob("lint*.py") for name in RULE.findall(file.read_text(encoding="utf-8"))
    }
    assert len(made) >= 9
    assert made == lint.SENTENCES.keys()


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Variation, evidence.VARIATION),
        (Assurance, evidence.ASSURANCE),
        (Strength, evidence.STRENGTH),
        (Marker, evidence.TREND),
        (Verdict, evidence.VERDICT),
        (Answer, evidence.ANSWERS),
        (ChanceWord, chance.CHANCE),
    ],
    ids=["variation", "assurance", "strength", "marker", "verdict", "answer", "chance"],
)
def test_every_code_has_its_words(codes, words):
    assert set(get_args(codes)) == words.keys()
    assert all(words.values())


def test_every_special_cause_has_words_for_both_sides():
    wanted = {(cause, side) for cause in get_args(SpecialCause) for side in get_args(HighOrLow)}
    assert wanted == evidence.CAUSES.keys()

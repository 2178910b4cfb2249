"""Every choice of the chains' and benefits' datasets, every finding and every mark of theirs has its word."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from indicators.datasets import dataset
from indicators.scrutiny import benefit_map, benefit_standing, benefits, chain_questions, chain_risks, chains
from indicators.wording import benefits as benefit_words
from indicators.wording import chains as chain_words
from indicators.wording.scrutiny_findings import SENTENCES

SCRUTINY = Path(chains.__file__).parent
WORDS = {
    "tier": (get_args(chains.Tier), chain_words.TIERS),
    "role": (get_args(chains.Role), chain_words.ROLES),
    "kind of link": (get_args(chains.LinkType), chain_words.LINK_TYPES),
    "strength": (tuple(chains.COLOURS), chain_words.STRENGTHS),
    "shape of a strength": (tuple(chains.COLOURS), chain_words.SHAPES),
    "criticality": (get_args(chains.Criticality), chain_words.CRITICALITY),
    "status of an action": (get_args(chains.ActionStatus), chain_words.ACTION_STATUS),
    "status of a risk": (get_args(chain_risks.RiskStatus), chain_words.RISK_STATUS),
    "likelihood": (range(chain_risks.LOWEST, chain_risks.HIGHEST + 1), chain_words.LIKELIHOOD),
    "impact": (range(chain_risks.LOWEST, chain_risks.HIGHEST + 1), chain_words.IMPACT),
    "question": (chain_questions.QUESTIONS, chain_words.QUESTIONS),
    "group of questions": (get_args(chain_questions.Group), chain_words.GROUPS),
    "kind of benefit": (get_args(benefits.BenefitKind), benefit_words.KINDS),
    "class of value": (get_args(benefits.ValueClass), benefit_words.VALUE_CLASSES),
    "status of a benefit": (get_args(benefit_standing.BenefitStatus), benefit_words.STATUSES),
    "kind of entry of the map": ((*get_args(benefit_map.MapKind), "dis_benefit"), benefit_words.MAP_KINDS),
}


@pytest.mark.parametrize(("choices", "words"), WORDS.values(), ids=WORDS)
def test_every_choice_has_a_word_and_none_is_left_over(choices, words):
    assert set(choices) == set(words)


def test_shapes_tell_strengths_apart_without_colour():
    assert len(set(chain_words.SHAPES.values())) == len(chain_words.SHAPES)


def test_the_words_of_the_scale_are_those_of_the_declaration():
    said = dataset("chain_link").field("strength").description
    assert said == ", ".join(f"{step} {word}" for step, word in chain_words.STRENGTHS.items()) + "."


def test_every_finding_on_chains_and_benefits_has_a_sentence():
    made = {
        rule
        for file in (*SCRUTINY.glob("chain*.py"), *SCRUTINY.glob("benefit*.py"))
        for rule in re.findall(r'Finding\(\s*"([a-z_]+)"', file.read_text(encoding="utf-8"))
    }
    assert len(made) >= 10
    assert made - SENTENCES.keys() == set()


STANDS = {
    "on plan": ("benefit", Fraction(9, 10), False, "● at least nine tenths of plan"),
    "slipping": ("benefit", Fraction(89, 100), True, "▲ below nine tenths of plan"),
    "nothing came": ("benefit", Fraction(0), True, "▲ below nine tenths of plan"),
    "the other way": ("benefit", Fraction(-1, 100), True, "■ gone the other way"),
    "a harm as planned": ("dis_benefit", Fraction(1), False, "● no worse than planned"),
    "a harm that is worse": ("dis_benefit", Fraction(11, 10), False, "▲ worse than planned"),
    "a harm that turned out a gain": ("dis_benefit", Fraction(-1), False, "● no worse than planned"),
    "unknown": ("benefit", None, False, "○ cannot say"),
}


@pytest.mark.parametrize(("kind", "share", "slipping", "said"), STANDS.values(), ids=STANDS)
def test_where_a_benefit_stands(kind, share, slipping, said):
    assert benefit_words.standing(kind, share, slipping=slipping).text == said


@pytest.mark.parametrize(
    ("amounts", "decimals"),
    [((), 0), (("3", None), 0), (("2.50000",), 1), (("1", "2.25"), 2), (("1.23456",), 2)],
)
def test_amounts_have_the_decimals_that_they_need(amounts, decimals):
    known = [None if amount is None else Decimal(amount) for amount in amounts]
    assert benefit_words.decimals_of(*known) == decimals

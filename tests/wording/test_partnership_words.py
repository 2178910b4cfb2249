"""Whatever the pages on the partnership show as a code has its word, and none is left over."""

from __future__ import annotations

from typing import get_args

import pytest

from indicators.datasets import dataset
from indicators.scrutiny import board_seats, case_studies, partner_survey, publicity, secondments, sectors
from indicators.scrutiny.survey_rounds import SHOWN
from indicators.wording import (
    life_findings,
    partnership_health,
    partnership_health_sentences,
    partnership_life,
)
from indicators.wording import sectors as sector_words

WORDS = {
    "sectors": (sectors.SECTORS, sector_words.SECTORS),
    "groups of sectors": (sectors.GROUPS, sector_words.GROUPS),
    "states of a seat": (board_seats.IN_ORDER, partnership_life.STATES),
    "shapes of a seat": (board_seats.IN_ORDER, partnership_life.SHAPES),
    "states of a secondment": (secondments.IN_ORDER, partnership_life.SECONDMENT_STATES),
    "who pays": (get_args(secondments.CostBearer), partnership_life.COST_BEARERS),
    "what a case study lacks": (get_args(case_studies.Lack), life_findings.LACKING),
    "grades": (dataset("case_study").field("evidence_grade").choices, partnership_life.GRADES),
    "channels": (get_args(publicity.Channel), partnership_life.CHANNELS),
    "statements": (partner_survey.OBJECTIVES, partnership_health.STATEMENTS),
    "heads": (partner_survey.OBJECTIVES, partnership_health.HEADS),
}


@pytest.mark.parametrize(("choices", "words"), WORDS.values(), ids=WORDS)
def test_every_choice_that_is_shown_has_a_word_and_none_is_left_over(choices, words):
    assert list(choices) == list(words)


def test_every_group_of_the_survey_has_a_name_of_its_own():
    names = [partnership_health_sentences.group(name) for name in SHOWN]
    assert len(set(names)) == len(names)
    assert len(partnership_health.ANSWERS) == len(partner_survey.SCALE)


def test_every_statement_is_a_sentence_to_agree_with():
    for statement in partnership_health.STATEMENTS.values():
        assert statement.endswith(".")
        assert " no " not in statement.removeprefix("Together we achieve what no partner")

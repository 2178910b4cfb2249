"""What the datasets may say is what the room judges, word for word."""

from __future__ import annotations

from typing import get_args

import pytest

from indicators.datasets import dataset
from indicators.scrutiny import (
    benefit_map,
    benefit_standing,
    benefits,
    chain_questions,
    chain_risks,
    chains,
    health_check,
    partnerships,
    promises,
    question,
    recommendation,
)

CHOICES = [
    ("recommendation", "response", recommendation.Response),
    ("recommendation", "officer_assessment", recommendation.Progress),
    ("recommendation", "member_assessment", recommendation.Progress),
    ("partnership", "lsp_relation", partnerships.Relation),
    ("partnership", "significance", partnerships.Significance),
    ("partnership_health", "heading", health_check.Heading),
    ("chain_node", "tier", chains.Tier),
    ("chain_node", "role", chains.Role),
    ("chain_link", "link_type", chains.LinkType),
    ("chain_link", "criticality", chains.Criticality),
    ("chain_answer", "question", chain_questions.Question),
    ("chain_answer", "round", chain_questions.Round),
    ("chain_action", "status", chains.ActionStatus),
    ("chain_risk", "status", chain_risks.RiskStatus),
    ("benefit", "kind", benefits.BenefitKind),
    ("benefit", "status", benefit_standing.BenefitStatus),
    ("benefit_edge", "start_kind", benefit_map.MapKind),
    ("benefit_edge", "end_kind", benefit_map.MapKind),
    ("benefit", "value_class", benefits.ValueClass),
    ("scrutiny_question", "subject_kind", question.SubjectKind),
]


@pytest.mark.parametrize(
    ("name", "column", "words"), CHOICES, ids=[f"{name}.{column}" for name, column, _ in CHOICES]
)
def test_declared_choices_are_those_that_are_judged(name, column, words):
    assert dataset(name).field(column).choices == get_args(words)


SCALES = {
    ("partnership_health", "score"): (0, health_check.HIGHEST),
    ("chain_link", "strength"): (min(chains.COLOURS), max(chains.COLOURS)),
    ("chain_risk", "likelihood"): (chain_risks.LOWEST, chain_risks.HIGHEST),
    ("chain_risk", "impact"): (chain_risks.LOWEST, chain_risks.HIGHEST),
    ("chain_answer", "score"): (chain_questions.LOWEST, chain_questions.HIGHEST),
}


@pytest.mark.parametrize(("column", "scale"), SCALES.items(), ids=[".".join(column) for column in SCALES])
def test_declared_scales_are_those_that_are_judged(column, scale):
    name, field = column
    assert (dataset(name).field(field).minimum, dataset(name).field(field).maximum) == scale


def test_a_closed_partnership_can_be_declared():
    assert partnerships.CLOSED in dataset("partnership").field("status").choices


def test_a_benefit_owns_no_figure_of_its_own():
    assert not [field for field in dataset("benefit").fields if field.type == "number"]


def test_a_promise_can_be_kept_in_a_question():
    needed = {
        "figure_period",
        "figure_value",
        "promised_value",
        "promised_period",
        "indicator_code",
        "area_code",
    }
    assert needed <= set(dataset("scrutiny_question").columns)
    assert (
        len(promises.Promise.__dataclass_fields__) == len(needed) + 4
    )  # its code, the question, the answer and its day

"""A delivery chain with everything recorded of it: the worked example, what contradicts itself, risks, the order of chains."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from indicators.scrutiny.chain_questions import QUESTIONS, ChainAnswer
from indicators.scrutiny.chain_risks import ChainRisk, ranked, risk_findings
from indicators.scrutiny.chain_whole import DeliveryChain, judge_chain, weakest_first
from indicators.scrutiny.chains import ChainAction, ChainLink, ChainNode

TODAY = date(2026, 11, 20)
CHAIN = DeliveryChain("C", "A chain", "Better", None, None, "Director", None, None, "s", "S")


def links(*strengths, criticality="critical_path"):
    return [
        ChainLink(f"L{n}", f"N{n}", f"N{n + 1}", "funding", strength, criticality)
        for n, strength in enumerate(strengths)
    ]


def nodes(count):
    return [ChainNode(f"N{n}", f"Body {n}", "county", "deliver") for n in range(count)]


def agreed(question, score):
    return ChainAnswer(question, None, "consensus", score)


def judged(**given):
    return judge_chain(given.pop("chain", CHAIN), as_of=TODAY, **given)


def test_the_worked_example():
    """Twelve agreed scores, five critical links of which one is broken, and twelve partners who lie far apart on one question."""
    alone = [1, 2, 2, 3, 4, 2, 3, 1, 2, 3, 2, 4]
    answers = [
        agreed(question, score)
        for question, score in zip(QUESTIONS, [3, 3, 2, 3, 1, 3, 2, 2, 3, 4, 2, 2], strict=True)
    ]
    answers += [ChainAnswer("DC03", f"P{n}", "individual", score) for n, score in enumerate(alone)]
    found = judged(nodes=nodes(6), links=links(4, 3, 3, 1, 2), answers=answers)
    assert (found.rating.weakest, found.rating.colour, found.rating.mean) == (1, "red", Fraction(13, 5))
    assert found.rating.weakest_links == ("L3",)
    assert (found.score.mean, found.score.rescaled) == (Fraction(5, 2), Fraction(1, 2))
    third = found.score.questions[2]
    assert third.spread == pytest.approx(0.9538, abs=5e-5)
    assert [each.question for each in found.score.questions if each.partners_disagree] == ["DC03"]
    assert [each.subject for each in found.findings] == ["L3", "L4"]


def test_two_scores_agreed_together_count_as_none_and_are_a_finding():
    found = judged(answers=[agreed("DC01", 2), agreed("DC01", 4), agreed("DC02", 3)])
    assert found.score.questions[0].consensus is None
    assert found.score.mean == 3
    assert [(each.rule, each.subject, each.figures) for each in found.findings] == [
        ("agreed_twice", "DC01", {"scores": (2, 4)})
    ]


REVIEWS = {
    "yesterday": (date(2026, 11, 19), ["review_overdue"]),
    "today": (TODAY, []),
    "no day": (None, []),
}


@pytest.mark.parametrize(("due_on", "expected"), REVIEWS.values(), ids=REVIEWS)
def test_a_review_whose_day_has_passed(due_on, expected):
    found = judged(chain=replace(CHAIN, next_review_on=due_on))
    assert [each.rule for each in found.findings] == expected


def risk(code, likelihood=3, impact=3, *, response=None, status="open"):
    return ChainRisk(code, None, "It breaks", likelihood, impact, response, "Manager", status)


def test_the_largest_risk_comes_first_and_closed_ones_last():
    made = [
        risk("A", 1, 1),
        risk("B", 4, 4, status="closed"),
        risk("C", 3, 4),
        risk("D", 4, 3),
        risk("E", 4, 4),
    ]
    assert [each.code for each in ranked(made)] == ["E", "C", "D", "A", "B"]


RISKS = {
    "high, and nothing done": (risk("R"), True),
    "something is done": (risk("R", response="A second college is asked."), False),
    "below nine": (risk("R", 2, 4), False),
    "closed": (risk("R", status="closed"), False),
    "it has happened": (risk("R", status="happened"), True),
}


@pytest.mark.parametrize(("one", "asked"), RISKS.values(), ids=RISKS)
def test_a_high_risk_without_a_response_is_asked_about(one, asked):
    assert [each.rule for each in risk_findings([one])] == ["high_risk_without_response"] * asked


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 1), (1, 5)])
def test_a_step_beyond_the_scale_is_refused(likelihood, impact):
    with pytest.raises(ValueError, match="not 1 to 4"):
        ranked([risk("R", likelihood, impact)])


def test_the_weakest_chain_comes_first_and_what_cannot_be_rated_last():
    made = {
        "no links": [],
        "strong": links(4, 4),
        "weak on the whole": links(1, 1),
        "weak in one place": links(1, 4),
        "only supporting": links(1, criticality="supporting"),
    }
    chains = [judged(chain=replace(CHAIN, code=code), links=each) for code, each in made.items()]
    assert [each.chain.code for each in weakest_first(chains)] == [
        "weak on the whole",
        "weak in one place",
        "strong",
        "no links",
        "only supporting",
    ]


def test_open_actions_come_first_by_their_day():
    def action(code, status="open", due_on=None):
        return ChainAction(code, "L0", None, due_on, status)

    made = [action("A", "done"), action("B"), action("C", due_on=TODAY), action("D", due_on=date(2026, 1, 1))]
    assert [each.code for each in judged(actions=made).actions] == ["D", "C", "B", "A"]

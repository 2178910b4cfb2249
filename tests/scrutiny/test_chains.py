"""Delivery chains: the rating, the shape, the twelve questions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny.chain_findings import chain_findings
from indicators.scrutiny.chain_questions import GROUPS, QUESTIONS, ChainAnswer, chain_score
from indicators.scrutiny.chains import ChainAction, ChainLink, ChainNode, chain_rating
from indicators.scrutiny.graph import cycles
from tests.analysis.spec_tables import cases

TODAY = date(2026, 11, 20)


def numbers(text):
    return [] if text == "-" else [int(word) for word in text.split()]


def link(start, end, strength=3, criticality="critical_path", *, code=None, link_type="funding"):
    return ChainLink(code or f"{start}{end}", start, end, link_type, strength, criticality)


def node(code):
    return ChainNode(code, f"Body {code}", "county", "deliver")


def written(value):
    return "-" if value is None else f"{float(value):.7g}"


@pytest.mark.parametrize("row", cases("delivery_chains"))
def test_rating(row):
    links = [
        link("A", "B", strength, criticality, code=f"{criticality} {number}")
        for column, criticality in (("critical_links", "critical_path"), ("supporting_links", "supporting"))
        for number, strength in enumerate(numbers(row[column]))
    ]
    found = chain_rating(links)
    assert str(found.weakest or "-") == row["weakest"]
    assert (found.colour or "-") == row["colour"]
    assert str(len(found.weakest_links)) == row["number_of_weakest"]
    assert found.mean == (None if row["mean"] == "-" else Fraction(row["mean"]).limit_denominator(20))
    assert (found.reason is not None) == (row["weakest"] == "-")


@pytest.mark.parametrize("row", cases("chain_questions"))
def test_spread_of_answers_to_one_question(row):
    answers = [
        ChainAnswer("DC03", f"P{n}", "individual", score) for n, score in enumerate(numbers(row["scores"]))
    ]
    found = chain_score(answers).questions[2]
    assert written(found.mean) == row["mean"]
    assert (found.spread is None) == (row["spread"] == "-")
    if found.spread is not None:
        assert found.spread == pytest.approx(float(row["spread"]), abs=5e-5)
    assert found.partners_disagree == (row["partners_disagree"] == "yes")


def test_twelve_consensus_scores_have_mean_two_and_a_half():
    scores = [3, 3, 2, 3, 1, 3, 2, 2, 3, 4, 2, 2]
    found = chain_score(
        ChainAnswer(question, None, "consensus", score)
        for question, score in zip(QUESTIONS, scores, strict=True)
    )
    assert (found.mean, found.rescaled, found.without_consensus) == (Fraction(5, 2), Fraction(1, 2), ())
    assert [each.consensus for each in found.questions] == scores


def test_a_question_without_consensus_is_named_and_not_counted():
    found = chain_score([ChainAnswer("DC01", None, "consensus", 4)])
    assert (found.mean, found.without_consensus) == (4, QUESTIONS[1:])
    assert chain_score([ChainAnswer("DC01", "P", "individual", 4)]).reason.code == "no_consensus"


def test_there_are_twelve_questions_in_five_groups():
    assert tuple(GROUPS) == QUESTIONS
    assert (len(QUESTIONS), len(set(GROUPS.values()))) == (12, 5)


REFUSED = {
    "a thirteenth question": ([ChainAnswer("DC13", "P", "individual", 1)], "none of the twelve"),
    "five": ([ChainAnswer("DC01", "P", "individual", 5)], "scored 5"),
    "nought": ([ChainAnswer("DC01", "P", "individual", 0)], "scored 0"),
    "twice alone": ([ChainAnswer("DC01", "P", "individual", 1)] * 2, "2 times by P"),
    "twice together": ([ChainAnswer("DC01", None, "consensus", 1)] * 2, "all together"),
    "alone by nobody": ([ChainAnswer("DC01", None, "individual", 1)], "names who gave it"),
}


@pytest.mark.parametrize(("answers", "message"), REFUSED.values(), ids=REFUSED)
def test_wrong_answers_are_refused(answers, message):
    with pytest.raises(ValueError, match=message):
        chain_score(answers)


def test_a_strength_beyond_the_scale_is_refused():
    with pytest.raises(ValueError, match="strength 5"):
        chain_rating([link("A", "B", 5)])


SHAPES = {
    "a line": ("ABC", [link("A", "B"), link("B", "C")], []),
    "a node nobody links": ("ABC", [link("A", "B")], [("node_without_link", "C")]),
    "a link into nowhere": ("AB", [link("A", "B"), link("B", "X")], [("link_to_unknown_node", "BX")]),
    "a circle": ("ABC", [link("A", "B"), link("B", "C"), link("C", "B")], [("cycle", "B")]),
    "a node that points at itself": ("A", [link("A", "A")], [("cycle", "A")]),
    "two circles": (
        "ABCD",
        [link("A", "B"), link("B", "A"), link("B", "C"), link("C", "D"), link("D", "C")],
        [("cycle", "A"), ("cycle", "C")],
    ),
    "a diamond is no circle": (
        "ABCD",
        [link("A", "B"), link("A", "C"), link("B", "D"), link("C", "D")],
        [],
    ),
    "the same link twice": ("AB", [link("A", "B"), link("A", "B", code="again")], [("linked_twice", "A")]),
    "two kinds of link": ("AB", [link("A", "B"), link("A", "B", code="i", link_type="informal")], []),
}


@pytest.mark.parametrize(("nodes", "links", "expected"), SHAPES.values(), ids=SHAPES)
def test_shape(nodes, links, expected):
    found = chain_findings([node(code) for code in nodes], links, [], TODAY)
    assert [(each.rule, each.subject) for each in found] == expected
    assert all(each.figures for each in found)


def action(status="open", due="2026-12-01", of="AB"):
    return ChainAction("N1", of, "Head of service", due and date.fromisoformat(due), status)


ACTIONS = {
    "nothing is done about a weak link": ([], ["weak_link_without_action"]),
    "something is": ([action()], []),
    "it was done": ([action("done", "2020-01-01")], []),
    "it was dropped": ([action("dropped", "2020-01-01")], ["weak_link_without_action"]),
    "it is late": ([action(due="2026-11-19")], ["action_overdue"]),
    "it is due today": ([action(due="2026-11-20")], []),
    "it has no date": ([action(due=None)], []),
    "it is for another link": ([action(of="BC")], ["weak_link_without_action"]),
}


@pytest.mark.parametrize(("actions", "expected"), ACTIONS.values(), ids=ACTIONS)
def test_actions(actions, expected):
    weak = [link("A", "B", 2), link("B", "C", 3), link("A", "C", 1, "supporting")]
    found = chain_findings([node(code) for code in "ABC"], weak, actions, TODAY)
    assert [each.rule for each in found] == expected


def by_walking(edges):
    """Slow and obvious: every simple path; a node is on a circle if a path comes back to it."""

    def back(start, at, seen):
        return any(
            end == start or (end not in seen and back(start, end, {*seen, end}))
            for begin, end in edges
            if begin == at
        )

    return {node for edge in edges for node in edge if back(node, node, {node})}


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), max_size=9))
def test_cycles_are_those_found_by_walking(edges):
    found = cycles(edges)
    nodes = [each for group in found for each in group]
    assert set(nodes) == by_walking(edges)
    assert len(nodes) == len(set(nodes))
    assert all(first < second for first, second in pairwise(found))


@given(st.lists(st.integers(1, 4), min_size=1, max_size=30))
def test_spread_is_that_of_the_standard_library(scores):
    found = chain_score(ChainAnswer("DC01", str(n), "individual", score) for n, score in enumerate(scores))
    assert found.questions[0].spread == pytest.approx(pstdev(scores))
    assert sum(found.questions[0].counts) == len(scores)

"""Key lines of enquiry: every rule asks where it should and is silent on the twin; ranking; words; promises."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny import partnerships, promises, question, recommendation, recommendations
from indicators.scrutiny.asked_of_registers import OF_RECOMMENDATIONS, questions_on_recommendation
from indicators.scrutiny.promises import Promise, promise_kept
from indicators.scrutiny.question import RULES, WEIGHTS, Question, ranked, shortlist
from indicators.scrutiny.recommendation import Recommendation
from indicators.scrutiny.recommendations import standing
from indicators.wording import enquiry, scrutiny, scrutiny_findings
from tests.analysis.spec_tables import cases
from tests.data.embedded_files import rows_of
from tests.scrutiny.asked_samples import (
    INDICATOR,
    OFF,
    PAIRS,
    TODAY,
    YEARS,
    D,
    level,
    on_indicator,
    on_register,
    rated,
)

SCRUTINY = Path(question.__file__).parent


def rules(questions):
    return [each.rule for each in questions]


@pytest.mark.parametrize(
    ("rule", "asked", "silent"),
    [pytest.param(rule, asked, silent, id=f"{rule}: {name}") for rule, name, asked, silent in PAIRS],
)
def test_a_rule_asks_of_its_case_and_is_silent_on_the_twin(rule, asked, silent):
    assert rules(asked).count(rule) == 1
    assert rule not in rules(silent)


def test_every_rule_has_a_case():
    assert {rule for rule, *_ in PAIRS} == set(RULES)


@pytest.mark.parametrize("asked", [q for _, _, asked, _ in PAIRS for q in asked], ids=lambda q: q.rule)
def test_every_question_says_what_why_a_good_answer_and_whom(asked):
    words = enquiry.in_words(asked.rule, asked.title, asked.figures, asked.ask)
    assert words.question.endswith("?")
    assert words.why.endswith(".")
    assert words.good_answer.endswith(".")
    assert words.ask
    assert re.search(r"\d|“|\bno\b", words.why), f"no figure in: {words.why}"
    for text in (words.question, words.why, words.good_answer, words.ask):
        assert "{" not in text
        assert "None" not in text


def test_every_rule_has_words_and_none_are_left_over():
    assert set(enquiry.LINES) == set(RULES)
    assert set(enquiry.WEIGHTS) == set(WEIGHTS) == {rule.weight for rule in RULES.values()}
    assert set(enquiry.OUTCOMES) == set(get_args(promises.Outcome))


def test_every_finding_of_a_register_has_a_sentence_and_none_is_left_over():
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SCRUTINY.glob("*.py")))
    assert set(re.findall(r'Finding\(\s*"([a-z_]+)"', text)) == set(scrutiny_findings.SENTENCES)
    assert set(OF_RECOMMENDATIONS) <= set(RULES)


def test_the_registers_words_are_complete():
    assert set(scrutiny.PROGRESS) == set(get_args(recommendation.Progress))
    assert set(scrutiny.STATES) == set(recommendations.IN_ORDER)
    assert set(scrutiny.INSIDE) == set(get_args(partnerships.Inside))
    assert set(scrutiny.SIGNIFICANCE) == set(get_args(partnerships.Significance))


def test_a_reason_for_asking_reads_as_a_sentence():
    (asked,) = on_register(significance="major", agreement="a deed")
    words = enquiry.in_words(asked.rule, asked.title, asked.figures, asked.ask)
    assert words.why == "It is of major significance and has no exit terms."
    assert words.ask == "the keeper of the register"


def test_an_easier_target_is_larger_than_a_harder_one():
    sizes = {
        polarity: [
            on_indicator(polarity=polarity, levels=(level("50"), level(now)))[0].size for now in ("45", "55")
        ]
        for polarity in ("higher", "lower", "neutral")
    }
    assert sizes == {"higher": [1, 0], "lower": [0, 1], "neutral": [0, 0]}


def asked(rule, subject="A", size=0):
    return Question(rule, subject, subject, {"n": 1}, None, Fraction(size))


def test_questions_are_ranked_by_weight_then_rule_then_size_then_code():
    expected = [
        asked("red_two_periods", "B", 5),
        asked("red_two_periods", "A", 2),
        asked("red_two_periods", "C", 2),
        asked("weakest_link", "A", 9),
        asked("just_under_the_reward_line", "A", 800_000),
        asked("judged_differs", "A", 2),
        asked("recommendation_without_date", "R2"),
        asked("stale_figures", "A", 900),
    ]
    assert list(ranked(reversed(expected))) == expected


def test_the_rules_stand_in_the_order_of_their_weights():
    places = [WEIGHTS.index(rule.weight) for rule in RULES.values()]
    assert places == sorted(places)


def test_a_matter_is_asked_once_of_a_subject():
    both = on_register(significance="major", agreement="a deed", review_due_on=date(2026, 1, 1))
    assert sorted(rules(both)) == ["no_exit_terms", "review_overdue"]
    assert rules(ranked(both)) == ["no_exit_terms"]
    twice = [asked("stale_figures", "A", 10), asked("stale_figures", "A", 90), asked("revised_figures", "A")]
    assert [(each.rule, each.size) for each in ranked(twice)] == [("stale_figures", 90)]
    assert len(ranked([asked("stale_figures"), asked("red_two_periods"), asked("stale_figures", "B")])) == 3


def test_a_shortlist_has_one_of_a_subject_and_three_of_a_rule():
    many = [asked("stale_figures", name, 9) for name in "ABCDE"]
    found = shortlist(ranked([*many, asked("worsening", "A", 1)]), 10)
    assert [(each.rule, each.subject) for each in found] == [
        ("worsening", "A"),
        ("stale_figures", "B"),
        ("stale_figures", "C"),
        ("stale_figures", "D"),
    ]
    assert len(shortlist(many, 2)) == 2


@given(
    st.lists(st.builds(asked, st.sampled_from(list(RULES)), st.sampled_from("ABC"), st.integers(0, 3))),
    st.integers(0, 12),
)
def test_a_shortlist_keeps_the_order_and_its_limits(questions, most):
    in_order = ranked(questions)
    found = shortlist(in_order, most)
    assert len(found) <= most
    assert [each for each in in_order if each in found] == list(found)
    subjects = [(RULES[each.rule].subject_kind, each.subject) for each in found]
    assert len(set(subjects)) == len(subjects)
    if len(found) < most:
        left = [each for each in in_order if each not in found]
        assert all(
            (RULES[each.rule].subject_kind, each.subject) in subjects
            or [one.rule for one in found].count(each.rule) == 3
            for each in left
        )


def test_what_a_rule_says_of_an_illustrative_level():
    (found,) = on_indicator(rated=rated("amber"), judged_rating="green", is_illustrative=True)
    assert "nobody promised it" in enquiry.in_words(found.rule, found.title, found.figures, None).why
    (found,) = on_indicator(**OFF)
    why = enquiry.in_words(found.rule, found.title, found.figures, None).why
    assert why.startswith("Nobody has promised a level. Beside an illustrative one")
    assert "planned" not in why


def test_the_same_code_of_another_kind_is_another_subject():
    assert len(ranked([asked("recommendation_overdue", "A"), asked("review_overdue", "A")])) == 2


@given(st.lists(st.builds(asked, st.sampled_from(list(RULES)), st.sampled_from("AB"), st.integers(0, 3))))
def test_ranking_loses_no_matter_and_does_not_depend_on_order(questions):
    found = ranked(questions)
    assert found == ranked(reversed(questions))

    def matter(each):
        return RULES[each.rule].subject_kind, each.subject, RULES[each.rule].matter

    assert {matter(each) for each in questions} == {matter(each) for each in found}
    assert len({matter(each) for each in found}) == len(found)


def test_a_question_without_a_figure_or_a_rule_is_refused():
    with pytest.raises(ValueError, match="stale_figures asks about A without a figure"):
        Question("stale_figures", "A", "A", {}, None, Fraction(0))
    with pytest.raises(ValueError, match="'curiosity'"):
        asked("curiosity")


def test_an_indicator_about_which_nothing_is_known_is_not_asked_about():
    assert on_indicator() == ()
    assert INDICATOR.rated == ()


def test_the_embedded_recommendations_open_with_questions_on_dates():
    def made(row):
        due, evidence = row["due_on"], row["evidence_on"]
        one = Recommendation(
            row["recommendation_code"],
            row["review"],
            int(row["position"]),
            row["addressee"],
            due_on=date.fromisoformat(due) if due else None,
            evidence=row["evidence"],
            evidence_on=date.fromisoformat(evidence) if evidence else None,
            evidence_strength=row["evidence_strength"],
        )
        return questions_on_recommendation(standing(one, TODAY), row["title"])

    found = ranked(each for row in rows_of("recommendation") for each in made(row))
    assert [(each.rule, each.subject) for each in found][:2] == [
        ("recommendation_overdue", "R11"),
        ("recommendation_without_date", "R3"),
    ]
    assert len(found) == 10
    assert {each.ask for each in found} == {"Cabinet"}


def amounts(text):
    words = [] if text == "-" else text.split()
    return {year: Decimal(word) for year, word in zip(YEARS, words, strict=False) if word != "."}


@pytest.mark.parametrize("row", cases("promises"))
def test_promise(row):
    one = Promise(
        "P1",
        "WASTE",
        "E10000025",
        "When will it be back?",
        "Next year.",
        YEARS[1],
        D(40),
        None if row["level"] == "-" else D(row["level"]),
        None if row["by"] == "-" else YEARS[int(row["by"])],
        None if row["made"] == "-" else date.fromisoformat(row["made"]),
    )
    recorded = {YEARS[1], *(YEARS[int(place)] for place in row["recorded"].replace("-", ""))}
    found = promise_kept(one, amounts(row["figures"]), row["polarity"], recorded)
    assert (found.outcome or "-") == row["outcome"]
    assert (found.reason.code if found.reason else "-") == row["reason"]
    assert ("-" if found.moved is None else str(found.moved)) == row["moved"]
    assert found.is_revised == (row["revised"] == "yes")


def test_a_promise_needs_a_way_that_is_better():
    one = Promise("P1", "WASTE", "E10000025", "?", ".", YEARS[1], D(40))
    with pytest.raises(ValueError, match="'neutral'"):
        promise_kept(one, {}, "neutral")


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4), st.integers(0, 9))
def test_what_has_been_decided_is_not_decided_again_by_later_figures(later, promised):
    one = Promise("P1", "WASTE", "E10000025", "?", ".", YEARS[1], D(4), D(promised))
    figures = {YEARS[1]: D(4)} | dict(zip(YEARS[2:], map(D, later), strict=False))
    first = promise_kept(one, {YEARS[1]: D(4), YEARS[2]: D(later[0])}, "higher")
    assert promise_kept(one, figures, "higher") == first
    assert (first.outcome == "held") == (later[0] >= promised)
    mirrored = replace(one, value=D(-4), level=D(-promised))
    other = promise_kept(mirrored, {period: -value for period, value in figures.items()}, "lower")
    assert other.outcome == first.outcome

"""The partner survey: shares, spread, change since the round before, and the gap between partners."""

from __future__ import annotations

import statistics
from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from indicators.datasets import dataset
from indicators.scrutiny import partner_survey
from indicators.scrutiny.partner_survey import (
    OBJECTIVES,
    GroupAnswers,
    SectorAnswers,
    SurveyRound,
    statement_answers,
)
from indicators.scrutiny.sectors import SECTORS
from indicators.scrutiny.survey_comparison import agreement_difference, by_chance_alone
from indicators.scrutiny.survey_groups import ALL
from indicators.scrutiny.survey_rounds import MOST_ROUNDS, SHOWN, judge_round

COUNTS = st.tuples(*[st.integers(0, 15)] * 5)


def answers(survey="R1", objective="equality", **by_sector):
    return [SectorAnswers(survey, objective, sector, counts) for sector, counts in by_sector.items()]


def group(*counts):
    return GroupAnswers(ALL, sum(counts), counts)


@given(COUNTS)
def test_shares_and_spread_are_those_of_the_answers_written_out(counts):
    found = group(*counts)
    written_out = [value for value, count in enumerate(counts, start=1) for _ in range(count)]
    if not written_out:
        assert (found.share(4, 5), found.spread) == (None, None)
        return
    assert found.spread == pytest.approx(statistics.pstdev(written_out))
    assert found.share(4, 5) == Fraction(sum(value >= 4 for value in written_out), len(written_out))
    assert found.share(1, 2) + found.share(3) + found.share(4, 5) == 1


WIDE = {
    "all alike": ((0, 0, 10, 0, 0), False),
    "half strongly for, half strongly against": ((5, 0, 0, 0, 5), True),
    "half for, half against": ((0, 5, 0, 5, 0), True),
    "mostly one way": ((0, 1, 2, 10, 3), False),
}


@pytest.mark.parametrize(("counts", "wide"), WIDE.values(), ids=WIDE)
def test_answers_are_divided_from_half_of_the_largest_spread_on(counts, wide):
    assert group(*counts).is_wide is wide


def test_a_hidden_group_has_no_figure_and_says_why():
    found = statement_answers(
        answers(public=(1, 2, 3, 4, 5), health=(2, 2, 2, 2, 2), private=(1, 1, 1, 0, 0)), SHOWN
    )
    assert found[ALL].counts == (4, 5, 6, 6, 7)
    assert found["public"].counts == (1, 2, 3, 4, 5)
    hidden = found["private"]
    assert (hidden.answered, hidden.counts, hidden.agreeing, hidden.spread) == (None, None, None, None)
    assert (hidden.reason.code, hidden.reason.figures) == ("too_few_answers", {"needed": 8})


def test_a_large_part_is_hidden_where_it_would_give_a_small_one_away():
    found = statement_answers(answers(public=(4, 4, 4, 4, 4), private=(1, 0, 0, 0, 1)), SHOWN)
    assert {name for name, each in found.items() if each.counts} == {ALL}
    assert found["public"].reason.code == "too_few_answers"


def test_nobody_is_not_too_few():
    found = statement_answers(answers(public=(4, 4, 4, 4, 4)), SHOWN)
    assert (found["faith"].answered, found["faith"].reason.code) == (0, "nobody_answered")


WRONG = {
    "below nought": (answers(public=(1, -1, 0, 0, 9)), "-1"),
    "a sector twice": (answers(public=(1, 0, 0, 0, 0)) * 2, "twice"),
}


@pytest.mark.parametrize(("given_", "message"), WRONG.values(), ids=WRONG)
def test_wrong_answers_are_refused(given_, message):
    with pytest.raises(ValueError, match=message):
        statement_answers(given_, SHOWN)


DIFFERENCES = {
    "clearly more": ((0, 2, 2, 10, 10), (10, 10, 2, 2, 0), "more"),
    "clearly fewer": ((10, 10, 2, 2, 0), (0, 2, 2, 10, 10), "fewer"),
    "the same": ((2, 2, 2, 2, 2), (2, 2, 2, 2, 2), "not_told_apart"),
    "more of few": ((1, 1, 1, 3, 3), (2, 1, 2, 2, 2), "not_told_apart"),
    "all and none": ((0, 0, 0, 0, 8), (8, 0, 0, 0, 0), "more"),
}


@pytest.mark.parametrize(("first", "second", "verdict"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_two_groups_differ_by_newcombes_interval(first, second, verdict):
    found = agreement_difference(group(*first), group(*second))
    limits = confint_proportions_2indep(
        sum(first[3:]), sum(first), sum(second[3:]), sum(second), method="newcomb", compare="diff"
    )
    assert found.interval == pytest.approx([limit * 100 for limit in limits], abs=1e-6)
    assert found.verdict == verdict


@given(COUNTS.filter(sum), COUNTS.filter(sum))
def test_a_difference_lies_in_its_interval_and_turns_round(first, second):
    one = agreement_difference(group(*first), group(*second))
    other = agreement_difference(group(*second), group(*first))
    assert one.interval[0] - 1e-9 <= one.points <= one.interval[1] + 1e-9
    assert other.interval == pytest.approx((-one.interval[1], -one.interval[0]))


def test_what_is_hidden_is_not_compared():
    hidden = statement_answers(answers(private=(1, 1, 1, 0, 0)), SHOWN)["private"]
    found = agreement_difference(group(5, 5, 5, 5, 5), hidden)
    assert (found.points, found.interval, found.verdict) == (None, None, None)
    assert found.reason.code == "too_few_answers"


def test_one_in_twenty_is_told_apart_by_chance():
    assert by_chance_alone(8) == pytest.approx(0.4)


def rounds(count):
    return [SurveyRound(f"R{i}", f"Round {i}", date(2010 + i, 6, 30)) for i in range(count)]


def test_a_round_is_held_against_the_one_that_closed_before_it():
    known = rounds(3)
    given_ = answers("R1", public=(10, 5, 5, 5, 5), private=(10, 5, 0, 0, 0)) + answers(
        "R2", public=(2, 2, 2, 12, 12), private=(2, 2, 2, 4, 5)
    )
    judged = judge_round(known[2], reversed(known), given_)
    assert judged.earlier.code == "R1"
    statement = judged.on("equality")
    assert statement.changes[ALL].points == pytest.approx((33 / 45 - 10 / 45) * 100)
    assert statement.gap.points == pytest.approx((24 / 30 - 9 / 15) * 100)
    assert judged.comparisons == 1
    assert judged.on("strengths").groups[ALL].reason.code == "nobody_answered"
    assert [survey.code for survey, _ in judged.gaps] == ["R0", "R1", "R2"]
    first = judge_round(known[0], known, given_)
    assert first.earlier is None
    assert first.on("equality").changes[ALL].reason.code == "no_earlier_round"


def test_the_gap_is_told_of_the_latest_rounds_only():
    known = rounds(12)
    judged = judge_round(known[10], known, [])
    assert [survey.code for survey, _ in judged.gaps] == [f"R{i}" for i in range(3, 11)]
    assert len(judged.gaps) == MOST_ROUNDS


def test_the_declared_statements_are_those_that_are_judged():
    declared = dataset("partner_survey_answer")
    assert declared.field("objective").choices == OBJECTIVES == get_args(partner_survey.Objective)
    assert declared.key == ("survey_code", "sector", "objective")
    assert not {"name", "respondent", "organisation"} & set(declared.columns)
    assert set(SECTORS) < set(SHOWN)

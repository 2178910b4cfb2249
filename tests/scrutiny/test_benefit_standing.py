"""A benefit by the figures of its indicator: what counts, what cannot, what is asked, and nothing counted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.scrutiny.benefit_figures import Measured, actuals
from indicators.scrutiny.benefit_map import MapEdge, around, benefit_map
from indicators.scrutiny.benefit_standing import Benefit, grouped, judge_benefit
from indicators.scrutiny.benefit_totals import benefit_totals
from tests.analysis.model_examples import observation, years
from tests.wording.test_evidence_words import RATE

TODAY = date(2026, 11, 20)
YEARLY = replace(
    RATE, frequency="annual", period_length="P1Y", unit="people", polarity="higher", measure_kind="count"
)
Y = [f"{2019 + n}-01-01/P1Y" for n in range(6)]
BENEFIT = Benefit(
    code="B",
    title="More people",
    description=None,
    kind="benefit",
    value_class="quantified_not_monetised",
    unit="people",
    indicator_code="X",
    area_code="A",
    baseline_period=Y[0],
    objective=None,
    enabling_change=None,
    accountable="Director",
    responsible=None,
    double_count_group=None,
    attribution=None,
    status="realising",
    review_due_on=None,
    source="s",
    source_key="S",
)


def measured(*values, breaks=(), **indicator):
    return Measured(replace(YEARLY, **indicator), tuple(years(2019, *values)), breaks)


def plan(*amounts):
    return {Y[n]: Decimal(amount) for n, amount in enumerate(amounts, start=1) if amount is not None}


def judged(values=(100, 180, 310, 520), planned=(100, 300, 600, 800), measuring=None, **row):
    figures = measured(*values, **(measuring or {}))
    return judge_benefit(replace(BENEFIT, **row), plan(*planned), figures, TODAY)


def test_the_worked_example_read_from_the_figures_of_an_indicator():
    """Planned 0, 100, 300, 600, 800; come 0, 80, 210, 420: 70 per cent at the fourth period."""
    found = judged().realisation
    assert (found.period, found.planned, found.actual, found.share) == (Y[3], 600, 420, Fraction(7, 10))
    assert found.is_slipping


COUNTED = {
    "higher is better": ({}, {}, (100, 130), {Y[1]: 30}, None),
    "lower is better": ({"polarity": "lower"}, {}, (100, 130), {Y[1]: -30}, None),
    "other unit": ({}, {"unit": "pounds"}, (100, 130), {}, "other_unit"),
    "the same unit with a capital": ({}, {"unit": "People "}, (100, 130), {Y[1]: 30}, None),
    "neither way is better": ({"polarity": "neutral"}, {}, (100, 130), {}, "neutral_polarity"),
    "a range": ({"polarity": "range"}, {}, (100, 130), {}, "range_polarity"),
    "no figure at the baseline": ({}, {}, (None, 130), {}, "no_baseline_figure"),
    "no baseline named": ({}, {"baseline_period": None}, (100, 130), {}, "no_baseline_figure"),
    "a break after the baseline": (
        {"breaks": (date(2021, 1, 1),)},
        {},
        (100, 130, 140),
        {Y[1]: 30},
        "basis_changed_since",
    ),
    "a break before the baseline": ({"breaks": (date(2018, 1, 1),)}, {}, (100, 130), {Y[1]: 30}, None),
    "a break on the baseline's first day": (
        {"breaks": (date(2019, 1, 1),)},
        {},
        (100, 130),
        {Y[1]: 30},
        None,
    ),
}


@pytest.mark.parametrize(("measuring", "row", "values", "amounts", "reason"), COUNTED.values(), ids=COUNTED)
def test_what_is_counted(measuring, row, values, amounts, reason):
    given_row = {"unit": "people", "baseline_period": Y[0], **row}
    found = actuals(given_row["unit"], given_row["baseline_period"], measured(*values, **measuring))
    assert found.amounts == amounts
    assert (found.reason.code if found.reason else None) == reason


def test_what_is_doubtful_hidden_or_of_another_length_is_not_counted():
    rows = (
        observation(Y[0], 100),
        observation(Y[1], 900, status="doubtful"),
        observation(Y[2], None, status="suppressed"),
        observation("2021-01-01/P3M", 7),
        observation(Y[3], 120),
    )
    found = actuals("people", Y[0], Measured(YEARLY, rows))
    assert found.amounts == {Y[3]: 20}


WHY_NOT = {
    "no plan": ({"planned": ()}, "no_plan"),
    "no figure since": ({"values": (100,)}, "no_actual_yet"),
    "qualitative": ({"value_class": "qualitative"}, "not_measurable"),
    "no indicator": ({"indicator_code": None}, "not_measurable"),
    "no place": ({"area_code": None}, "not_measurable"),
    "other unit": ({"unit": "pounds"}, "other_unit"),
    "a plan of the wrong sign": ({"planned": (-5,)}, "plan_of_wrong_sign"),
    "a dis-benefit planned as a gain": ({"kind": "dis_benefit"}, "plan_of_wrong_sign"),
}


@pytest.mark.parametrize(("given_row", "reason"), WHY_NOT.values(), ids=WHY_NOT)
def test_what_cannot_be_compared_has_a_reason_and_no_number(given_row, reason):
    found = judged(**given_row).realisation
    assert (found.period, found.share, found.reason.code) == (None, None, reason)


def test_figures_left_out_after_a_break_are_told_beside_the_share():
    found = judged(measuring={"breaks": (date(2022, 6, 1),)})
    assert (found.realisation.period, found.left_out.code) == (Y[2], "basis_changed_since")


def test_without_the_figures_there_is_only_a_plan():
    found = judge_benefit(BENEFIT, plan(10), None, TODAY)
    assert (found.indicator, found.latest, found.is_additive) == (None, None, False)
    assert found.realisation.reason.code == "no_actual_yet"


ASKED = {
    "all is well": ({"values": (100, 200)}, []),
    "its review is late": ({"review_due_on": date(2026, 11, 19)}, ["review_overdue"]),
    "its review is today": ({"review_due_on": TODAY}, []),
    "its review was due and it is retired": ({"review_due_on": date(2020, 1, 1), "status": "retired"}, []),
    "nobody is accountable": ({"accountable": None}, ["nobody_accountable"]),
    "called realised below plan": ({"status": "realised"}, ["realised_below_plan"]),
    "called realised on plan": ({"status": "realised", "values": (100, 200)}, []),
}


@pytest.mark.parametrize(("given_row", "rules"), ASKED.values(), ids=ASKED)
def test_what_is_asked(given_row, rules):
    assert [each.rule for each in judged(**given_row).findings] == rules


def test_the_same_figures_are_counted_once_whatever_the_profiles_say():
    made = [judged(code="B"), judged(code="C"), judged(code="D", area_code="Elsewhere")]
    (found,) = benefit_totals(grouped(made), Y[3])
    assert (found.planned, found.actual) == (1200, 840)
    assert found.counted_elsewhere == {"C": "B"}


def test_one_that_counts_the_same_figures_joins_the_group_of_the_other():
    made = [
        judged(code="B", double_count_group="g"),
        judged(code="C"),
        judged(code="E", area_code="Else", double_count_group="g"),
    ]
    (found,) = benefit_totals(grouped(made), Y[3])
    assert set(found.counted_elsewhere) == {"C", "E"}


def test_benefits_that_point_nowhere_are_no_group():
    made = [judged(code=code, indicator_code=None) for code in "BC"]
    assert [each.profile.double_count_group for each in grouped(made)] == [None, None]


def edge(start, end, start_kind="output", end_kind="benefit"):
    return MapEdge(start, start_kind, end, end_kind)


def test_the_map_keeps_its_entries_in_order_and_each_arrow_once():
    found = benefit_map([edge("a", "b"), edge("c", "b"), edge("a", "b")])
    assert (list(found.kinds), found.edges, found.findings) == (["a", "b", "c"], (("a", "b"), ("c", "b")), ())


def test_a_circle_and_a_name_of_two_kinds_are_findings():
    found = benefit_map([edge("a", "b"), edge("b", "a", "output", "output")])
    assert [(each.rule, each.subject) for each in found.findings] == [("cycle", "a"), ("two_kinds", "b")]
    assert found.kinds["b"] == "benefit"


def test_the_part_around_a_benefit_leaves_out_what_does_not_touch_it():
    whole = benefit_map([edge("a", "b"), edge("b", "c"), edge("x", "c"), edge("y", "z")])
    assert set(around(whole, "b").kinds) == {"a", "b", "c"}
    assert set(around(whole, "c").kinds) == {"a", "b", "c", "x"}
    assert around(whole, "nothing").kinds == {}


letters = st.sampled_from("abcdef")


def leads(edges, start, end, seen=frozenset()):
    """Slow and obvious: whether some way of one arrow or more goes from the one to the other."""
    return any(
        e == end or (e not in seen and leads(edges, e, end, seen | {e})) for s, e in edges if s == start
    )


@given(st.lists(st.tuples(letters, letters), max_size=9), letters)
def test_around_is_what_leads_there_or_is_led_to(pairs, name):
    whole = benefit_map([edge(*pair) for pair in pairs])
    expected = {
        each
        for each in whole.kinds
        if name in whole.kinds
        and (each == name or leads(whole.edges, name, each) or leads(whole.edges, each, name))
    }
    assert set(around(whole, name).kinds) == expected


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=6), st.sampled_from(["higher", "lower"]))
def test_amounts_are_the_distance_on_the_good_side(values, polarity):
    found = actuals("people", Y[0], measured(*values, polarity=polarity)).amounts
    for period, value in zip(Y[1:], values[1:], strict=False):
        better = value - values[0] if polarity == "higher" else values[0] - value
        assert found[period] == better

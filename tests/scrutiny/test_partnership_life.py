"""Secondments, case studies and publicity: spec tables, and a second way to each figure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from indicators.datasets import dataset
from indicators.scrutiny import case_studies, publicity, secondments
from indicators.scrutiny.case_studies import CaseStudy, clearance, clearances
from indicators.scrutiny.publicity import (
    PublicityActivity,
    activities_of,
    awareness_change,
    publicity_measures,
)
from indicators.scrutiny.secondments import (
    Secondment,
    secondment_measures,
    secondment_standing,
    secondments_of,
)
from tests.analysis.spec_tables import cases
from tests.scrutiny.life_cases import day, listed, text

TODAY = date(2026, 11, 22)


def lent(case):
    return Secondment(
        code="S",
        role="analyst",
        home="A",
        home_sector=case["home"],
        host="B",
        host_sector=case["host"],
        began_on=day(case["began"]),
        ends_on=day(case["ends"]),
        fte=float(case["fte"]),
        learning_note=text(case["note"]),
    )


@pytest.mark.parametrize("case", cases("secondments"))
def test_where_a_secondment_stands(case):
    found = secondment_standing(lent(case), day(case["as_of"]))
    assert found.state == case["state"]
    assert found.fte_months == int(case["days"]) * Fraction(case["fte"]) * 12 / Fraction("365.25")
    assert found.secondment.crosses_sectors == (case["crosses"] == "yes")
    assert [each.rule for each in found.findings] == listed(case["findings"])


def test_what_secondments_come_to():
    def one(code, began, ends, **known):
        return Secondment(
            code, "post", "A", "public", "B", known.pop("host_sector", "public"), began, ends, 1.0, **known
        )

    found = secondments_of(
        [
            one("A", date(2025, 1, 1), date(2025, 12, 31), learning_note="a note", returned_home="yes"),
            one("B", date(2025, 2, 1), date(2025, 12, 31), returned_home="no"),
            one("C", date(2024, 1, 1), date(2024, 12, 31)),
            one("D", date(2026, 1, 1), None, host_sector="health"),
            one("E", date(2027, 1, 1), None, host_sector="faith"),
        ],
        TODAY,
    )
    assert [each.secondment.code for each in found] == ["D", "E", "B", "A", "C"]
    sums = secondment_measures(found)
    assert sums.running == 1
    assert (sums.crossing.part, sums.crossing.whole) == (1, 4)
    assert (sums.learnt.part, sums.learnt.whole) == (1, 3)
    assert sums.returned.share == Fraction(1, 2)
    days = 365 + 334 + 366 + 326
    assert sums.fte_months == days * 12 / Fraction("365.25")


def test_of_no_secondment_there_is_no_share():
    sums = secondment_measures([])
    assert (sums.running, sums.fte_months) == (0, 0)
    assert sums.crossing.reason.code == sums.learnt.reason.code == "nothing_counted"


def story(case):
    return CaseStudy(
        code="C",
        title="A story",
        consent=case["consent"],
        consent_on=day(case["consent_on"]),
        consent_until=day(case["consent_until"]),
        quotes_cleared=text(case["quotes"]),
        licence=text(case["licence"]),
        published_on=day(case["published_on"]),
    )


@pytest.mark.parametrize("case", cases("case_study_clearance"))
def test_whether_a_case_study_may_be_public(case):
    found = clearance(story(case), day(case["as_of"]))
    assert list(found.lacking) == listed(case["lacking"])
    assert found.may_be_public == (case["lacking"] == "-")
    assert [each.rule for each in found.findings] == listed(case["findings"])


@given(
    st.sampled_from(get_args(case_studies.Consent)),
    st.sampled_from([None, "", "OGL"]),
    st.sampled_from([None, *get_args(case_studies.Quotes)]),
    st.sampled_from([None, date(2026, 11, 21), TODAY]),
)
def test_nothing_is_public_without_both(consent, licence, quotes, until):
    case = CaseStudy("C", "A story", consent, None, until, quotes, licence)
    if clearance(case, TODAY).may_be_public:
        assert consent == "given"
        assert licence
        assert until in (None, TODAY)
        assert quotes != "no"


def test_what_is_public_and_must_not_be_comes_first():
    cases_ = [
        CaseStudy("A", "A", "given", quotes_cleared="yes", licence="OGL"),
        CaseStudy("B", "B", "asked"),
        CaseStudy("C", "C", "withdrawn", published_on=TODAY),
    ]
    assert [each.case.code for each in clearances(cases_, TODAY)] == ["C", "B", "A"]


def asked(case):
    numbers = {
        name: None if case[name] == "-" else float(case[name])
        for name in ("before", "asked_before", "after", "asked_after")
    }
    return PublicityActivity(
        code="P",
        title="A leaflet",
        channel="press",
        began_on=TODAY,
        awareness_before=numbers["before"],
        asked_before=numbers["asked_before"],
        awareness_after=numbers["after"],
        asked_after=numbers["asked_after"],
    )


@pytest.mark.parametrize("case", cases("awareness_changes"))
def test_how_awareness_differs(case):
    one = asked(case)
    found = awareness_change(one)
    assert found.verdict == text(case["verdict"])
    assert (found.reason.code if found.reason else "-") == case["reason"]
    if found.interval is not None:
        after, before = one.awareness_after / 100, one.awareness_before / 100
        lower, upper = confint_proportions_2indep(
            after * one.asked_after,
            one.asked_after,
            before * one.asked_before,
            one.asked_before,
            method="newcomb",
            compare="diff",
        )
        assert found.interval == pytest.approx((lower * 100, upper * 100), abs=1e-6)
        assert found.points == pytest.approx((after - before) * 100)


def test_reach_is_not_added_up_and_the_latest_comes_first():
    early = PublicityActivity("A", "A", "press", date(2025, 1, 1), reach=100)
    late = PublicityActivity("B", "B", "event", date(2026, 1, 1), reach=50)
    assert [each.code for each in activities_of([early, late])] == ["B", "A"]
    sums = publicity_measures([early, late])
    assert (sums.activities, sums.asked.part, sums.told_apart) == (2, 0, 0)
    assert not hasattr(sums, "reach")


CHOICES = [
    ("secondment", "cost_bearer", secondments.CostBearer),
    ("case_study", "consent", case_studies.Consent),
    ("case_study", "quotes_cleared", case_studies.Quotes),
    ("publicity_activity", "channel", publicity.Channel),
]


@pytest.mark.parametrize(
    ("name", "column", "words"), CHOICES, ids=[f"{name}.{column}" for name, column, _ in CHOICES]
)
def test_declared_choices_are_those_that_are_judged(name, column, words):
    assert dataset(name).field(column).choices == get_args(words)

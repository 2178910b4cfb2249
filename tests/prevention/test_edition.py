"""A whole edition judged from rows made for the test: what is counted, what stands beside, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.model import Reason
from indicators.prevention.edition import EditionRows, judge_edition
from indicators.prevention.rows import Edition, PartnerReturn
from tests.prevention.samples import DEMOS, WELSH, YEAR, amount

D = Decimal
LAST_YEAR, BEFORE = "2023-04-01/P1Y", "2022-04-01/P1Y"
EDITION = Edition("2024-25", YEAR, "WELSH-2018", YEAR, "YBGB", "tagging", None, None, "scope", None, "limits")
QUARTERS = {
    date(year + (month == 1), month, 1): D(index)
    for year, index in ((2022, 90), (2023, 95), (2024, 100))
    for month in (4, 7, 10, 1)
}


def spend(core, acute, *, period=YEAR, **place):
    return [amount(core, "SP", period=period, **place), amount(acute, "AS", period=period, **place)]


def returned(organisation="County", parent="P"):
    return PartnerReturn(organisation, "M", parent, "outturn", None, None, None, None, None)


OWN = [*spend(20, 80, period=BEFORE), *spend(30, 70, period=LAST_YEAR), *spend(40, 120)]


def rows(amounts=OWN, **more):
    given = {
        "edition": EDITION,
        "earlier": None,
        "scheme": WELSH,
        "coding": "WELSH-2018",
        "returns": [returned()],
        "amounts": amounts,
        "by_old_tags": None,
        "readings": {"WELSH-2018": (WELSH, [each for each in amounts if each.period == YEAR])},
        "codings_read": {"WELSH-2018": "WELSH-2018"},
        "not_readable": [DEMOS],
        "totals": [],
        "quarters": QUARTERS,
        "people": {date(2024, 6, 30): 1000},
        "codings": [],
        "pairs": [],
        "splits": [],
        "coders": [],
        "claims": [],
        "opinions": [],
        "contributions": [],
        "evidence": [],
    }
    return EditionRows(**{**given, **more})


def test_the_headline_is_the_share_of_the_editions_own_year():
    found = judge_edition(rows())
    assert found.this_year.shares.core_of_in_scope == Fraction(1, 4)
    assert [year.period for year in found.years] == [BEFORE, LAST_YEAR, YEAR]
    assert found.reason is None
    assert found.range.all.core == 40


def test_money_is_stated_in_cash_in_real_terms_and_a_head():
    found = judge_edition(rows())
    first, last = found.years[0], found.this_year
    assert (first.core.cash, first.core.real) == (20, Fraction(20 * 100, 90))
    assert first.no_head == Reason("no_population", {"on": date(2022, 6, 30)})
    assert (last.core.real, last.core.a_head) == (40, 40)
    assert last.core_since(first) == Fraction(40 * 90, 20 * 100) - 1


def test_a_year_without_an_index_has_no_real_terms_and_says_so():
    kept = {day: index for day, index in QUARTERS.items() if day != date(2022, 7, 1)}
    found = judge_edition(rows(quarters=kept))
    assert found.years[0].no_real == Reason("no_deflator", {"year": 2022})
    assert found.years[0].core.real is None
    assert found.this_year.core_since(found.years[0]) is None
    assert found.movement.money is not None


def test_the_movement_of_a_year_without_an_index_has_no_money():
    kept = {day: index for day, index in QUARTERS.items() if day.year != 2024}
    found = judge_edition(rows(quarters=kept)).movement
    assert found.money is None
    assert found.no_money.code == "no_deflator"
    assert found.shares.within == Fraction(1, 4) - Fraction(3, 10)


def test_last_years_tags_tell_relabelling_from_a_real_shift():
    old = [*spend(30, 130), amount(10**6, "PP", parent="not counted")]
    found = judge_edition(rows(by_old_tags=old)).movement
    assert found.no_reclassification is None
    assert found.shares.reclassification == Fraction(10, 160)
    assert found.money.reclassification == 10
    assert judge_edition(rows()).movement.no_reclassification == Reason("no_earlier_edition")


def test_only_returns_of_the_edition_are_counted_and_others_stand_beside():
    more = [*OWN, *spend(5, 5, parent="Q"), *spend(1, 9, organisation="City")]
    found = judge_edition(rows(more))
    assert found.this_year.shares.in_scope == 160
    assert {place: years[YEAR].core for place, years in found.beside.items()} == {
        ("County", "M", "Q"): 5,
        ("City", "M", "P"): 1,
    }


def test_a_year_in_which_a_return_is_missing_is_left_out_of_the_line():
    more = [*OWN, *spend(10, 10, organisation="City")]
    found = judge_edition(rows(more, returns=[returned(), returned("City")], people=None))
    assert [year.period for year in found.years] == [YEAR]
    assert found.this_year.no_head == Reason("several_areas")
    assert found.movement == Reason("no_year_before", {"period": YEAR})
    assert {partner: years[YEAR].core for partner, years in found.partners.items()} == {
        "City": 10,
        "County": 40,
    }


def test_benchmarks_are_counted_by_the_same_rule_where_they_have_every_return():
    theirs = [
        *spend(1, 3, organisation="England", role="benchmark"),
        *spend(1, 1, organisation="England", role="benchmark", parent="Q"),
        *spend(1, 3, organisation="England", role="benchmark", period=LAST_YEAR),
    ]
    both = [*OWN, *spend(5, 5, parent="Q"), *theirs]
    found = judge_edition(rows(both, returns=[returned(), returned(parent="Q")]))
    assert list(found.benchmarks["England"]) == [YEAR]
    assert found.benchmarks["England"][YEAR].core_of_in_scope == Fraction(1, 3)


def test_a_scheme_that_cannot_read_the_coding_says_so():
    found = {each.scheme.code: each for each in judge_edition(rows()).schemes}
    assert found["WELSH-2018"].shares.core == 40
    assert found["DEMOS-PDEL"].shares is None
    assert found["DEMOS-PDEL"].reason.code == "not_coded_by_scheme"


@pytest.mark.parametrize("amounts", [[], OWN[:4]], ids=["nothing at all", "other years only"])
def test_without_spending_of_the_year_there_is_no_headline(amounts):
    found = judge_edition(rows(amounts))
    assert (found.this_year, found.range, found.reason.code) == (None, None, "no_spending")


def test_an_edition_that_counts_no_return_counts_nothing():
    found = judge_edition(rows(returns=[]))
    assert found.this_year is None
    assert found.years == ()


def test_what_nobody_recorded_is_a_reason_and_no_number():
    found = judge_edition(rows())
    assert found.agreement.reason.code == "no_double_coding"
    assert found.influence.reason.code == "no_claims"
    assert found.findings == ()


def test_levels_are_those_of_each_partner_in_the_year():
    found = judge_edition(rows([*OWN, amount(7, None, None)]))
    assert found.levels == {"County": {"SP": 40, "AS": 120, None: 7}}


def test_questions_about_splits_and_totals_are_among_the_findings():
    asked = replace(rows(), splits=[(("M", "P", "Youth"), D("0.9"))])
    assert [each.rule for each in judge_edition(asked).findings] == ["shares_not_one"]


def test_a_benchmark_without_a_year_of_every_return_is_left_out():
    more = [*OWN, *spend(5, 5, parent="Q"), *spend(1, 9, organisation="England", role="benchmark")]
    found = judge_edition(rows(more, returns=[returned(), returned(parent="Q")]))
    assert found.benchmarks == {}
    assert list(judge_edition(rows(more)).benchmarks) == ["England"]

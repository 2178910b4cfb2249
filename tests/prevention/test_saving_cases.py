"""Invest-to-save cases as they are recorded: year by year over all partners, and who pays for whom."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.prevention.rows import SavingFlow
from indicators.prevention.saving_cases import saving_cases
from indicators.wording.reasons import sentence

D = Decimal


def flow(year, cost, benefit, *, code="C", organisation="County", cashable="yes", basis="planned"):
    return SavingFlow(code, "A case", organisation, f"{year}-04-01/P1Y", D(cost), D(benefit), cashable, basis)


def test_the_published_example_year_by_year():
    """TV-PREV-06: −500, 100, 200, 250, 250 is paid back after 2.8 years and worth 226.67 at 3.5 per cent."""
    rows = [flow(2020, 500, 0), *(flow(2021 + n, 0, gain) for n, gain in enumerate((100, 200, 250, 250)))]
    (case,) = saving_cases(rows)
    assert case.judged.cumulative == (-500, -400, -200, 50, 300)
    assert case.judged.payback == D("2.8")
    assert round(float(case.judged.net_present_value), 2) == 226.67
    assert (case.cost, case.benefit, case.cashable) == (500, 800, 800)


def test_partners_of_one_year_count_together_and_their_balances_apart():
    rows = [flow(2020, 100, 0), flow(2021, 0, 150, organisation="NHS", cashable="no")]
    (case,) = saving_cases(rows)
    assert case.balance == {"County": -100, "NHS": 150}
    assert case.cashable == 0
    assert case.judged.cumulative == (-100, 50)


CASH = {
    "all of it frees money": (("yes", "yes"), 3, 3),
    "half of it does": (("yes", "no"), 3, 4),
    "none of it does": (("no", "no"), 3, None),
}


@pytest.mark.parametrize(("cashable", "all_of_it", "in_cash"), CASH.values(), ids=CASH)
def test_what_frees_no_money_does_not_pay_back_in_cash(cashable, all_of_it, in_cash):
    rows = [flow(2020, 100, 0), flow(2021, 0, 0), flow(2022, 0, 50, cashable=cashable[0])]
    rows += [flow(2023, 0, 50, cashable=cashable[1]), flow(2024, 0, 50, cashable=cashable[0])]
    (case,) = saving_cases(rows)
    assert (case.judged.payback, case.in_cash.payback) == (all_of_it, in_cash)


BASES = {
    "as the case says": (("planned", "planned"), "planned"),
    "as it turned out": (("actual", "actual"), "actual"),
    "planned cost, actual benefit": (("planned", "actual"), "mixed"),
    "actual cost, planned benefit": (("actual", "planned"), "mixed"),
}


@pytest.mark.parametrize(("given", "basis"), BASES.values(), ids=BASES)
def test_what_a_case_rests_on(given, basis):
    (case,) = saving_cases([flow(2020, 100, 0, basis=given[0]), flow(2021, 0, 100, basis=given[1])])
    assert case.basis == basis


def test_a_year_without_a_row_is_a_year_without_money():
    (case,) = saving_cases([flow(2022, 0, 100), flow(2020, 100, 0)])
    assert case.judged.cumulative == (-100, -100, 0)
    assert case.first_year == "2020-04-01/P1Y"


def test_what_never_comes_back_says_so():
    (case,) = saving_cases([flow(2020, 100, 0), flow(2021, 0, 30)])
    assert case.judged.reason.code == "never_paid_back"
    assert sentence(case.judged.reason) == "The money does not come back by the end: £70 thousand is missing."


def test_cases_are_apart_and_in_order():
    assert [case.code for case in saving_cases([flow(2020, 1, 0, code="Z"), flow(2020, 1, 0, code="A")])] == [
        "A",
        "Z",
    ]

"""Prices, heads, influence and saving at their edges; the worked examples stand in the spec tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.prevention.influence import leverage, net_influence
from indicators.prevention.prices import (
    MissingDeflator,
    financial_year_index,
    per_head,
    price_factor,
    real_change,
)
from indicators.prevention.saving import invest_to_save, wrong_pockets
from tests.prevention.samples import claims

D = Decimal
QUARTERS = {
    date(2024, 4, 1): D("110.1"),
    date(2024, 7, 1): D("112.1"),
    date(2024, 10, 1): D("113.2"),
    date(2025, 1, 1): D("114.1"),
}


def test_a_financial_year_is_the_mean_of_its_four_quarters():
    assert financial_year_index(2024, QUARTERS) == D("112.375")


@pytest.mark.parametrize("missing", QUARTERS)
def test_a_year_that_lacks_a_quarter_is_an_error_and_never_filled_in(missing):
    with pytest.raises(MissingDeflator, match="no deflator for 2024") as raised:
        financial_year_index(2024, {day: index for day, index in QUARTERS.items() if day != missing})
    assert raised.value.year == 2024


def test_the_base_year_must_have_an_index_too():
    with pytest.raises(MissingDeflator, match="no deflator for 2024"):
        price_factor({2016: D(90)}, 2016, 2024)


def test_an_index_of_nought_is_refused():
    with pytest.raises(ValueError, match="the index of 2016 is 0"):
        price_factor({2016: D(0), 2024: D(100)}, 2016, 2024)


def test_thousands_become_pounds_a_head():
    assert per_head(D("32909.076"), 690_000) == Fraction(32_909_076, 690_000)
    with pytest.raises(ValueError, match="the population is 0"):
        per_head(D(1), 0)


def test_a_change_from_nothing_is_refused():
    with pytest.raises(ValueError, match="a change from 0 has no percentage"):
        real_change(D(0), D(1), Fraction(1))


@pytest.mark.parametrize(
    ("claim", "said"),
    [("-1 0 0 0 0 I1", "claim C0 is of -1"), ("1 1.5 0 0 0 I1", "deadweight of claim C0 is 1.5")],
    ids=["negative", "a share beyond one"],
)
def test_a_claim_that_cannot_be_is_refused(claim, said):
    with pytest.raises(ValueError, match=said):
        net_influence(claims(claim)[0])


def test_leverage_is_the_partners_money_for_each_pound():
    assert leverage(D(300), D(120)) == D("2.5")
    with pytest.raises(ValueError, match="controls 0"):
        leverage(D(1), D(0))


def test_who_pays_and_who_gains():
    flows = [("County", D(500), D(100)), ("NHS", D(0), D(600)), ("County", D(0), D(50))]
    assert wrong_pockets(flows) == {"County": D(-350), "NHS": D(600)}


def test_a_flow_that_is_none_is_refused():
    with pytest.raises(ValueError, match="0 amounts"):
        invest_to_save([])
    with pytest.raises(ValueError, match="rate of -1"):
        invest_to_save([D(1)], rate=D(-1))

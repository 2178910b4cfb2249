"""The worked examples of the audit, exact to the last place that they are written with."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.prevention.agreement import agreement
from indicators.prevention.influence import influence
from indicators.prevention.movement import PartnerSpend, money_movement, share_movement
from indicators.prevention.prices import MissingDeflator, in_prices_of, price_factor, real_change
from indicators.prevention.saving import invest_to_save
from indicators.prevention.shares import confidence_range, shares_of
from indicators.rounding import round_half_away
from tests.analysis.spec_tables import cases
from tests.prevention.samples import WELSH, amounts, claims, pairs, partners


def written(value, text, times=1):
    """A result to as many decimals as the table writes; empty where there is none."""
    if value is None:
        return ""
    exact = Fraction(value) * times
    decimals = len(text.partition(".")[2])
    return f"{round_half_away(Decimal(exact.numerator) / Decimal(exact.denominator), decimals)}"


def check(row, results, times=1):
    for name, value in results.items():
        assert written(value, row[name], times) == row[name], name


@pytest.mark.parametrize("row", cases("prevention_shares"))
def test_shares(row):
    found = shares_of(amounts(row["spending"]), WELSH)
    check(row, {name: getattr(found, name) for name in ("in_scope", "classified", "prevention_to_acute")})
    shares = (
        "coverage",
        "core_of_classified",
        "core_of_in_scope",
        "broad_of_classified",
        "broad_of_in_scope",
    )
    check(row, {name: getattr(found, name) for name in shares}, times=100)
    assert (found.reason is None) == bool(row["core_of_classified"])
    nested = confidence_range(amounts(row["spending"]), WELSH)
    check(
        row,
        {"core_high_only": nested.high.core, "core_high_and_medium": nested.high_and_medium.core},
    )
    assert nested.all == found
    assert nested.high.in_scope == found.in_scope


@pytest.mark.parametrize("row", cases("prevention_movement"))
def test_movement(row):
    before, after = partners(row["before"]), partners(row["after"])
    old = partners(row["after_by_last_years_tags"]) or None
    found = share_movement(before, after, old)
    check(
        row,
        {
            "share_before": found.before,
            "share_after": found.after,
            "change": found.after - found.before,
            "within": found.within,
            "mix": found.mix,
            "reclassification": found.reclassification,
        },
        times=100,
    )
    money = money_movement(total(before), total(after), Fraction(row["price_factor"]), found)
    moved = money.volume + money.within + money.mix + (money.reclassification or 0)
    check(row, {"price": money.price, "volume_and_share": moved})
    assert money.before + money.price + moved == money.after


def test_real_shift_and_relabelling_of_the_worked_example():
    row = next(each.values[0] for each in cases("prevention_movement") if each.id.startswith("4000"))
    found = share_movement(*(partners(row[name]) for name in ("before", "after", "after_by_last_years_tags")))
    assert written(found.real_shift, "0.889228", 100) == "0.889228"


def total(spending):
    return PartnerSpend(
        sum((each.part for each in spending.values()), Decimal(0)),
        sum((each.whole for each in spending.values()), Decimal(0)),
    )


@pytest.mark.parametrize("row", cases("prevention_influence"))
def test_influence(row):
    found = influence(claims(row["claims"]))
    check(row, {name: getattr(found, name) for name in ("gross", "net", "demonstrated")})
    assert (found.reason is not None) == (not row["claims"])


@pytest.mark.parametrize("row", cases("prevention_real_terms"))
def test_real_terms(row):
    indices = {
        year: Decimal(row[name]) for year, name in ((0, "index_before"), (1, "index_after")) if row[name]
    }
    before, after = Decimal(row["amount_before"]), Decimal(row["amount_after"])
    if row["factor"] == "error":
        with pytest.raises(MissingDeflator, match="no deflator for 0"):
            price_factor(indices, 0, 1)
        return
    factor = price_factor(indices, 0, 1)
    check(row, {"factor": factor, "before_in_later_prices": in_prices_of(1, before, 0, indices)})
    changes = {"change_in_cash": Fraction(1), "change_in_real_terms": factor}
    check(row, {name: real_change(before, after, used) for name, used in changes.items()}, times=100)


@pytest.mark.parametrize("row", cases("prevention_agreement"))
def test_agreement(row):
    table = [list(map(int, line.split())) for line in row["first_coder_down_second_across"].split("/")]
    found = agreement(pairs(table))
    check(row, {name: getattr(found, name) for name in ("lines", "observed", "expected", "kappa")})
    assert found.blocks_publication == (row["blocks_publication"] == "yes")
    assert (found.reason is None) == bool(row["kappa"])


@pytest.mark.parametrize("row", cases("prevention_saving"))
def test_invest_to_save(row):
    found = invest_to_save([Decimal(each) for each in row["flow"].split()], rate=Decimal(row["rate"]))
    assert [str(each) for each in found.cumulative] == row["cumulative"].split()
    check(row, {"payback_years": found.payback, "net_present_value": found.net_present_value})
    assert (found.reason is None) == bool(row["payback_years"])

"""The parts of a movement add up exactly, whatever moved, and each part is nought when its cause is absent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.prevention.movement import PartnerSpend, money_movement, share_movement
from tests.prevention.samples import partners

money = st.decimals(0, 10**6, places=3)


@st.composite
def spend(draw):
    whole = draw(money)
    return PartnerSpend(draw(st.decimals(0, whole, places=3)), whole)


spending = st.dictionaries(st.sampled_from("ABCD"), spend(), max_size=4)
factors = st.fractions(Fraction(1, 2), 2, max_denominator=1000)


def total(partners):
    return PartnerSpend(
        sum((each.part for each in partners.values()), Decimal(0)),
        sum((each.whole for each in partners.values()), Decimal(0)),
    )


def share(partners):
    return Fraction(total(partners).part) / Fraction(total(partners).whole)


@given(spending, spending, st.none() | spending, factors)
def test_the_parts_add_up_exactly(before, after, by_old_tags, factor):
    assume(total(before).whole and total(after).whole and (by_old_tags is None or total(by_old_tags).whole))
    found = share_movement(before, after, by_old_tags)
    assert found.before == share(before)
    assert found.after == share(after)
    assert found.within + found.mix + (found.reclassification or 0) == found.after - found.before
    assert sum(found.within_by_partner.values()) == found.within
    assert sum(found.mix_by_partner.values()) == found.mix
    steps = money_movement(total(before), total(after), factor, found)
    moved = steps.price + steps.volume + steps.within + steps.mix + (steps.reclassification or 0)
    assert steps.before + moved == steps.after


@given(spending, spending)
def test_slow_effects_agree(before, after):
    assume(total(before).whole and total(after).whole)
    found = share_movement(before, after)
    within = mix = Fraction(0)
    for name in "ABCD":
        one, two = before.get(name), after.get(name)
        w1 = Fraction(one.whole) / Fraction(total(before).whole) if one else Fraction(0)
        w2 = Fraction(two.whole) / Fraction(total(after).whole) if two else Fraction(0)
        s1 = Fraction(one.part) / Fraction(one.whole) if one and one.whole else None
        s2 = Fraction(two.part) / Fraction(two.whole) if two and two.whole else None
        if s1 is None and s2 is None:
            continue
        s1, s2 = (s2 if s1 is None else s1), (s1 if s2 is None else s2)
        within += (w1 + w2) / 2 * (s2 - s1)
        mix += (s1 + s2) / 2 * (w2 - w1)
    assert (found.within, found.mix) == (within, mix)


@given(spending)
def test_nothing_moves_when_nothing_changes(spending):
    assume(total(spending).whole)
    found = share_movement(spending, spending, spending)
    assert (found.within, found.mix, found.reclassification, found.real_shift) == (0, 0, 0, 0)


def test_without_last_years_tags_relabelling_is_not_known():
    found = share_movement(partners("A 1/10"), partners("A 2/10"))
    assert found.reclassification is None
    assert found.real_shift == Fraction(1, 10)


@pytest.mark.parametrize(("before", "after", "year"), [("", "A 1/2", "before"), ("A 1/2", "A 0/0", "after")])
def test_a_year_without_spending_is_a_reason(before, after, year):
    found = share_movement(partners(before), partners(after))
    assert (found.reason.code, found.reason.figures) == ("nothing_to_share", {"year": year})
    assert found.within is None
    assert found.real_shift is None
    nothing = PartnerSpend(Decimal(0), Decimal(0))
    with pytest.raises(ValueError, match="no movement of the share"):
        money_movement(nothing, nothing, Fraction(1), found)

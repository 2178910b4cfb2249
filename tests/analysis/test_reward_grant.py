from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.reward import reward_share
from indicators.analysis.reward_grant import (
    averaged_share,
    earned_grant,
    expected_grant,
    potential_grant,
    split_money,
    split_over_targets,
)


def test_potential_is_two_and_a_half_per_cent():
    assert potential_grant(132_993_000) == 3_324_825  # TV-PRG-13
    assert potential_grant(132_993_000, nearest=1_000) == 3_325_000
    assert potential_grant(1) == Decimal("0.025")
    assert potential_grant(237_627_655) == Decimal("5940691.375")


def test_half_a_thousand_rounds_up():
    assert potential_grant(20_000, nearest=1_000) == 1_000
    assert potential_grant(100, nearest=1) == 3


@pytest.mark.parametrize(("base", "nearest"), [(0, None), (-1, None), (1, 0), (1, -1_000)])
def test_a_potential_of_nothing_is_refused(base, nearest):
    with pytest.raises(ValueError, match=r"-?\d"):
        potential_grant(base, nearest=nearest)


def test_split_is_equal_over_targets_then_over_sub_targets():
    parts = split_over_targets(9_600_000, [1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1])
    assert parts[0] == (800_000,)
    assert parts[6] == (400_000, 400_000)
    assert sum(map(sum, parts)) == 9_600_000


@pytest.mark.parametrize("sub_targets", [[], [1, 0]])
def test_split_over_nothing_is_refused(sub_targets):
    with pytest.raises(ValueError, match="sub-target"):
        split_over_targets(1, sub_targets)


def test_earned_grant_of_a_reported_outcome():
    assert earned_grant([(800_000, 1), (800_000, "0.7"), (400_000, 0)]) == 1_360_000
    # TV-PRG-12: 7.905 of 9.824 million was reported as 80 per cent
    assert round(earned_grant([("7.905", 1)]) / Decimal("9.824") * 100, 2) == Decimal("80.47")


@pytest.mark.parametrize(
    ("amount", "shares", "parts"),
    [
        pytest.param(
            "668568.00", ["0.3", "0.7"], ["200570.40", "467997.60"], id="TV-PRG-14 capital and revenue"
        ),
        pytest.param("4334914.28", ["0.3", "0.7"], ["1300474.28", "3034440.00"], id="TV-PRG-15 to the penny"),
        pytest.param("8000000", ["0.5", "0.5"], ["4000000", "4000000"], id="TV-PRG-16 two instalments"),
        pytest.param("3040000", ["0.5", "0.5"], ["1520000", "1520000"], id="TV-PRG-17 deliverers and pot"),
        pytest.param(
            "0.01", ["0.5", "0.5"], ["0.01", "0.00"], id="half a penny rounds up and is not paid twice"
        ),
        pytest.param("100", [1], ["100"], id="one part"),
    ],
)
def test_money_is_split_to_the_penny(amount, shares, parts):
    assert split_money(amount, shares) == tuple(map(Decimal, parts))
    assert sum(split_money(amount, shares)) == Decimal(amount)


def test_shares_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match=r"0\.9"):
        split_money(100, [0.3, 0.6])


def test_the_averaging_rule_and_the_stretch_rule_differ():
    gaps = ["1.2", "0.9", "0.75", "0.4", "-0.2", "1.0"]
    assert averaged_share(gaps) == Decimal("0.675")  # TV-LAA2-01
    stretch = [reward_share(0, 1, gap, "higher") for gap in gaps]
    assert sum(map(bool, stretch)) == 4
    assert round(sum(stretch) / 6, 3) == Decimal("0.608")


@pytest.mark.parametrize(
    ("gaps", "share"), [(["0.6", "0.6"], "0.6"), (["0.6", "0.5999"], "0"), ([0.1, 0.2], "0")]
)
def test_an_average_below_sixty_per_cent_pays_nothing(gaps, share):
    assert averaged_share(gaps) == Decimal(share)


def test_an_average_over_nothing_is_refused():
    with pytest.raises(ValueError, match="no targets"):
        averaged_share([])


def test_expected_grant_counts_only_what_pays():
    outlook = [("0.9", 0), ("0.5", "0.2"), ("0.6", "0.3"), ("0.8", "0.1"), ("1.4", "0.4")]
    assert expected_grant(100_000, outlook) == 100_000 * (Decimal("0.18") + Decimal("0.08") + Decimal("0.4"))


@pytest.mark.parametrize("outlook", [[(1, 0.5)], [(1, 1.5), (0, -0.5)], []])
def test_probabilities_that_do_not_add_up_are_refused(outlook):
    with pytest.raises(ValueError, match="probabilities"):
        expected_grant(1, outlook)


def test_expected_grant_of_an_even_spread():
    # gap closed evenly spread from 0 to 2: half pays all, and 0.6 to 1 pays its mean of 0.8 with chance 0.2
    even = expected_grant(1, lambda x: min(max(1 - x / 2, 0), 1))
    assert even == pytest.approx(Decimal("0.66"), abs=Decimal("1e-9"))


def test_a_function_that_is_no_probability_is_refused():
    with pytest.raises(ValueError, match=r"1\.5"):
        expected_grant(1, lambda _: 1.5)


@given(st.lists(st.tuples(st.floats(-1, 2), st.integers(1, 9)), min_size=1, max_size=6))
def test_pairs_and_function_agree(weights):
    total = sum(weight for _, weight in weights)
    pairs = [(gap, Decimal(weight) / total) for gap, weight in weights]

    def at_least(x):
        return sum(weight for gap, weight in weights if gap >= x) / total

    assert float(expected_grant(1, pairs)) == pytest.approx(float(expected_grant(1, at_least)), abs=4e-4)

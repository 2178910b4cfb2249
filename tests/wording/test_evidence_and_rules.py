"""Rules of rating, changes since a date, other places and rewards in words: every code has its word, and none claims too much."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from indicators.analysis.comparison import Judgement
from indicators.analysis.recipes import RECIPES
from indicators.assessments.stretch_reward import StretchReward
from indicators.model import Indicator
from indicators.wording import comparison, recipes, reward, since

BLANK = Indicator(**dict.fromkeys(Indicator.__dataclass_fields__))
SHARE = replace(BLANK, decimals=1, unit_short="%", unit="per cent")


def test_every_rule_has_a_name_and_a_short_one():
    assert list(recipes.NAMES) == list(recipes.SHORT) == list(RECIPES)
    used = {name for recipe in RECIPES.values() for name in recipe.parameters}
    assert all(recipes.parameters({name: 1}, None) for name in used)


def test_every_judgement_of_a_difference_has_its_words():
    assert set(get_args(Judgement)) == comparison.JUDGED.keys()


def told(effect, interval, *, per_cent=False, wanted=True, with_trend=False, chance=80):
    return since.sentence(
        SHARE,
        since="2015/16",
        effect=effect,
        interval=interval,
        per_cent=per_cent,
        before=10,
        after=5,
        chance=chance,
        wanted=wanted,
        with_trend=with_trend,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (told(2.0, (0.5, 3.5)), "by +2.0 points (+0.5 points to +3.5 points at 95 per cent), which is more than chance"),
        (told(2.0, (-0.5, 3.5)), "which is no more than chance could explain"),
        (told(-2.0, (-3.5, -0.5)), "by −2.0 points (−3.5 points to −0.5 points at 95 per cent), which is more than chance"),
        (told(0.01, (-3.5, 3.5)), "by 0 (−3.5 points"),
        (told(-21.4, (-28.2, -13.1), per_cent=True), "by −21 per cent (−28 per cent to −13 per cent"),
        (told(4.6, (1.2, 8.0), per_cent=True), "by +5 per cent"),
        (told(2.0, (0.5, 3.5)), "that this is for the better is about 80 in 100"),
        (told(2.0, (0.5, 3.5), chance=95), "is 95 or more in 100"),
        (told(2.0, (0.5, 3.5), wanted=False), "The chance that it rose is"),
        (told(2.0, (0.5, 3.5)), "differs from the level before"),
        (told(2.0, (0.5, 3.5), with_trend=True), "differs from the course before it carried forward"),
        (told(2.0, (0.5, 3.5)), "It rests on 10 figures before and 5 since."),
    ],
)  # fmt: skip
def test_a_change_since_a_date_claims_no_more_than_its_interval(text, said):
    assert said in text


@pytest.mark.parametrize(
    ("size", "interval", "said"),
    [
        (2.04, None, "+2.0 points"),
        (0.04, (-1.0, 1.0), "0.0 (−1.0 point to +1.0 point)"),
        (-3.0, (-5.0, -1.0), "−3.0 points (−5.0 points to −1.0 point)"),
    ],
)
def test_a_difference_stands_with_its_sign_and_limits(size, interval, said):
    found = comparison.difference(SHARE, size, interval)
    assert found.replace("1.0 points", "1.0 point") == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), ""),
        ((0, 0, 1), "Here does not differ beyond chance from 1 other place."),
        ((1, 0, 0), "Here is better than 1 other place by more than chance explains."),
        (
            (1, 2, 3),
            (
                "Here is better than 1 other place by more than chance explains and worse than 2 other places by more than "
                "chance explains; from 3 it does not differ beyond chance."
            ),
        ),
    ],
)
def test_what_is_said_of_all_places(counts, said):
    assert comparison.said_of_all("Here", *counts) == said


def test_rules_that_agree_are_said_to_agree_and_one_alone_says_nothing():
    one, two = ("within_tolerance", "at risk", ""), ("havering", "at risk", "")
    refused = ("reigate_and_banstead", "cannot say", "No tolerance has been agreed.")
    assert recipes.by_other_rules([one, two]) == recipes.AGREE
    assert recipes.by_other_rules([one]) == recipes.by_other_rules([refused]) == ""
    assert recipes.by_other_rules([one, refused]).startswith("Reigate and Banstead’s cannot be applied")


def test_a_reward_without_a_figure_is_not_reckoned_as_nothing():
    assert "Nothing is reckoned for 1 target" in reward.summary(Decimal(1), Decimal(0), Decimal(0), unknown=1)
    assert "for 2 targets" in reward.summary(Decimal(1), Decimal(0), Decimal(0), unknown=2)
    assert reward.pounds(StretchReward.earned) == "–"

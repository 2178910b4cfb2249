"""The rule of rating in the address, and other places beside the county, on the embedded figures."""

from __future__ import annotations

import re

import pytest

from indicators.reports.worked_examples import reward
from tests.ui.conftest import markup, words


def test_the_rule_is_chosen_in_the_address_and_disagreement_is_said(screen):
    recommended, other = (
        words(screen("indicator", code="TRAFFIC", **query)) for query in ({}, {"recipe": "havering"})
    )
    assert "At risk: 4,400 in 2025" in recommended
    assert "On track: 4,400 in 2025" in other
    for text in (recommended, other):
        assert "The rules disagree here. By the recommended rule: at risk; by Havering’s: on track" in text
        assert "Reigate and Banstead’s cannot be applied: no tolerance has been agreed." in text
    assert re.search(r"Made with\s+per cent 10", other)
    assert re.search(r"Made with\s+tolerance", recommended)


def test_the_basket_says_how_many_statuses_another_rule_changes(screen):
    test = screen("basket", recipe="havering")
    assert re.search(
        r"Rated by another rule than the recommended one .*: \d+ of 30 statuses? differ", words(test)
    )
    assert "recipe=havering" in markup(test)
    assert "another rule" not in words(screen("basket"))


@pytest.mark.parametrize("recipe", ["nonsense", ""])
def test_an_unknown_rule_is_the_recommended_one(screen, recipe):
    assert "At risk: 4,400 in 2025" in words(screen("indicator", code="TRAFFIC", recipe=recipe))


def test_other_places_are_tested_and_never_ranked(screen):
    text = words(screen("indicator", code="PAY-MED", part="compare"))
    assert "Oxfordshire is better than 2 other places by more than chance explains" in text
    assert "Oxfordshire is better, by more than chance explains" in text
    assert "that is not the chance that the difference is noise" in text
    assert "+£68.30 (+£35.89 to +£100.71)" in text
    assert not re.search(
        r"\b(rank|first|best|worst|\d+(st|nd|rd|th))\b(?! of)",
        text.split("Difference")[1].split("The difference is")[0],
    )


def test_where_nothing_can_be_tested_the_reason_stands(screen):
    text = words(screen("indicator", code="TRAFFIC", part="compare"))
    assert "chance cannot be told from change" in text
    assert "by more than chance explains" not in text


def test_money_of_the_day_does_not_improve(screen):
    text = words(screen("indicator", code="PAY-MED"))
    assert "improving" not in text
    assert "Movement: changed, +£15.20 since 17 April 2024" in text


def test_the_methods_page_tells_the_reward_with_its_history(screen):
    text = words(screen("methods"))
    assert reward() in text
    assert "8 parts of one agreement could earn £5,600,000.00; 5 of them" in text
    assert "earned £3,040,000.00 together" in text
    for word in ("cancelled", "halved", "TV-PRG-03", "nothing below 60 per cent"):
        assert word in text

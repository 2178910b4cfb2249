from __future__ import annotations

import math

import numpy as np
import pytest

from indicators.analysis.annual_total import annual_total
from indicators.analysis.coming_figures import forecast
from indicators.analysis.target_chance import (
    chance_of_meeting,
    chance_of_outlook,
    met_between,
    shown_chance,
    word_for,
)

VALUES = [float(x) for x in 60 + np.random.default_rng(6).normal(size=30).cumsum()]
MADE = forecast(VALUES, 4, periods_per_year=1)
ENDS = [(0.0, 5), (1.0, 95)]


@pytest.mark.parametrize(
    ("probability", "shown"),
    [
        *ENDS,
        (0.024, 5),
        (0.05, 5),
        (0.051, 10),
        (0.074, 10),
        (0.075, 10),
        (0.125, 15),
        (0.42, 40),
        (0.425, 45),
        (0.5, 50),
        (0.925, 90),
        (0.949, 90),
        (0.95, 95),
        (0.99, 95),
    ],
)
def test_shown_to_the_nearest_five_and_never_certain(probability, shown):
    assert shown_chance(probability) == shown


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (1.0, "almost_certain"),
        (0.95, "almost_certain"),
        (0.949, "likely"),
        (0.775, "likely"),
        (0.774, "more_likely_than_not"),
        (0.575, "more_likely_than_not"),
        (0.574, "could_go_either_way"),
        (0.375, "could_go_either_way"),
        (0.374, "more_likely_to_miss"),
        (0.175, "more_likely_to_miss"),
        (0.174, "unlikely"),
        (0.051, "unlikely"),
        (0.05, "very_unlikely"),
        (0.0, "very_unlikely"),
    ],
)
def test_a_word_follows_the_figure_that_is_shown(probability, word):
    assert word_for(probability) == word


@pytest.mark.parametrize("wrong", [-0.01, 1.01, math.nan])
def test_only_probabilities_have_words_and_figures(wrong):
    with pytest.raises(ValueError, match="not a probability"):
        shown_chance(wrong)
    with pytest.raises(ValueError, match="not a probability"):
        word_for(wrong)


@pytest.mark.parametrize(
    ("target", "polarity", "decimals", "bounds"),
    [
        pytest.param(60.0, "higher", None, (60.0, math.inf), id="higher, unrounded"),
        pytest.param(60.0, "higher", 0, (59.5, math.inf), id="higher, whole numbers"),
        pytest.param(60.0, "higher", 1, (59.95, math.inf), id="higher, one decimal"),
        pytest.param(60.0, "lower", 0, (-math.inf, 60.5), id="lower, whole numbers"),
        pytest.param((40.0, 60.0), "range", 1, (39.95, 60.05), id="range, one decimal"),
        pytest.param((40.0, 40.0), "range", None, (40.0, 40.0), id="range of one value"),
        pytest.param(60.0, "neutral", 0, None, id="neutral"),
    ],
)
def test_half_a_unit_counts_in_favour(target, polarity, decimals, bounds):
    found = met_between(target, polarity, decimals)
    assert found == (None if bounds is None else pytest.approx(bounds))


@pytest.mark.parametrize(
    ("target", "polarity", "decimals", "message"),
    [
        ((40.0, 60.0), "higher", 0, "does not suit"),
        (50.0, "range", 0, "does not suit"),
        ((60.0, 40.0), "range", 0, "upside down"),
        (50.0, "higher", -1, "decimals"),
        (50.0, "up", 0, "'up'"),
    ],
)
def test_wrong_use(target, polarity, decimals, message):
    with pytest.raises(ValueError, match=message):
        chance_of_meeting(MADE, target, polarity=polarity, decimals=decimals, horizon=1)


def test_the_chance_is_the_tail_of_the_forecast():
    higher = chance_of_meeting(MADE, 60.0, polarity="higher", decimals=0, horizon=3)
    lower = chance_of_meeting(MADE, 60.0, polarity="lower", decimals=0, horizon=3)
    between = chance_of_meeting(MADE, (58.0, 62.0), polarity="range", decimals=0, horizon=3)
    assert higher.probability == pytest.approx(MADE.probability_at_least(59.5, 3))
    assert lower.probability == pytest.approx(MADE.probability_at_most(60.5, 3))
    assert between.probability == pytest.approx(
        MADE.probability_at_most(62.5, 3) - MADE.probability_at_most(57.5, 3)
    )
    assert higher.shown == shown_chance(higher.probability)
    assert higher.word == word_for(higher.probability)
    assert higher.reason is None


def test_rounding_makes_a_target_easier_to_meet():
    exact, tenth, whole = (
        chance_of_meeting(MADE, 60.0, polarity="higher", decimals=decimals, horizon=1).probability
        for decimals in (None, 1, 0)
    )
    assert exact < tenth < whole


def test_a_hundred_per_cent_can_be_met_when_figures_are_rounded():
    made = forecast(
        [97.0, 98.5, 96.0, 99.0, 98.0, 97.5, 99.5, 98.8, 97.7, 99.1], 1, periods_per_year=1, scale="logit"
    )
    assert chance_of_meeting(made, 100.0, polarity="higher", decimals=None, horizon=1).probability == 0
    assert chance_of_meeting(made, 100.0, polarity="higher", decimals=0, horizon=1).probability > 0.005


@pytest.mark.parametrize(
    ("made", "polarity", "code"),
    [
        pytest.param(forecast(VALUES[:5], 1, periods_per_year=1), "higher", "too_few_points", id="too few"),
        pytest.param(MADE, "neutral", "no_direction", id="no direction of good"),
    ],
)
def test_no_chance_without_a_forecast_or_a_direction(made, polarity, code):
    chance = chance_of_meeting(made, 60.0, polarity=polarity, decimals=0, horizon=1)
    assert chance.reason.code == code
    assert (chance.probability, chance.shown, chance.word) == (None, None, None)


def test_low_confidence_is_told():
    short = forecast(VALUES[:9], 1, periods_per_year=1)
    assert chance_of_meeting(short, 60.0, polarity="higher", decimals=0, horizon=1).low_confidence
    assert not chance_of_meeting(MADE, 60.0, polarity="higher", decimals=0, horizon=1).low_confidence


def test_an_annual_total_has_a_chance_too():
    total = annual_total(MADE, [61.0], (1, 2, 3))
    chance = chance_of_outlook(total, 240.0, polarity="higher", decimals=0)
    assert chance.probability == pytest.approx(total.probability_at_least(239.5))

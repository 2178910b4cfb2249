from __future__ import annotations

import math
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.rating import default_tolerance, rate, rate_against_target
from indicators.analysis.recipes import RECIPES, Case
from indicators.analysis.trajectory import trajectory
from indicators.model import Reason
from tests.analysis.model_examples import observation, quarters, target, years
from tests.analysis.spec_tables import cases, numbers

hundredths = st.integers(-10_000, 10_000).map(lambda n: n / 100)


def _target(text):
    found = numbers(text)
    return None if found is None else found[0] if len(found) == 1 else tuple(found)


@pytest.mark.parametrize("row", cases("rate_against_target"))
def test_rate_against_target(row):
    value = float(row["value"]) if row["value"] else None
    rag = rate_against_target(
        value, _target(row["target"]), polarity=row["polarity"], tolerance=float(row["tolerance"])
    )
    assert rag == row["rag"]


def test_a_range_may_be_a_list():
    assert rate_against_target(22, [18, 21], polarity="range", tolerance=1) == "amber"


def test_numbers_of_numpy_and_exact_decimals_are_taken():
    found = {
        rate_against_target(kind("2.0"), kind("2.1"), polarity="higher", tolerance=0.1)
        for kind in (np.float64, Decimal)
    }
    assert found == {"amber"}


@pytest.mark.parametrize(
    ("value", "wanted", "polarity", "tolerance"),
    [
        pytest.param(1, 2, "up", 0, id="unknown polarity"),
        pytest.param(1, 2, "higher", -0.1, id="negative tolerance"),
        pytest.param(1, 2, "higher", math.nan, id="tolerance is no number"),
        pytest.param(1, (1, 2), "higher", 0, id="range for a direction"),
        pytest.param(1, 2, "range", 0, id="level for a range"),
        pytest.param(1, (3, 2), "range", 0, id="range the wrong way round"),
        pytest.param(math.inf, 2, "higher", 0, id="not finite"),
    ],
)
def test_wrong_use(value, wanted, polarity, tolerance):
    with pytest.raises(ValueError, match=r"up|nan|-0\.1|inf|range|higher"):
        rate_against_target(value, wanted, polarity=polarity, tolerance=tolerance)


@given(hundredths, hundredths, st.integers(0, 500), st.sampled_from(["higher", "lower"]))
def test_a_slow_rule_in_whole_hundredths_agrees(value, level, tolerance, polarity):
    short = round(100 * level) - round(100 * value)
    short = short if polarity == "higher" else -short
    expected = "green" if short <= 0 else "amber" if short <= tolerance else "red"
    assert rate_against_target(value, level, polarity=polarity, tolerance=tolerance / 100) == expected


@given(hundredths, hundredths, st.integers(0, 500))
def test_the_two_directions_mirror_each_other(value, level, tolerance):
    up = rate_against_target(value, level, polarity="higher", tolerance=tolerance)
    assert up == rate_against_target(-value, -level, polarity="lower", tolerance=tolerance)
    assert up == rate_against_target(value, (level, 1e9), polarity="range", tolerance=tolerance)


@pytest.mark.parametrize(
    ("values", "baseline", "level", "expected"),
    [
        pytest.param([10, 10, 10], 7, 5, 0.1, id="five per cent of the way"),
        pytest.param([10, 13, 10], 7, 5, 2.66, id="usual variation"),
        pytest.param([10, None, 13, 10], 7, 5, 2.66, id="a missing value breaks two ranges"),
        pytest.param([10, 13, 10], None, 5, 2.66, id="no baseline"),
        pytest.param([10, None, 13], 7, 5, 0.1, id="no two neighbours"),
        pytest.param([], 5, 7, 0.1, id="no values and a target above"),
        pytest.param([], None, None, 0, id="nothing known"),
    ],
)
def test_default_tolerance(values, baseline, level, expected):
    assert default_tolerance(values, baseline, level) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("row", cases("rating_recipes"))
def test_recipe(row):
    number = {
        name: float(row[name]) if row[name] else None for name in Case.__annotations__ if name != "polarity"
    }
    recipe = RECIPES[row["rule"]]
    found = recipe.judge(Case(**number, polarity=row["polarity"]), recipe.parameters)
    assert (found.code if isinstance(found, Reason) else found) == (row["reason"] or row["rag"])


ROADS = trajectory(
    [target(-40, "2010-12-31", kind="percentage_change_from_baseline", baseline=544, period="1994-01-01/P5Y")]
)


def test_a_target_that_ended_is_judged_at_its_end():
    found = rate(years(2006, 372, 374, 343, 345, 395, None, 307), ROADS, polarity="lower", tolerance=20)
    assert (found.rag, found.outcome, found.value, found.level) == ("red", "missed", 395, 326.4)
    assert found.judged_on == found.due_on == date(2010, 12, 31)
    assert (found.rule, found.tolerance, found.reason) == ("within_tolerance", 20, None)


@pytest.mark.parametrize(
    ("value", "rag", "outcome"),
    [(326.4, "green", "met"), (346.4, "amber", "narrowly_missed"), (347, "red", "missed")],
)
def test_outcomes(value, rag, outcome):
    found = rate(years(2009, 345, value), ROADS, polarity="lower", tolerance=20)
    assert (found.rag, found.outcome) == (rag, outcome)


def test_on_the_way_the_latest_figure_is_set_against_its_own_level():
    found = rate(years(2006, 372, 374, 343), ROADS, polarity="lower", tolerance=20)
    assert (found.rag, found.outcome, found.value, found.judged_on) == (
        "green",
        "in_progress",
        343,
        date(2008, 12, 31),
    )
    assert found.level == 362.6666666666667


def test_doubtful_figures_are_passed_over():
    figures = [*years(2006, 372, 374), observation("2008-01-01/P1Y", 34, status="doubtful")]
    found = rate(figures, ROADS, polarity="lower", tolerance=20)
    assert (found.value, found.rag) == (374, "green")


def test_the_nearest_figure_before_the_due_date_settles_it():
    figures = years(2008, 57, 58, 60, 64, month=4)  # financial years, the last ends in March 2012
    line = trajectory([target(60, "2010-12-31", baseline=50, period="2007-04-01/P1Y")])
    found = rate(figures, line, polarity="higher", tolerance=2)
    assert (found.judged_on, found.due_on) == (date(2010, 3, 31), date(2010, 12, 31))
    assert (found.level, found.outcome) == (60, "narrowly_missed")


def test_milestones_without_a_baseline_rate_each_year():
    homes = trajectory([target(475, f"{year}-03-31") for year in range(2017, 2022)])
    built = years(2016, 419, 367, 358, 790, 711, month=4)
    ratings = [rate(built[: i + 1], homes, polarity="higher", tolerance=120) for i in range(5)]
    assert [r.rag for r in ratings] == ["amber", "amber", "amber", "green", "green"]
    assert [r.outcome for r in ratings] == [*["in_progress"] * 4, "met"]
    assert {r.level for r in ratings} == {475}


def test_the_default_tolerance_comes_from_the_figures():
    found = rate(years(2006, 372, 374, 343), ROADS, polarity="lower")
    assert found.tolerance == pytest.approx(2.66 / 3 * (2 + 31) / 2)


def test_a_hole_in_the_series_breaks_its_ranges():
    found = rate(years(2006, 372, 374, None, 345), ROADS, polarity="lower")
    assert found.tolerance == pytest.approx(0.05 * (544 - 326.4))


@given(st.lists(st.integers(0, 900), max_size=4))
def test_later_figures_do_not_change_how_a_target_ended(later):
    ended = rate(years(2006, 372, 374, 343, 345, 395), ROADS, polarity="lower")
    assert rate(years(2006, 372, 374, 343, 345, 395, *later), ROADS, polarity="lower") == ended


CALLS = trajectory([target(90, "2013-12-31", baseline=90, period="2007-01-01/P1Y")])
SEASON = [78, 98, 78, 98]


@pytest.mark.parametrize(
    ("figures", "breaks", "tolerance", "rag"),
    [
        pytest.param(
            quarters(2008, *SEASON * 3, 78), [], 0, "red",
            id="a season without noise, and a figure as low as every one of its quarter",
        ),
        pytest.param(
            quarters(2008, *SEASON, 78), [], 2.66 / 3 * 20, "amber",
            id="of two of a quarter no season can be told",
        ),
        pytest.param(
            quarters(2008, *SEASON * 3, 78, None, 78), [], 0, "red",
            id="a missing quarter moves no season",
        ),
        pytest.param(
            years(2008, 60, 61, 90, 91, 88), ["2010-01-01"], 2.66 / 3 * (1 + 3) / 2, "red",
            id="nothing is compared across a break",
        ),
        pytest.param(
            years(2008, 60, 61, 90, 91, 88), [], 2.66 / 3 * (1 + 29 + 1 + 3) / 4, "amber",
            id="the same without a break",
        ),
        pytest.param(
            years(2008, 40, 60, 61, 90, 88), ["2009-01-01", "2011-01-01"], 2.66 / 3 * 2, "red",
            id="the last of two breaks counts",
        ),
        pytest.param(
            years(2008, 60, 61, 90, 91, 88), ["2010-07-01"], 2.66 / 3 * 3, "amber",
            id="a year that holds a break is on its far side",
        ),
        pytest.param(
            years(2009, 90, 91, 90, 91, 88, 30), ["2014-01-01"], 2.66 / 3 * (1 + 1 + 1 + 3) / 4, "red",
            id="a break after the figure judged",
        ),
    ],
)  # fmt: skip
def test_the_default_tolerance_holds_neither_season_nor_break(figures, breaks, tolerance, rag):
    breaks = [date.fromisoformat(day) for day in breaks]
    found = rate(figures, CALLS, polarity="higher", breaks=breaks)
    assert (found.tolerance, found.rag) == (pytest.approx(tolerance, rel=1e-15, abs=1e-9), rag)


def test_a_rating_says_how_it_was_made():
    found = rate(
        years(2006, 372, 374, 343),
        ROADS,
        polarity="lower",
        rule="share_of_journey",
        parameters={"amber_from": 0.8},
    )
    assert (found.rule, dict(found.parameters), found.tolerance) == (
        "share_of_journey",
        {"amber_from": 0.8},
        None,
    )
    assert found.rag == "green"


def test_a_rule_from_last_year_finds_last_year():
    rises = rate(years(2006, 372, 374), ROADS, polarity="lower", rule="havering", parameters={"per_cent": 0})
    falls = rate(years(2006, 384, 382), ROADS, polarity="lower", rule="havering", parameters={"per_cent": 0})
    assert (rises.rag, falls.rag) == ("green", "amber")


@pytest.mark.parametrize(
    ("figures", "line", "polarity", "code"),
    [
        pytest.param([], ROADS, "lower", "no_figures", id="no figures"),
        pytest.param(years(2006, 372), None, "lower", "no_target", id="no target"),
        pytest.param(years(2006, 372), ROADS, "neutral", "neutral_polarity", id="neutral"),
        pytest.param(years(2006, 372), ROADS, "range", "range_polarity", id="range"),
        pytest.param(years(1996, 500), ROADS, "lower", "not_in_force_yet", id="before its start"),
        pytest.param(years(1998, 500), ROADS, "lower", "only_the_baseline", id="its own baseline"),
        pytest.param(years(2012, 307), ROADS, "lower", "no_figure_at_due_date", id="nothing near the due date"),
        pytest.param(
            years(2020, 5), trajectory([target(-25, "2026-12-31", kind="percentage_change_from_baseline")]), "lower",
            "no_baseline", id="no level",
        ),
        pytest.param(years(2020, 5), trajectory([target(0, "2050-12-31")]), "lower", "not_in_force_yet", id="one far point"),
        pytest.param(
            years(2008, 5), trajectory([target(0, "2010-12-31", baseline=5, period="2006-01-01/P1Y")], shape="constant_rate"),
            "lower", "no_constant_rate", id="a rate through nought",
        ),
    ],
)  # fmt: skip
def test_grey_says_why(figures, line, polarity, code):
    found = rate(figures, line, polarity=polarity, tolerance=1)
    assert (found.rag, found.outcome, found.value, found.reason.code) == ("grey", None, None, code)


def test_a_rule_that_cannot_be_applied_still_shows_the_figure():
    found = rate(years(2006, 372), ROADS, polarity="lower", rule="reigate_and_banstead")
    assert (found.rag, found.value, found.reason.code, found.outcome) == (
        "grey",
        372,
        "no_tolerance",
        "in_progress",
    )


@pytest.mark.parametrize(
    "wrong",
    [{"rule": "rule of thumb"}, {"parameters": {"per_cent": 1}}, {"polarity": "up"}, {"tolerance": -1}],
    ids=["rule", "parameter", "polarity", "tolerance"],
)
def test_wrong_use_of_rate(wrong):
    with pytest.raises(ValueError, match=r"thumb|per_cent|up|-1"):
        rate(years(2006, 372), ROADS, **{"polarity": "lower", "tolerance": 1, **wrong})


@given(st.permutations(years(2006, 372, 374, 343, 345, 395)))
def test_the_order_of_the_figures_does_not_matter(figures):
    assert rate(figures, ROADS, polarity="lower") == rate(
        years(2006, 372, 374, 343, 345, 395), ROADS, polarity="lower"
    )

"""By another rule, since a date, with other limits, beside other places: on the embedded figures of the county."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.analysis.recipes import RECIPES
from indicators.assessments import assess_indicator
from indicators.assessments.compared import compared_places
from indicators.assessments.everywhere import evidence_everywhere, series_count
from indicators.assessments.figures import comparison
from indicators.assessments.rebasing import rebase_offered, rebased
from indicators.assessments.recipes import DEFAULT, by_recipe, every_rating
from indicators.assessments.since import changed_since, read_since
from indicators.assessments.whole import evidence_of
from indicators.model import COUNTY
from indicators.store import queries
from indicators.submissions.first_start import ready_store

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def snapshot():
    return ready_store().snapshot()


@pytest.fixture
def one_of(snapshot):
    def make(code, area=COUNTY):
        return assess_indicator(snapshot, code, area, snapshot.version.seq, DAY)

    return make


@pytest.fixture
def found_of(snapshot):
    return lambda one: evidence_of(snapshot, one, snapshot.version.seq)


def test_another_rule_changes_the_rating_and_nothing_else(one_of):
    one = one_of("TRAFFIC")
    other = by_recipe(one, "havering")
    assert (one.rating.rag, other.rating.rag) == ("amber", "green")
    assert (other.rating.rule, dict(other.rating.parameters)) == ("havering", {"per_cent": 10})
    assert replace(other, rating=one.rating) == one
    assert by_recipe(other, DEFAULT) == one
    assert list(every_rating(other)) == list(RECIPES)
    assert every_rating(other)[DEFAULT] == one.rating


def test_no_rule_judges_across_a_break(one_of):
    ratings = every_rating(one_of("KS4-ATT8-FSM"))
    assert {rating.reason.code for rating in ratings.values()} <= {
        "break_since_baseline",
        "no_target",
        "no_tolerance",
    }


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("2015/16", date(2015, 4, 1), "2015-04-01/P1Y"),
        ("2015-05-03", date(2015, 5, 3), "2015-05-03/P1D"),
        ("laa1-begins", date(2006, 4, 1), "LAA1-BEGINS"),
        ("soon", None, None),
    ],
)
def test_a_date_is_read_as_people_write_it(snapshot, text, on, code):
    found = read_since(text, queries.events(snapshot))
    assert (None if found is None else (found.on, found.code)) == (None if on is None else (on, code))


def test_a_change_is_told_with_its_interval_and_chance(one_of, found_of):
    one = one_of("TRAFFIC")
    changed = changed_since(one, found_of(one), read_since("2015", []))
    assert (changed.change.before, changed.change.after) == (22, 11)
    low, high = changed.change.interval
    assert low < changed.change.effect < high
    assert changed.chance % 5 == 0


def test_a_period_that_the_date_divides_belongs_to_neither_side(one_of, found_of):
    one = one_of("TRAFFIC")
    changed = changed_since(one, found_of(one), read_since("2015-07-01", []))
    assert (changed.change.before, changed.change.after) == (22, 10)


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("TRAFFIC", "1994", "too_few_before"),
        ("TRAFFIC", "2030", "too_recent_to_judge"),
        ("MORT-CVD", "2010", "overlapping_periods"),
        ("KS4-ATT8", "2018", "break_in_series"),
    ],
)
def test_why_a_change_cannot_be_told(one_of, found_of, code, text, reason):
    one = one_of(code)
    changed = changed_since(one, found_of(one), read_since(text, []))
    assert (changed.change.reason.code, changed.chance) == (reason, None)


def test_new_limits_are_drawn_only_when_asked_for(one_of, found_of):
    one = one_of("TRAFFIC")
    found = found_of(one)
    assert rebase_offered(found).code == "not_sustained"
    asked = found.periods[20]
    drawn = rebased(one, found, asked)
    assert drawn.chart.mean[19] == drawn.chart.mean[0] != drawn.chart.mean[20] == drawn.chart.mean[-1]
    assert len(set(found.chart.mean)) == 1
    assert replace(drawn, chart=found.chart) == found


def test_new_limits_are_not_offered_where_there_is_no_proven_step(one_of, found_of):
    assert rebase_offered(found_of(one_of("CLAIMANT"))) is None


def test_every_place_with_limits_is_tested_and_differences_must_hold_among_all(snapshot, one_of):
    everywhere = comparison(snapshot, "PAY-MED")
    found = compared_places(one_of("PAY-MED"), everywhere, list(everywhere))
    assert COUNTY not in found
    assert found["E92000001"].comparison.judgement == "better"
    assert found["E92000001"].holds
    assert found["E07000177"].comparison.judgement == "similar"
    assert not found["E07000177"].holds
    low, high = found["E92000001"].comparison.interval
    assert 0 < low < found["E92000001"].comparison.difference < high


def test_every_series_is_judged_as_it_is_alone(snapshot, one_of, found_of):
    at = snapshot.version.seq
    wanted = {("TRAFFIC", COUNTY), ("PAY-MED", "E07000178")}
    made = {}
    for number, (one, found) in enumerate(evidence_everywhere(snapshot, at, DAY), 1):
        made[one.indicator.code, one.area_code] = number
        assert found.step.reason is None or found.step.reason.code != "not_worked_out", one
        if (one.indicator.code, one.area_code) in wanted:
            alone = found_of(one_of(one.indicator.code, one.area_code))
            assert found == alone
    assert len(made) == series_count(snapshot, at)
    assert wanted <= made.keys()


def test_money_of_the_day_never_improves(one_of):
    pay = one_of("PAY-MED")
    assert (pay.indicator.polarity, pay.movement.direction) == ("higher", "changed")

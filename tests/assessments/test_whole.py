"""The evidence of the embedded basket: what may be claimed of real figures, and what must not."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.analysis.step_change import find_step_change
from indicators.assessments import evidence as evidence_module
from indicators.assessments.judged import assess_indicator
from indicators.assessments.kept import ready_whole, wait_whole
from indicators.assessments.record import MOST_SERIES, record, targeted_series
from indicators.assessments.whole import whole
from indicators.store import queries
from indicators.submissions.first_start import ready_store

COUNTY, TODAY = "E10000025", date(2026, 11, 21)

NOT_WORKED_OUT = "not_worked_out"


def reasons(found):
    """The codes of every reason that a line's evidence gives."""
    said = [found.chart, found.trend, found.step, found.chance, *vars(found.verdict).values()]
    return {each.reason.code for each in said if getattr(each, "reason", None)}


@pytest.fixture(scope="module")
def snapshot():
    return ready_store().snapshot()


@pytest.fixture(scope="module")
def county(snapshot):
    return wait_whole(snapshot, COUNTY, snapshot.version.seq, TODAY)


def test_every_indicator_of_the_basket_has_its_evidence(county):
    assert len(county.evidence) == 30
    assert not [code for code, each in county.evidence.items() if NOT_WORKED_OUT in reasons(each)]


def test_a_fault_in_one_line_is_said_of_it_and_leaves_the_others_as_they_are(
    snapshot, county, monkeypatch, caplog
):
    pay = [o.value for o in assess_indicator(snapshot, "PAY-MED", COUNTY, snapshot.version.seq, TODAY).line]

    def broken(values, **asked):
        if list(values)[-1] == pay[-1]:
            raise ZeroDivisionError
        return find_step_change(values, **asked)

    monkeypatch.setattr(evidence_module, "find_step_change", broken)
    found = whole(snapshot, COUNTY, snapshot.version.seq, TODAY)
    assert reasons(found.evidence["PAY-MED"]) == {NOT_WORKED_OUT}
    assert "no evidence for PAY-MED in E10000025" in caplog.text
    others = set(county.evidence) - {"PAY-MED"}
    assert {code: found.evidence[code].verdict for code in others} == {
        code: county.evidence[code].verdict for code in others
    }


def test_once_made_it_is_ready_at_once(snapshot, county):
    assert ready_whole(snapshot, COUNTY, snapshot.version.seq, TODAY) is county


def test_signals_are_counted_beside_what_luck_alone_would_give(county):
    flagged = [
        each for each in county.evidence.values() if each.chart.variation not in (None, "common_cause")
    ]
    assert county.signals == len(flagged)
    assert county.signals <= county.charts <= 30
    assert 0 < county.by_luck < county.by_luck_leaning < 4


def test_of_the_established_steps_at_most_one_in_ten_is_expected_false(county):
    assert len(county.established) > 0
    assert county.expected_false <= 0.1 * len(county.established)
    least = min(county.evidence[code].step.p_change for code in county.established)
    others = [e.step.p_change for c, e in county.evidence.items() if c not in county.established]
    assert all(p is None or p <= least for p in others)


def test_pay_in_money_of_the_day_is_never_an_improvement(county):
    pay = county.evidence["PAY-MED"]
    assert pay.verdict.verdict == "cannot_say"
    assert pay.verdict.signal.reason.code == "money_of_the_day"
    assert pay.chart.variation in ("common_cause", "neutral_high", "neutral_low")
    assert pay.step.judgement is None
    assert pay.trend.judgement is None


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("GHG-HEAD", "improving_not_a_step"),  # a gradual fall
        ("RTC-KSI", "no_evidence"),  # nothing stands out, and the latest figures are among the worst
        ("L3-19-GAP", "no_evidence"),  # the level did not change at all
        ("L3-19", "no_evidence"),  # by less than the usual variation
    ],
)
def test_a_change_the_right_way_is_one_that_stands_out(county, code, verdict):
    found = county.evidence[code]
    assert (found.verdict.verdict, found.verdict.size.answer) == (verdict, "cannot_say")


@pytest.mark.parametrize("code", ["TRAFFIC", "ABS-PERS"])
def test_a_change_with_the_pandemic_is_known_as_one(county, code):
    assert county.evidence[code].step_in_pandemic


def test_another_change_is_not(county):
    assert not county.evidence["GHG-HEAD"].step_in_pandemic


def test_overlapping_periods_are_refused(county):
    assert county.evidence["HLE-M"].step.reason.code == "overlapping_periods"


def test_of_four_figures_nobody_can_tell_what_is_usual(county):
    chart = county.evidence["KS4-ATT8"].chart
    assert (chart.variation, chart.reason.code) == (None, "too_few_points")


def long_ones(snapshot):
    """Every series of 20 figures or more, counted one by one."""
    return {
        (one.code, area)
        for one in queries.indicators(snapshot)
        for area, rows in queries.comparison(snapshot, one.code).items()
        if sum(row.value is not None for row in rows) >= 20
    }


def test_every_long_series_is_found_and_of_too_many_the_same_are_drawn(snapshot):
    every = long_ones(snapshot)
    assert 20 < len(every) < MOST_SERIES
    assert set(queries.long_series(snapshot, least=20, most=MOST_SERIES)) == every
    drawn = queries.long_series(snapshot, least=20, most=20)
    assert len(drawn) == 20
    assert set(drawn) < every
    assert queries.long_series(snapshot, least=20, most=20) == drawn
    assert set(queries.long_series(snapshot, least=20, most=19)) < set(drawn)


def test_the_record_takes_every_long_series_and_is_read_back_the_same(snapshot):
    many = list(targeted_series(snapshot))
    assert len({series.key for series in many}) == len(many) > 50
    assert all(sum(v is not None for v in series.values) >= 20 for series in many)
    made = record(snapshot)
    assert made.series == len(many)
    assert made.forecasts == sum(word.made for word in made.words) > 1000
    file = next(snapshot.path.parent.glob("record-*.json"))
    assert record(snapshot) == made
    file.write_text("{", encoding="utf-8")
    assert record(snapshot) == made

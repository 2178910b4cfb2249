from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from indicators.analysis.finding import Finding
from indicators.analysis.freshness import freshness
from indicators.analysis.lint import lint
from indicators.analysis.lint_figures import break_without_note, stale_figure, tolerance_below_noise
from indicators.analysis.lint_targets import (
    far_from_scale,
    inside_ordinary_variation,
    no_baseline,
    silent_reset,
    unreachable_at_best_pace,
    wrong_direction,
    zero_or_missing_target,
)
from indicators.analysis.trajectory import trajectory
from tests.analysis.model_examples import event, observation, target, years

NOISY = [50, 52, 49, 51, 53, 50, 48, 51]
ON_LIMIT = 50.5 + 2.66 * 17 / 7
PLAIN = target(60, "2012-03-31", baseline=50, period="2007-04-01/P1Y", code="T")


@pytest.mark.parametrize(
    ("value", "found"), [(0, True), (math.nan, True), (None, True), (60, False), (-5, False)]
)
def test_zero_or_missing_target(value, found):
    finding = zero_or_missing_target(replace(PLAIN, target_value=value))
    assert bool(finding) == found
    assert not found or (finding.rule, finding.subject) == ("zero_or_missing_target", "T")


@pytest.mark.parametrize(
    ("value", "values", "ratio"),
    [
        pytest.param(600, NOISY, 600 / 50.5, id="a decimal place too many"),
        pytest.param(0.6, NOISY, 0.6 / 50.5, id="a fraction instead of a per cent"),
        pytest.param(-60, NOISY, -60 / 50.5, id="another sign"),
        pytest.param(252.5, NOISY, 5, id="five times"),
        pytest.param(10.1, NOISY, 0.2, id="a fifth"),
        pytest.param(250, NOISY, None, id="ambitious"),
        pytest.param(0, NOISY, None, id="nought is another rule's"),
        pytest.param(600, [None], None, id="no figures"),
        pytest.param(600, [0, 0, 0], None, id="figures of nought"),
    ],
)
def test_far_from_scale(value, values, ratio):
    finding = far_from_scale(replace(PLAIN, target_value=value), values)
    assert bool(finding) == (ratio is not None)
    assert finding is None or finding.figures == {
        "level": value,
        "usual": 50.5,
        "ratio": pytest.approx(ratio),
    }


@pytest.mark.parametrize(
    ("tolerance", "values", "found"),
    [(1, NOISY, True), (3, NOISY, False), (0, [5, 5, 5], False), (0, [5], False)],
    ids=["below", "above", "no noise", "no ranges"],
)
def test_tolerance_below_noise(tolerance, values, found):
    finding = tolerance_below_noise("X", tolerance, values)
    assert bool(finding) == found
    assert not found or finding.figures["noise"] == pytest.approx(2.66 / 3 * 17 / 7)


@pytest.mark.parametrize(
    ("level", "values", "found"),
    [
        (55, NOISY, True),
        (60, NOISY, False),
        (55, NOISY[1:], False),
        (50, [50] * 8, False),
        (ON_LIMIT, NOISY, True),
    ],
    ids=["inside", "outside", "seven values", "never moved", "on a limit"],
)
def test_inside_ordinary_variation(level, values, found):
    finding = inside_ordinary_variation(replace(PLAIN, target_value=level), values)
    assert bool(finding) == found
    assert not found or finding.figures["lower"] < level <= finding.figures["upper"]


@pytest.mark.parametrize(
    ("change", "polarity", "found"),
    [
        pytest.param({}, "lower", True, id="higher than its baseline where lower is better"),
        pytest.param({}, "higher", False, id="the right way"),
        pytest.param(
            {"target_value": 40}, "higher", True, id="lower than its baseline where higher is better"
        ),
        pytest.param({"target_value": 50}, "higher", False, id="maintain"),
        pytest.param({}, "neutral", False, id="no direction of good"),
        pytest.param({"baseline_value": None}, "lower", False, id="no baseline"),
        pytest.param({"target_value": math.nan}, "lower", False, id="no level"),
    ],
)
def test_wrong_direction(change, polarity, found):
    finding = wrong_direction(replace(PLAIN, **change), polarity)
    assert bool(finding) == found


def test_no_baseline():
    homes = [target(475, f"{year}-03-31") for year in (2017, 2018)]
    assert no_baseline(trajectory(homes)) == Finding("no_baseline", "T-2017-03-31", {"targets": 2})
    assert no_baseline(trajectory([PLAIN])) is None


@pytest.mark.parametrize(
    ("level", "polarity", "figures", "best"),
    [
        pytest.param(59, "higher", years(2005, 50, 51, 53, 54, 55, month=4), None, id="two a year suffice"),
        pytest.param(62, "higher", years(2005, 50, 51, 53, 54, 55, month=4), 2, id="two a year do not"),
        pytest.param(
            61.5, "higher", years(2005, 50, 51, 53, 54, 57, month=4), None, id="three a year suffice"
        ),
        pytest.param(57, "higher", years(2005, 60, 61, 60, 60, 54, month=4), 1, id="from the latest figure"),
        pytest.param(40, "lower", years(2005, 55, 54, 52, 51, 50, month=4), -2, id="downwards"),
        pytest.param(60, "higher", years(2005, 58, 57, 56, 55, 54, month=4), -1, id="it never got better"),
        pytest.param(55, "higher", years(2005, 50, 51, 53, 54, 55, month=4), None, id="there already"),
        pytest.param(62, "higher", years(2005, 50, 51, 53, month=4), None, id="three figures are too few"),
        pytest.param(
            62, "neutral", years(2005, 50, 51, 53, 54, 55, month=4), None, id="no direction of good"
        ),
        pytest.param(
            62, "higher", years(2011, 50, 51, 53, 54, month=4), None, id="due before the latest figure"
        ),
        pytest.param(
            62,
            "higher",
            [observation(f"2009-{m:02d}-01/P3M", 50) for m in (1, 4, 7, 10)],
            None,
            id="less than a year",
        ),
    ],
)
def test_unreachable_at_best_pace(level, polarity, figures, best):
    finding = unreachable_at_best_pace(replace(PLAIN, target_value=level), figures, polarity)
    assert bool(finding) == (best is not None)
    assert best is None or finding.figures["best_a_year"] == best


def test_a_single_good_year_counts_as_the_best_pace():
    # 4 in one year, 0 in the others: two years at 4 would reach 62
    assert (
        unreachable_at_best_pace(
            replace(PLAIN, target_value=62), years(2006, 50, 54, 54, 54, month=4), "higher"
        )
        is None
    )


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        pytest.param({"target_value": 55}, {"target_value": (60, 55)}, id="lowered without a word"),
        pytest.param({"baseline_value": 52}, {"baseline_value": (50, 52)}, id="another baseline"),
        pytest.param(
            {"due_on": date(2013, 3, 31)}, {"due_on": (date(2012, 3, 31), date(2013, 3, 31))}, id="put off"
        ),
        pytest.param({"target_value": 55, "note": "agreed in May"}, None, id="with a reason"),
        pytest.param({"title": "Reworded"}, None, id="other words only"),
    ],
)
def test_silent_reset(after, changed):
    finding = silent_reset([PLAIN, replace(PLAIN, **after)])
    assert (finding and finding.figures) == changed


def test_an_old_note_is_no_reason_for_a_new_change():
    first = replace(PLAIN, note="from the strategy")
    assert silent_reset([first, replace(first, target_value=55)]).rule == "silent_reset"


def test_the_last_silent_change_is_reported():
    versions = [PLAIN, replace(PLAIN, target_value=55), replace(PLAIN, target_value=52)]
    assert silent_reset(versions).figures == {"target_value": (55, 52)}
    assert silent_reset(versions[:1]) is None


def test_stale_figure():
    late, fresh = (
        freshness(date(2009, 3, 31), frequency="annual", lag_days=0, as_of=date(year, 4, 30))
        for year in (2010, 2009)
    )
    assert stale_figure("X", late) == Finding(
        "stale_figure", "X", {"latest_end": date(2009, 3, 31), "days_overdue": 30}
    )
    assert stale_figure("X", fresh) is None


STEP = years(2001, 10, 11, 10, 10.5, 21, 22, 21, 22)


@pytest.mark.parametrize(
    ("events", "subjects"),
    [
        pytest.param([], ["X"], id="a new level that nobody explains"),
        pytest.param([event("2005-01-01")], [], id="explained at its start"),
        pytest.param([event("2004-06-01", kind="milestone")], [], id="explained in the year before"),
        pytest.param([event("2006-01-01")], ["X"], id="an event too late"),
        pytest.param([event("2004-01-01")], [], id="explained on the first day of the year before"),
        pytest.param([event("2003-12-31")], ["X"], id="an event too early"),
        pytest.param([event("2005-01-01", note=None)], ["E"], id="a recorded break without a note"),
        pytest.param([event("2005-01-01", note="", kind="milestone")], [], id="a milestone needs no note"),
    ],
)
def test_break_without_note(events, subjects):
    assert [finding.subject for finding in break_without_note("X", STEP, events)] == subjects


def test_the_period_of_a_new_level_is_named_though_a_year_is_missing():
    figures = [
        o for o in years(2000, 10, 10.5, 10, 11, 10, 10.5, 21, 22, 21, 22) if o.period_start.year != 2001
    ]
    (finding,) = break_without_note("X", figures, [])
    assert finding.figures == {"period": "2006-01-01/P1Y", "before": 10.5, "after": 21}


def test_lint_runs_every_rule():
    found = lint(
        "X",
        targets=[
            target(0, "2009-12-31", code="nought", set_by="A"),
            target(600, "2020-12-31", code="far", set_by="B", baseline=50, period="2008-01-01/P1Y"),
            target(50, "2020-12-31", code="inside", set_by="C", baseline=40, period="2008-01-01/P1Y"),
        ],
        observations=years(2001, *NOISY),
        polarity="lower",
        tolerance=0.1,
        versions=[[PLAIN, replace(PLAIN, target_value=55)]],
        events=[event("2004-01-01", note=None)],
        freshness=freshness(date(2008, 12, 31), frequency="annual", lag_days=0, as_of=date(2011, 1, 1)),
    )
    assert sorted((finding.rule, finding.subject) for finding in found) == [
        ("break_without_note", "E"),
        ("far_from_scale", "far"),
        ("inside_ordinary_variation", "inside"),
        ("no_baseline", "nought"),
        ("silent_reset", "T"),
        ("stale_figure", "X"),
        ("tolerance_below_noise", "X"),
        ("unreachable_at_best_pace", "nought"),
        ("wrong_direction", "far"),
        ("wrong_direction", "inside"),
        ("zero_or_missing_target", "nought"),
    ]


def test_a_sound_target_has_no_findings():
    found = lint("X", targets=[PLAIN], observations=years(2001, *NOISY, month=4), polarity="higher")
    assert found == ()


def test_a_target_due_with_the_latest_figure_is_over():
    figures = years(2001, *NOISY, month=4)
    due, later = (
        target(54, day, baseline=50, period="2001-04-01/P1Y", code="T")
        for day in ("2009-03-31", "2009-04-30")
    )
    assert lint("X", targets=[due], observations=figures, polarity="higher") == ()
    assert [f.rule for f in lint("X", targets=[later], observations=figures, polarity="higher")] == [
        "inside_ordinary_variation",
        "unreachable_at_best_pace",
    ]


def test_a_target_that_is_over_is_not_asked_what_is_still_to_come():
    over = target(51, "2005-12-31", baseline=50, period="2001-01-01/P1Y")
    assert lint("X", targets=[over], observations=years(2001, *NOISY), polarity="higher") == ()

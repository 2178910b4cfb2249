from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.profile import cumulative_trajectory
from indicators.analysis.trajectory import Point, target_level, trajectory
from indicators.model import Reason
from tests.analysis.model_examples import target
from tests.analysis.spec_tables import cases

days = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def _number(text):
    return float(text) if text else None


@pytest.mark.parametrize("row", cases("target_level"))
def test_target_level(row):
    found = target_level(
        target(
            float(row["target_value"]),
            "2010-12-31",
            kind=row["target_type"],
            baseline=_number(row["baseline"]),
        )
    )
    if row["reason"]:
        assert isinstance(found, Reason)
        assert found.code == row["reason"]
        assert found.figures["target"] == "T-2010-12-31"
    else:
        assert found == Decimal(row["level"])


@pytest.mark.parametrize("row", cases("trajectory_levels"))
def test_level(row):
    targets = [
        target(
            float(milestone.split()[1]),
            milestone.split()[0],
            baseline=_number(row["baseline"]),
            period=row["baseline_period"] or None,
        )
        for milestone in row["milestones"].split(";")
    ]
    line = trajectory(targets, shape=row["shape"])
    level = line.level_at(date.fromisoformat(row["day"]))
    if row["shape"] == "straight":
        assert level == _number(row["level"])
    else:
        assert level == (pytest.approx(float(row["level"]), rel=1e-12) if row["level"] else None)


def test_the_road_casualty_target():
    line = trajectory(
        [
            target(
                -40,
                "2010-12-31",
                kind="percentage_change_from_baseline",
                baseline=544,
                period="1994-01-01/P5Y",
            )
        ]
    )
    assert line.points == (Point(date(1998, 12, 31), 544), Point(date(2010, 12, 31), 326.4))
    assert line.baseline == line.points[0]
    assert (line.starts_on, line.ends_on, line.final_level) == (date(1998, 12, 31), date(2010, 12, 31), 326.4)
    assert (line.reason, line.is_drawable, line.illustrative, line.set_by) == (None, True, False, "Board")
    assert line.target_codes == ("T-2010-12-31",)


def test_one_milestone_cannot_be_drawn_but_judges_its_day():
    line = trajectory([target(4.9, "2012-08-31")])
    assert (line.reason.code, line.is_drawable) == ("no_baseline", False)
    assert line.covers(date(2012, 8, 31))
    assert not line.covers(date(2012, 9, 1))


def test_without_a_level_there_is_nothing():
    line = trajectory([target(-25, "2026-12-31", kind="percentage_change_from_baseline")])
    assert (line.points, line.starts_on, line.ends_on, line.final_level) == ((), None, None, None)
    assert line.reason.code == "no_baseline"
    assert line.level_at(date(2026, 12, 31)) is None


def test_a_target_without_a_level_leaves_the_others():
    vision = [
        target(-25, "2026-12-31", kind="percentage_change_from_baseline"),
        target(-50, "2030-12-31", kind="percentage_change_from_baseline"),
        target(0, "2050-12-31"),
    ]
    line = trajectory(vision)
    assert line.points == (Point(date(2050, 12, 31), 0),)
    assert line.reason.code == "no_baseline"


@pytest.mark.parametrize(
    ("start", "end", "is_drawable"),
    [(5, 0, False), (-5, 0, False), (5, -5, False), (0.5, 0.2, True), (-0.5, -0.2, True)],
)
def test_a_constant_rate_needs_levels_of_one_sign(start, end, is_drawable):
    line = trajectory(
        [target(end, "2010-12-31", baseline=start, period="2005-01-01/P1Y")], shape="constant_rate"
    )
    assert line.is_drawable == is_drawable


def test_a_rate_through_nought_keeps_its_points_and_says_why_there_is_no_line():
    line = trajectory([target(0, "2010-12-31", baseline=5, period="2005-01-01/P1Y")], shape="constant_rate")
    assert line.reason == Reason("no_constant_rate", {"lowest": 0.0, "highest": 5.0})
    assert line.level_at(date(2010, 12, 31)) == 0


@pytest.mark.parametrize(
    "known",
    [{"baseline": 7}, {"period": "2006-01-01/P1Y"}, {"baseline": float("nan"), "period": "2006-01-01/P1Y"}],
)
def test_half_a_baseline_is_none(known):
    line = trajectory([target(5, "2010-12-31", **known)])
    assert (line.baseline, line.reason.code) == (None, "no_baseline")


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        pytest.param(
            [target(5, "2010-12-31", code="A"), target(6, "2010-12-31", code="B")],
            "two_levels_on_one_day",
            id="conflict",
        ),
        pytest.param(
            [target(5, "2010-12-31", baseline=7, period="2010-01-01/P1Y")],
            "baseline_after_due",
            id="baseline too late",
        ),
    ],
)
def test_contradictions_give_no_points(targets, code):
    line = trajectory(targets)
    assert (line.points, line.reason.code) == ((), code)


def test_the_same_level_twice_on_one_day_counts_once():
    line = trajectory([target(5, "2010-12-31", code="A"), target(5.0, "2010-12-31", code="B")])
    assert line.points == (Point(date(2010, 12, 31), 5),)
    assert line.target_codes == ("A", "B")


def test_the_earliest_of_several_baselines_counts():
    line = trajectory(
        [
            target(5, "2010-12-31", baseline=7, period="2006-01-01/P1Y"),
            target(4, "2012-12-31", baseline=6, period="2008-01-01/P1Y"),
        ]
    )
    assert line.baseline == Point(date(2006, 12, 31), 7)


@pytest.mark.parametrize(
    "targets",
    [
        pytest.param([], id="none"),
        pytest.param([target(5, "2010-12-31"), target(4, "2012-12-31", set_by="Council")], id="two bodies"),
        pytest.param(
            [target(5, "2010-12-31"), target(4, "2012-12-31", status="illustrative")], id="two statuses"
        ),
    ],
)
def test_targets_that_do_not_belong_together_are_refused(targets):
    with pytest.raises(ValueError, match="one body"):
        trajectory(targets)


@given(st.dictionaries(days, st.integers(-50, 50), min_size=1, max_size=5), days)
def test_level_lies_between_its_neighbours_and_only_within_the_span(milestones, day):
    line = trajectory([target(level, on.isoformat()) for on, level in milestones.items()])
    level = line.level_at(day)
    assert (level is not None) == (min(milestones) <= day <= max(milestones)) == line.covers(day)
    if day in milestones:
        assert level == milestones[day]
    for start, end in pairwise(line.points):
        if start.on < day < end.on:
            assert min(start.level, end.level) <= level <= max(start.level, end.level)


@given(days.filter(lambda day: day < date(2029, 1, 1)), st.integers(2, 700))
def test_a_falling_line_never_rises(start, length):
    end = start + timedelta(days=length)
    line = trajectory([target(100, start.isoformat()), target(0, end.isoformat())])
    levels = [line.level_at(start + timedelta(days=i)) for i in range(length + 1)]
    assert all(later < earlier for earlier, later in pairwise(levels))


def test_a_measure_that_adds_up_falls_due_by_quarters():
    line = cumulative_trajectory([target(400, "2009-03-31"), target(440, "2010-03-31")])
    assert [point.level for point in line.points] == [100, 200, 300, 400, 110, 220, 330, 440]
    assert [point.on.isoformat() for point in line.points[:4]] == [
        "2008-06-30",
        "2008-09-30",
        "2008-12-31",
        "2009-03-31",
    ]
    assert line.level_at(date(2009, 6, 30)) == 110
    assert line.reason is None


def test_a_measure_that_adds_up_follows_its_usual_shares():
    history = [[10, 30, 60, 100], [30, 50, 70, 100]]
    line = cumulative_trajectory([target(200, "2009-03-31", baseline=100, period="2007-04-01/P1Y")], history)
    assert [point.level for point in line.points] == pytest.approx([40, 80, 130, 200])


def test_a_cumulative_target_without_a_level_says_why():
    line = cumulative_trajectory([target(10, "2009-03-31", kind="percentage_change_from_baseline")])
    assert (line.points, line.reason.code) == ((), "no_baseline")

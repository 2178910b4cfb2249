"""A trajectory that is not agreed yet: drawn beside the one in force, seen whole, labelled apart."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.charts.lines import Line, Point, TargetLine
from indicators.charts.palette import LIGHT
from indicators.charts.trend import trend_figure

SERIES = Line("County", (Point(date(2010, 7, 1), 5.0, "5"), Point(date(2012, 7, 1), 7.0, "7", "7.0<br>2012")))
IN_FORCE = TargetLine(((date(2010, 7, 1), 5.0), (date(2030, 7, 1), 3.0)), "Target<br>3.0 by 2030")


def to(level, year=2030):
    return TargetLine(
        ((date(2010, 7, 1), 5.0), (date(year, 7, 1), level)), f"If committed:<br>{level} by {year}"
    )


def drawn(proposed, target=IN_FORCE):
    return trend_figure(SERIES, target, proposed=proposed, colours=LIGHT, y_title="per cent")


def dashed(figure):
    return [trace for trace in figure["data"] if trace["line"].get("dash") == "dash"]


def label(figure, text):
    return next(each for each in figure["layout"]["annotations"] if text in each["text"])


def test_both_trajectories_are_dashed_in_colours_of_their_own():
    old, new = dashed(drawn(to(1.0)))
    assert (old["y"], new["y"]) == ([5.0, 3.0], [5.0, 1.0])
    assert old["line"]["color"] != new["line"]["color"]


def test_without_a_proposal_nothing_is_added():
    assert len(dashed(drawn(None))) == 1
    assert drawn(None) == trend_figure(SERIES, IN_FORCE, colours=LIGHT, y_title="per cent")


@pytest.mark.parametrize("level", [-20.0, 40.0])
def test_the_scales_reach_to_the_end_of_the_new_one(level):
    layout = drawn(to(level, 2050))["layout"]
    bottom, top = layout["yaxis"]["range"]
    assert bottom < level < top
    assert layout["xaxis"]["range"][1] > "2050-07-01"


@pytest.mark.parametrize(
    ("level", "way"), [(3.2, 1), (3.0, 1), (2.9, -1), (1.0, 0)], ids=["above", "same", "below", "far"]
)
def test_labels_that_would_meet_are_pushed_apart(level, way):
    shift = label(drawn(to(level)), "If committed")["yshift"]
    assert (shift > 0) - (shift < 0) == way


def test_where_none_is_in_force_the_label_stands_at_the_end():
    assert label(drawn(to(3.0), target=None), "If committed")["yshift"] == 0

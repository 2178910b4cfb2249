"""The process chart: what stands out does so by shape and colour, and no line crosses a rebase."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.charts.palette import DARK, LIGHT
from indicators.charts.xmr import SYMBOLS, ProcessPoint, process_figure

NAMES = ("average", "lower limit", "upper limit")


def point(year, value, look="usual", *, mean=5.0, lower=2.0, upper=8.0):
    return ProcessPoint(date(year, 7, 2), value, f"{value} in {year}", look, mean, lower, upper)


def figure(points, colours=LIGHT):
    return process_figure(points, NAMES, colours=colours, y_title="people")


def values(drawn):
    return next(trace for trace in drawn["data"] if trace["mode"] == "lines+markers")


def test_every_look_has_its_own_shape_and_colour():
    looks = list(SYMBOLS)
    for colours in (LIGHT, DARK):
        marker = values(figure([point(2000 + i, 5.0, look) for i, look in enumerate(looks)], colours))[
            "marker"
        ]
        assert len(set(marker["symbol"])) == len(looks)
        assert len(set(marker["color"])) == len(looks)


def test_the_limits_are_drawn_and_named():
    drawn = figure([point(2000, 4.0), point(2001, 6.0)])
    flat = [trace["y"][0] for trace in drawn["data"] if trace["mode"] == "lines"]
    assert flat == [5.0, 2.0, 8.0]
    assert [label["text"] for label in drawn["layout"]["annotations"]][1:] == list(NAMES)
    assert drawn["layout"]["yaxis"]["range"][1] > 8


def test_without_limits_only_the_average_is_drawn():
    drawn = figure([point(2000, 4.0, lower=None, upper=None), point(2001, 6.0, lower=None, upper=None)])
    assert sum(trace["mode"] == "lines" for trace in drawn["data"]) == 1


def test_a_rebase_draws_two_averages():
    drawn = figure(
        [point(2000, 4.0), point(2001, 6.0), point(2002, 9.0, mean=9.0), point(2003, 9.5, mean=9.0)]
    )
    averages = [t for t in drawn["data"] if t["mode"] == "lines" and t["line"]["dash"] == "solid"]
    assert [t["y"] for t in averages] == [[5.0, 5.0], [9.0, 9.0]]


def test_a_hole_is_a_hole():
    trace = values(figure([point(2000, 4.0), point(2001, None), point(2002, 6.0)]))
    assert trace["y"] == [4.0, None, 6.0]
    assert trace["connectgaps"] is False


def test_nothing_cannot_be_drawn():
    with pytest.raises(ValueError, match="nothing to draw"):
        figure([point(2000, None)])

"""The chart of one indicator: what is drawn, where the pen is lifted, what is written at the ends."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from indicators.charts.axes import value_range
from indicators.charts.compare import compare_figure
from indicators.charts.lines import Break, Line, Mark, Point, TargetLine
from indicators.charts.palette import LIGHT
from indicators.charts.trend import trend_figure


def point(year, value, **more):
    return Point(date(year, 7, 1), value, f"{value} in {year}", f"{value}<br>{year}", **more)


SERIES = Line("County", (point(2010, 5.0), point(2011, 6.0), point(2012, 7.0)))
TARGET = TargetLine(((date(2010, 7, 1), 5.0), (date(2030, 7, 1), 1.0)), "Target<br>1.0 by 2030")


def drawn(**more):
    options = {"breaks": (), "marks": (), "colours": LIGHT, "y_title": "per cent"} | more
    return trend_figure(options.pop("line", SERIES), options.pop("target", TARGET), **options)


def values(figure):
    return next(trace for trace in figure["data"] if trace["line"].get("width") == 3)


def texts(figure):
    return [label["text"] for label in figure["layout"]["annotations"]]


def test_values_and_trajectory_are_drawn_as_given():
    figure = drawn()
    assert values(figure)["y"] == [5.0, 6.0, 7.0]
    dashed = next(trace for trace in figure["data"] if trace["line"].get("dash") == "dash")
    assert dashed["x"] == ["2010-07-01", "2030-07-01"]
    assert dashed["y"] == [5.0, 1.0]


def test_the_axis_reaches_past_the_targets_last_day():
    assert drawn()["layout"]["xaxis"]["range"][1] > "2030-07-01"
    assert drawn(target=None)["layout"]["xaxis"]["range"][1] < "2013-07-01"


def test_ends_are_labelled_instead_of_a_legend():
    figure = drawn()
    assert "<b>7.0<br>2012</b>" in texts(figure)
    assert "Target<br>1.0 by 2030" in texts(figure)
    assert figure["layout"]["showlegend"] is False


def test_a_break_lifts_the_pen_and_bears_a_word():
    figure = drawn(breaks=[Break(date(2011, 1, 1), "basis changed")])
    assert values(figure)["y"] == [5.0, None, 6.0, 7.0]
    assert "basis changed" in texts(figure)
    assert len(figure["layout"]["shapes"]) == 1


def test_a_hole_stays_a_hole():
    line = Line("County", (point(2010, 5.0), Point(date(2011, 7, 1), None, ""), point(2012, 7.0)))
    assert values(drawn(line=line))["y"] == [5.0, None, 7.0]
    assert values(drawn(line=line))["connectgaps"] is False


def test_what_is_not_firm_is_hollow():
    line = Line("County", (point(2010, 5.0, hollow=True), point(2011, 6.0)))
    assert values(drawn(line=line))["marker"]["symbol"] == ["circle-open", "circle"]


def test_limits_are_one_band_for_each_run_that_has_them():
    points = [point(year, 5.0, lower=4.0, upper=6.0) for year in (2010, 2011)]
    points += [point(2012, 5.0)]
    points += [point(year, 5.0, lower=4.0, upper=6.0) for year in (2013, 2014)]
    bands = [trace for trace in drawn(line=Line("County", tuple(points)))["data"] if trace.get("fill")]
    assert [len(band["x"]) for band in bands] == [4, 4]
    assert bands[0]["y"] == [6.0, 6.0, 4.0, 4.0]


def test_events_are_numbered_marks():
    assert "<b>2</b>" in texts(drawn(marks=[Mark(2, date(2011, 1, 1))]))


def test_nothing_to_draw_is_an_error():
    with pytest.raises(ValueError, match="nothing to draw for County"):
        drawn(line=Line("County", (Point(date(2010, 7, 1), None, ""),)))


@pytest.mark.parametrize(
    ("values_drawn", "from_zero"),
    [([10, 12], False), ([1, 10], True), ([0, 5], True), ([-2, 5], True), ([7, 7], False)],
)
def test_the_scale_starts_at_zero_where_values_come_near_it(values_drawn, from_zero):
    bottom, top = value_range(values_drawn)
    assert (bottom <= 0) is from_zero
    assert bottom < min(values_drawn) or bottom == 0
    assert top > max(values_drawn)


def test_comparison_draws_the_place_asked_for_last_and_bold():
    figure = compare_figure([SERIES, Line("England", SERIES.points)], colours=LIGHT, y_title="per cent")
    assert [trace["name"] for trace in figure["data"]] == ["England", "County"]
    assert "<b>County</b>" in texts(figure)


def test_labels_of_lines_that_end_together_do_not_lie_on_one_another():
    lines = [Line(name, SERIES.points) for name in ("A", "B", "C")]
    labels = compare_figure(lines, colours=LIGHT, y_title="")["layout"]["annotations"][1:]
    shifts = sorted(label["yshift"] for label in labels)
    assert all(later - earlier >= 15 for earlier, later in pairwise(shifts))


def test_a_fifth_line_is_refused():
    with pytest.raises(ValueError, match="5 lines"):
        compare_figure([SERIES] * 5, colours=LIGHT, y_title="")

"""Charts as SVG: every value at its place, every text as written, the same dict that the screen draws."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.compare import compare_figure
from indicators.charts.drawing import WIDTH, drawing
from indicators.charts.drawing_frame import frame, ordinal, value_ticks, year_ticks
from indicators.charts.drawing_text import width_of, words, wrapped
from indicators.charts.levels import Tiers, levels_figure
from indicators.charts.lines import Break, FanPoint, Line, Mark, Point, TargetLine
from indicators.charts.palette import LIGHT
from indicators.charts.prevention_years import prevention_years_figure
from indicators.charts.trend import trend_figure
from indicators.charts.waterfall import Step, waterfall_figure
from indicators.charts.xmr import ProcessPoint, process_figure
from indicators.wording.writable import writable

SVG = "{http://www.w3.org/2000/svg}"
NEAR = pytest.approx


def line(name, *values):
    return Line(name, tuple(Point(date(2015 + i, 10, 1), v, str(v), str(v)) for i, v in enumerate(values)))


def elements(svg, name):
    return list(ET.fromstring(svg).iter(f"{SVG}{name}"))  # noqa: S314 - it is our own


def texts(svg):
    return [each.text for each in elements(svg, "text")]


def bars_of(svg):
    """The bars, without the ground under their figures."""
    return [each for each in elements(svg, "rect") if each.get("fill") != LIGHT.background]


def points(path):
    """The corners of a path in pixels."""
    return [tuple(map(float, pair.split())) for pair in re.split("[ML]", path.get("d").rstrip("Z"))[1:]]


def close(found, expected):
    """The same to the hundredth of a pixel that is written."""
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert one == NEAR(other, abs=0.006)


def test_a_line_goes_through_its_values_by_hand():
    figure = compare_figure([line("County", 10.0, 30.0, 20.0)], colours=LIGHT, y_title="%")
    made = frame(figure, WIDTH)
    low, high = figure["layout"]["yaxis"]["range"]
    first, last = (ordinal(day) for day in figure["layout"]["xaxis"]["range"])
    (path,) = [each for each in elements(drawing(figure), "path") if each.get("stroke") == LIGHT.accent]
    expected = [
        (
            made.left + (ordinal(day) - first) / (last - first) * (made.right - made.left),
            made.bottom - (value - low) / (high - low) * (made.bottom - made.top),
        )
        for day, value in (("2015-10-01", 10.0), ("2016-10-01", 30.0), ("2017-10-01", 20.0))
    ]
    close(points(path), expected)
    circles = [(float(each.get("cx")), float(each.get("cy"))) for each in elements(drawing(figure), "circle")]
    close(circles, expected)


def test_a_missing_value_breaks_the_line_and_has_no_marker():
    figure = compare_figure([line("County", 1.0, 2.0, None, 3.0, 4.0)], colours=LIGHT, y_title="%")
    svg = drawing(figure)
    paths = [each for each in elements(svg, "path") if each.get("stroke") == LIGHT.accent]
    assert [len(points(path)) for path in paths] == [2, 2]
    assert len(elements(svg, "circle")) == 4


def full_trend():
    return trend_figure(
        Line(
            "County",
            tuple(
                Point(date(2015 + i, 7, 2), v, str(v), f"{v} in {2015 + i}", i == 2, v - 1, v + 1)
                for i, v in enumerate((10.0, 12.0, 11.0))
            ),
        ),
        TargetLine(((date(2015, 7, 2), 10.0), (date(2020, 7, 2), 6.0)), "Target 6 by 2020"),
        breaks=[Break(date(2016, 1, 1), "new survey")],
        marks=[Mark(1, date(2016, 6, 1), "an event")],
        fan=[FanPoint(date(2018, 7, 2), 8, 9, 13, 14)],
        proposed=TargetLine(((date(2015, 7, 2), 10.0), (date(2020, 7, 2), 8.0)), "Proposed 8"),
        colours=LIGHT,
        y_title="people",
    )


def test_everything_of_a_trend_is_drawn():
    svg = drawing(full_trend())
    fills = [path.get("fill") for path in elements(svg, "path")]
    assert fills.count(LIGHT.band) == 1
    assert [fills.count(tint) for tint in LIGHT.fan] == [1, 1]
    dashes = {each.get("stroke-dasharray") for each in [*elements(svg, "path"), *elements(svg, "line")]}
    assert {"9 9", "3 3"} <= dashes
    for text in ("people", "11.0 in 2017", "Target 6 by 2020", "Proposed 8", "new survey", "1"):
        assert text in texts(svg)
    hollow = [each for each in elements(svg, "circle") if each.get("fill") == LIGHT.background]
    assert len(hollow) == 1


def test_the_line_is_lifted_at_a_break():
    figure = full_trend()
    paths = [
        path
        for path in elements(drawing(figure), "path")
        if path.get("stroke") == LIGHT.accent
        and path.get("fill") == "none"
        and not path.get("stroke-dasharray")
    ]
    assert [len(points(path)) for path in paths] == [2]  # the first value stands alone before the break


def test_bars_stand_on_nought_beside_one_another():
    partners = [Tiers("A &amp; B", (10.0, 20.0), ("£10m", "£20m")), Tiers("C", (5.0, 0.0), ("£5m", "£0m"))]
    figure = levels_figure(partners, ["Primary", "Acute spending"], colours=LIGHT, y_title="£ million")
    svg, made = drawing(figure), frame(figure, WIDTH)
    bars = [each for each in bars_of(svg) if float(each.get("y", 0)) > made.top][:4]
    heights = [float(bar.get("height")) for bar in bars]
    unit = (made.bottom - made.top) / figure["layout"]["yaxis"]["range"][1]
    close([(h,) for h in heights], [(10 * unit,), (20 * unit,), (5 * unit,), (0.0,)])
    lefts = [float(bar.get("x")) for bar in bars]
    width = made.band * 0.8 / 2
    assert lefts[2] - lefts[0] == NEAR(width, abs=0.01)
    assert lefts[0] - made.left == NEAR(made.band * 0.1, abs=0.01)
    assert {"£10m", "£20m", "£5m", "Primary", "A & B"} <= set(texts(svg))
    assert any("pattern" in bar.get("fill") for bar in bars)


def test_a_waterfall_hangs_each_step_at_the_level_reached():
    steps = [
        Step("Before", 20.0, "£20"),
        Step("Up", 10.0, "+£10"),
        Step("Down", -5.0, "−£5"),
        Step("After", 25.0, "£25"),
    ]
    figure = waterfall_figure(steps, colours=LIGHT, y_title="£ million")
    made = frame(figure, WIDTH)
    bars = bars_of(drawing(figure))
    spans = [(float(bar.get("y")), float(bar.get("y")) + float(bar.get("height"))) for bar in bars]
    close(spans, [(made.up(b), made.up(a)) for a, b in ((0, 20), (20, 30), (25, 30), (0, 25))])
    assert [bar.get("fill") for bar in bars] == [LIGHT.accent, LIGHT.green, LIGHT.amber, LIGHT.accent]


def test_a_process_chart_has_its_shapes():
    looks = ("usual", "better", "worse", "unusual")
    figure = process_figure(
        [
            ProcessPoint(date(2015 + i, 7, 2), 5.0 + i, "", look, 6.0, 3.0, 9.0)
            for i, look in enumerate(looks)
        ],
        ("average", "lower limit", "upper limit"),
        colours=LIGHT,
        y_title="people",
    )
    svg = drawing(figure)
    assert len(elements(svg, "circle")) == 2
    squares = [each for each in elements(svg, "rect") if each.get("width") == each.get("height")]
    assert len(squares) == 1
    assert {"average", "lower limit", "upper limit"} <= set(texts(svg))


@pytest.mark.parametrize(
    "name", ["South East, core 16.9%", "A very long name of a place that nobody writes twice " * 2]
)
def test_labels_at_the_ends_of_lines_stay_inside(name):
    figure = prevention_years_figure([line(name, 1.0, 2.0)], dashed=(), cut=None, colours=LIGHT, y_title="%")
    labels = [each for each in elements(drawing(figure), "text") if each.get("font-weight")]
    assert " ".join(each.text for each in labels) == " ".join(name.split())
    assert all(float(each.get("x")) + width_of(each.text, 14) <= WIDTH for each in labels)


HOSTILE = [
    "<script>alert(1)</script>",
    "R&D \"quoted\" 'single'",
    "עברית والعربية",
    "😀 ₤ #1 $2 @x \\",
    "a\x00b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_names_from_outside_come_out_as_typed(text):
    figure = levels_figure(
        [Tiers("P", (1.0,), ("",))], [escape(text, quote=False)], colours=LIGHT, y_title="£"
    )
    said = " ".join(filter(None, texts(drawing(figure))))
    assert " ".join(writable(text).split()) in said


REFUSED = {
    "kind of trace": ({"type": "pie"}, {}, "traces of kind pie"),
    "mode": ({"mode": "text"}, {}, "mode 'text'"),
    "fill": ({"fill": "tozeroy"}, {}, "fill 'tozeroy'"),
    "dash": ({"line": {"dash": "5px", "color": "#000000"}}, {}, "dash '5px'"),
    "symbol": ({"marker": {"symbol": "star", "color": "#000000"}}, {}, "symbol 'star'"),
    "bars lying down": ({"orientation": "h"}, {}, "orientation of a trace"),
    "error bars": ({"error_y": {}}, {}, "error_y of a trace"),
    "shape": ({}, {"shapes": [{"type": "circle"}]}, "type 'circle'"),
    "stacked bars": ({}, {"barmode": "stack"}, "bars in the mode stack"),
    "numbers along the bottom": ({}, {"xaxis": {"type": "linear"}}, "an xaxis of type linear"),
    "a logarithmic scale": ({}, {"yaxis": {"type": "log"}}, "an yaxis of type log"),
    "ticks of one's own": ({}, {"yaxis": {"tickvals": [1]}}, "tickvals of the yaxis"),
}


@pytest.mark.parametrize(("trace", "layout", "named"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_drawn_is_refused_by_name(trace, layout, named):
    figure = compare_figure([line("County", 1.0, 2.0)], colours=LIGHT, y_title="%")
    figure["data"][0].update(trace)
    figure["layout"].update(layout)
    with pytest.raises(ValueError, match=named):
        drawing(figure)


TICKS = {
    "tens": ((0, 60), ["0", "10", "20", "30", "40", "50", "60"]),
    "fractions": ((0.13, 0.42), ["0.15", "0.20", "0.25", "0.30", "0.35", "0.40"]),
    "thousands": ((0, 11_800), ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]),
    "below nought": ((-3, 5), ["−2", "0", "2", "4"]),
}


@pytest.mark.parametrize(("scale", "labels"), TICKS.values(), ids=TICKS)
def test_ticks_are_round(scale, labels):
    assert [label for _, label in value_ticks(scale)] == labels


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
def test_ticks_lie_within_the_scale_and_say_what_they_are(low, height):
    high = low + height
    ticks = value_ticks((low, high))
    step = height / 6
    assert 2 <= len(ticks) <= 8
    for value, label in ticks:
        assert low - step * 1e-6 <= value <= high + step * 1e-6
        assert float(label.replace(",", "").replace("−", "-")) == NEAR(value, abs=step * 0.01)


def test_years_are_named_in_their_middle_and_as_many_as_have_room():
    few = compare_figure([line("County", 1.0, 2.0, 3.0)], colours=LIGHT, y_title="%")
    assert [label for _, _, label in year_ticks(frame(few, WIDTH))] == ["2015", "2016", "2017"]
    many = compare_figure([line("County", *map(float, range(60)))], colours=LIGHT, y_title="%")
    made = frame(many, WIDTH)
    labels = year_ticks(made)
    assert [label for _, _, label in labels][:3] == ["2020", "2030", "2040"]
    gaps = made.across(labels[1][1]) - made.across(labels[0][1])
    assert gaps > 46


def test_words_are_read_without_their_marks():
    assert words("<b>England &lt;all&gt;</b><br>18.4%").lines == ("England <all>", "18.4%")
    assert wrapped("Certified by finance", 10, 1) == ("Certified", "by", "finance")

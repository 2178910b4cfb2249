"""The charts of the prevention audit as plain dicts: values, texts, dashes, signs, and what they refuse."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from indicators.charts.bars import bar_layout
from indicators.charts.levels import Tiers, levels_figure
from indicators.charts.lines import Break, Line, Point
from indicators.charts.palette import DARK, LIGHT
from indicators.charts.prevention_years import DRAWN_HEIGHT, LABEL_HEIGHT, prevention_years_figure
from indicators.charts.waterfall import Step, waterfall_figure

STEPS = [
    Step("Before", 29.0, "£29.0"),
    Step("Prices", 1.2, "+£1.2"),
    Step("Mix", -0.4, "−£0.4"),
    Step("After", 29.8, "£29.8"),
]


def line(name, *values):
    points = [Point(date(2015 + i, 10, 1), value, f"{name} {value}") for i, value in enumerate(values)]
    return Line(name, tuple(points))


NEAR = [
    line("own", 36.0, 18.1),
    line("broad", 38.0, 18.3),
    line("England", 25.0, 18.2),
    line("South East", 26.0, 18.2),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_years_have_dashes_a_break_and_their_values(colours):
    cut = Break(date(2016, 4, 1), "−16.3 points")
    figure = prevention_years_figure(NEAR, dashed={"broad"}, cut=cut, colours=colours, y_title="%")
    by_name = {trace["name"]: trace for trace in figure["data"]}
    assert by_name["own"]["y"] == [36.0, 18.1]
    assert {name for name, trace in by_name.items() if trace["line"].get("dash") == "dash"} == {"broad"}
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == ["2016-04-01"]
    assert "−16.3 points" in [note["text"] for note in figure["layout"]["annotations"]]


def test_labels_of_near_ends_do_not_cover_one_another():
    figure = prevention_years_figure(NEAR, dashed=(), cut=None, colours=LIGHT, y_title="%")
    low, high = figure["layout"]["yaxis"]["range"]
    ends = figure["layout"]["annotations"][-len(NEAR) :]
    heights = sorted((note["y"] - low) / (high - low) * DRAWN_HEIGHT + note["yshift"] for note in ends)
    gaps = [above - below for below, above in pairwise(heights)]
    assert min(gaps) >= LABEL_HEIGHT - 1
    order = sorted(ends, key=lambda note: note["y"] * 1000 + note["yshift"])
    assert [note["y"] for note in order] == sorted(note["y"] for note in ends)


def test_a_waterfall_stands_hangs_and_stands():
    figure = waterfall_figure(STEPS, colours=LIGHT, y_title="£ million")
    trace = figure["data"][0]
    assert trace["measure"] == ["absolute", "relative", "relative", "total"]
    assert trace["y"] == [29.0, 1.2, -0.4, 29.8]
    assert trace["text"] == ["£29.0", "+£1.2", "−£0.4", "£29.8"]
    low, high = figure["layout"]["yaxis"]["range"]
    assert low == 0
    assert high > 30.2


def test_a_waterfall_needs_a_beginning_and_an_end():
    with pytest.raises(ValueError, match="1 steps"):
        waterfall_figure(STEPS[:1], colours=LIGHT, y_title="")


def test_levels_of_one_partner_carry_their_figures_and_need_no_legend():
    figure = levels_figure(
        [Tiers("Council", (144.1, 3.8), ("£144.1m", "£3.8m"))],
        ["Acute", "Primary"],
        colours=LIGHT,
        y_title="",
    )
    assert figure["data"][0]["text"] == ["£144.1m", "£3.8m"]
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert not figure["layout"]["showlegend"]


def test_partners_differ_by_pattern_as_well_as_by_colour():
    partners = [Tiers(name, (1.0,), ("£1.0m",)) for name in "abcd"]
    figure = levels_figure(partners, ["Acute"], colours=LIGHT, y_title="")
    assert len({trace["marker"]["pattern"]["shape"] for trace in figure["data"]}) == 4
    assert figure["layout"]["showlegend"]
    assert {trace["text"] for trace in figure["data"]} == {None}


WRONG = {
    "nobody": ([], ["Acute"], "0 partners"),
    "five": ([Tiers(str(i), (1.0,), ("",)) for i in range(5)], ["Acute"], "5 partners"),
    "too few amounts": ([Tiers("a", (1.0,), ("",))], ["Acute", "Primary"], "each of 2 levels"),
}


@pytest.mark.parametrize(("partners", "names", "said"), WRONG.values(), ids=WRONG)
def test_levels_refuse_what_cannot_be_drawn(partners, names, said):
    with pytest.raises(ValueError, match=said):
        levels_figure(partners, names, colours=LIGHT, y_title="")


@pytest.mark.parametrize(
    ("highest", "lowest", "includes_below"), [(10, 0, False), (10, -2, True)], ids=["above", "below"]
)
def test_bars_always_hold_nought(highest, lowest, includes_below):
    low, high = bar_layout(LIGHT, title="", highest=highest, lowest=lowest)["yaxis"]["range"]
    assert low <= 0 < high
    assert (low < 0) is includes_below

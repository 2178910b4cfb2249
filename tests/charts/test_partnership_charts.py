"""The charts of partnership life and health as plain dicts: values, sides, what is hidden, and what they refuse."""

from __future__ import annotations

import pytest

from indicators.charts.diverging import ANSWERS, STEP, AnswerBar, diverging_figure
from indicators.charts.palette import DARK, LIGHT
from indicators.charts.publicity import Aware, Reached, awareness_figure, reach_figure
from indicators.charts.seats import SeatBar, seats_figure
from indicators.charts.sideways import places, sideways_layout

WORDS = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
BARS = [
    AnswerBar("All partners", (10.0, 20.0, 20.0, 30.0, 20.0)),
    AnswerBar("Faith: hidden", None),
    AnswerBar("Police", (0.0, 0.0, 0.0, 0.0, 100.0)),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_answers_lie_side_by_side_around_the_middle(colours):
    figure = diverging_figure(BARS, WORDS, colours=colours, x_title="%")
    traces = figure["data"]
    assert [trace["name"] for trace in traces] == list(WORDS)
    assert [trace["x"] for trace in traces] == [
        [share for bar in BARS if bar.shares for share in (bar.shares[i],)] for i in range(ANSWERS)
    ]
    first = [(trace["base"][0], trace["base"][0] + trace["x"][0]) for trace in traces]
    assert first == [(-40, -30), (-30, -10), (-10, 10), (10, 40), (40, 60)]
    tints = [trace["marker"]["color"] for trace in traces]
    assert (tints[0], tints[-1]) == (colours.amber, colours.green)
    assert all(tint.startswith("rgba(") for tint in tints[1:-1])
    assert len(set(tints)) == ANSWERS


def test_a_hidden_row_keeps_its_name_and_has_no_bar():
    figure = diverging_figure(BARS, WORDS, colours=LIGHT, x_title="%")
    drawn = places(len(BARS))
    assert all(trace["y"] == [drawn[0], drawn[2]] for trace in figure["data"])
    assert "Faith: hidden" in [note["text"] for note in figure["layout"]["annotations"]]


def test_the_scale_is_the_same_on_both_sides_and_holds_every_bar():
    axis = diverging_figure(BARS, WORDS, colours=LIGHT, x_title="%")["layout"]["xaxis"]
    low, high = axis["range"]
    assert -low == high == 100
    assert axis["ticktext"][0] == axis["ticktext"][-1] == "100%"
    assert high % STEP == 0
    narrow = diverging_figure(BARS[:1], WORDS, colours=LIGHT, x_title="%")["layout"]["xaxis"]
    assert narrow["range"] == [-75, 75]


def test_a_small_part_carries_no_figure_that_would_not_fit():
    trace = diverging_figure(BARS, WORDS, colours=LIGHT, x_title="%")["data"][2]
    assert trace["text"] == ["20", ""]


def test_seats_are_stacked_and_the_vacant_ones_hollow():
    bars = [SeatBar("2025", (4, 2, 1)), SeatBar("2026", (5, 0, 0))]
    figure = seats_figure(bars, ["Public bodies", "Other partners", "Vacant"], colours=LIGHT, y_title="seats")
    assert [trace["y"] for trace in figure["data"]] == [[4, 5], [2, 0], [1, 0]]
    assert [trace["text"] for trace in figure["data"]] == [["4", "5"], ["2", ""], ["1", ""]]
    assert figure["data"][2]["marker"]["color"] == "rgba(0,0,0,0)"
    assert len({(t["marker"]["color"], t["marker"]["pattern"]["shape"]) for t in figure["data"]}) == 3
    assert figure["layout"]["barmode"] == "stack"
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert figure["layout"]["yaxis"]["range"][1] > 7


def test_reach_begins_at_nought_and_awareness_has_its_whole_scale():
    reach = reach_figure([Reached("Leaflet", 290000, "290,000")], colours=LIGHT, x_title="people")
    assert reach["layout"]["xaxis"]["range"][0] == 0
    assert reach["data"][0]["text"] == ["290,000"]
    aware = awareness_figure(
        [Aware("Leaflet", 12.0, 13.5, "12% before, 14% after")],
        ("before", "after"),
        colours=DARK,
        x_title="%",
    )
    assert aware["layout"]["xaxis"]["range"] == [0.0, 100.0]
    assert [(trace["name"], trace["x"], trace["marker"]["symbol"]) for trace in aware["data"]] == [
        ("before", [12.0], "circle-open"),
        ("after", [13.5], "circle"),
    ]


def test_every_row_has_room_and_its_name_above_its_bar():
    frame = sideways_layout(LIGHT, title="%", names=["A", "B"], scale=(0.0, 1.0))
    more = sideways_layout(LIGHT, title="%", names=["A", "B", "C"], scale=(0.0, 1.0))
    assert more["height"] > frame["height"]
    names = {note["text"]: note["y"] for note in frame["annotations"] if note["text"] in "AB"}
    assert names["A"] < places(2)[0] < names["B"] < places(2)[1]
    top, bottom = frame["yaxis"]["range"][1], frame["yaxis"]["range"][0]
    assert top < names["A"]
    assert places(2)[1] < bottom


REFUSED = {
    "no row": lambda: diverging_figure([], WORDS, colours=LIGHT, x_title="%"),
    "three answers": lambda: diverging_figure(BARS, WORDS[:3], colours=LIGHT, x_title="%"),
    "no day": lambda: seats_figure([], ["A"], colours=LIGHT, y_title="seats"),
    "four groups": lambda: seats_figure([SeatBar("A", (1,) * 4)], "ABCD", colours=LIGHT, y_title="seats"),
    "a number too few": lambda: seats_figure([SeatBar("A", (1,))], "AB", colours=LIGHT, y_title="seats"),
    "nothing reached": lambda: reach_figure([], colours=LIGHT, x_title=""),
    "nobody asked": lambda: awareness_figure([], ("before", "after"), colours=LIGHT, x_title=""),
}


@pytest.mark.parametrize("draw", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused(draw):
    with pytest.raises(ValueError, match=r"\w"):
        draw()

"""What leads to what: where things stand, how arrows run, and what a drawing says besides colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.chain_scores import Scored, scores_figure
from indicators.charts.flow import Arrow, Box, flow_figure
from indicators.charts.layered import placed
from indicators.charts.lines import Line, Point
from indicators.charts.palette import DARK, LIGHT
from indicators.charts.realisation import realisation_figure
from indicators.charts.ways import way
from tests.charts.test_prevention_charts import line

NODES = "ABCDEFG"
letters = st.sampled_from(NODES)
forward = st.lists(st.tuples(letters, letters).filter(lambda edge: edge[0] < edge[1]), max_size=12)
anyhow = st.lists(st.tuples(letters, letters), max_size=12)


def longest(edges, node):
    """Slow and obvious: the most arrows on a way that ends here."""
    return max((1 + longest(edges, start) for start, end in edges if end == node), default=0)


@given(forward)
def test_a_column_is_the_longest_way_or_just_before_what_follows(edges):
    at = placed(NODES, edges).at
    for node in NODES:
        ends = [end for start, end in edges if start == node]
        is_led_to = any(end == node for _, end in edges)
        expected = min((at[end][0] for end in ends), default=1) - 1 if not is_led_to else longest(edges, node)
        assert at[node][0] == expected


@given(anyhow)
def test_no_two_things_stand_in_one_place_and_bends_stand_between(edges):
    found = placed(NODES, edges)
    every = [*found.at.values(), *(point for way in found.bends.values() for point in way)]
    assert len(set(every)) == len(every)
    for (start, end), bent in found.bends.items():
        columns = [x for x, _ in (found.at[start], *bent, found.at[end])]
        assert columns == [columns[0] + step for step in range(len(columns))]
    assert all(abs(y) <= found.half_height for _, y in every)


def test_parallel_ways_do_not_cross():
    at = placed(list("ABCXYZ"), [("A", "Z"), ("B", "Y"), ("C", "X")]).at
    assert [at[node][1] for node in "ABC"] == [at[node][1] for node in "ZYX"]


def test_an_arrow_past_a_column_runs_round_what_stands_there():
    found = placed(list("ABC"), [("A", "B"), ("B", "C"), ("A", "C")])
    ((x, y),) = found.bends["A", "C"]
    assert x == found.at["B"][0]
    assert y != found.at["B"][1]


def test_an_arrow_into_nowhere_is_refused():
    with pytest.raises(ValueError, match="'Z', which is no node"):
        placed(["A"], [("A", "Z")])


BOXES = [Box("A", "1", "Council", "Council, county"), Box("B", "2", "<b>College</b> & co", "b", hollow=True)]
STROKES = {
    "strong and critical": (Arrow("A", "B", "t", dash="solid", is_thick=True), "solid", 3.5),
    "broken and supporting": (Arrow("A", "B", "t", dash="dot", is_thick=False), "dot", 1.5),
}


@pytest.mark.parametrize(("arrow", "dash", "width"), STROKES.values(), ids=STROKES)
def test_strength_and_weight_are_told_by_the_stroke(arrow, dash, width):
    stroke = flow_figure(BOXES, [arrow], colours=LIGHT)["data"][0]
    assert (stroke["line"]["dash"], stroke["line"]["width"]) == (dash, width)
    assert stroke["marker"]["symbol"][-1] == "arrow"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_boxes_have_numbers_and_names_and_nothing_of_others_is_markup(colours):
    arrow = Arrow("A", "B", "<i>A</i> to B", label="<funding>", tone="amber")
    figure = flow_figure(BOXES, [arrow], colours=colours)
    nodes = figure["data"][-1]
    assert nodes["text"] == ["1", "2"]
    assert nodes["marker"]["color"] == [colours.ink, colours.background]
    texts = [note["text"] for note in figure["layout"]["annotations"]]
    assert texts == ["&lt;funding&gt;", "Council", "&lt;b&gt;College&lt;/b&gt; &amp; co"]
    assert figure["data"][0]["text"][0] == "&lt;i&gt;A&lt;/i&gt; to B"
    assert figure["layout"]["annotations"][0]["font"]["color"] == colours.amber


def test_two_kinds_of_link_between_the_same_two_are_both_seen():
    data = flow_figure(BOXES, [Arrow("A", "B", "one"), Arrow("A", "B", "two")], colours=LIGHT)["data"]
    assert data[0]["y"] != data[1]["y"]


@given(anyhow)
def test_every_way_begins_and_ends_at_its_nodes(edges):
    where = placed(NODES, edges)
    for edge in edges:
        points = way(where, edge)
        assert points[0] == pytest.approx(where.at[edge[0]])
        assert points[-1] == pytest.approx(where.at[edge[1]])
        assert len(points) % 2 == 1


def test_an_arrow_leaves_and_arrives_level():
    where = placed(list("ABC"), [("A", "B"), ("A", "C")])
    points = way(where, ("A", "B"))
    first, last = points[1][1] - points[0][1], points[-1][1] - points[-2][1]
    middle = points[7][1] - points[6][1]
    assert abs(first) < abs(middle) / 3
    assert abs(last) < abs(middle) / 3


GOES_BACK = {"a circle": [("A", "B"), ("B", "A")], "its own start": [("A", "A")]}


@pytest.mark.parametrize("edges", GOES_BACK.values(), ids=GOES_BACK)
def test_an_arrow_that_goes_back_is_drawn_over_the_line(edges):
    data = flow_figure(BOXES, [Arrow(*edge, "t") for edge in edges], colours=LIGHT)["data"]
    assert max(data[len(edges) - 1]["y"]) > max(data[-1]["y"])


def test_a_long_name_is_cut_to_four_lines():
    box = Box("A", "1", "a very long name " * 40, "t")
    name = flow_figure([box], [], colours=LIGHT)["layout"]["annotations"][0]["text"]
    assert name.count("<br>") == 3
    assert name.endswith(" …")


def test_a_name_that_leaves_room_at_the_ends_of_its_lines_is_cut_with_a_sign():
    """Long words leave lines short, so that a name with letters for four lines may need five."""
    box = Box("A", "1", "neighbourhood apprenticeships safeguarding accommodation partnerships", "t")
    name = flow_figure([box], [], colours=LIGHT)["layout"]["annotations"][0]["text"]
    shown = name.replace("<br>", " ")
    assert shown == box.name or shown.endswith(" …")


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="no box"):
        flow_figure([], [], colours=LIGHT)


def test_scores_hold_their_counts_and_the_agreed_score():
    scored = [
        Scored("One?", (0, 2, 1, 0), 3, "one"),
        Scored("Two?", None, 2, "two"),
        Scored("Three?", (0, 0, 0, 4), None, "three"),
    ]
    alone, together = scores_figure(
        scored, colours=LIGHT, x_title="Score", alone="alone", together="together"
    )["data"]
    assert list(zip(alone["y"], alone["x"], alone["text"], strict=True)) == [
        ("One?", 2, "2"),
        ("One?", 3, "1"),
        ("Three?", 4, "4"),
    ]
    assert list(zip(together["y"], together["x"], strict=True)) == [("One?", 3), ("Two?", 2)]
    assert alone["marker"]["size"][2] > alone["marker"]["size"][0] > alone["marker"]["size"][1]
    assert (alone["name"], together["name"]) == ("alone", "together")


def test_scores_without_any_are_refused():
    with pytest.raises(ValueError, match="no question"):
        scores_figure([Scored("One?", None, None, "")], colours=LIGHT, x_title="", alone="", together="")


CURVES = {
    "both": (line("has come", 0, 5, 9), line("planned", 4, 8, 11)),
    "only a plan": (None, line("planned", 4, 8)),
    "only figures": (line("has come", 0, -3), None),
}


@pytest.mark.parametrize(("come", "planned"), CURVES.values(), ids=CURVES)
def test_the_plan_is_dashed_and_nought_is_on_the_scale(come, planned):
    figure = realisation_figure(come, planned, colours=LIGHT, y_title="people")
    dashes = {trace["name"]: trace["line"].get("dash") for trace in figure["data"]}
    assert dashes == {each.name: "dash" if each is planned else None for each in (come, planned) if each}
    low, high = figure["layout"]["yaxis"]["range"]
    assert low < 0 < high
    assert figure["layout"]["yaxis"]["zeroline"]


def test_curves_of_nothing_are_refused():
    with pytest.raises(ValueError, match="0 lines"):
        realisation_figure(None, None, colours=LIGHT, y_title="")
    with pytest.raises(ValueError, match="without any value"):
        realisation_figure(Line("x", (Point(None, None, ""),)), None, colours=LIGHT, y_title="")

"""Charts of the registers: the timeline, the network and the overlaps hold what they were given, and never colour alone."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.charts.network import Line, Node, network_figure
from indicators.charts.overlap import Pair, overlap_figure
from indicators.charts.palette import DARK, LIGHT
from indicators.charts.timeline import Row, timeline_figure
from indicators.wording.partnership_ties import OVERLAP_KEY
from indicators.wording.recommendations import MARKS

ROWS = [
    Row("R11 · Benefits", (("due", date(2008, 2, 29)),), (date(2008, 2, 29), date(2026, 11, 22))),
    Row("R1 · Scrutiny", (("due", date(2008, 3, 31)), ("evidence", date(2011, 3, 17)))),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_timeline_marks_every_date_once(colours):
    figure = timeline_figure(ROWS, MARKS, colours=colours)
    by_name = {trace["name"]: trace for trace in figure["data"]}
    assert by_name.keys() == {MARKS["overdue"], MARKS["due"], MARKS["evidence"]}
    assert by_name[MARKS["due"]]["x"] == ["2008-02-29", "2008-03-31"]
    assert by_name[MARKS["due"]]["y"] == [0, 1]
    assert by_name[MARKS["evidence"]]["x"] == ["2011-03-17"]
    assert by_name[MARKS["overdue"]]["x"] == ["2008-02-29", "2026-11-22", None]
    assert by_name[MARKS["overdue"]]["line"]["dash"] == "dash"
    symbols = [trace["marker"]["symbol"] for trace in figure["data"] if "marker" in trace]
    assert len(set(symbols)) == len(symbols), "each kind has a shape of its own"
    assert figure["layout"]["yaxis"]["ticktext"] == [row.name for row in ROWS]
    first, last = figure["layout"]["xaxis"]["range"]
    assert first < "2008-02-29"
    assert last > "2026-11-22"


def test_every_kind_of_mark_has_its_words_and_its_shape():
    every = Row("all", tuple((kind, date(2020, 1, 1)) for kind in MARKS if kind != "overdue"))
    figure = timeline_figure([every], MARKS, colours=LIGHT)
    assert {trace["name"] for trace in figure["data"]} == set(MARKS.values()) - {MARKS["overdue"]}
    assert len({trace["marker"]["symbol"] for trace in figure["data"]}) == len(figure["data"])


def test_a_timeline_without_a_day_is_refused():
    with pytest.raises(ValueError, match="none of 1 rows"):
        timeline_figure([Row("R3", ())], MARKS, colours=LIGHT)


NODES = [
    Node("A", "Oxfordshire Partnership", 0, "inside"),
    Node("B", "A <b>board</b> whose name is rather longer than what fits beside the arcs", 1, "inside"),
    Node("C", "Forum", 1, "inside"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_network_places_groups_and_draws_ties(colours):
    figure = network_figure(
        NODES,
        [Line("B", "A", "belongs"), Line("C", "A", "reports")],
        ["LSP", "Groups"],
        ["belongs", "reports"],
        colours=colours,
    )
    lines = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    marks = [trace for trace in figure["data"] if "markers" in trace["mode"]]
    assert [each["name"] for each in lines] == ["belongs", "reports"]
    assert [(each["y"][0], each["y"][-2], each["y"][-1]) for each in lines] == [(3, 1, None), (4, 1, None)]
    assert all(each["x"][0] == each["x"][-2] == 0 and min(each["x"][:-1]) < 0 for each in lines)
    assert min(lines[1]["x"][:-1]) < min(lines[0]["x"][:-1]), "the further apart, the wider"
    assert len({each["line"]["dash"] for each in lines}) == 2
    assert len({each["marker"]["symbol"] for each in marks}) == 2, "groups differ by shape"
    assert [each["y"] for each in marks] == [[1], [3, 4]]
    assert "&lt;b&gt;board" in marks[1]["text"][0]
    assert marks[1]["text"][0].endswith("…")
    assert [(each["text"], each["y"]) for each in figure["layout"]["annotations"]] == [
        ("<b>LSP</b>", 0),
        ("<b>Groups</b>", 2),
    ]


def test_a_group_without_nodes_has_no_heading():
    figure = network_figure(NODES[1:], [], ["LSP", "Groups"], [], colours=LIGHT)
    assert [each["text"] for each in figure["layout"]["annotations"]] == ["<b>Groups</b>"]


WRONG = {
    "no node": ([], [], ["LSP"], ["belongs"], "no node"),
    "a group too far": (NODES, [], ["LSP"], ["belongs"], "do not hold"),
    "more kinds than strokes": (NODES, [], ["LSP", "G"], list("abcd"), "do not hold"),
    "a tie into nothing": (NODES, [Line("A", "Z", "belongs")], ["LSP", "G"], ["belongs"], "'Z'"),
    "a kind without words": (NODES, [Line("A", "B", "hates")], ["LSP", "G"], ["belongs"], "unknown kinds"),
}


@pytest.mark.parametrize(("nodes", "lines", "columns", "kinds", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_drawn_is_refused(nodes, lines, columns, kinds, said):
    with pytest.raises(ValueError, match=said):
        network_figure(nodes, lines, columns, kinds, colours=LIGHT)


def test_overlaps_are_marked_once_below_the_diagonal():
    pairs = [Pair(0, 2, "theme", "A and C"), Pair(2, 1, "both", "C and <B>")]
    figure = overlap_figure(["A", "<B>", "C"], pairs, OVERLAP_KEY, colours=LIGHT)
    found = {trace["name"]: (trace["x"], trace["y"], trace["text"]) for trace in figure["data"]}
    assert found == {
        OVERLAP_KEY["theme"]: ([0], [2], ["A and C"]),
        OVERLAP_KEY["both"]: ([1], [2], ["C and &lt;B&gt;"]),
    }
    assert figure["layout"]["yaxis"]["ticktext"] == ["A", "&lt;B&gt;", "C"]
    assert len({trace["marker"]["symbol"] for trace in figure["data"]}) == 2


@pytest.mark.parametrize("pairs", [[], [Pair(1, 1, "theme", "")], [Pair(0, 3, "theme", "")]])
def test_pairs_that_are_none_are_refused(pairs):
    with pytest.raises(ValueError, match="names"):
        overlap_figure(["A", "B"], pairs, OVERLAP_KEY, colours=LIGHT)

"""The Indicator page on the embedded figures, part by part."""

from __future__ import annotations

import csv
import io
import json

import pytest

from indicators.assessments.judged import assess_indicator
from indicators.model import COUNTY
from indicators.store.as_at import today
from indicators.submissions.first_start import ready_store
from indicators.ui.indicator_tables import series_csv
from tests.ui.conftest import markup, words


def figure(test):
    return json.loads(test.get("plotly_chart")[0].proto.spec)


def numbers(trace, axis):
    return [value for value in trace[axis] if value is not None]


def test_road_casualties_are_drawn_against_the_real_target(screen):
    test = screen("indicator", code="KSI-CAS")
    assert test.title[0].value == "People killed or seriously injured on the roads"
    spec = figure(test)
    values = next(trace for trace in spec["data"] if trace.get("line", {}).get("width") == 3)
    target = next(trace for trace in spec["data"] if trace.get("line", {}).get("dash") == "dash")
    assert numbers(values, "y") == [372, 370, 345, 395, 391, 345, 378] or 378 in numbers(values, "y")
    assert target["x"] == ["1998-07-02", "2010-07-02"]
    assert target["y"] == [544, 326.4]


def test_the_chart_says_its_finding_and_names_its_source(screen):
    test = screen("indicator", code="KSI-CAS")
    alt = test.get("plotly_chart")[0].proto.alt
    assert "378 in 2014" in alt
    assert "Target missed: 395 in 2010 against 326.4" in alt
    assert "Tomorrow's Roads" in alt
    assert "Source:" in words(test)


def test_targets_that_cannot_be_drawn_stand_in_words_with_the_reason(screen):
    text = words(screen("indicator", code="KSI-CAS"))
    assert "Targets in words" in text
    assert text.count("Not drawn:") >= 1
    assert "states no baseline" in text


def test_an_illustrative_target_says_so_everywhere(screen):
    test = screen("indicator", code="GHG-HEAD")
    assert "illustrative target" in words(test)
    alt = test.get("plotly_chart")[0].proto.alt
    assert "promised by nobody" in alt
    labels = [label["text"] for label in figure(test)["layout"]["annotations"]]
    assert any(label.startswith("Illustrative target") for label in labels)


def test_the_trajectory_is_drawn_to_its_last_year(screen):
    spec = figure(screen("indicator", code="GHG-HEAD"))
    target = next(trace for trace in spec["data"] if trace.get("line", {}).get("dash") == "dash")
    assert target["x"][-1] == "2030-07-02"
    assert spec["layout"]["xaxis"]["range"][1] > "2030-07-02"


def test_confidence_limits_are_a_band(screen):
    spec = figure(screen("indicator", code="EMP-RATE"))
    assert any(trace.get("fill") == "toself" for trace in spec["data"])


def test_a_break_lifts_the_line_and_is_named(screen):
    spec = figure(screen("indicator", code="KS4-ATT8"))
    line = next(trace for trace in spec["data"] if trace.get("line", {}).get("width") == 3)
    assert None in line["y"]
    assert any(shape["line"]["dash"] == "dot" for shape in spec["layout"]["shapes"])
    assert any(label["text"] == "basis changed" for label in spec["layout"]["annotations"])


def test_how_we_got_this_gives_rule_and_figures(screen):
    text = words(screen("indicator", code="KSI-CAS"))
    assert "The figure for 2010 is 395; the trajectory stands at 326.4" in text
    assert "tolerance" in text


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("table", "1994–1998"),
        ("compare", "Places are not ranked"),
        ("definition", "NI 47"),
        ("history", "Embedded data"),
    ],
)
def test_every_part_opens_from_the_address(screen, part, expected):
    code = "EMP-RATE" if part == "compare" else "KSI-CAS"
    assert expected in words(screen("indicator", code=code, part=part))


def test_comparison_names_benchmarks_and_draws_at_most_four_lines(screen):
    test = screen("indicator", code="EMP-RATE", part="compare")
    spec = figure(test)
    assert [trace["name"] for trace in spec["data"]][-1] == "Oxfordshire"
    assert len(spec["data"]) <= 4
    table = markup(test)
    for place in ("Cherwell", "South Oxfordshire", "South East", "England"):
        assert f">{place}<" in table


def test_the_doubtful_value_is_drawn_hollow_and_left_out(screen):
    test = screen("indicator", code="SMOKE-RM", area="E07000179")
    line = next(trace for trace in figure(test)["data"] if trace.get("line", {}).get("width") == 3)
    assert "circle-open" in line["marker"]["symbol"]
    table = words(screen("indicator", code="SMOKE-RM", area="E07000179", part="table"))
    assert "doubtful" in table


def test_a_code_that_does_not_exist_says_so_and_offers_the_nearest(screen):
    test = screen("indicator", code="KSI-CASS")
    assert "no indicator with the code “KSI-CASS”" in words(test)
    assert 'href="indicator?code=KSI-CAS"' in markup(test)
    assert "Back to the Basket" in words(test)


def test_a_place_without_figures_says_so_and_offers_places_that_have_them(screen):
    test = screen("indicator", code="KSI-CAS", area="E07000178")
    assert "no figures for Oxford in this indicator" in words(test)
    assert "code=KSI-CAS&amp;area=E10000025" in markup(test)


def test_an_indicator_outside_the_basket_opens_too(screen):
    assert "outside the basket" in words(
        screen("indicator", code="OXF-HOMES", area="E07000178", part="definition")
    )


def test_before_the_targets_were_recorded_there_is_no_target(screen):
    """Targets are the eighth and ninth embedded file; at the seventh there were figures only."""
    text = words(screen("indicator", code="KSI-CAS", as_at="7"))
    assert "No target has been set" in text
    assert "target missed" not in text


def test_a_series_without_events_has_its_table(screen):
    test = screen("indicator", code="QUAL-NONE", part="table")
    assert "Events" not in words(test)
    assert markup(test).count("<table") == 1


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("PAY-MED", "£716.70 on 30 April 2025, up from £427.60 on 16 April 2008"),
        ("KSI-CAS", " in 20"),
        ("RTC-KSI", "100 in Q3 2016/17, up from 79 in Q3 2009/10"),
    ],
    ids=["days", "years", "quarters: the same one"],
)
def test_the_title_dates_its_figures_and_compares_like_with_like(screen, code, said):
    assert said in screen("indicator", code=code).header[0].value


@pytest.mark.parametrize(
    ("code", "kinds"),
    [("RTC-KSI", {""}), ("KSI-CAS", {"", "agreed"}), ("GHG-HEAD", {"", "illustrative"})],
    ids=["no target", "an agreed one", "an illustrative one"],
)
def test_the_series_names_a_target_only_where_it_has_a_level(screen, code, kinds):
    screen("indicator", code=code)
    snapshot = ready_store().snapshot()
    one = assess_indicator(snapshot, code, COUNTY, snapshot.version.seq, today())
    rows = list(csv.DictReader(io.StringIO(series_csv(one).decode("utf-8-sig"))))
    assert {row["target_status"] for row in rows} == kinds
    assert all(bool(row["target_status"]) == bool(row["trajectory"]) for row in rows)


@pytest.mark.parametrize("part", ["chart", "table", "compare", "signals"])
def test_every_chart_says_its_source_and_moment(screen, part):
    text = words(screen("indicator", code="CLAIMANT", part=part))
    assert "Source: " in text
    assert "As recorded at entry " in text

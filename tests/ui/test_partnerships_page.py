"""The Partnership register on the embedded data, and with made-up members, agreements and health checks."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from indicators.assessments.partnerships import partnership_register
from indicators.datasets.example_files import example
from indicators.reports.partnership_rows import register_csv
from indicators.submissions import accept
from indicators.ui.partnerships_overlap import most_overlapping
from indicators.ui.partnerships_screen import DATASETS, let_through
from indicators.wording import partnership_ties, register
from indicators.wording import partnerships as words
from tests.ui.conftest import markup
from tests.ui.conftest import words as said

TODAY = date(2026, 11, 22)


@pytest.fixture
def with_examples(own_home):
    for name in DATASETS:
        accept(own_home, name, example(name), f"{name}.csv", by="a test", note="trying")
    own_home.snapshot()
    return own_home


def judged(store):
    snapshot = store.snapshot()
    return partnership_register(snapshot, snapshot.version.seq, TODAY)


def test_the_register_opens_with_the_real_entries_and_its_freshness(screen):
    text = said(screen("partnerships"))
    assert "33 partnerships: 10 inside the LSP, 5 outside the LSP, 7 not stated, 11 after the LSP." in text
    assert "The significance of none has been judged yet." in text
    assert "0 of 33" in text
    assert "There is nothing to count here." in text
    assert "Oxfordshire Waste Partnership" in text
    assert "as of 9 September 2008" in text
    assert words.NEVER_VERIFIED in text


def test_inside_or_outside_can_be_chosen(screen):
    text = said(screen("partnerships", where="outside"))
    assert "South Oxfordshire Partnership" in text
    assert "Rural Forum" not in text
    assert words.NONE_MATCHES in said(screen("partnerships", significance="major"))


def test_one_partnership_with_everything_that_is_recorded(screen):
    test = screen("partnerships", partnership="WASTE-PARTNERSHIP")
    text = said(test)
    assert "inferred: county thematic partnership" in text
    assert words.NO_MEMBERS in text
    assert words.NOT_CHECKED in text
    assert "Environment Partnership" in text, "its overlaps"
    assert 'href="https://cdn.slideserve.com' in markup(test)


def test_one_that_is_not_there_is_said(screen):
    assert "There is no partnership “X”." in said(screen("partnerships", partnership="X"))


def test_the_map_draws_what_is_recorded_and_no_more(screen):
    test = screen("partnerships", part="map")
    (chart,) = test.get("plotly_chart")
    drawn = json.loads(chart.proto.spec)
    assert [trace["name"] for trace in drawn["data"] if trace["mode"] == "lines"] == [
        partnership_ties.MAP_BELONGS
    ]
    assert [each["text"].replace("<br>", " ") for each in drawn["layout"]["annotations"]] == [
        f"<b>{partnership_ties.MAP_GROUPS[each]}</b>" for each in partnership_ties.MAP_GROUPS
    ]
    assert "33 partnerships drawn, of which 10 stand inside the LSP, and 9 recorded ties" in chart.proto.alt
    assert partnership_ties.MAP_ABOUT in said(test)
    assert said(test).count("Rural Forum") == 1, "the table beside it"


def test_overlaps_by_theme_of_the_embedded_register(screen):
    test = screen("partnerships", part="overlap")
    text = said(test)
    assert partnership_ties.NO_MEMBERS_AT_ALL in text
    assert "by theme, none by members" in test.header[0].value
    (chart,) = test.get("plotly_chart")
    assert "Oxfordshire Waste Partnership" in chart.proto.alt


def test_members_health_and_terms(screen, with_examples):
    found = judged(with_examples)
    whole = found.whole
    assert (whole.verified.part, whole.verified.whole) == (2, 36)
    assert (whole.review_ahead.part, whole.with_terms.part, whole.with_terms.whole) == (1, 1, 2)
    assert [(each.rule, each.subject) for each in whole.findings] == [
        ("review_overdue", "EXAMPLE-P2"),
        ("no_exit_terms", "EXAMPLE-P2"),
        ("no_agreement", "EXAMPLE-P2"),
    ]
    pair = found.overlaps[0]
    assert (pair.first, pair.second, pair.by_members, pair.same_theme) == (
        "EXAMPLE-P1",
        "EXAMPLE-P2",
        True,
        True,
    )
    text = said(screen("partnerships", partnership="EXAMPLE-P2"))
    assert "Its review was due on 31 March 2026" in text
    assert "It is of moderate significance and has no exit terms." in text
    assert "1.3 of 3" in text
    assert "6 of 8 headings scored; weakest: Risk management" in text
    assert text.count(words.NO_SCORE) == 2
    assert "Cycling club" in text


def test_the_map_with_members_and_reports(screen, with_examples):
    (chart,) = screen("partnerships", part="map").get("plotly_chart")
    lines = [trace["name"] for trace in json.loads(chart.proto.spec)["data"] if trace["mode"] == "lines"]
    assert lines == [partnership_ties.MAP_BELONGS, partnership_ties.MAP_REPORTS, partnership_ties.MAP_SHARES]


def test_the_example_is_said_to_stand_there(screen, with_examples):
    text = said(screen("partnerships"))
    assert register.EXAMPLE_STANDS in text
    assert "Example: Healthy Towns Board" in text


def test_filters_know_what_is_not_recorded(with_examples):
    entries = judged(with_examples).entries
    assert len(let_through(entries, where="", theme="", significance="-")) == 33
    assert {each.code for each in let_through(entries, where="inside", theme="", significance="limited")} == {
        "EXAMPLE-P3"
    }
    assert all(
        not each.partnership.theme for each in let_through(entries, where="", theme="-", significance="")
    )


def test_only_those_with_the_most_overlaps_are_drawn(own_home):
    found = judged(own_home).overlaps
    drawn = most_overlapping(found, 3)
    assert len(drawn) == 3
    assert set(drawn) <= {code for each in found for code in (each.first, each.second)}


def test_the_file_holds_the_rows(own_home):
    entries = judged(own_home).entries
    rows = list(csv.DictReader(io.StringIO(register_csv(entries).decode("utf-8-sig"))))
    assert [row["Code"] for row in rows] == [each.code for each in entries]
    assert {row["Significance"] for row in rows} == {words.NOT_JUDGED}


def test_what_others_wrote_is_shown_as_it_stands(screen, own_home):
    raw = example("partnership").decode().replace("Example: Healthy Towns Board", "<script>x</script>")
    accept(own_home, "partnership", raw.encode(), "x.csv", by="a", note="b")
    own_home.snapshot()
    for query in ({}, {"part": "map"}, {"part": "overlap"}, {"partnership": "EXAMPLE-P1"}):
        test = screen("partnerships", **query)
        assert "<script>" not in markup(test)
        for chart in test.get("plotly_chart"):
            assert "<script>" not in chart.proto.spec


@pytest.mark.parametrize("part", ["register", "map", "overlap", "edit"])
def test_every_part_opens_also_when_nothing_was_recorded(screen, part):
    assert words.TITLE in said(screen("partnerships", part=part))
    assert words.TITLE in said(screen("partnerships", part=part, as_at="1"))

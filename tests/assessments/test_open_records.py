"""Rows for other programs, be they all or a page of them: small counts of people that nobody published are hidden."""

from __future__ import annotations

import csv

import pytest

from indicators.assessments import figures
from indicators.assessments.figures import open_records, open_targets
from indicators.periods import parse
from indicators.reports.open_data import data_files
from indicators.store import open_store
from indicators.store.open_queries import Page, open_observations
from indicators.store.open_queries import open_targets as targets
from tests.store.store_samples import area, indicator, observation, submit, target

COUNT = {"measure_kind": "count", "unit": "people", "frequency": "annual", "period_length": "P1Y"}
YEAR, LATER = "2008-04-01/P1Y", "2009-04-01/P1Y"
PAGE = Page(10)


@pytest.fixture
def snapshot(tmp_path):
    """A county with two districts: small counts, and a target whose baseline is one of them."""
    with open_store(tmp_path) as store:
        submit(
            store.ledger, "area", [area("A"), area("B", 2, parent_code="A"), area("C", 3, parent_code="A")]
        )
        submit(store.ledger, "indicator", [indicator("I", **COUNT)])
        rows = [("A", 58), ("B", 4), ("C", 54)]
        submit(store.ledger, "observation", [observation("I", YEAR, count, code) for code, count in rows])
        submit(store.ledger, "observation", [observation("I", LATER, 52, "B")])
        submit(
            store.ledger,
            "target",
            [
                target("T1", "2011-03-31", 2, area_code="B", baseline_period=YEAR, baseline_value="4"),
                target("T2", "2011-03-31", 50, area_code="B", baseline_period=LATER, baseline_value="52"),
            ],
        )
        yield store.snapshot()


def shown(snapshot, **choices):
    at = snapshot.version.seq
    found = open_records(snapshot, open_observations(snapshot, at, PAGE, **choices), at)
    return {(row["area_code"], row["period"]): (row["value"], row["status"]) for row in found}


def test_a_page_of_all_hides_the_small_count_and_the_one_that_would_give_it_away(snapshot):
    found = shown(snapshot)
    assert found["B", YEAR] == (None, "suppressed")
    assert found["C", YEAR] == (None, "suppressed")
    assert found["A", YEAR][0] == 60
    assert found["B", LATER][0] == 50


def test_a_page_of_one_place_hides_the_same(snapshot):
    everything = shown(snapshot)
    for code in "ABC":
        assert shown(snapshot, area=code) == {
            key: value for key, value in everything.items() if key[0] == code
        }


def test_the_days_of_a_row_that_carries_them_are_not_worked_out_anew(snapshot, monkeypatch):
    at = snapshot.version.seq
    rows = open_observations(snapshot, at, PAGE)
    bare = [{name: cell for name, cell in row.items() if not name.startswith("period_")} for row in rows]
    worked_out = []
    monkeypatch.setattr(figures, "parse", lambda text: worked_out.append(text) or parse(text))
    assert [row["value"] for row in open_records(snapshot, rows, at)] == [
        row["value"] for row in open_records(snapshot, bare, at)
    ]
    assert worked_out == [row["period"] for row in rows]


def test_a_baseline_tells_no_more_than_its_figure(snapshot):
    at = snapshot.version.seq
    found = open_targets(snapshot, targets(snapshot, at, PAGE), at)
    assert {row["target_code"]: row["baseline_value"] for row in found} == {"T1": None, "T2": 50}


def test_the_file_of_targets_in_open_data_tells_no_more_either(snapshot):
    (file,) = [one for one in data_files(snapshot, snapshot.version.seq) if one.path == "target.csv"]
    rows = list(csv.DictReader(file.content.decode().splitlines()))
    assert {row["target_code"]: row["baseline_value"] for row in rows} == {"T1": "", "T2": "50"}

"""What is hidden by now is hidden at every earlier moment, and as the baseline of a target, whoever had said what of it then."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.assessments import figures
from indicators.assessments.judged import assess_indicator
from indicators.assessments.outgoing import House
from indicators.assessments.outgoing_targets import as_figure, careful_baseline
from indicators.store import open_store, queries
from indicators.store.open_queries import Page, open_targets
from indicators.store.withdrawing import withdraw
from tests.assessments.test_outgoing import Measured
from tests.store.store_samples import area, indicator, observation, submit, target

COUNT = {"measure_kind": "count", "unit": "people", "frequency": "annual", "period_length": "P1Y"}
YEAR = "2015-04-01/P1Y"
DUE = "2030-03-31"


def baseline(value, source="our own list", key="OWN"):
    return as_figure(
        indicator_code="I",
        area_code="A",
        baseline_period=YEAR,
        baseline_value=value,
        source=source,
        source_key=key,
    )


OWN, FREE = House({"I": Measured("count", "people")}, [], {"OWN": None, "FREE": "a licence"}), "FREE"
SMALL, LARGE = baseline(4), baseline(52)


@pytest.mark.parametrize(
    ("asked", "figure", "shown"),
    [
        pytest.param(SMALL, None, None, id="small, and no figure beside it"),
        pytest.param(LARGE, None, 50, id="to the nearest five"),
        pytest.param(baseline(4, key=FREE), None, 4, id="published"),
        pytest.param(baseline(4, source="https://example.org/laa"), None, 4, id="read on the web"),
        pytest.param(SMALL, baseline(4, key=FREE), 4, id="its figure was published"),
        pytest.param(baseline(4, key=FREE), SMALL, None, id="its figure is nobody's to show"),
        pytest.param(SMALL, LARGE, None, id="small when it was agreed, and revised since"),
    ],
)
def test_a_baseline_tells_no_more_than_its_figure_may(asked, figure, shown):
    assert careful_baseline(asked, figure, OWN) == shown


def test_a_share_and_a_thing_are_no_count_of_people():
    for measured in (Measured("percentage", "per cent"), Measured("count", "collisions")):
        assert careful_baseline(SMALL, None, House({"I": measured}, [], {"OWN": None})) == 4


@pytest.mark.parametrize("lacking", ["indicator_code", "baseline_period", "baseline_value"])
def test_a_target_without_a_baseline_repeats_no_figure(lacking):
    given = {"indicator_code": "I", "baseline_period": YEAR, "baseline_value": 4.0, lacking: None}
    assert as_figure(**given, area_code="A", source="", source_key="OWN", title="T") is None


@pytest.fixture
def store(tmp_path):
    """An indicator that counts people in one place, and a target, before the small figure is known (entries 1 to 4)."""
    with open_store(tmp_path) as store:
        submit(store.ledger, "source", [source()])
        submit(store.ledger, "area", [area("A")])
        submit(store.ledger, "indicator", [indicator("I", **COUNT)])
        promised = target("T1", DUE, 2, baseline_period=YEAR, baseline_value="4")
        submit(store.ledger, "target", [promised])
        yield store


def source(licence=""):
    return {
        "source_key": "TEST",
        "publisher": "us",
        "title": "a list",
        "location": "a drawer",
        "licence": licence,
    }


def told(store, at):
    """Level and baseline at a moment, as programs and as a page are told them."""
    snapshot = store.snapshot()
    (row,) = figures.open_targets(snapshot, open_targets(snapshot, at, Page(9)), at)
    one = assess_indicator(snapshot, "I", "A", at, date(2026, 1, 1))
    assert [each.baseline_value for each in one.targets] == [row["baseline_value"]]
    return [o.value for o in figures.series(snapshot, "I", "A", at)], row["baseline_value"]


def test_before_its_figure_was_recorded_and_after_that_was_withdrawn(store):
    assert told(store, 4) == ([], None)
    submit(store.ledger, "observation", [observation("I", YEAR, 4)])
    assert told(store, 5) == ([None], None)
    assert told(store, 4) == ([], None)
    withdraw(store, "5", by="an officer", note="a mistake")
    assert told(store, 6) == ([], None)
    assert told(store, 5) == ([None], None)


def test_a_licence_that_was_entered_by_mistake_and_taken_out_again(store):
    submit(store.ledger, "source", [source("a licence")])
    submit(store.ledger, "observation", [observation("I", YEAR, 4)])
    assert told(store, 6) == ([4], 4)
    submit(store.ledger, "source", [source()])
    assert told(store, 7) == ([None], None)
    assert told(store, 6) == ([None], None)
    assert told(store, 4) == ([], None)


def test_a_figure_that_was_large_and_is_small_by_now(store):
    submit(store.ledger, "observation", [observation("I", YEAR, 12)])
    submit(store.ledger, "observation", [observation("I", YEAR, 4)])
    assert told(store, 5) == ([None], None)
    assert queries.unpublished_indicators(store.snapshot()) == {"I"}


def test_a_count_that_stands_as_its_numerator_alone_is_hidden_too(store):
    submit(store.ledger, "observation", [observation("I", YEAR, "", numerator="3", status="provisional")])
    (row,) = figures.series(store.snapshot(), "I", "A")
    assert (row.numerator, row.status) == (None, "suppressed")

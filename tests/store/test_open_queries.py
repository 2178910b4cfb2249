"""Rows as anybody may have them: the same as the ordinary questions give, page by page, with what is suppressed withheld."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.store.open_queries import Page, open_indicators, open_observations, open_targets
from indicators.store.rows_in_force import rows_in_force
from indicators.store.tables import columns
from tests.store.store_samples import area, indicator, observation, submit, target

ALL = Page(10_000)
WITHHELD = ("value", "numerator", "denominator", "lower", "upper")
FIGURES = {"numerator": "6", "denominator": "80", "lower": "3.5", "upper": "15.4"}


@pytest.fixture
def figures(store):
    """Two indicators in two places; one figure is suppressed from the start, one only by the last entry."""
    submit(store.ledger, "area", [area("A", 1), area("B", 2)])
    submit(store.ledger, "indicator", [indicator("I"), indicator("J")])
    submit(
        store.ledger,
        "observation",
        [
            observation("I", "2008-04-01/P1Y", 7.5, **FIGURES),
            observation("I", "2009-04-01/P1Y", 8.5, **FIGURES),
            observation("I", "2010-04-01/P1Y", "", status="suppressed", **FIGURES),
            observation("I", "2008-04-01/P3M", 6.5),
            observation("I", "2008-04-01/P1Y", 5.5, area_code="B"),
            observation("J", "2008-04-01/P1Y", 4.5),
        ],
    )
    submit(
        store.ledger,
        "target",
        [
            target("T1", "2011-03-31", 9, baseline_period="2008-04-01/P1Y", baseline_value="7.5"),
            target("T2", "2012-03-31", 9, baseline_period="2009-04-01/P1Y", baseline_value="8.5"),
            target("T3", "2012-03-31", 9, baseline_period="2010-04-01/P1Y", baseline_value="9.5"),
            target("T4", "2012-03-31", 9, indicator_code="", baseline_value="1.5", status="illustrative"),
        ],
    )
    submit(
        store.ledger,
        "observation",
        [observation("I", "2009-04-01/P1Y", "", status="suppressed", **FIGURES)],
    )
    return store.snapshot()


def keys(rows):
    return [(row["indicator_code"], row["area_code"], row["period"], row["value"]) for row in rows]


def test_what_is_not_suppressed_is_as_it_was_recorded(figures):
    names = [column.name for column in columns("observation")][:-2]
    shown = {tuple(row[name] for name in names) for row in open_observations(figures, 5, ALL)}
    plain = {row for row in rows_in_force(figures, "observation", 5) if "suppressed" not in row}
    assert {row for row in shown if "suppressed" not in row} == plain
    assert (len(plain), len(shown)) == (4, 6)


@pytest.mark.parametrize("at", [3, 4, 5])
def test_a_figure_that_is_suppressed_is_withheld_at_every_moment(figures, at):
    rows = {
        row["period"]: row
        for row in open_observations(figures, at, ALL, indicator="I", area="A")
        if row["status"] == "suppressed"
    }
    assert rows.keys() == {"2009-04-01/P1Y", "2010-04-01/P1Y"}
    for row in rows.values():
        assert {row[name] for name in WITHHELD} == {None}


def test_what_was_suppressed_at_a_moment_stays_so_for_that_moment(figures, store):
    submit(store.ledger, "observation", [observation("I", "2010-04-01/P1Y", 9.5)])
    snapshot = store.snapshot()
    values = [
        {row["period"]: row["value"] for row in open_observations(snapshot, at, ALL, indicator="I")}
        for at in (5, 6)
    ]
    assert [one["2010-04-01/P1Y"] for one in values] == [None, 9.5]


@pytest.mark.parametrize("at", [4, 5])
def test_a_suppressed_figure_is_no_baseline_either(figures, at):
    baselines = {row["target_code"]: row["baseline_value"] for row in open_targets(figures, at, ALL)}
    assert baselines == {"T1": 7.5, "T2": None, "T3": None, "T4": 1.5}


FILTERS = {
    "indicator": ({"indicator": "J"}, [("J", "A", "2008-04-01/P1Y")]),
    "area": ({"area": "B"}, [("I", "B", "2008-04-01/P1Y")]),
    "from and to hold the whole period": (
        {"begins_from": date(2008, 4, 1), "ends_by": date(2009, 3, 30), "indicator": "I"},
        [("I", "A", "2008-04-01/P3M")],
    ),
    "from the day after": (
        {"begins_from": date(2008, 4, 2), "area": "A"},
        [("I", "A", "2009-04-01/P1Y"), ("I", "A", "2010-04-01/P1Y")],
    ),
    "to the last day": (
        {"ends_by": date(2009, 3, 31), "area": "A", "indicator": "I"},
        [("I", "A", "2008-04-01/P3M"), ("I", "A", "2008-04-01/P1Y")],
    ),
    "none": ({"indicator": "K"}, []),
}


@pytest.mark.parametrize(("filters", "expected"), FILTERS.values(), ids=FILTERS)
def test_filters(figures, filters, expected):
    found = open_observations(figures, 5, ALL, **filters)
    assert [key[:3] for key in keys(found)] == expected


def test_pages_follow_each_other(figures):
    whole = keys(open_observations(figures, 5, ALL))
    pages = [keys(open_observations(figures, 5, Page(2, offset))) for offset in (0, 2, 4, 6)]
    assert [key for page in pages for key in page] == whole
    assert [len(page) for page in pages] == [2, 2, 2, 0]


def test_targets_by_status(figures):
    assert [row["target_code"] for row in open_targets(figures, 5, ALL, status="illustrative")] == ["T4"]
    assert [row["target_code"] for row in open_targets(figures, 5, ALL)] == ["T1", "T2", "T3", "T4"]


def test_a_moment_knows_only_what_was_recorded_by_then(figures):
    assert open_observations(figures, 2, ALL) == []
    assert [row["indicator_code"] for row in open_indicators(figures, 2, ALL)] == ["I", "J"]
    assert open_indicators(figures, 1, ALL) == []
    assert [row["indicator_code"] for row in open_indicators(figures, 5, ALL, indicator="J")] == ["J"]

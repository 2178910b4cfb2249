"""The questions: small cases by hand, and the embedded data against a second reading in plain Python."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache

import pytest

from indicators.model import Area, Event, Indicator, Observation, Target, Theme
from indicators.store import open_store, queries
from indicators.store.queries import BasketRow, HistoryEntry, SourceRow
from indicators.store.statements import FOLDER
from tests.store.store_samples import (
    DATA,
    area,
    event,
    indicator,
    member,
    observation,
    submit,
    submit_embedded,
    target,
    theme,
)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A snapshot of a little of everything; sequence 1 to 8."""
    with open_store(tmp_path_factory.mktemp("small")) as store:
        yield filled(store)


def filled(store):
    submit(
        store.ledger,
        "theme",
        [theme("T", position="2"), theme("U", position="1")],
        recorded_at="2026-11-01T00:00:00Z",
    )
    submit(
        store.ledger, "area", [area("A", 2), area("B", 1), area("C", 3)], recorded_at="2026-11-02T00:00:00Z"
    )
    submit(
        store.ledger,
        "indicator",
        [indicator("I"), indicator("J"), indicator("K", theme_code="U"), indicator("L", theme_code="none")],
        recorded_at="2026-11-03T00:00:00Z",
    )
    submit(
        store.ledger,
        "basket_membership",
        [
            member("J", 1),
            member("K", 2, left_on="2026-11-05", note="not published any more"),
            member("I", 3, no_target_reason="no baseline"),
            member("L", 4),
            member("undeclared", 5),
        ],
        recorded_at="2026-11-04T00:00:00Z",
    )
    submit(
        store.ledger,
        "observation",
        [
            observation("I", "2009-04-01/P3M", 3.5, numerator="7", denominator="2", lower="3", upper="4"),
            observation("I", "2008-04-01/P1Y", 2, note="a whole year"),
            observation("I", "2008-10-01/P3M", "", status="suppressed"),
            observation("I", "2009-01-01/P3M", 1, area_code="B"),
            observation("K", "2009-01-01/P3M", 9),
            observation("Z", "2009-01-01/P3M", 9),
        ],
        recorded_at="2026-11-05T00:00:00Z",
    )
    submit(
        store.ledger,
        "target",
        [
            target("LATER", "2011-03-31", 5, baseline_period="2006-04-01/P1Y", baseline_value="4"),
            target("SOONER", "2010-03-31", 4, status="illustrative"),
            target("OF-NONE", "2009-03-31", 1, indicator_code=None),
            target("ELSEWHERE", "2009-03-31", 1, area_code="B"),
        ],
    )
    submit(
        store.ledger,
        "event",
        [
            event("GENERAL", "2008-06-01"),
            event("GENERAL-BREAK", "2008-06-01", "break"),
            event("OWN", "2008-05-01", "break", indicator_code="I"),
            event("OTHER", "2008-05-01", "break", indicator_code="J"),
        ],
    )
    submit(
        store.ledger,
        "source",
        [{"source_key": "TEST", "publisher": "us", "title": "a test", "location": "here", "licence": None}],
    )
    return store.snapshot()


def test_every_question_has_its_file_and_says_its_grain():
    files = sorted(FOLDER.rglob("*.sql"))
    assert len(files) > 20
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(("-- one row", "-- the tables")), file.name


def test_indicators_come_by_theme(small):
    assert [each.code for each in queries.indicators(small)] == ["K", "I", "J", "L"]


def test_one_indicator_or_none(small):
    assert queries.indicator(small, "I") == Indicator(
        code="I",
        title="Indicator I",
        theme_code="T",
        unit="per cent",
        unit_short="%",
        decimals=1,
        polarity="higher",
        frequency="quarterly",
        period_length="P3M",
        measure_kind="percentage",
        related_ni=None,
        ni_basis=None,
        publisher="a publisher",
        source_title="a title",
        definition=None,
        source="made for a test",
        source_key="TEST",
    )
    assert queries.indicator(small, "none") is None
    assert queries.indicator(small, "I", 2) is None


def test_themes_areas_and_sources_come_in_their_order(small):
    assert queries.themes(small) == [Theme("U", "A theme", 1), Theme("T", "A theme", 2)]
    assert queries.areas(small) == [Area(code, f"Area {code}", "district", None) for code in "BAC"]
    assert queries.sources(small) == [SourceRow("TEST", "us", "a test", "here", None, None)]


def test_the_basket_is_in_its_order_with_theme_and_reason(small):
    found = queries.basket(small)
    assert [row.indicator.code for row in found] == ["J", "I", "L"]
    assert found[1] == BasketRow(
        basket_code="B",
        position=3,
        indicator=queries.indicator(small, "I"),
        theme=Theme("T", "A theme", 2),
        joined_on=date(2007, 4, 1),
        no_target_reason="no baseline",
        note=None,
    )
    assert found[2].theme is None


def test_an_indicator_is_in_the_basket_until_the_day_it_left(small):
    assert [row.indicator.code for row in queries.basket(small, 4)] == ["J", "K", "I", "L"]
    assert [row.indicator.code for row in queries.basket(small, 5)] == ["J", "I", "L"]
    assert queries.basket(small, 3) == []


def test_a_series_is_ordered_by_the_end_of_its_periods(small):
    found = queries.series(small, "I", "A")
    assert [each.period for each in found] == ["2008-10-01/P3M", "2008-04-01/P1Y", "2009-04-01/P3M"]
    assert found[2] == Observation(
        indicator_code="I",
        area_code="A",
        period="2009-04-01/P3M",
        period_start=date(2009, 4, 1),
        period_end=date(2009, 6, 30),
        value=3.5,
        numerator=7.0,
        denominator=2.0,
        lower=3.0,
        upper=4.0,
        status="final",
        source_period=None,
        note=None,
        source="made for a test",
        source_key="TEST",
    )
    assert (found[0].value, found[0].status) == (None, "suppressed")
    assert queries.series(small, "I", "A", 4) == queries.series(small, "I", "nowhere") == []


def test_the_baskets_series_are_those_of_its_members(small):
    found = queries.basket_series(small, "A")
    assert list(found) == ["I", "K"]
    assert found["I"] == queries.series(small, "I", "A")
    assert queries.basket_series(small, "A", 4) == {}


def test_a_comparison_is_by_area(small):
    found = queries.comparison(small, "I")
    assert list(found) == ["A", "B"]
    assert found["A"] == queries.series(small, "I", "A")
    assert [each.value for each in found["B"]] == [1.0]
    assert queries.comparison(small, "J") == {}


def test_areas_with_data_come_in_the_order_of_areas(small):
    assert queries.areas_with_data(small, "I") == ["B", "A"]
    assert queries.areas_with_data(small, "J") == []


def test_targets_come_by_their_date(small):
    assert [each.code for each in queries.targets(small, "A")] == ["OF-NONE", "SOONER", "LATER"]
    assert [each.code for each in queries.targets_of(small, "I", "A")] == ["SOONER", "LATER"]
    assert queries.targets_of(small, "I", "A")[1] == Target(
        code="LATER",
        indicator_code="I",
        area_code="A",
        due_on=date(2011, 3, 31),
        target_type="absolute",
        target_value=5.0,
        unit="per cent",
        baseline_period="2006-04-01/P1Y",
        baseline_value=4.0,
        status="agreed",
        set_by="the Board",
        level="board",
        title="Target LATER",
        note=None,
        source="made for a test",
        source_key="TEST",
    )
    assert queries.targets(small, "A", 5) == []


def test_events_of_an_indicator_are_its_own_and_general_milestones(small):
    assert [each.code for each in queries.events_of(small, "I")] == ["OWN", "GENERAL"]
    assert [each.code for each in queries.events(small)] == ["OTHER", "OWN", "GENERAL", "GENERAL-BREAK"]
    assert queries.events(small, 6) == queries.events_of(small, "I", 6) == []
    own = queries.events_of(small, "I")[0]
    assert (own.happened_on, own.kind, own.indicator_code) == (date(2008, 5, 1), "break", "I")
    assert isinstance(own, Event)


def test_history_is_newest_first_and_says_what_is_withdrawn(store):
    first = submit(
        store.ledger, "theme", [theme("a")], counts={"added": 1}, recorded_at="2026-11-20T09:00:00Z", by="Zoë"
    )
    undone = store.ledger.append_withdrawal("1", by="an officer", note="a mistake")
    redaction = store.ledger.append_redaction("1", replacement_raw=b"", by="an officer", note="a person")
    found = queries.history(store.snapshot())
    assert [entry.seq for entry in found] == [3, 2, 1]
    assert found[2] == HistoryEntry(
        seq=1,
        id=first.id,
        hash=first.hash,
        kind="submission",
        dataset="theme",
        recorded_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
        submitted_by="Zoë",
        note="a test",
        file_name="theme.csv",
        row_count=1,
        counts={"added": 1},
        withdraws=None,
        redacts=None,
        withdrawn_by=undone.id,
    )
    assert [entry.is_withdrawn for entry in found] == [False, False, True]
    assert (found[0].id, found[0].redacts, found[1].withdraws) == (redaction.id, first.id, first.id)
    store.ledger.append_withdrawal(undone.id, by="an officer", note="no mistake")
    assert [entry.is_withdrawn for entry in queries.history(store.snapshot())] == [False, False, True, False]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("home")) as store:
        submit_embedded(store.ledger)
        yield store.snapshot()


@cache
def embedded_file(stem):
    with (DATA / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else None


def series_slowly():
    """The figures of each indicator and area, straight from the embedded file."""
    found = defaultdict(dict)
    for row in embedded_file("observations"):
        figures = tuple(number(row[name]) for name in ("value", "numerator", "denominator", "lower", "upper"))
        texts = tuple(
            row[name] or None for name in ("status", "source_period", "note", "source", "source_key")
        )
        found[row["indicator_code"], row["area_code"]][row["period"]] = figures + texts
    return found


def as_slowly(observations):
    return {
        each.period: (
            *(each.value, each.numerator, each.denominator, each.lower, each.upper),
            *(each.status, each.source_period, each.note, each.source, each.source_key),
        )
        for each in observations
    }


def test_the_embedded_data_fit(embedded):
    assert embedded.problems == ()


def test_every_embedded_series_is_as_in_its_file(embedded):
    slowly = series_slowly()
    assert len(slowly) > 100
    quickly = {
        (code, area): as_slowly(observations)
        for code in {code for code, _ in slowly}
        for area, observations in queries.comparison(embedded, code).items()
    }
    assert quickly == slowly


def test_every_embedded_basket_is_as_in_its_file(embedded):
    rows = sorted(embedded_file("basket_membership"), key=lambda row: int(row["position"]))
    found = queries.basket(embedded)
    assert [row.indicator.code for row in found] == [
        row["indicator_code"] for row in rows if not row["left_on"]
    ]
    assert all(row.theme and row.theme.code == row.indicator.theme_code for row in found)
    county = queries.basket_series(embedded, "E10000025")
    slowly = series_slowly()
    members = {row["indicator_code"] for row in rows}
    assert {code: as_slowly(observations) for code, observations in county.items()} == {
        code: figures for (code, area), figures in slowly.items() if area == "E10000025" and code in members
    }


def test_every_embedded_indicator_is_as_in_its_file(embedded):
    rows = {row["indicator_code"]: row for row in embedded_file("indicators")}
    found = queries.indicators(embedded)
    assert {each.code for each in found} == set(rows)
    for each in found:
        for field in fields(Indicator):
            kept = getattr(each, field.name)
            stood = rows[each.code]["indicator_code" if field.name == "code" else field.name]
            assert ("" if kept is None else str(kept)) == stood

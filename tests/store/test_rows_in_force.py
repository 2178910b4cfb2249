"""All rows of a dataset at one moment: the declared columns, the declared order, nothing else."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset, names
from indicators.store.rows_in_force import rows_in_force
from tests.store.store_samples import observation, submit, submit_embedded, target, theme


def codes(rows):
    return [row[0] for row in rows]


def test_each_moment_has_the_rows_that_were_in_force(store):
    submit(store.ledger, "theme", [theme("B"), theme("A")])
    submit(store.ledger, "theme", [theme("A", "Renamed"), theme("C")])
    submit(store.ledger, "theme", [{"theme_code": "B", "remove": "remove"}])
    store.ledger.append_withdrawal("2", by="x", note="y")
    snapshot = store.snapshot()
    title = dataset("theme").columns.index("title")
    assert codes(rows_in_force(snapshot, "theme", 0)) == []
    assert codes(rows_in_force(snapshot, "theme", 1)) == ["A", "B"]
    assert [row[title] for row in rows_in_force(snapshot, "theme", 2)] == ["Renamed", "A theme", "A theme"]
    assert codes(rows_in_force(snapshot, "theme", 3)) == ["A", "C"]
    assert codes(rows_in_force(snapshot, "theme")) == ["A"]


def test_the_order_is_the_declared_one_and_what_is_empty_comes_first(store):
    rows = [
        target("T1", "2010-03-31", 1, indicator_code="B"),
        target("T2", "2009-03-31", 1, indicator_code="B"),
        target("T3", "2011-03-31", 1, indicator_code="A"),
        target("T4", "2011-03-31", 1, indicator_code=""),
    ]
    submit(store.ledger, "target", rows)
    assert codes(rows_in_force(store.snapshot(), "target")) == ["T4", "T3", "T2", "T1"]


def test_a_row_has_the_declared_columns_in_their_order(store):
    submit(store.ledger, "observation", [observation("I", "2008-04-01/P3M", "12.5", note="a, note")])
    (row,) = rows_in_force(store.snapshot(), "observation")
    by_name = dict(zip(dataset("observation").columns, row, strict=True))
    assert (by_name["period"], by_name["value"], by_name["note"]) == ("2008-04-01/P3M", 12.5, "a, note")
    assert by_name["lower"] is None


def test_every_dataset_of_the_embedded_data_has_its_rows(store):
    submit_embedded(store.ledger)
    snapshot = store.snapshot()
    counts = {name: len(rows_in_force(snapshot, name)) for name in names()}
    assert counts["observation"] == 6526
    assert counts["indicator"] == 138
    assert counts["spending_line"] == 0


def test_an_undeclared_dataset_is_refused(store):
    submit(store.ledger, "theme", [theme("A")])
    with pytest.raises(KeyError):
        rows_in_force(store.snapshot(), "rumour")

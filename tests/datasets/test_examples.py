"""Example files: nobody can take one for a fact, each is accepted as it stands, and all can be withdrawn again."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.datasets import dataset
from indicators.datasets.example_files import FOLDER, MARK, example, example_names
from indicators.store.rows_in_force import rows_in_force
from indicators.store.withdrawing import withdraw
from indicators.submissions import accept, check_file

NAMES = example_names()


def rows_of(name):
    return list(csv.DictReader(io.StringIO(example(name).decode("utf-8"))))


def test_every_file_is_an_example_of_a_declared_dataset():
    assert sorted(NAMES) == sorted(path.stem for path in FOLDER.iterdir())
    assert example("observation") is None


def test_what_is_pointed_at_comes_first():
    for place, name in enumerate(NAMES):
        pointed_at = {key.reference for key in dataset(name).foreign_keys} & set(NAMES)
        assert pointed_at <= {name, *NAMES[:place]}


@pytest.mark.parametrize("name", NAMES)
def test_nobody_can_take_it_for_a_fact(name):
    declared, rows = dataset(name), rows_of(name)
    assert rows
    for row in rows:
        assert tuple(row) == declared.columns
        assert any(row[key].startswith(MARK) for key in declared.key), row
        for column in {"title", "name"} & set(declared.columns):
            assert row[column].startswith("Example:"), row
        if "source" in declared.columns:
            assert "example" in row["source"].casefold()


def test_all_are_accepted_without_a_finding_and_withdrawn_again(own_home):
    """On the embedded figures, one after another, as the pages do it."""
    before = {name: rows_in_force(own_home.snapshot(), name) for name in NAMES}
    receipts = []
    for name in NAMES:
        raw = example(name)
        checked = check_file(own_home, name, raw, f"{name}.csv")
        assert checked.findings == (), name
        assert checked.preview.counts["added"] == len(rows_of(name)), name
        receipts.append(accept(own_home, name, raw, f"{name}.csv", by="a test", note="trying"))
    for receipt in reversed(receipts):
        withdraw(own_home, receipt.id, by="a test", note="tried")
    assert {name: rows_in_force(own_home.snapshot(), name) for name in NAMES} == before

"""The version after one more entry: what the real one would show, and nothing left behind."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.store.rows import canonical_rows
from indicators.store.rows_in_force import rows_in_force
from indicators.store.would_be import if_submitted, if_withdrawn
from tests.store.store_samples import observation, submit

PERIODS = ("2008-04-01/P3M", "2008-07-01/P3M", "2008-10-01/P3M")


def canonical(rows):
    return canonical_rows(dataset("observation"), rows)


def tree(folder):
    """Every file in a folder with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def three(store):
    submit(store.ledger, "observation", [observation("I", period, 1) for period in PERIODS])
    return store


def test_it_shows_what_would_be_and_the_ledger_stays(three):
    snapshot = three.snapshot()
    before = tree(three.home)
    rows = canonical([observation("I", PERIODS[0], 9), observation("I", PERIODS[1], 1, remove="remove")])
    with if_submitted(snapshot, "observation", rows, 2) as after:
        assert [row[3] for row in rows_in_force(after, "observation")] == [9.0, 1.0]
        assert [row[3] for row in rows_in_force(after, "observation", snapshot.version.seq)] == [1.0] * 3
        folder = after.path.parent
        assert folder.exists()
    assert not folder.exists()
    assert tree(three.home) == before
    assert three.snapshot().version == snapshot.version


def test_its_version_is_nobody_elses(three):
    snapshot = three.snapshot()
    with if_submitted(snapshot, "observation", canonical([observation("I", PERIODS[0], 9)]), 1) as one:
        first = one.version
    with if_submitted(snapshot, "observation", canonical([observation("I", PERIODS[0], 8)]), 1) as other:
        assert len({first, other.version, snapshot.version}) == 3
        assert other.version.seq == snapshot.version.seq + 1


def test_a_projection_that_is_gone_is_made_from_the_ledger(three):
    snapshot = three.snapshot()
    snapshot.path.unlink()
    with if_submitted(snapshot, "observation", canonical([observation("I", PERIODS[0], 9)]), 1) as after:
        assert len(rows_in_force(after, "observation")) == 3


def test_series_that_a_submission_touches_are_those_that_differ(store):
    kept = [observation("I", period, 1) for period in PERIODS]
    submit(
        store.ledger, "observation", [*kept, observation("J", PERIODS[0], 5), observation("K", PERIODS[0], 5)]
    )
    changed = [*kept, observation("J", PERIODS[0], 6), observation("K", PERIODS[0], 5, "B")]
    with if_submitted(store.snapshot(), "observation", canonical(changed), len(changed)) as after:
        touched = after.query("touched_series", revision="observation_revision", entry=after.version.seq)
    assert touched == [
        {"indicator_code": "J", "area_code": "A"},
        {"indicator_code": "K", "area_code": "B"},
    ]


rows_of_files = st.lists(
    st.tuples(st.sampled_from(PERIODS), st.integers(0, 3), st.booleans()),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row[0],
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(rows_of_files, min_size=1, max_size=3), withdrawn=st.none() | st.integers(0, 2))
def test_it_is_what_the_real_entry_makes(tmp_path_factory, files, withdrawn):
    with open_store(tmp_path_factory.mktemp("home")) as store:
        entries = []
        for file in files:
            rows = [
                observation("I", period, value, **({"remove": "remove"} if removed else {}))
                for period, value, removed in file
            ]
            snapshot = store.snapshot()
            with if_submitted(snapshot, "observation", canonical(rows), len(rows)) as after:
                expected = rows_in_force(after, "observation")
            entries.append(submit(store.ledger, "observation", rows))
            assert rows_in_force(store.snapshot(), "observation") == expected
        if withdrawn is not None:
            target = entries[withdrawn % len(entries)]
            with if_withdrawn(store.snapshot(), target.id) as after:
                expected = rows_in_force(after, "observation")
            store.ledger.append_withdrawal(target.id, by="an officer", note="a test")
            assert rows_in_force(store.snapshot(), "observation") == expected

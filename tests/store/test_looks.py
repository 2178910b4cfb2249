"""A ledger that is looked at again: what is new is seen at once, everything else in turn, and the work does not grow with it."""

from __future__ import annotations

import os
import shutil

import pytest

from indicators.store import durable, entry_examination, examination, open_store, seen
from indicators.store.ledger import Ledger
from tests.store.store_samples import submit, theme

FEW = 3


@pytest.fixture
def looks(monkeypatch):
    """The sequences whose manifest is looked at, in order."""
    found = []
    look = entry_examination.manifest_of

    def manifest_of(folder, head, hash_of):
        found.append(head.seq)
        return look(folder, head, hash_of)

    monkeypatch.setattr(examination, "manifest_of", manifest_of)
    monkeypatch.setattr(seen, "AGAIN", FEW)
    return found


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A ledger of ten entries."""
    ledger = Ledger(tmp_path_factory.mktemp("begun") / "ledger")
    for number in range(10):
        submit(ledger, "theme", [theme(f"t{number}")])
    return ledger.folder


@pytest.fixture
def ten(tmp_path, begun):
    """A copy of it."""
    return Ledger(shutil.copytree(begun, tmp_path / "ledger"))


def spoil(ledger, seq):
    path = next(ledger.folder.glob(f"{seq:08d}-*")) / "rows.csv"
    whole = path.read_bytes()
    path.write_bytes(whole + b"\n")
    return path, whole


def test_the_first_look_is_at_everything_and_the_next_at_a_few_in_turn(ten, looks):
    again = Ledger(ten.folder)
    assert [again.examination().problems for _ in range(4)] == [()] * 4
    assert looks == [*range(1, 11), 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_what_is_new_is_looked_at_at_once(ten, looks):
    again = Ledger(ten.folder)
    again.examination()
    looks.clear()
    submit(Ledger(ten.folder), "theme", [theme("of another process")])
    looks.clear()
    assert len(again.examination().entries) == 11
    assert looks == [1, 2, 3, 11]


def test_what_was_damaged_is_found_in_its_turn_and_seen_at_each_look_until_it_is_restored(ten, looks):
    again = Ledger(ten.folder)
    again.examination()
    path, whole = spoil(ten, 5)
    found = [[each.seq for each in again.problems()] for _ in range(5)]
    assert found == [[], [5], [5], [5], [5]]
    path.write_bytes(whole)
    assert again.problems() == ()


def test_a_whole_look_and_a_verification_find_it_at_once(ten, looks):
    again = Ledger(ten.folder)
    again.examination()
    spoil(ten, 9)
    assert not again.verify().ok
    assert [each.seq for each in again.examination(whole=True).problems] == [9]


@pytest.mark.parametrize("gone", [1, 10])
def test_an_entry_that_is_gone_is_missed_at_once(ten, looks, gone):
    again = Ledger(ten.folder)
    again.examination()
    shutil.rmtree(next(ten.folder.glob(f"{gone:08d}-*")))
    assert len(again.entries()) == 9
    assert bool(again.problems()) == (gone == 1)


def test_with_a_redaction_every_entry_is_looked_at_again(ten, looks):
    again = Ledger(ten.folder)
    again.examination()
    Ledger(ten.folder).append_redaction("2", replacement_raw=b"gone", by="us", note="a name")
    spoil(ten, 9)
    assert [each.seq for each in again.examination().problems] == [9]


def test_a_look_that_fails_leaves_nothing_that_could_be_relied_on(ten, looks, monkeypatch):
    again = Ledger(ten.folder)
    again.examination()
    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", refuse)
        with pytest.raises(Exception, match="ledger_unreadable"):
            again.examination()
    looks.clear()
    again.examination()
    assert looks == [*range(1, 11)]


def refuse(_):
    raise PermissionError(13, "Permission denied")


def test_an_append_costs_the_same_however_long_the_ledger_is(ten, looks, monkeypatch):
    """Counted while an entry is appended and shown: the manifests looked at, and the files whose hash is asked for."""
    asked = []
    hash_of = durable.RememberedHashes.__call__

    def counted(self, path):
        asked.append(path)
        return hash_of(self, path)

    monkeypatch.setattr(durable.RememberedHashes, "__call__", counted)
    counts = {}
    with open_store(ten.folder.parent) as store:
        store.snapshot()
        for length in range(11, 26):
            submit(store.ledger, "theme", [theme(f"t{length}")])
            if length % 5 == 0:
                looks.clear()
                asked.clear()
                submit(store.ledger, "theme", [theme(f"u{length}")])
                store.snapshot()
                counts[length] = (len(looks), len(asked))
    assert set(counts) == {15, 20, 25}
    assert len(set(counts.values())) == 1
    assert counts[25][0] <= 2 * FEW + 2


def test_where_there_is_nothing_to_build_upon_every_file_is_looked_at_first(ten, looks):
    with open_store(ten.folder.parent) as store:
        store.snapshot()
        spoil(ten, 9)
        shutil.rmtree(ten.folder.parent / "projection")
        store._current = None
        assert [each.seq for each in store.snapshot().problems] == [9]

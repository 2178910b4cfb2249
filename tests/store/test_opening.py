"""Snapshots: one version for whoever reads, whatever is submitted meanwhile, by threads and by processes."""

from __future__ import annotations

import gc
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import duckdb
import pytest

from indicators.model import Theme
from indicators.store import StoreError, open_store, opening, queries
from indicators.store.verification import EMPTY
from tests.store.programs import start
from tests.store.store_samples import area, observation, submit, theme


def codes(snapshot):
    return [each.code for each in queries.themes(snapshot)]


def test_an_empty_store_answers(store):
    snapshot = store.snapshot()
    assert (snapshot.version.seq, snapshot.version.hash) == (EMPTY.seq, EMPTY.hash)
    assert snapshot.problems == ()
    assert codes(snapshot) == queries.history(snapshot) == []


def test_opening_writes_nothing(tmp_path):
    with open_store(tmp_path / "new"):
        assert list(tmp_path.iterdir()) == []


def test_a_snapshot_stays_as_it_is(store):
    submit(store.ledger, "theme", [theme("a")])
    before = store.snapshot()
    assert store.snapshot() is before
    submit(store.ledger, "theme", [theme("b")])
    after = store.snapshot()
    assert (codes(before), codes(after)) == (["a"], ["a", "b"])
    assert before.version < after.version
    assert not after.newer_on_its_way


def test_without_waiting_the_previous_version_comes_at_once(store):
    submit(store.ledger, "theme", [theme("a")])
    before = store.snapshot()
    submit(store.ledger, "theme", [theme("b")])
    meanwhile = store.snapshot(wait=False)
    assert meanwhile.newer_on_its_way
    assert meanwhile.version == before.version
    assert codes(meanwhile) == ["a"]
    deadline = time.monotonic() + 30
    while store.snapshot(wait=False).newer_on_its_way and time.monotonic() < deadline:
        time.sleep(0.01)
    assert codes(store.snapshot(wait=False)) == ["a", "b"]


def test_without_waiting_a_new_process_takes_what_is_there(tmp_path, store):
    submit(store.ledger, "theme", [theme("a")])
    store.snapshot()
    with open_store(tmp_path) as other:
        assert not other.snapshot(wait=False).newer_on_its_way
    submit(store.ledger, "theme", [theme("b")])
    with open_store(tmp_path) as other:
        found = other.snapshot(wait=False)
        assert (found.version.seq, found.newer_on_its_way, codes(found)) == (1, True, ["a"])


def test_without_a_previous_version_there_is_nothing_but_to_wait(store):
    submit(store.ledger, "theme", [theme("a")])
    found = store.snapshot(wait=False)
    assert (found.version.seq, found.newer_on_its_way) == (1, False)


def test_when_the_next_version_cannot_be_made_the_previous_stays(store, monkeypatch, caplog):
    submit(store.ledger, "theme", [theme("a")])
    store.snapshot()
    submit(store.ledger, "theme", [theme("b")])
    with monkeypatch.context() as patched:
        patched.setattr(opening.Projection, "ensure", refuse)
        assert store.snapshot(wait=False).newer_on_its_way
        store._builder.join()
        assert "the next version could not be made" in caplog.text
        with pytest.raises(StoreError):
            store.snapshot()
        assert codes(store.snapshot(wait=False)) == ["a"]
    assert codes(store.snapshot()) == ["a", "b"]
    assert not store.failed()


def test_what_failed_in_the_background_is_tried_again_after_a_while_only(store, monkeypatch):
    submit(store.ledger, "theme", [theme("a")])
    store.snapshot()
    submit(store.ledger, "theme", [theme("b")])
    with monkeypatch.context() as patched:
        patched.setattr(opening.Projection, "ensure", refuse)
        store.snapshot(wait=False)
        store._builder.join()
    assert store.failed()
    tried = store._builder
    assert store.snapshot(wait=False).newer_on_its_way
    assert store._builder is tried
    monkeypatch.setattr(opening, "RETRY_AFTER", 0.0)
    assert not store.failed()
    store.snapshot(wait=False)
    store._builder.join()
    assert codes(store.snapshot(wait=False)) == ["a", "b"]


def refuse(*_, **__):
    raise StoreError(path="somewhere")


def test_a_version_that_nobody_reads_any_more_is_let_go(store):
    held = []
    for number in range(4):
        submit(store.ledger, "theme", [theme("a", str(number))])
        snapshot = store.snapshot()
        if number == 0:
            held.append(snapshot)
    del snapshot
    gc.collect()
    submit(store.ledger, "theme", [theme("b")])
    store.snapshot()
    # The one that is held, the one before, of which nobody had let go by then, and the newest.
    assert len(store._attached) == 3
    assert codes(held[0]) == ["a"]
    held.clear()
    submit(store.ledger, "theme", [theme("c")])
    store.snapshot()
    assert len(store._attached) == 2


@dataclass(frozen=True)
class Colour:
    code: str
    colour: str


def test_rows_come_as_dicts_records_and_frames(store):
    submit(store.ledger, "theme", [theme("a", "First", position="2"), theme("b", "Second")])
    snapshot = store.snapshot()
    assert [row["title"] for row in snapshot.query("themes", as_at=1)] == ["Second", "First"]
    assert snapshot.records("themes", Theme, as_at=1) == [Theme("b", "Second", 1), Theme("a", "First", 2)]
    frame = snapshot.frame("themes", as_at=1)
    assert frame["title"].to_list() == ["Second", "First"]
    with pytest.raises(ValueError, match=r"themes.sql has no \['colour'\] for Colour"):
        snapshot.records("themes", Colour, as_at=1)


def test_an_empty_frame_has_the_types_of_a_full_one(store):
    submit(store.ledger, "observation", [observation("I", "2008-04-01/P3M", 1)])
    snapshot = store.snapshot()
    full = snapshot.frame("series", code="I", area="A", as_at=1)
    empty = snapshot.frame("series", code="J", area="A", as_at=1)
    assert (len(full), len(empty)) == (1, 0)
    assert dict(full.dtypes) == dict(empty.dtypes)
    assert str(full["area_code"].dtype) == "str"


def test_a_wrong_question_is_no_damage(store):
    snapshot = store.snapshot()
    with pytest.raises(duckdb.Error):
        snapshot.query("themes", colour="red")
    with pytest.raises(FileNotFoundError):
        snapshot.query("colours")
    assert len(list(snapshot.path.parent.glob("*.duckdb"))) == 1


def test_moments_come_in_utc(store):
    submit(store.ledger, "theme", [theme("a")], recorded_at="2026-07-01T09:00:00Z")
    (entry,) = queries.history(store.snapshot())
    assert entry.recorded_at.isoformat() == "2026-07-01T09:00:00+00:00"


def test_eight_threads_read_and_get_their_own_rows(store):
    submit(store.ledger, "area", [area(f"A{number}", number) for number in range(8)])
    submit(
        store.ledger,
        "observation",
        [
            observation("I", f"{year}-01-01/P1Y", number * 10_000 + year, area_code=f"A{number}")
            for number in range(8)
            for year in range(1900, 2100)
        ],
    )
    stop = threading.Event()

    def read(number):
        for _ in range(30):
            found = queries.series(store.snapshot(wait=False), "I", f"A{number}")
            assert [each.value for each in found] == [number * 10_000 + year for year in range(1900, 2100)]
        return number

    def keep_submitting():
        for number in range(100):
            if stop.is_set():
                return number
            submit(store.ledger, "theme", [theme("a", str(number))])
            store.snapshot()
        return 100

    with ThreadPoolExecutor(9) as pool:
        submitted = pool.submit(keep_submitting)
        readers = [pool.submit(read, number) for number in range(8)]
        assert [reader.result() for reader in readers] == list(range(8))
        stop.set()
        assert submitted.result() >= 1


def test_threads_that_all_ask_for_the_next_version_get_the_same(store):
    submit(store.ledger, "theme", [theme("a")])
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: store.snapshot(), range(8)))
    assert len({id(snapshot) for snapshot in found}) == 1
    assert len(store._attached) == 1


def test_processes_read_while_one_submits(tmp_path, store):
    submit(store.ledger, "theme", [theme("0")])
    readers = [start("reading.py", tmp_path, 9) for _ in range(3)]
    assert [reader.stdout.readline() for reader in readers] == ["1\n"] * 3
    for number in range(1, 9):
        submit(store.ledger, "theme", [theme(str(number))])
        if number % 3 == 0:
            store.snapshot()
    for reader in readers:
        lines, _ = reader.communicate(timeout=60)
        assert reader.returncode == 0
        seen = [int(line) for line in lines.split()]
        # Each saw one version after the other, whole, and in the end all of it.
        assert seen == sorted(seen)
        assert seen[-1] == 9

"""The first start: the embedded data through the same door, once, with the same stamps everywhere."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.store import open_store, queries
from indicators.store.durable import file_sha256
from indicators.submissions import LedgerNotEmpty, accept, check_file, load, load_embedded

DATA = Path(__file__).parents[2] / "data"
ROOT = DATA.parent
RESOURCES = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]


@pytest.fixture
def package(tmp_path):
    """A small data package: the first three embedded files."""
    folder = tmp_path / "package"
    folder.mkdir()
    for resource in RESOURCES[:3]:
        shutil.copy(DATA / resource["path"], folder)
    (folder / "datapackage.json").write_text(json.dumps({"resources": RESOURCES[:3]}), encoding="utf-8")
    return folder


def test_every_file_is_an_entry_in_the_order_of_the_package_with_its_stamp(loaded):
    home, receipts = loaded
    with open_store(home) as store:
        entries = store.ledger.entries()
        assert [entry.id for entry in entries] == [receipt.id for receipt in receipts]
        for entry, resource in zip(entries, RESOURCES, strict=True):
            assert entry.dataset == resource["x-dataset"]
            assert entry.recorded_at.strftime("%Y-%m-%dT%H:%M:%SZ") == resource["x-recorded-at"]
            assert (entry.by, entry.note, entry.file_name) == (
                resource["x-by"],
                resource["x-note"],
                resource["path"],
            )
            assert entry.raw_sha256 == file_sha256(DATA / resource["path"])
            assert entry.counts == {"added": entry.row_count, "revised": 0, "unchanged": 0, "removed": 0}


def test_nothing_is_lost_on_the_way_to_the_projection(loaded):
    with open_store(loaded[0]) as store:
        snapshot = store.snapshot()
        assert snapshot.problems == ()
        figures = queries.series(snapshot, "EMP-RATE", "E10000025")
        assert (len(figures), figures[0].value, figures[-1].value) == (20, 77.5, 83.8)


def test_the_embedded_files_send_nothing_new_when_they_are_sent_again(loaded):
    with open_store(loaded[0]) as store:
        for resource in RESOURCES:
            raw = (DATA / resource["path"]).read_bytes()
            checked = check_file(store, resource["x-dataset"], raw, resource["path"])
            assert not checked.is_refused
            assert checked.preview.counts == {
                "added": 0,
                "revised": 0,
                "unchanged": checked.row_count,
                "removed": 0,
            }
            assert accept(store, resource["x-dataset"], raw, resource["path"], by="x", note="x").already


def test_two_installations_agree_to_the_last_byte(package, tmp_path):
    heads = []
    for name in ("one", "two"):
        with open_store(tmp_path / name) as store:
            load_embedded(store, package)
            heads.append(store.ledger.head())
    assert heads[0] == heads[1]


def test_a_ledger_with_anything_in_it_is_refused(package, tmp_path):
    with open_store(tmp_path / "home") as store:
        load_embedded(store, package)
        with pytest.raises(LedgerNotEmpty) as refused:
            load_embedded(store, package)
        assert (refused.value.code, refused.value.figures) == ("ledger_not_empty", {"entries": 3})


def test_other_entries_are_no_beginning_of_the_embedded_ones(package, tmp_path):
    raw = b"source_key,publisher,title,location\nA,a publisher,a title,a place\n"
    with open_store(tmp_path / "home") as store:
        accept(store, "source", raw, "mine.csv", by="x", note="x")
        with pytest.raises(LedgerNotEmpty):
            load_embedded(store, package)
        assert len(store.ledger.entries()) == 1


def test_a_load_that_was_stopped_half_way_is_continued(package, tmp_path, monkeypatch):
    append = load.append

    def stopped(store, checked, *args, **more):
        if checked.dataset == RESOURCES[2]["x-dataset"]:
            raise KeyboardInterrupt
        return append(store, checked, *args, **more)

    with open_store(tmp_path / "home") as store:
        monkeypatch.setattr(load, "append", stopped)
        with pytest.raises(KeyboardInterrupt):
            load_embedded(store, package)
        monkeypatch.undo()
        receipts = load_embedded(store, package)
        assert [receipt.already for receipt in receipts] == [True, True, False]
        assert len(store.ledger.entries()) == 3


def test_a_broken_embedded_file_is_refused_like_any_other(package, tmp_path):
    path = package / RESOURCES[1]["path"]
    path.write_text(path.read_text(encoding="utf-8").replace("county", "kingdom", 1), encoding="utf-8")
    with open_store(tmp_path / "home") as store:
        with pytest.raises(load.EmbeddedRefused) as refused:
            load_embedded(store, package)
        assert refused.value.figures == {
            "file": RESOURCES[1]["path"],
            "findings": 1,
            "line": 7,
            "rule": "not_a_choice",
        }
        assert [entry.dataset for entry in store.ledger.entries()] == [RESOURCES[0]["x-dataset"]]


STARTING = """
import sys
from pathlib import Path
from indicators.store import open_store
from indicators.submissions import LedgerNotEmpty, load_embedded
with open_store(Path(sys.argv[1])) as store:
    sys.stdin.readline()
    try:
        print(len(load_embedded(store, Path(sys.argv[2]))))
    except LedgerNotEmpty as refused:
        print(refused.code)
"""


def test_two_processes_that_start_at_once_load_once(package, tmp_path):
    command = [sys.executable, "-c", STARTING, str(tmp_path / "home"), str(package)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = sorted(process.communicate(timeout=120)[0].strip() for process in started)
    assert said == ["3", "ledger_not_empty"]
    with open_store(tmp_path / "home") as store:
        assert len(store.ledger.entries()) == 3

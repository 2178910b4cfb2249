"""Appending to the ledger, finding in it, and being refused."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from filelock import FileLock

from indicators.store import durable
from indicators.store.appending import LOCK
from indicators.store.chain import find_entry
from indicators.store.errors import (
    EntryUnknown,
    HeadMoved,
    LedgerBusy,
    LedgerUnwritable,
    NotWithdrawable,
)
from indicators.store.ledger import Ledger
from indicators.store.verification import EMPTY, Head
from tests.store.programs import start
from tests.store.store_samples import submit, theme


def test_a_ledger_that_is_not_there_is_empty(ledger):
    assert ledger.head() == EMPTY == Head(0, "0" * 64)
    assert ledger.entries() == ()
    assert ledger.verify().ok
    assert not ledger.folder.exists()


def test_a_submission_is_kept_as_it_was_sent(ledger):
    raw = b"\xef\xbb\xbfTheme\r\nA\r\n"
    entry = submit(
        ledger,
        "theme",
        [theme("a")],
        raw=raw,
        file_name="../Themes.CSV",
        by="Zoë",
        note="the first",
        counts={"added": 1},
        recorded_at="2026-11-20T12:00:00Z",
    )
    folder = ledger.folder / entry.folder_name
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", "original.csv", "rows.csv"]
    assert (folder / "original.csv").read_bytes() == raw
    manifest = (folder / "manifest.json").read_bytes()
    assert hashlib.sha256(manifest).hexdigest() == entry.hash == ledger.head().hash
    assert json.loads(manifest) | {"rows_sha256": ""} == {
        "by": "Zoë",
        "counts": {"added": 1},
        "dataset": "theme",
        "file_name": "Themes.CSV",
        "format": 1,
        "kind": "submission",
        "note": "the first",
        "previous": "0" * 64,
        "raw_file": "original.csv",
        "raw_sha256": hashlib.sha256(raw).hexdigest(),
        "recorded_at": "2026-11-20T12:00:00Z",
        "redacted_files": {},
        "redacts": None,
        "row_count": 1,
        "rows_sha256": "",
        "seq": 1,
        "withdraws": None,
    }
    assert ledger.entries() == (entry,)
    assert Ledger(ledger.folder).find(1) == entry


def test_every_entry_names_the_one_before(ledger):
    entries = [submit(ledger, "theme", [theme("a", str(number))]) for number in range(3)]
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.previous for entry in entries] == ["0" * 64, entries[0].hash, entries[1].hash]


def test_the_moment_is_now_unless_given(ledger):
    before = datetime.now(UTC).replace(microsecond=0)
    entry = submit(ledger, "theme", [theme("a")])
    assert before <= entry.recorded_at <= datetime.now(UTC)
    fixed = submit(ledger, "theme", [theme("a")], recorded_at=datetime(2007, 9, 20, 11, tzinfo=UTC))
    assert ledger.find(fixed.id).recorded_at == datetime(2007, 9, 20, 11, tzinfo=UTC)


def test_entries_are_found_by_sequence_id_and_hash(ledger):
    first, second = (submit(ledger, "theme", [theme(code)]) for code in "ab")
    assert ledger.find(1) == ledger.find("1") == ledger.find("000001") == ledger.find(first.id) == first
    assert ledger.find(second.hash) == ledger.find(second.id[:12]) == ledger.find(second.id.upper()) == second
    assert ledger.find(second.hash[:6] if not second.hash[:6].isdecimal() else second.hash) == second
    for asked in ("3", "", "0", "zzzzzz", second.hash[:5], "000009-abc", "0" * 20):
        with pytest.raises(EntryUnknown) as caught:
            ledger.find(asked)
        assert caught.value.figures == {"asked": asked, "found": 0}


def test_what_several_entries_begin_with_names_none_of_them(ledger):
    entry = submit(ledger, "theme", [theme("a")])
    alike = tuple(replace(entry, seq=seq, hash=f"abcdef{seq}" + "0" * 57) for seq in (1, 2))
    assert find_entry(alike, "abcdef2") == alike[1]
    with pytest.raises(EntryUnknown) as caught:
        find_entry(alike, "abcdef")
    assert caught.value.figures == {"asked": "abcdef", "found": 2}


def test_a_withdrawal_can_itself_be_withdrawn(ledger):
    entry = submit(ledger, "theme", [theme("a")])
    withdrawal = ledger.append_withdrawal(entry.id, by="an officer", note="a mistake")
    assert (withdrawal.kind, withdrawal.withdraws, withdrawal.dataset) == ("withdrawal", entry.id, "theme")
    with pytest.raises(NotWithdrawable) as caught:
        ledger.append_withdrawal(entry.id, by="an officer", note="again")
    assert caught.value.figures == {"entry": entry.id, "reason": "already_withdrawn"}
    ledger.append_withdrawal(withdrawal.id, by="an officer", note="no mistake")
    ledger.append_withdrawal(entry.id, by="an officer", note="a mistake after all")
    assert [each.kind for each in ledger.entries()] == ["submission", *["withdrawal"] * 3]


def test_what_is_not_there_cannot_be_withdrawn(ledger):
    with pytest.raises(EntryUnknown):
        ledger.append_withdrawal("000001-abc", by="an officer", note="what?")
    assert ledger.head() == EMPTY


def test_the_same_content_is_recognised_unless_withdrawn(ledger):
    entry = submit(ledger, "theme", [theme("a")], raw=b"as sent")
    raw, rows = hashlib.sha256(b"as sent").hexdigest(), entry.rows_sha256
    assert ledger.find_same_content("theme", raw_sha256=raw) == entry
    assert ledger.find_same_content("theme", rows_sha256=rows) == entry
    assert ledger.find_same_content("area", raw_sha256=raw) is None
    assert ledger.find_same_content("theme", raw_sha256="0" * 64) is None
    assert ledger.find_same_content("theme") is None
    withdrawal = ledger.append_withdrawal(entry.id, by="an officer", note="a mistake")
    assert ledger.find_same_content("theme", raw_sha256=raw) is None
    ledger.append_withdrawal(withdrawal.id, by="an officer", note="no mistake")
    assert ledger.find_same_content("theme", raw_sha256=raw) == entry


def test_a_preview_of_an_older_head_is_not_committed(ledger):
    seen = ledger.head()
    submit(ledger, "theme", [theme("a")], expected_head=seen)
    with pytest.raises(HeadMoved) as caught:
        submit(ledger, "theme", [theme("b")], expected_head=seen)
    assert caught.value.figures == {"expected": seen.hash, "actual": ledger.head().hash}
    with pytest.raises(HeadMoved):
        ledger.append_withdrawal("1", by="an officer", note="", expected_head=seen)
    assert len(ledger.entries()) == 1


def test_what_a_dead_process_left_behind_is_cleared_away(ledger):
    submit(ledger, "theme", [theme("a")])
    abandoned = ledger.folder / ".incoming" / "abandoned"
    abandoned.mkdir()
    (abandoned / "rows.csv").write_text("half a f")
    assert ledger.verify().ok
    submit(ledger, "theme", [theme("b")])
    assert list((ledger.folder / ".incoming").iterdir()) == []
    assert len(ledger.entries()) == 2


# Three files, their folder, and the ledger itself.
SYNCHRONISED = 5


@pytest.mark.parametrize("failing_call", range(1, SYNCHRONISED + 1))
def test_a_full_disk_leaves_nothing_half(ledger, monkeypatch, failing_call):
    submit(ledger, "theme", [theme("a")])
    calls = iter(range(1, 100))
    real = os.fsync

    def fsync(descriptor):
        if next(calls) >= failing_call:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(durable.os, "fsync", fsync)
    with pytest.raises(LedgerUnwritable) as caught:
        submit(ledger, "theme", [theme("b")])
    assert caught.value.figures == {"path": str(ledger.folder), "reason": "ENOSPC"}
    monkeypatch.undo()
    after = Ledger(ledger.folder)
    assert after.verify().ok
    # When only the last of them failed the entry is there, whole; a repeat is recognised by its hash.
    assert len(after.entries()) == (1 if failing_call < SYNCHRONISED else 2)
    submit(after, "theme", [theme("c")])
    assert after.verify().ok


def test_a_disk_that_fills_while_writing_leaves_nothing(ledger, monkeypatch):
    submit(ledger, "theme", [theme("a")])

    def write_file(path, content):
        path.write_bytes(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(durable, "write_file", write_file)
    with pytest.raises(LedgerUnwritable):
        submit(ledger, "theme", [theme("b")])
    monkeypatch.undo()
    assert list((ledger.folder / ".incoming").iterdir()) == []
    assert ledger.verify().ok


def test_a_folder_that_may_not_be_written_is_named(ledger, monkeypatch):
    def denied(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", denied)
    with pytest.raises(LedgerUnwritable) as caught:
        submit(ledger, "theme", [theme("a")])
    assert caught.value.figures == {"path": str(ledger.folder), "reason": "EACCES"}


def test_a_ledger_that_is_a_file_is_named(tmp_path):
    (tmp_path / "ledger").write_text("not a folder")
    with pytest.raises(LedgerUnwritable) as caught:
        submit(Ledger(tmp_path / "ledger"), "theme", [theme("a")])
    assert caught.value.figures["reason"] in ("EEXIST", "ENOTDIR")


def test_what_cannot_be_read_back_is_not_acknowledged(ledger, monkeypatch):
    monkeypatch.setattr(durable, "file_sha256", lambda _: "0" * 64)
    with pytest.raises(LedgerUnwritable) as caught:
        submit(ledger, "theme", [theme("a")])
    assert caught.value.figures["reason"] == "read_back"


def test_a_ledger_that_somebody_holds_for_too_long_is_busy(ledger, monkeypatch):
    submit(ledger, "theme", [theme("a")])
    monkeypatch.setattr("indicators.store.appending.LOCK_SECONDS", 0.05)
    with FileLock(ledger.folder / LOCK), ThreadPoolExecutor(1) as other:
        with pytest.raises(LedgerBusy) as caught:
            other.submit(submit, ledger, "theme", [theme("b")]).result()
        assert caught.value.figures == {"path": str(ledger.folder), "seconds": 0.05}
    submit(ledger, "theme", [theme("b")])


def test_processes_append_at_the_same_time_and_all_is_kept(ledger):
    program = start("appending_children.py", ledger.folder, 8, 5)
    lines, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    entries = ledger.entries()
    assert [entry.seq for entry in entries] == list(range(1, 41))
    assert sorted(line.split() for line in lines.splitlines()) == sorted(
        [entry.by, entry.id] for entry in entries
    )
    assert {entry.by for entry in entries} == {f"p{number}" for number in range(8)}
    assert ledger.verify().ok

"""Any byte that changed, went or came is noticed; a damaged entry is named and the rest stays readable."""

from __future__ import annotations

import hashlib
import os
import shutil

import pytest

from indicators.store import examination, open_store, queries
from indicators.store.entry import Entry, Manifest
from indicators.store.errors import LedgerDamaged, LedgerUnreadable
from indicators.store.ledger import Ledger
from tests.store.store_samples import submit, theme


@pytest.fixture
def four(ledger):
    """A ledger of three submissions and the withdrawal of the second."""
    for code in "abc":
        submit(ledger, "theme", [theme(code)], raw=f"as sent: {code}".encode())
    ledger.append_withdrawal("2", by="an officer", note="a mistake")
    return ledger


def codes(verification):
    return [(problem.seq, problem.file, problem.code) for problem in verification.problems]


def folder_of(ledger, seq):
    return ledger.folder / ledger.find(seq).folder_name


def test_an_untouched_ledger_is_right(four):
    found = four.verify()
    assert (found.ok, found.problems, found.entries, found.redactions) == (True, (), 4, ())
    assert found.head == four.head()


def test_one_changed_byte_anywhere_is_noticed(four):
    files = sorted(path for path in four.folder.glob("0*/*"))
    assert len(files) == 10
    for path in files:
        content = path.read_bytes()
        for offset in {0, len(content) // 3, len(content) // 2, len(content) - 1}:
            changed = bytearray(content)
            changed[offset] ^= 1
            path.write_bytes(changed)
            found = four.verify()
            seq = int(path.parent.name[:8])
            if path.name == "manifest.json":
                assert codes(found) == [(seq, None, "manifest_changed")]
            else:
                assert codes(found) == [(seq, path.name, "file_changed")]
            assert not Ledger(four.folder).verify().ok
        for shorter in (b"", content[:-1], content + b"\n"):
            path.write_bytes(shorter)
            assert not four.verify().ok
        path.write_bytes(content)
    assert four.verify().ok


def test_a_change_that_keeps_size_and_time_is_noticed_by_reading_again(four):
    path = folder_of(four, 1) / "rows.csv"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"strategy", b"Strategy"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert codes(four.verify()) == [(1, "rows.csv", "file_changed")]


@pytest.mark.parametrize("file", ["rows.csv", "original.csv"])
def test_a_missing_file_is_noticed(four, file):
    (folder_of(four, 1) / file).unlink()
    assert codes(four.verify()) == [(1, file, "file_missing")]


def test_a_missing_manifest_is_noticed(four):
    (folder_of(four, 1) / "manifest.json").unlink()
    assert codes(four.verify()) == [(1, None, "manifest_changed")]


def test_a_file_that_is_a_folder_is_noticed(four):
    path = folder_of(four, 1) / "rows.csv"
    path.unlink()
    path.mkdir()
    assert codes(four.verify()) == [(1, "rows.csv", "file_unreadable")]


def test_an_extra_file_is_noticed_and_harms_nobody(four):
    (folder_of(four, 1) / "thumbs.zip").write_bytes(b"pictures")
    (four.folder / "notes.txt").write_text("hello")
    assert codes(four.verify()) == [(None, "notes.txt", "file_extra"), (1, "thumbs.zip", "file_extra")]
    submit(four, "theme", [theme("d")])


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini"])
def test_what_a_desktop_leaves_is_passed_over_but_not_a_folder_of_that_name(four, name):
    (folder_of(four, 1) / name).write_bytes(b"icons")
    (four.folder / name).write_bytes(b"icons")
    assert four.verify().ok
    (four.folder / name).unlink()
    (four.folder / name).mkdir()
    assert [(each.entry, each.code) for each in four.verify().problems] == [(name, "folder_unknown")]


def test_a_ledger_below_a_file_is_not_empty(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(LedgerUnreadable) as caught:
        Ledger(tmp_path / "file" / "ledger").verify()
    assert caught.value.figures["reason"] == "ENOTDIR"


def test_an_unknown_folder_is_noticed(four):
    (four.folder / "copy of 3").mkdir()
    assert [(each.entry, each.code) for each in four.verify().problems] == [("copy of 3", "folder_unknown")]
    with pytest.raises(LedgerDamaged):
        submit(four, "theme", [theme("d")])


def test_a_gap_is_noticed(four):
    shutil.rmtree(folder_of(four, 2))
    found = four.verify()
    assert codes(found) == [(2, None, "sequence_gap")]
    assert found.problems[0].figures == {"first": 2, "last": 2}


def test_a_renamed_folder_is_noticed(four):
    folder = folder_of(four, 3)
    renamed = folder.with_name(folder.name[:-1] + ("0" if folder.name[-1] != "0" else "1"))
    folder.rename(renamed)
    assert (3, None, "manifest_changed") in codes(four.verify())


def test_a_folder_with_another_sequence_is_noticed(four):
    folder = folder_of(four, 4)
    folder.rename(folder.with_name("00000006" + folder.name[8:]))
    assert codes(four.verify()) == [(4, None, "sequence_gap"), (6, None, "folder_renamed")]


def test_a_sequence_that_is_there_twice_is_noticed(four):
    folder = folder_of(four, 4)
    shutil.copytree(folder_of(four, 3), folder.with_name("00000004-" + "0" * 64))
    found = codes(four.verify())
    assert (4, None, "sequence_repeated") in found
    assert (4, None, "manifest_changed") in found


def test_an_entry_rewritten_whole_breaks_the_chain(four):
    entry = four.find(2)
    rewritten = Manifest(
        **{name: getattr(entry, name) for name in Manifest.__dataclass_fields__ if name != "by"},
        by="somebody else",
    ).to_bytes()
    folder = four.folder / entry.folder_name
    (folder / "manifest.json").write_bytes(rewritten)
    folder.rename(four.folder / Entry.from_bytes(rewritten).folder_name)
    assert codes(four.verify()) == [(3, None, "chain_broken")]


def test_a_cut_off_chain_is_noticed_with_the_head_of_a_receipt(four):
    receipt = four.head().hash
    assert four.verify(receipt).ok
    assert four.verify(receipt.upper()).ok
    assert four.verify(four.find(1).hash).ok
    assert four.verify(receipt[:12]).ok
    assert not four.verify(receipt[:11]).ok
    shutil.rmtree(folder_of(four, 4))
    assert four.verify().ok
    found = four.verify(receipt)
    assert [(problem.code, problem.figures) for problem in found.problems] == [
        ("head_missing", {"head": receipt})
    ]


def test_a_manifest_of_a_later_format_is_named_and_nothing_is_guessed(four):
    content = four.find(4)
    manifest = (folder_of(four, 4) / "manifest.json").read_bytes().replace(b'"format": 1', b'"format": 2')
    folder = four.folder / content.folder_name
    (folder / "manifest.json").write_bytes(manifest)
    folder.rename(folder.with_name(f"00000004-{hashlib.sha256(manifest).hexdigest()}"))
    assert codes(four.verify()) == [(4, None, "manifest_unknown")]


def test_a_damaged_entry_is_named_and_the_rest_opens_but_only_for_reading(tmp_path, four):
    path = folder_of(four, 1) / "rows.csv"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"a strategy", b"A strategy"))
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        assert [(problem.entry, problem.code) for problem in snapshot.problems] == [
            (four.find(1).id, "file_changed")
        ]
        assert [theme.code for theme in queries.themes(snapshot)] == ["c"]
        assert len(queries.history(snapshot)) == 4
        for append in (
            lambda: submit(store.ledger, "theme", [theme("d")]),
            lambda: store.ledger.append_withdrawal("3", by="an officer", note=""),
        ):
            with pytest.raises(LedgerDamaged) as caught:
                append()
            assert caught.value.figures == {
                "entry": four.find(1).id,
                "file": "rows.csv",
                "problem": "file_changed",
                "folder": str(four.folder),
            }
        path.write_bytes(whole)
        restored = store.snapshot()
        assert restored.problems == ()
        assert [theme.code for theme in queries.themes(restored)] == ["a", "c"]
        assert restored.version != snapshot.version
        submit(store.ledger, "theme", [theme("d")])


def test_a_damaged_manifest_leaves_its_entry_out(tmp_path, four):
    path = folder_of(four, 4) / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b"a mistake", b"A mistake"))
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        # The withdrawal of the second entry cannot be trusted, so that entry is in view again, and said to be.
        assert [theme.code for theme in queries.themes(snapshot)] == ["a", "b", "c"]
        assert [problem.code for problem in snapshot.problems] == ["manifest_changed"]
        assert snapshot.version.seq == 4


def test_a_damaged_file_as_sent_leaves_the_rows_in_view(tmp_path, four):
    (folder_of(four, 1) / "original.csv").write_bytes(b"something else")
    with open_store(tmp_path) as store:
        snapshot = store.snapshot()
        assert [theme.code for theme in queries.themes(snapshot)] == ["a", "c"]
        assert [problem.file for problem in snapshot.problems] == ["original.csv"]


def test_a_redaction_during_a_reading_is_no_damage(four, monkeypatch):
    listings = []

    def heads_in(folder):
        heads = examination.heads_in.__wrapped__(folder)
        listings.append(heads)
        if len(listings) == 1:
            four.append_redaction(
                "1", replacement_raw=b"[removed]", by="an officer", note="a person was named"
            )
        return heads

    heads_in.__wrapped__ = examination.heads_in
    monkeypatch.setattr(examination, "heads_in", heads_in)
    assert Ledger(four.folder).verify().ok
    assert len(listings[0]) == 4
    assert len(listings[-1]) == 5


def test_a_folder_that_cannot_be_listed_is_named(tmp_path):
    (tmp_path / "ledger").write_text("not a folder")
    for look in (Ledger(tmp_path / "ledger").head, Ledger(tmp_path / "ledger").verify):
        with pytest.raises(LedgerUnreadable) as caught:
            look()
        assert caught.value.figures == {"path": str(tmp_path / "ledger"), "reason": "ENOTDIR"}

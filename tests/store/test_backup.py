"""A backup is read back before it counts, restores the same bytes, and nothing else is ever taken for one."""

from __future__ import annotations

import zipfile

import pytest

from indicators.datasets import dataset
from indicators.store.backup import (
    BackupDamaged,
    BackupExists,
    BackupUnreadable,
    BackupUnwritable,
    LedgerEmpty,
    LedgerInTheWay,
    restore_backup,
    write_backup,
)
from indicators.store.errors import LedgerDamaged
from indicators.store.ledger import Ledger
from indicators.store.rows import canonical_rows
from tests.store.store_samples import submit, theme


@pytest.fixture
def filled(ledger):
    """A ledger with two submissions, a withdrawal, and a redaction of the second."""
    submit(ledger, "theme", [theme("A")])
    second = submit(ledger, "theme", [theme("B", "Mrs Smith's theme")])
    ledger.append_withdrawal("1", by="x", note="y")
    clean = canonical_rows(dataset("theme"), [theme("B", "removed")])
    ledger.append_redaction(second.id, replacement_rows=clean, replacement_raw=clean, by="x", note="a name")
    return ledger


def contents(folder):
    """Every file of a ledger and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
    }


def rewritten(path, change):
    """The backup at `path` with its members changed by `change(name, content)`; None leaves a member out."""
    other = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return other


def test_what_is_restored_is_the_same_bytes(filled, tmp_path):
    made = write_backup(filled, tmp_path / "b.zip")
    other = Ledger(tmp_path / "other" / "ledger")
    restored = restore_backup(tmp_path / "b.zip", other)
    assert contents(other.folder) == contents(filled.folder)
    assert (made.entries, restored.entries) == (4, 4)
    assert made.head == restored.head == filled.head() == other.head()
    assert other.verify(made.head.hash).ok
    submit(other, "theme", [theme("C")])
    assert other.head().seq == 5


def test_what_was_redacted_is_not_in_the_backup(filled, tmp_path):
    write_backup(filled, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        texts = [archive.read(name) for name in archive.namelist()]
    assert not any(b"Mrs Smith" in text for text in texts)


def test_the_same_ledger_gives_the_same_bytes(filled, tmp_path):
    write_backup(filled, tmp_path / "one.zip")
    write_backup(filled, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_any_unpacking_program_gives_back_a_ledger(filled, tmp_path):
    write_backup(filled, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    assert Ledger(tmp_path / "unpacked" / "ledger").verify(filled.head().hash).ok


def test_nothing_is_written_over(filled, tmp_path):
    (tmp_path / "b.zip").write_text("mine", encoding="utf-8")
    with pytest.raises(BackupExists):
        write_backup(filled, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_text(encoding="utf-8") == "mine"


def test_an_empty_ledger_is_not_backed_up(ledger, tmp_path):
    with pytest.raises(LedgerEmpty):
        write_backup(ledger, tmp_path / "b.zip")
    assert not ledger.folder.exists()


def test_a_place_that_cannot_be_written_is_named(filled, tmp_path):
    with pytest.raises(BackupUnwritable) as refused:
        write_backup(filled, tmp_path / "nowhere" / "b.zip")
    assert refused.value.figures["reason"] == "ENOENT"


def test_a_damaged_ledger_is_not_backed_up(filled, tmp_path):
    next(filled.folder.glob("00000001-*/rows.csv")).write_bytes(b"changed")
    with pytest.raises(LedgerDamaged) as refused:
        write_backup(filled, tmp_path / "b.zip")
    assert refused.value.figures["problem"] == "file_changed"
    assert list(tmp_path.glob("*.zip")) == []


def test_a_disk_that_loses_bytes_is_noticed(filled, tmp_path, monkeypatch):
    original = zipfile.ZipFile.writestr
    monkeypatch.setattr(
        zipfile.ZipFile,
        "writestr",
        lambda self, member, content: original(self, member, content.replace(b"theme", b"thene")),
    )
    with pytest.raises(BackupDamaged):
        write_backup(filled, tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["ledger"]


DAMAGES = {
    "a row was changed": lambda _, content: content.replace(b"removed", b"restored"),
    "a manifest was changed": lambda _, content: content.replace(b'"note": "y"', b'"note": "z"'),
    "an entry is missing": lambda name, content: None if "/00000002-" in name else content,
    "a file is missing": lambda name, content: (
        None if "/00000001-" in name and name.endswith("rows.csv") else content
    ),
}


@pytest.mark.parametrize("change", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_backup_is_refused_and_the_ledger_stays_empty(filled, tmp_path, change):
    write_backup(filled, tmp_path / "b.zip")
    other = Ledger(tmp_path / "other" / "ledger")
    with pytest.raises(BackupDamaged):
        restore_backup(rewritten(tmp_path / "b.zip", change), other)
    assert other.head().seq == 0
    assert contents(other.folder) == {}


def foreign(member):
    def write(path):
        with zipfile.ZipFile(path, "w") as archive:
            if member is not None:
                archive.writestr(member, b"x")

    return write


NOT_BACKUPS = {
    "no zip": (lambda path: path.write_bytes(b"PK nonsense"), "not_a_zip"),
    "an empty file": (lambda path: path.write_bytes(b""), "not_a_zip"),
    "an empty zip": (foreign(None), "empty"),
    "somebody's photographs": (foreign("photo.jpg"), "foreign_file"),
    "a path out of the folder": (foreign(f"ledger/{'0' * 8}-{'a' * 64}/../../../evil"), "foreign_file"),
    "an absolute path": (foreign("/etc/evil"), "foreign_file"),
    "a folder": (lambda path: path.mkdir(), "EISDIR"),
}


@pytest.mark.parametrize(("write", "reason"), NOT_BACKUPS.values(), ids=NOT_BACKUPS)
def test_what_is_no_backup_is_refused(ledger, tmp_path, write, reason):
    write(tmp_path / "b.zip")
    with pytest.raises(BackupUnreadable) as refused:
        restore_backup(tmp_path / "b.zip", ledger)
    assert refused.value.figures["reason"] == reason
    assert ledger.head().seq == 0
    assert not (tmp_path / "evil").exists()


def test_a_zip_cut_short_is_refused(filled, ledger, tmp_path):
    write_backup(filled, tmp_path / "b.zip")
    whole = (tmp_path / "b.zip").read_bytes()
    (tmp_path / "short.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupUnreadable):
        restore_backup(tmp_path / "short.zip", Ledger(tmp_path / "other"))


def test_a_backup_is_restored_into_an_empty_ledger_only(filled, tmp_path):
    write_backup(filled, tmp_path / "b.zip")
    before = contents(filled.folder)
    with pytest.raises(LedgerInTheWay) as refused:
        restore_backup(tmp_path / "b.zip", filled)
    assert refused.value.figures["entries"] == 4
    assert contents(filled.folder) == before


def test_what_is_restored_is_readable_by_others_only_as_new_files_are(filled, tmp_path):
    write_backup(filled, tmp_path / "b.zip")
    other = Ledger(tmp_path / "other")
    restore_backup(tmp_path / "b.zip", other)
    usual = tmp_path / "usual"
    usual.touch()
    restored = next(other.folder.glob("*/manifest.json"))
    assert restored.stat().st_mode == usual.stat().st_mode

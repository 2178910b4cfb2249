"""The whole ledger as one zip file, and back: what is written is read back, what is read is verified before it counts.

The zip holds the ledger's folders as they are, so that any unpacking program restores them too. The same ledger always
gives the same bytes.
"""

# The public names say what happened and carry no suffix.
# ruff: noqa: N818

from __future__ import annotations

import os
import re
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from indicators.store import durable
from indicators.store.appending import appending, finish_redactions
from indicators.store.chain import Chain
from indicators.store.entry import MANIFEST, Entry
from indicators.store.errors import LedgerDamaged, StoreError, reason_of
from indicators.store.examination import INCOMING
from indicators.store.ledger import Ledger
from indicators.store.verification import Head

TOP = "ledger"
_MEMBER = re.compile(rf"{TOP}/(\d{{8}}-[0-9a-f]{{64}})/([A-Za-z0-9_][A-Za-z0-9._-]*)")
# A zip must name a time and rights for each file; the entries carry their own time.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16


class BackupExists(StoreError):
    """There is something at the place where the backup should go. Figures: path."""

    code = "backup_exists"


class BackupUnwritable(StoreError):
    """The backup could not be written. Figures: path, reason (`ENOSPC`, `EACCES`, ...)."""

    code = "backup_unwritable"


class BackupUnreadable(StoreError):
    """This is no backup that we wrote. Figures: path, reason (`not_a_zip`, `foreign_file`, `empty`, or as above)."""

    code = "backup_unreadable"


class BackupDamaged(StoreError):
    """What the backup holds is not as the ledger was. Figures: path, entry, file, problem."""

    code = "backup_damaged"


class LedgerInTheWay(StoreError):
    """A backup is restored into an empty ledger only. Figures: path, entries."""

    code = "ledger_in_the_way"


class LedgerEmpty(StoreError):
    """There is nothing to back up. Figures: path."""

    code = "ledger_empty"


@dataclass(frozen=True)
class Backup:
    """A backup that was read back: its file, how many entries it holds up to which head, and its size in bytes."""

    path: Path
    entries: int
    head: Head
    size: int


def write_backup(ledger: Ledger, path: Path) -> Backup:
    """Write the whole ledger into the new zip file `path`, unpack it aside and verify every hash.

    Raises:
        BackupExists: there is something at `path`.
        BackupUnwritable: it cannot be written.
        LedgerEmpty: there is nothing to write.
        LedgerDamaged: the ledger is not as it was written; restore it first.
        LedgerBusy, LedgerUnwritable, LedgerUnreadable: the ledger cannot be held still meanwhile.
        BackupDamaged: what was read back is not what was written.
    """
    if path.exists():
        raise BackupExists(path=str(path))
    if not ledger.head().seq:
        raise LedgerEmpty(path=str(ledger.folder))
    prepared = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with appending(ledger.folder):
            entries = _sound_entries(ledger)
            _write_zip(ledger.folder, entries, prepared)
        head = Head(entries[-1].seq, entries[-1].hash)
        with tempfile.TemporaryDirectory(prefix="indicator-basket-") as folder:
            _unpack(prepared, Path(folder))
            _verify(Path(folder), path, head)
        prepared.rename(path)
        durable.sync_folder(path.parent)
    except OSError as error:
        raise BackupUnwritable(path=str(path), reason=reason_of(error)) from error
    finally:
        prepared.unlink(missing_ok=True)
    return Backup(path, len(entries), head, path.stat().st_size)


def restore_backup(path: Path, ledger: Ledger) -> Backup:
    """Bring every entry of the backup `path` into the empty `ledger`, after all of them have been verified.

    Raises:
        LedgerInTheWay: the ledger holds entries.
        BackupUnreadable: `path` is not a backup.
        BackupDamaged: its entries are not as they were written; the ledger stays empty.
        LedgerBusy, LedgerUnwritable, LedgerUnreadable: the ledger cannot be written.
    """
    with appending(ledger.folder):
        if ledger.head().seq:
            raise LedgerInTheWay(path=str(ledger.folder), entries=ledger.head().seq)
        workshop = ledger.folder / INCOMING / uuid4().hex
        workshop.mkdir()
        _unpack(path, workshop)
        head = Chain(workshop).head()
        _verify(workshop, path, head)
        for folder in sorted(workshop.iterdir()):
            durable.publish_folder(folder, ledger.folder / folder.name)
        workshop.rmdir()
    return Backup(path, head.seq, head, path.stat().st_size)


def _sound_entries(ledger: Ledger) -> tuple[Entry, ...]:
    """The entries of a ledger in which nothing is damaged and no redaction is left half done."""
    found = ledger.examination(whole=True)
    for problem in found.problems:
        if not problem.is_harmless:
            raise LedgerDamaged(
                entry=problem.entry, file=problem.file, problem=problem.code, folder=str(ledger.folder)
            )
    finish_redactions(ledger.folder, found)
    return found.entries


def _write_zip(folder: Path, entries: tuple[Entry, ...], path: Path) -> None:
    try:
        with path.open("xb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                for entry in entries:
                    for name in (MANIFEST, *sorted(entry.files)):
                        content = (folder / entry.folder_name / name).read_bytes()
                        archive.writestr(_member(f"{TOP}/{entry.folder_name}/{name}"), content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise BackupUnwritable(path=str(path.parent), reason=reason_of(error)) from error


def _member(name: str) -> zipfile.ZipInfo:
    """One file of the zip, the same whenever and wherever it is written."""
    member = zipfile.ZipInfo(name, _NO_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = _UNIX
    member.external_attr = _READABLE
    return member


def _unpack(path: Path, folder: Path) -> None:
    """Write the entries of a backup into `folder`; nothing is taken that does not lie where an entry lies."""
    try:
        with zipfile.ZipFile(path) as archive:
            contents = {name: archive.read(name) for name in archive.namelist()}
    except OSError as error:
        raise BackupUnreadable(path=str(path), reason=reason_of(error)) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise BackupUnreadable(path=str(path), reason="not_a_zip") from error
    if not contents:
        raise BackupUnreadable(path=str(path), reason="empty")
    for name, content in contents.items():
        found = _MEMBER.fullmatch(name)
        if found is None:
            raise BackupUnreadable(path=str(path), reason="foreign_file")
        (folder / found[1]).mkdir(exist_ok=True)
        durable.write_file(folder / found[1] / found[2], content)


def _verify(unpacked: Path, path: Path, head: Head) -> None:
    found = Chain(unpacked).verify(head.hash)
    for problem in found.problems:
        raise BackupDamaged(path=str(path), entry=problem.entry, file=problem.file, problem=problem.code)

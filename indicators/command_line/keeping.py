"""`export`, `backup` and `restore`: what leaves the house, and how the ledger is kept safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer, Refused
from indicators.reports.open_data import DataFile, ExportRefused, write_open_data
from indicators.store.backup import Backup, restore_backup, write_backup
from indicators.wording import commands

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def export(folder: Path, as_at: str | None) -> Answer:
    """All rows as at the moment as a data package in a folder."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    try:
        files = write_open_data(snapshot, moment.entry, folder)
    except ExportRefused as refused:
        raise Refused(refused.code, **refused.figures) from refused
    return Answer(
        data={
            "folder": folder,
            "as_at": judged.moment(moment),
            "files": [{"path": file.path, "rows": file.rows} for file in files],
        },
        show=lambda page: _show_export(page, folder, files),
    )


def backup(file: Path) -> Answer:
    """The ledger into a new zip file."""
    with asked.recorded() as store:
        done = write_backup(store.ledger, file)
    return Answer(data=_data(done), show=lambda page: page.line(_words(commands.BACKED_UP, done)))


def restore(file: Path) -> Answer:
    """The ledger from a backup."""
    with asked.recorded() as store:
        done = restore_backup(file, store.ledger)
    return Answer(data=_data(done), show=lambda page: page.line(_words(commands.RESTORED, done)))


def _data(done: Backup) -> dict[str, Any]:
    return {
        "file": done.path,
        "bytes": done.size,
        "entries": done.entries,
        "head": {"sequence": done.head.seq, "hash": done.head.hash},
        "verified": True,
    }


def _words(sentence: str, done: Backup) -> str:
    entries = commands.counted(done.entries, "entry", "entries")
    return sentence.format(file=done.path, entries=entries, size=done.size, head=done.head.hash)


def _show_export(page: Page, folder: Path, files: list[DataFile]) -> None:
    page.table(
        commands.EXPORT_COLUMNS, [[file.path, commands.rows(file.rows)] for file in files], numeric=(1,)
    )
    page.say(commands.EXPORTED.format(folder=folder))

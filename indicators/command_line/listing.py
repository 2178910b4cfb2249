"""`history` and `verify`: what the ledger holds, and whether it is as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from indicators.command_line.answers import Answer
from indicators.command_line.asked import recorded
from indicators.store.activity import withdrawers
from indicators.store.entry import Entry
from indicators.store.verification import Head, Problem, Verification
from indicators.wording import commands
from indicators.wording.dates import moment
from indicators.wording.verification import damage

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def history() -> Answer:
    """Every entry, the newest first, and whether it still counts."""
    with recorded() as store:
        folder = store.ledger.folder
        found = store.ledger.examination()
        head = store.ledger.head()
    by = withdrawers(found.entries)
    withdrawn_by = {entry_id: entry.id for entry_id, entry in by.items()}
    entries = sorted(found.entries, key=lambda entry: entry.seq, reverse=True)
    return Answer(
        data={
            "head": _head(head),
            "entries": [_entry(entry, withdrawn_by.get(entry.id)) for entry in entries],
            "problems": [_problem(problem) for problem in found.problems],
        },
        show=lambda page: _show_history(page, entries, withdrawn_by, found.problems, folder),
        ok=not found.problems,
    )


def verify(head: str | None) -> Answer:
    """Whether every byte is as it was written; with `head`, also whether the chain goes at least that far."""
    with recorded() as store:
        folder = store.ledger.folder
        found = store.ledger.verify(head)
    return Answer(
        data={
            "ok": found.ok,
            "entries": found.entries,
            "head": _head(found.head),
            "problems": [_problem(problem) for problem in found.problems],
            "redactions": found.redactions,
            "left_over": found.left_over,
        },
        show=lambda page: _show_verification(page, found, folder),
        ok=found.ok,
    )


def _head(head: Head) -> dict[str, object]:
    return {"sequence": head.seq, "hash": head.hash}


def _entry(entry: Entry, withdrawn_by: str | None) -> dict[str, object]:
    return {
        "sequence": entry.seq,
        "id": entry.id,
        "hash": entry.hash,
        "kind": entry.kind,
        "dataset": entry.dataset,
        "recorded_at": entry.recorded_at,
        "by": entry.by,
        "note": entry.note,
        "file_name": entry.file_name,
        "rows": entry.row_count,
        "counts": entry.counts,
        "withdraws": entry.withdraws,
        "redacts": entry.redacts,
        "withdrawn_by": withdrawn_by,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "entry": problem.entry,
        "file": problem.file,
        "code": problem.code,
        "figures": problem.figures,
        "message": damage(problem.code, problem.entry, problem.file, problem.figures),
    }


def _show_history(
    page: Page,
    entries: list[Entry],
    withdrawn_by: dict[str, str],
    problems: tuple[Problem, ...],
    folder: Path,
) -> None:
    if not entries and not problems:
        page.line(commands.EMPTY.format(folder=folder))
        return
    page.table(
        commands.HISTORY_COLUMNS,
        [
            [
                entry.id,
                moment(entry.recorded_at),
                commands.what_happened(entry.kind, entry.dataset, entry.withdraws or entry.redacts),
                commands.rows(entry.row_count),
                entry.by,
                commands.withdrawn(entry.note, withdrawn_by.get(entry.id)),
            ]
            for entry in entries
        ],
        numeric=(3,),
        whole=(0, 1),
    )
    page.say(commands.entries(len(entries)))
    _show_problems(page, problems)


def _show_verification(page: Page, found: Verification, folder: Path) -> None:
    if not found.entries and found.ok:
        page.line(commands.EMPTY.format(folder=folder))
    else:
        page.line(commands.verified(found.entries, found.head.seq, found.head.hash, ok=found.ok))
    page.say(commands.left_over(found.left_over))
    _show_problems(page, found.problems)
    if found.redactions:
        page.heading(commands.REDACTIONS_HEADING)
        page.bullets(
            commands.redacted(each.entry, each.file, moment(each.recorded_at), each.by, each.note)
            for each in found.redactions
        )


def _show_problems(page: Page, problems: tuple[Problem, ...]) -> None:
    if problems:
        page.heading(commands.PROBLEMS_HEADING)
        page.bullets(damage(each.code, each.entry, each.file, each.figures) for each in problems)

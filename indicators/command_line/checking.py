"""`template` and `check`: what a file must look like, and everything that is wrong with one; nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.assessments.would_change import change_by_submission
from indicators.command_line.answers import Answer
from indicators.command_line.asked import recorded
from indicators.command_line.progress import tell
from indicators.datasets import dataset
from indicators.reports.would_change import Judgement, judgements, summary
from indicators.store import Store, queries
from indicators.store.as_at import today
from indicators.submissions import Change, Checked, Finding, Preview, check_file
from indicators.submissions import template as empty_file
from indicators.wording import commands, file_findings, submit_page
from indicators.wording.findings_told import as_data
from indicators.wording.submitting import how_much

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def template(name: str) -> Answer:
    """An empty file with the columns of a dataset."""
    declared = dataset(name)
    content = empty_file(declared)
    columns = [
        {
            "name": field.name,
            "title": field.title,
            "description": field.description,
            "type": field.type,
            "required": field.required,
            "choices": field.choices,
        }
        for field in declared.fields
    ]
    return Answer(
        data={"dataset": name, "title": declared.title, "columns": columns},
        show=lambda page: page.raw(content),
    )


def check(file: Path, name: str) -> Answer:
    """Everything that is wrong with a file, and what it would change: rows, statuses, verdicts."""
    with recorded() as store:
        found = check_file(store, name, file.read_bytes(), file.name, tell=tell)
        would_change = _would_change(store, found)
    return Answer(
        data={
            "dataset": name,
            "file": found.reading.file_name,
            "ok": not found.is_refused,
            "rows": found.row_count,
            "counts": found.preview.counts if found.preview else None,
            "changes": [_change(each) for each in found.preview.changes] if found.preview else [],
            "would_change": would_change.data,
            "findings": [as_data(each) for each in found.findings],
        },
        show=lambda page: _show(page, found, would_change),
        ok=not found.is_refused,
    )


@dataclass(frozen=True)
class _WouldChange:
    """The judgements that a file would change, how they are summed up, and how many series were looked at."""

    judgements: tuple[Judgement, ...] = ()
    summary: str = ""
    compared: int = 0
    left_out: int = 0

    @property
    def data(self) -> dict[str, Any]:
        return {
            "series_compared": self.compared,
            "series_left_out": self.left_out,
            "summary": self.summary,
            "judgements": self.judgements,
        }


def _would_change(store: Store, found: Checked) -> _WouldChange:
    if found.rows is None:
        return _WouldChange()
    snapshot = store.snapshot()
    made = change_by_submission(snapshot, found.dataset, found.rows, found.row_count, as_of=today())
    listed = judgements(made, {area.code: area.name for area in queries.areas(snapshot)})
    return _WouldChange(listed, summary(made, listed), len(made.series), made.left_out)


def show_findings(page: Page, findings: Sequence[Finding]) -> None:
    """Every finding in a table; nothing where there is none."""
    if findings:
        page.table(commands.FINDING_COLUMNS, [_row(each) for each in findings], numeric=(0,))


def _row(found: Finding) -> list[str]:
    return [
        "" if found.line is None else str(found.line),
        found.column or "",
        found.value or "",
        commands.SEVERITIES[found.severity],
        file_findings.sentence(found.rule, found.figures),
    ]


def _change(change: Change) -> dict[str, Any]:
    columns = {name: {"old": old, "new": new} for name, (old, new) in change.columns.items()}
    return {"line": change.line, "kind": change.kind, "key": change.key, "columns": columns}


def _show(page: Page, found: Checked, would_change: _WouldChange) -> None:
    show_findings(page, found.findings)
    page.say(commands.checked(found.reading.file_name, refused=found.is_refused))
    if found.preview:
        page.say(commands.would_change(found.preview.counts))
        _show_changes(page, found.preview)
        page.say(would_change.summary)
    if would_change.judgements:
        rows = [
            [f"{one.code} {one.indicator}", one.area, one.what, one.before, one.after]
            for one in would_change.judgements
        ]
        page.table(submit_page.JUDGEMENT_COLUMNS, rows)


def _show_changes(page: Page, preview: Preview) -> None:
    rows = [row for change in preview.changes if change.kind != "added" for row in _change_rows(change)]
    if rows:
        page.table(commands.CHANGE_COLUMNS, rows, numeric=(0,))


def _change_rows(change: Change) -> list[list[str]]:
    head = [str(change.line), commands.CHANGES[change.kind], " · ".join(change.key)]
    if change.kind == "removed":
        return [[*head, "", "", "", ""]]
    return [
        [*head, name, old or "", new or "", how_much(old, new)] for name, (old, new) in change.columns.items()
    ]

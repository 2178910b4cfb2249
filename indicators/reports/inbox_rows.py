"""The tasks of the Inbox in words: the same on screen, in a file and on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.assessments.inbox import Kind, Task
from indicators.datasets import dataset
from indicators.reports.csv_file import csv_bytes
from indicators.reports.signals import in_signs
from indicators.wording import findings, inbox, lint, reasons


@dataclass(frozen=True)
class InboxRow:
    """One task: what is to be done, in particular, and by whom."""

    code: str
    indicator: str
    kind: Kind
    sign: str
    particulars: str
    period: str | None
    who: str


def in_words(task: Task) -> InboxRow:
    """A task in words; `period` is the code of the period that a commentary is about."""
    indicator = task.one.indicator
    return InboxRow(
        code=indicator.code,
        indicator=indicator.title,
        kind=task.kind,
        sign=inbox.SIGNS[task.what],
        particulars=_particulars(task),
        period=task.one.latest.period if task.kind == "commentary" and task.one.latest else None,
        who=inbox.who(indicator.lead_partner, indicator.owner),
    )


def summary(tasks: Sequence[Task], place: str) -> str:
    """How much there is to do, by kind."""
    counts = {kind: sum(task.kind == kind for task in tasks) for kind in ("figure", "commentary", "finding")}
    return inbox.summary(counts["figure"], counts["commentary"], counts["finding"], place)


def inbox_csv(tasks: Sequence[Task]) -> bytes:
    """The tasks as a file."""
    rows = []
    for task in tasks:
        said = in_words(task)
        is_figure = task.kind == "figure"
        rows.append(
            (
                said.code,
                said.indicator,
                task.what,
                said.particulars,
                " ".join(period.code for period in task.due.missing) if is_figure else "",
                task.due.due_on if is_figure else None,
                task.due.days_late if is_figure else None,
                "yes" if is_figure and task.due.lag.is_assumed else "",
                task.one.indicator.lead_partner,
                task.one.indicator.owner,
            )
        )
    return csv_bytes(inbox.CSV_COLUMNS, rows)


def missing_figures_csv(tasks: Sequence[Task]) -> bytes:
    """A file to submit once its values are filled in: one row for each missing figure, with what is known of it."""
    columns = dataset("observation").columns
    rows = [
        {
            "indicator_code": task.one.indicator.code,
            "area_code": task.one.area_code,
            "period": period.code,
            "status": "final",
            "source_key": task.one.indicator.source_key,
        }
        for task in tasks
        if task.kind == "figure"
        for period in task.due.missing
    ]
    return csv_bytes(columns, [[row.get(column, "") for column in columns] for row in rows])


def _particulars(task: Task) -> str:
    if task.finding is not None:
        return lint.sentence(task.one.indicator, task.finding.rule, task.finding.figures)
    if task.kind == "commentary" and task.one.latest is not None:
        by = task.commentary.written_by if task.commentary else None
        return inbox.commentary(findings.period(task.one.latest), in_signs(task.one).status.text, by)
    if task.due.reason is not None:
        return reasons.sentence(task.due.reason)
    return inbox.figure(
        task.due.missing, task.due.due_on, task.due.days_late, assumed=task.due.lag.is_assumed
    )

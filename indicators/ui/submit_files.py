"""The files that the page Submit figures hands out, as bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from indicators.datasets import dataset
from indicators.reports.csv_file import csv_bytes
from indicators.store import Snapshot
from indicators.store.entry import Entry
from indicators.store.rows_in_force import rows_in_force
from indicators.submissions import Change, Finding
from indicators.wording import submit_page as words
from indicators.wording.commands import CHANGES, counts_in_words
from indicators.wording.dates import moment
from indicators.wording.findings_told import as_data
from indicators.wording.submitting import how_much


def findings_csv(findings: Iterable[Finding]) -> bytes:
    """Every finding, one a line."""
    told = map(as_data, findings)
    columns = (words.LINE, "Column", "Value", "Severity", "What is wrong, and what to do", "Rule")
    names = ("line", "column", "value", "severity", "message", "rule")
    return csv_bytes(columns, ([each[name] for name in names] for each in told))


def findings_json(findings: Iterable[Finding]) -> bytes:
    """Every finding as JSON, with its figures."""
    told = [as_data(each) for each in findings]
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode()


def changes_csv(changes: Iterable[Change]) -> bytes:
    """Every change that is listed, one line a column that differs."""
    return csv_bytes(words.CHANGES_CSV_COLUMNS, (cells for change in changes for cells in _cells(change)))


def _cells(change: Change) -> Iterable[Sequence[object]]:
    head = (change.line, CHANGES[change.kind], " · ".join(change.key))
    if change.kind == "removed":
        yield (*head, "", "", "", "")
        return
    for column, (old, new) in change.columns.items():
        yield (*head, column, old, new, how_much(old, new))


def in_force_csv(snapshot: Snapshot, name: str) -> bytes:
    """What is recorded now in a dataset, under the columns of its template: to be changed and sent again."""
    return csv_bytes(dataset(name).columns, rows_in_force(snapshot, name))


def receipt_facts(entry: Entry, withdrawn_by: str | None) -> dict[str, str]:
    """What stands on a receipt, by its words; what does not apply is empty."""
    facts: Mapping[str, str | None] = {
        "id": entry.id,
        "hash": entry.hash,
        "dataset": dataset_title(entry.dataset),
        "file": entry.file_name,
        "counts": counts_in_words(entry.counts) if entry.counts else None,
        "when": moment(entry.recorded_at),
        "by": entry.by,
        "note": entry.note,
        "withdraws": entry.withdraws,
        "withdrawn_by": withdrawn_by,
    }
    return {words.RECEIPT_FACTS[name]: fact or "" for name, fact in facts.items()}


def receipt_text(entry: Entry, withdrawn_by: str | None) -> bytes:
    """The receipt as a text to keep."""
    facts = receipt_facts(entry, withdrawn_by).items()
    lines = [words.RECEIPT, "", *(f"{name}: {fact}" for name, fact in facts if fact), "", words.KEEP_THE_HASH]
    return ("\n".join(lines) + "\n").encode()


def dataset_title(name: str) -> str:
    """What a dataset is called on screens; its name, where it is declared no more."""
    try:
        return dataset(name).title
    except KeyError:
        return name

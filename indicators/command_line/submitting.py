"""`submit`, `load`, `withdraw` and `remove-illustrative`: what changes the ledger, each answered with a receipt."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.command_line.answers import Answer
from indicators.command_line.asked import recorded
from indicators.command_line.checking import show_findings
from indicators.command_line.progress import tell
from indicators.datasets import dataset
from indicators.model import Target
from indicators.store import Store, queries
from indicators.store.rows import REMOVE
from indicators.store.withdrawing import withdraw as take_back
from indicators.submissions import Finding, Receipt, Refused, accept, load_embedded
from indicators.submissions.findings import findings_kept_with
from indicators.submissions.first_start import EMBEDDED
from indicators.wording import commands
from indicators.wording.findings_told import as_data

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def submit(file: Path, name: str, note: str, by: str) -> Answer:
    """A file into the ledger, whole, or not at all."""
    with recorded() as store:
        return _accept(store, name, file.read_bytes(), file.name, note=note, by=by)


def load() -> Answer:
    """The embedded data into an empty ledger."""
    with recorded() as store:
        receipts = load_embedded(store, EMBEDDED)
    return Answer(
        data={"receipts": [_receipt(each) for each in receipts]},
        show=lambda page: _show(page, receipts),
    )


def withdraw(entry: str, note: str, by: str) -> Answer:
    """An entry out of force; what it brought stays in the history."""
    with recorded() as store:
        done = take_back(store, entry, by=by, note=note)
    return Answer(
        data={
            "id": done.id,
            "sequence": done.seq,
            "hash": done.hash,
            "withdraws": done.withdraws,
            "recorded_at": done.recorded_at,
        },
        show=lambda page: page.line(commands.withdrew(str(done.withdraws), done.id, done.hash)),
    )


def remove_illustrative(note: str, by: str) -> Answer:
    """Every illustrative target out of force, by a submission that removes its row."""
    with recorded() as store:
        found = _illustrative(store)
        if not found:
            return Answer(
                data={"removed": 0, "accepted": False, "receipt": None, "findings": []},
                show=lambda page: page.say(commands.NOTHING_ILLUSTRATIVE),
            )
        answer = _accept(store, "target", _removals(found), commands.REMOVALS_FILE, note=note, by=by)
    return Answer(
        data={"removed": len(found) if answer.ok else 0, **answer.data}, show=answer.show, ok=answer.ok
    )


def _illustrative(store: Store) -> list[Target]:
    snapshot = store.snapshot()
    return [
        target
        for area in queries.areas(snapshot)
        for target in queries.targets(snapshot, area.code)
        if target.is_illustrative
    ]


def _removals(targets: Sequence[Target]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*dataset("target").key, REMOVE))
    writer.writerows((target.code, REMOVE) for target in targets)
    return text.getvalue().encode()


def _accept(store: Store, name: str, raw: bytes, file_name: str, *, note: str, by: str) -> Answer:
    try:
        receipt = accept(store, name, raw, file_name, by=by, note=note, tell=tell)
    except Refused as refused:
        findings = refused.findings
        return Answer(
            data={"accepted": False, "receipt": None, "findings": [as_data(each) for each in findings]},
            show=lambda page: _show_refusal(page, file_name, findings),
            ok=False,
        )
    kept = findings_kept_with(store.ledger, receipt.id) or ()
    return Answer(
        data={"accepted": True, "receipt": _receipt(receipt), "findings": [as_data(each) for each in kept]},
        show=lambda page: _show_accepted(page, receipt, kept),
    )


def _receipt(receipt: Receipt) -> dict[str, Any]:
    return {
        "id": receipt.id,
        "sequence": receipt.seq,
        "hash": receipt.hash,
        "dataset": receipt.dataset,
        "counts": receipt.counts,
        "recorded_at": receipt.recorded_at,
        "already": receipt.already,
    }


def _show_refusal(page: Page, file_name: str, findings: Sequence[Finding]) -> None:
    show_findings(page, findings)
    page.say(commands.refused(file_name))


def _show_accepted(page: Page, receipt: Receipt, findings: Sequence[Finding]) -> None:
    show_findings(page, findings)
    _show(page, [receipt])


def _show(page: Page, receipts: Sequence[Receipt]) -> None:
    for receipt in receipts:
        page.line(
            commands.submitted(
                receipt.id, receipt.dataset, receipt.hash, receipt.counts, already=receipt.already
            )
        )

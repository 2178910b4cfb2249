"""`redact`: personal data out of a submission, the one command that changes what is stored."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from indicators.command_line.answers import Answer
from indicators.command_line.asked import recorded
from indicators.submissions.redacting import Removed, remove_file, remove_text
from indicators.wording import redactions

if TYPE_CHECKING:
    from indicators.command_line.page import Page

FROM_STANDARD_INPUT = "-"


def redact(entry: str, text: str | None, note: str, by: str) -> Answer:
    """A text out of a submission, or, without one, its file as received."""
    with recorded() as store:
        if text is None:
            done = remove_file(store.ledger, entry, by=by, note=note)
        else:
            done = remove_text(store.ledger, entry, asked_text(text), by=by, note=note)
        store.snapshot()  # what was derived from the rows before goes too
    return Answer(
        data={
            "id": done.redaction.id,
            "sequence": done.redaction.seq,
            "hash": done.redaction.hash,
            "redacts": done.redaction.redacts,
            "files": sorted(done.redaction.redacted_files),
            "cells": done.cells,
            "whole_file": done.whole_file,
            "elsewhere": done.elsewhere,
            "sealed": [asdict(each) for each in done.sealed],
            "recorded_at": done.redaction.recorded_at,
        },
        show=lambda page: _show(page, done),
    )


def asked_text(text: str) -> str:
    """The text that was given, or what stands on standard input without the end of its last line."""
    return sys.stdin.read().removesuffix("\n") if text == FROM_STANDARD_INPUT else text


def _show(page: Page, done: Removed) -> None:
    for line in redactions.removed(
        str(done.redaction.redacts),
        done.redaction.id,
        done.redaction.hash,
        cells=done.cells,
        whole_file=done.whole_file,
        elsewhere=done.elsewhere,
        sealed=[(each.entry, each.field) for each in done.sealed],
    ):
        page.line(line)

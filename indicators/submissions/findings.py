"""What is wrong or strange in a file: codes and figures; `wording` makes the sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from indicators.store.chain import Chain
from indicators.store.entry import FINDINGS
from indicators.store.entry_files import kept_findings
from indicators.store.errors import LedgerDamaged

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing found in a file.

    `line` is the row number as Excel shows it, None for the file as a whole; `column` the declared name, or the heading as
    written where it is not a declared one; `value` the cell as written. `figures` hold what the sentence needs.
    """

    line: int | None
    column: str | None
    value: str | None
    rule: str
    severity: Severity
    figures: dict[str, Any] = field(default_factory=dict)


def error(
    rule: str,
    *,
    line: int | None = None,
    column: str | None = None,
    value: str | None = None,
    **figures: Any,
) -> Finding:
    """A finding that refuses the file."""
    return Finding(line, column, value, rule, "error", figures)


def warning(
    rule: str,
    *,
    line: int | None = None,
    column: str | None = None,
    value: str | None = None,
    **figures: Any,
) -> Finding:
    """A finding that a person should look at and may accept."""
    return Finding(line, column, value, rule, "warning", figures)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings refuses the file."""
    return any(finding.severity == "error" for finding in findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The file as a whole first, then line by line."""
    return tuple(
        sorted(findings, key=lambda found: (found.line or 0, found.severity, found.column or "", found.rule))
    )


def kept_form(findings: Iterable[Finding]) -> bytes:
    """The findings as they are kept with a submission: JSON that `from_kept_form` reads again."""
    text = json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=1, default=str)
    return f"{text}\n".encode()


def from_kept_form(content: bytes) -> tuple[Finding, ...]:
    """The findings that were kept with a submission.

    Raises:
        ValueError: these are not findings.
    """
    try:
        return tuple(Finding(**each) for each in json.loads(content))
    except TypeError as error:
        raise ValueError(f"not findings: {error}") from error


def findings_kept_with(ledger: Chain, entry_id: str) -> tuple[Finding, ...] | None:
    """The warnings that were kept with a submission; None for one of long ago, with which none were kept.

    Raises:
        EntryUnknown: there is no such entry.
        LedgerUnreadable: they cannot be read.
        LedgerDamaged: what is kept there are no findings.
    """
    entry = ledger.find(entry_id)
    kept = kept_findings(ledger, entry)
    try:
        return None if kept is None else from_kept_form(kept)
    except ValueError as error:
        raise LedgerDamaged(
            entry=entry.id, file=FINDINGS, problem="file_changed", folder=str(ledger.folder)
        ) from error


class Unreadable(Exception):  # noqa: N818  (a refusal is an outcome, not a fault)
    """The file cannot be read as a table at all; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


class Refused(Exception):  # noqa: N818
    """The file is refused whole and nothing was stored; `findings` hold every reason and every warning."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

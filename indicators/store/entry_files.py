"""The files that are kept with an entry, as people want to see them again."""

from __future__ import annotations

from indicators.store.chain import Chain
from indicators.store.entry import FINDINGS, Entry
from indicators.store.errors import LedgerUnreadable


def raw_file(ledger: Chain, entry: Entry) -> bytes:
    """The file of a submission as it was received; where it was redacted, what stands in its place.

    Raises:
        ValueError: the entry is not a submission.
        LedgerUnreadable: the file cannot be read.
    """
    if entry.raw_file is None:
        raise ValueError(f"{entry.id} is a {entry.kind} and has no file")
    return _content(ledger, entry, entry.raw_file)


def kept_findings(ledger: Chain, entry: Entry) -> bytes | None:
    """What the check of the file found, as it was kept; None for an entry with which it was not kept.

    Raises:
        LedgerUnreadable: the file cannot be read.
    """
    return None if entry.findings_sha256 is None else _content(ledger, entry, FINDINGS)


def _content(ledger: Chain, entry: Entry, name: str) -> bytes:
    path = ledger.folder / entry.folder_name / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise LedgerUnreadable.from_os(error, path) from error

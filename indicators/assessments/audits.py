"""The prevention audit for a page: judged in a thread of its own, so that the first to ask is not kept waiting."""

from __future__ import annotations

from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from functools import partial

from indicators.assessments import audit_rows as read
from indicators.assessments.audited import Audit, audit, editions
from indicators.assessments.kept import Jobs
from indicators.prevention.rows import Edition, LineKey
from indicators.prevention.whole_lines import WholeLine, whole_lines
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = ["LargestLines", "LineKey", "WholeLine", "has_line", "largest_lines", "ready_audit", "warm_audit"]

KEPT = 16
KEPT_NAMES = 256
MOST_PARTS = 300  # of one organisation, the largest first: what a person can look through

_jobs = Jobs(KEPT)


def ready_audit(
    snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None, *, patience: float
) -> Audit | None:
    """The audit of an edition that there is, as it is recorded, if it is made within `patience` seconds; else None.

    What is not ready goes on being made; ask again. The scheme, where one is named, must be among those by which
    `Audit.schemes` has shares.
    """
    key = (snapshot.path, snapshot.version, edition_code, at, scheme_code)
    answer = _jobs.ask(key, partial(audit, snapshot, edition_code, at, scheme_code))
    try:
        return answer.result(timeout=patience)
    except NotYet:
        return None


def warm_audit(snapshot: Snapshot) -> None:
    """Begin with what the first visitor of the audit will ask for: the latest edition as it is recorded."""
    at = snapshot.version.seq
    for edition in editions(snapshot, at)[:1]:
        ready_audit(snapshot, edition.code, at, None, patience=0)


@dataclass(frozen=True)
class LargestLines:
    """The largest lines of an organisation; `is_cut` where it has more than a person can look through."""

    lines: tuple[WholeLine, ...]
    is_cut: bool


@kept_by_version(KEPT)
def largest_lines(
    snapshot: Snapshot, at: int, edition: Edition, scheme: str, organisation: str, *, most: int = MOST_PARTS
) -> LargestLines:
    """The largest lines of an organisation in the edition's year, each with its levels in force by the scheme.

    At most `most` parts of lines are read; a last line that may have more of them is left out.
    """
    parts = read.lines(
        snapshot,
        at,
        edition,
        scheme=scheme,
        organisation=organisation,
        period=edition.period,
        most=most,
    )
    if len(parts) < most:
        return LargestLines(tuple(whole_lines(parts)), is_cut=False)
    last = parts[-1].key
    return LargestLines(tuple(line for line in whole_lines(parts) if line.key != last), is_cut=True)


@kept_by_version(KEPT_NAMES)
def has_line(snapshot: Snapshot, at: int, edition: Edition, key: LineKey) -> bool:
    """Whether anybody, in any year, has a line of this name."""
    return bool(read.lines(snapshot, at, edition, key=key, most=1))

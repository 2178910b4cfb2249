"""The prevention audit for a page: judged in a thread of its own, so that the first to ask is not kept waiting."""

from __future__ import annotations

from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import partial

from indicators.assessments import audit_rows as read
from indicators.assessments.audited import Audit, SchemeNotReadable, audit
from indicators.assessments.kept import Jobs
from indicators.model import Reason
from indicators.prevention.rows import Edition, LineKey
from indicators.prevention.whole_lines import WholeLine, whole_lines
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = [
    "LargestLines",
    "LineKey",
    "WholeLine",
    "has_line",
    "largest_lines",
    "lines_of",
    "ready_audit",
    "warm_schemes",
    "why_not_made",
]

KEPT = 32
KEPT_NAMES = 256
MOST_PARTS = 300  # the largest first: what a person can look through

_jobs = Jobs(KEPT)


def ready_audit(
    snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None, *, patience: float
) -> Audit | None:
    """The audit of an edition that there is, as it is recorded, if it is made within `patience` seconds; else None.

    What is not ready goes on being made; ask again. What failed is None too, and `why_not_made` says why. The scheme, where one
    is named, must be among those by which `Audit.schemes` has shares.
    """
    answer = _asked(snapshot, edition_code, at, scheme_code)
    wait([answer], timeout=patience)
    return answer.result() if answer.done() and answer.exception() is None else None


def why_not_made(snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None) -> Reason | None:
    """Why an audit that was asked for could not be made; None while it is being made, and when it is there.

    It is tried again when it is asked for after a minute.
    """
    answer = _asked(snapshot, edition_code, at, scheme_code)
    error = answer.exception() if answer.done() else None
    if error is None:
        return None
    if isinstance(error, SchemeNotReadable):
        return Reason("scheme_without_levels", {"scheme": error.asked})
    if isinstance(error, ValueError):
        return Reason("audit_rows_unfit", {"error": str(error)})
    return Reason("audit_fault", {"kind": type(error).__name__})


def warm_schemes(snapshot: Snapshot, edition: Edition, at: int) -> None:
    """Begin, behind what is asked for already, with the edition by every other scheme that can read it."""
    _jobs.ask(
        ("schemes", snapshot.path, snapshot.version, edition.code, at),
        partial(_by_every_scheme, snapshot, edition, at),
    )


def _by_every_scheme(snapshot: Snapshot, edition: Edition, at: int) -> None:
    own = audit(snapshot, edition.code, at)
    for each in own.schemes if own else ():
        if each.shares is not None and each.scheme.code != edition.scheme_code:
            _asked(snapshot, edition.code, at, each.scheme.code)


def _asked(snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None) -> Future[Audit | None]:
    key = (snapshot.path, snapshot.version, edition_code, at, scheme_code)
    return _jobs.ask(key, partial(_made, snapshot, edition_code, at, scheme_code))


def _made(snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None) -> Audit | None:
    """The audit; the lines that its page lists are read with it, so that they are there as well."""
    found = audit(snapshot, edition_code, at, scheme_code)
    if found:
        lines_of(snapshot, found)
    return found


def lines_of(snapshot: Snapshot, found: Audit) -> LargestLines:
    """The largest lines of all partners whose returns an audit counts."""
    partners = tuple(sorted({each.organisation for each in found.rows.returns}))
    return largest_lines(snapshot, found.rows.read_at, found.edition, found.rows.coding, partners)


@dataclass(frozen=True)
class LargestLines:
    """The largest lines of some organisations; `is_cut` where there are more than a person can look through."""

    lines: tuple[WholeLine, ...]
    is_cut: bool


@kept_by_version(KEPT)
def largest_lines(
    snapshot: Snapshot,
    at: int,
    edition: Edition,
    scheme: str,
    organisations: tuple[str, ...],
    *,
    most: int = MOST_PARTS,
) -> LargestLines:
    """The largest lines of some organisations in the edition's year, each with its levels in force by the scheme.

    At most `most` parts of lines are read; a last line that may have more of them is left out.
    """
    parts = read.lines(
        snapshot,
        at,
        edition,
        scheme=scheme,
        organisations=organisations,
        period=edition.period,
        most=most,
    )
    if len(parts) < most:
        return LargestLines(tuple(whole_lines(parts)), is_cut=False)
    last = parts[-1].organisation, parts[-1].key
    whole = (line for line in whole_lines(parts) if (line.organisation, line.key) != last)
    return LargestLines(tuple(whole), is_cut=True)


@kept_by_version(KEPT_NAMES)
def has_line(snapshot: Snapshot, at: int, edition: Edition, key: LineKey) -> bool:
    """Whether anybody, in any year, has a line of this name."""
    return bool(read.lines(snapshot, at, edition, key=key, most=1))

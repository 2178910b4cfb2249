"""Which entries count: a withdrawal silences an entry, and withdrawing the withdrawal lets it speak again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.store.entry import Entry


@dataclass(frozen=True)
class Change:
    """What the entry at `seq` does to the rows in force.

    `submission` is the one submission whose activity may have changed: the entry itself, or what a withdrawal is
    about in the end. `active` holds, for a withdrawal, the sequences of all submissions that count afterwards.
    """

    seq: int
    submission: Entry
    active: frozenset[int] | None


def withdrawers(entries: Iterable[Entry]) -> dict[str, Entry]:
    """For each withdrawn entry, by id, the newest withdrawal of it that is not withdrawn itself."""
    found: dict[str, Entry] = {}
    # A withdrawal is always later than what it withdraws, so walking backwards its own fate is known by then.
    for entry in sorted(entries, key=lambda each: each.seq, reverse=True):
        if entry.kind == "withdrawal" and entry.id not in found and entry.withdraws is not None:
            found.setdefault(entry.withdraws, entry)
    return found


def active_submissions(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The submissions that count, in order."""
    silenced = withdrawers(entries)
    return tuple(entry for entry in entries if entry.kind == "submission" and entry.id not in silenced)


def changes(entries: Sequence[Entry], *, after: int = 0) -> list[Change]:
    """What each entry later than `after` does to the rows in force, in order.

    An entry whose submission is not among `entries` (it was damaged) changes nothing.
    """
    by_id = {entry.id: entry for entry in entries}
    found = []
    for position, entry in enumerate(entries, start=1):
        submission = _submission_behind(entry, by_id)
        if entry.seq <= after or submission is None:
            continue
        active = None
        if entry.kind == "withdrawal":
            active = frozenset(each.seq for each in active_submissions(entries[:position]))
        found.append(Change(entry.seq, submission, active))
    return found


def _submission_behind(entry: Entry, by_id: dict[str, Entry]) -> Entry | None:
    target: Entry | None = entry
    while target is not None and target.kind == "withdrawal":
        target = by_id.get(str(target.withdraws))
    return target if target is not None and target.kind == "submission" else None

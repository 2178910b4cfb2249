"""Undo: an entry out of force, unless rows that stay in force need what it brought, or a published edition would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from indicators.datasets import ForeignKey, dataset, names
from indicators.store.chain import find_entry
from indicators.store.entry import Entry
from indicators.store.errors import EditionPublished, HeadMoved, NeededByOthers
from indicators.store.opening import Store
from indicators.store.published import editions_changed
from indicators.store.snapshot import Snapshot
from indicators.store.tables import table_parts
from indicators.store.verification import Head
from indicators.store.would_be import if_withdrawn

_TRIES = 5


@dataclass(frozen=True)
class Need:
    """How many rows of the submission `entry` name something that would be in force no more: `named` of `dataset`."""

    entry: str
    dataset: str
    named: str
    rows: int


@dataclass(frozen=True)
class Hindrances:
    """Why an entry may not be withdrawn: the published editions that would change, and what would be named in vain."""

    editions: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


def withdraw(
    store: Store,
    entry_id: str,
    *,
    by: str,
    note: str,
    recorded_at: datetime | str | None = None,
) -> Entry:
    """Silence an entry from now on. A withdrawal may itself be withdrawn, which restores what it silenced.

    Args:
        store: the store.
        entry_id: the entry's sequence, or how its id or hash begins.
        by: who withdraws it, as stated.
        note: why.
        recorded_at: the moment to record; now, unless given.

    Raises:
        EntryUnknown: there is no such entry.
        NotWithdrawable: it is withdrawn already, or is a redaction.
        EditionPublished: a published edition of the prevention audit would change, or what it rests on.
        NeededByOthers: rows that would stay in force name rows that would not; the entries that hold them are named.
        StoreError: the store cannot be read or written.
    """
    for _ in range(_TRIES):
        snapshot = store.snapshot()
        head = Head(snapshot.version.seq, snapshot.version.hash)
        target = find_entry(store.ledger.entries(), entry_id)
        found = hindrances(snapshot, target.id) if target.kind != "redaction" else Hindrances()
        if found.editions:
            raise EditionPublished(entry=target.id, editions=", ".join(found.editions))
        if found.needs:
            raise NeededByOthers(
                entry=target.id,
                needed_by=entries_in(found.needs),
                rows=sum(need.rows for need in found.needs),
                named=tuple(dict.fromkeys(need.named for need in found.needs)),
            )
        with suppress(HeadMoved):  # somebody was quicker: look again, at what they added
            return store.ledger.append_withdrawal(
                target.id, by=by, note=note, recorded_at=recorded_at, expected_head=head
            )
    raise HeadMoved(expected=head.hash, actual=store.ledger.head().hash)


def hindrances(snapshot: Snapshot, entry_id: str) -> Hindrances:
    """What stands against the withdrawal of an entry; nothing where it may be withdrawn.

    Raises:
        EntryUnknown: there is no such entry.
        ProjectionUnwritable: there is no room to find out.
    """
    with if_withdrawn(snapshot, entry_id) as after:
        entries = after.attachment.state.entries
        ids = {entry.seq: entry.id for entry in entries}
        needs = tuple(
            Need(ids[seq], key.reference, named, rows)
            for name, key in _references(entries[-1].dataset)
            for seq, named, rows in _newly_unmet(after, name, key)
        )
        return Hindrances(editions_changed(after), needs)


def entries_in(needs: Iterable[Need]) -> tuple[str, ...]:
    """The ids of the entries that need something, the newest first: the order in which they can be withdrawn."""
    return tuple(sorted({need.entry for need in needs}, reverse=True))


def _references(about: str) -> Iterator[tuple[str, ForeignKey]]:
    """Every reference from or to the rows of a dataset, each with the dataset that makes it."""
    for name in names():
        for key in dataset(name).foreign_keys:
            if about in (name, key.reference):
                yield name, key


def _newly_unmet(after: Snapshot, name: str, key: ForeignKey) -> Iterator[tuple[int, str, int]]:
    """Submission, text and number of rows: what is named in vain after the newest entry and was not before it."""
    before = {named for _, named, _ in _unmet(after, name, key, after.version.seq - 1)}
    for seq, named, rows in _unmet(after, name, key, after.version.seq):
        if named not in before:
            yield seq, named, rows


def _unmet(after: Snapshot, name: str, key: ForeignKey, at: int) -> list[tuple[int, str, int]]:
    found = after.query(
        "unmet_references",
        referring=table_parts(name)["revision"],
        column=key.field,
        known=table_parts(key.reference)["revision"],
        known_column=key.reference_field,
        as_at=at,
    )
    return [(row["seq"], row["named"], row["rows_that_name"]) for row in found]

"""A file into the ledger: whole, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from indicators.datasets import dataset
from indicators.store.as_at import day_in_london, today
from indicators.store.entry import Entry
from indicators.store.errors import HeadMoved
from indicators.store.opening import Store
from indicators.store.tables import table_parts
from indicators.store.verification import EMPTY, Head
from indicators.submissions.checking import Checked, Tell, check_in, newest_workspace, tell_nobody
from indicators.submissions.declared_checks import same_key
from indicators.submissions.findings import Refused, kept_form
from indicators.submissions.turns import turn
from indicators.submissions.workspace import PROJECTION, Workspace

_TRIES = 5  # what is added without a turn, such as a withdrawal, may still come between


@dataclass(frozen=True)
class Receipt:
    """What the sender keeps: the entry's id, hash and place, what it did, and the head of the ledger with it.

    `already` says that the same file, or the same rows, had been submitted before and nothing was added.
    """

    id: str
    hash: str
    seq: int
    dataset: str
    counts: Mapping[str, int] = field(hash=False)
    head: Head
    recorded_at: datetime
    already: bool = False


def accept(
    store: Store,
    dataset_name: str,
    raw: bytes,
    file_name: str,
    *,
    by: str,
    note: str,
    recorded_at: datetime | str | None = None,
    expected_head: Head | None = None,
    tell: Tell = tell_nobody,
) -> Receipt:
    """Check a file and add it to the ledger.

    Args:
        store: the store.
        dataset_name: the declared dataset that the file is for.
        raw: the file as received.
        file_name: what the sender calls it.
        by: who submits it, as stated.
        note: why.
        recorded_at: the moment to record; now, unless given.
        expected_head: the head that a person saw the preview of. Entries since then are no obstacle while none of
            them touched a row that this file names.
        tell: told each stage as it begins, with a count: those of `check_file`, then `storing` (rows).

    Raises:
        Refused: the file has errors; nothing was stored.
        HeadMoved: rows that this file names were changed since `expected_head`: preview again.
        KeyError: there is no such dataset.
        StoreError: the store cannot be read or written.
    """
    digest = hashlib.sha256(raw).hexdigest()
    for _ in range(_TRIES):
        earlier = store.ledger.find_same_content(dataset_name, raw_sha256=digest)
        if earlier is not None and not has_followers(store, earlier):
            return receipt(earlier, already=True)
        with turn(store.home):
            with newest_workspace(store, len(raw)) as (work, head):
                day = day_of(recorded_at)
                checked = check_in(work, dataset_name, raw, file_name, today=day, head=head, tell=tell)
                if checked.is_refused:
                    raise Refused(checked.findings)
                if expected_head is not None and _is_outdated(store, work, checked, expected_head):
                    raise HeadMoved(expected=expected_head.hash, actual=head.hash)
            tell("storing", checked.row_count)
            with suppress(HeadMoved):  # somebody was quicker: check again, against what they added
                return append(store, checked, raw, by=by, note=note, recorded_at=recorded_at)
    raise HeadMoved(expected=head.hash, actual=store.ledger.head().hash)


def append(
    store: Store, checked: Checked, raw: bytes, *, by: str, note: str, recorded_at: datetime | str | None
) -> Receipt:
    """Add a checked file to the ledger, unless the same rows are there already and still stand.

    What was sent once and replaced since is a change when it is sent again, and is recorded.

    Raises:
        HeadMoved: something was added since it was checked.
        StoreError: the ledger cannot be written.
    """
    if checked.rows is None or checked.preview is None:
        raise ValueError(f"{checked.reading.file_name} was refused")
    earlier = store.ledger.find_same_content(
        checked.dataset,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        rows_sha256=hashlib.sha256(checked.rows).hexdigest(),
    )
    if earlier is not None and not checked.preview.changes_something:
        return receipt(earlier, already=True)
    entry = store.ledger.append_submission(
        checked.dataset,
        checked.rows,
        raw=raw,
        file_name=checked.reading.file_name,
        by=by,
        note=note,
        row_count=checked.row_count,
        counts=checked.preview.counts,
        findings=kept_form(checked.findings),
        recorded_at=recorded_at,
        expected_head=checked.head,
    )
    return receipt(entry)


def receipt(entry: Entry, *, already: bool = False) -> Receipt:
    """The receipt for an entry."""
    head = Head(entry.seq, entry.hash)
    return Receipt(
        entry.id, entry.hash, entry.seq, entry.dataset, dict(entry.counts), head, entry.recorded_at, already
    )


def has_followers(store: Store, entry: Entry) -> bool:
    """Whether anything about the same dataset was recorded after an entry, which it may have replaced."""
    return any(each.seq > entry.seq and each.dataset == entry.dataset for each in store.ledger.entries())


def day_of(recorded_at: datetime | str | None) -> date:
    """The county's day of a moment, today where none is given."""
    if recorded_at is None:
        return today()
    return day_in_london(datetime.fromisoformat(recorded_at) if isinstance(recorded_at, str) else recorded_at)


def _is_outdated(store: Store, work: Workspace, checked: Checked, expected: Head) -> bool:
    """Whether entries after `expected` touched rows that the file names, or `expected` is not of this ledger."""
    if checked.head == expected:
        return False
    if expected not in {EMPTY, *(Head(entry.seq, entry.hash) for entry in store.ledger.entries())}:
        return True
    declared = dataset(checked.dataset)
    touched = work.run(
        "touched_since",
        revision=f"{PROJECTION}.{table_parts(declared.name)['revision']}",
        same_key=same_key(declared),
        seq=expected.seq,
    )
    return touched[0][0] > 0

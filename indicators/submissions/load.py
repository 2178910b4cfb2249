"""The embedded data set into an empty ledger, through the same door as everybody's files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from indicators.datasets import dataset
from indicators.store import StoreError
from indicators.store.durable import make_folder
from indicators.store.entry import Entry
from indicators.store.errors import LedgerUnwritable
from indicators.store.opening import Store
from indicators.submissions.accept import Receipt, append, day_of, receipt
from indicators.submissions.checking import check_in
from indicators.submissions.workspace import Workspace, nothing_stored

DESCRIPTOR = "datapackage.json"
_LOCK = ".loading"


class LedgerNotEmpty(StoreError):  # noqa: N818  (as the other outcomes of the store)
    """The embedded data are loaded into an empty ledger only. Figures: entries."""

    code = "ledger_not_empty"


class EmbeddedRefused(StoreError):  # noqa: N818  (as the other outcomes of the store)
    """A file of the embedded data has errors; those before it stay. Figures: file, findings, line, rule of the first."""

    code = "embedded_refused"


@dataclass(frozen=True)
class _Resource:
    """One file of the embedded data, with the stamp that every installation gives it."""

    file_name: str
    raw: bytes
    dataset: str
    recorded_at: str
    by: str
    note: str

    def is_entry(self, entry: Entry) -> bool:
        """Whether an entry of the ledger is this file."""
        return entry.dataset == self.dataset and entry.raw_sha256 == hashlib.sha256(self.raw).hexdigest()


def load_embedded(store: Store, data_dir: Path) -> list[Receipt]:
    """Submit every file of the data package in its order, with its fixed stamp, so that all installations agree.

    A process that was stopped half-way is continued by the next; of two that begin at once the second finds the work
    done and is refused.

    Raises:
        LedgerNotEmpty: there is something else in the ledger, or all of it already.
        EmbeddedRefused: a file has errors; those before it stay.
        StoreError: the ledger cannot be written.
        OSError: a file cannot be read.
    """
    with _one_at_a_time(store.home):
        resources = _resources(data_dir)
        begun = store.ledger.entries()
        if not _is_unfinished(begun, resources):
            raise LedgerNotEmpty(entries=len(begun))
        with nothing_stored() as work:
            return [
                _load(store, work, resource, begun[number] if number < len(begun) else None)
                for number, resource in enumerate(resources)
            ]


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[None]:
    """Hold the right to load into `home`, which is made where it is not there."""
    lock = FileLock(home / _LOCK, poll_interval=0.01)
    try:
        make_folder(home)
        lock.acquire()
    except OSError as error:
        raise LedgerUnwritable.from_os(error, home) from error
    try:
        yield
    finally:
        lock.release()


def how_many(data_dir: Path) -> int:
    """How many files the data package names.

    Raises:
        OSError: its description cannot be read.
    """
    return len(json.loads((data_dir / DESCRIPTOR).read_text(encoding="utf-8"))["resources"])


def _is_unfinished(begun: Sequence[Entry], resources: Sequence[_Resource]) -> bool:
    """Whether the ledger holds the first few of the files and nothing else."""
    if begun and len(begun) >= len(resources):
        return False
    return all(resource.is_entry(entry) for resource, entry in zip(resources, begun, strict=False))


def _load(store: Store, work: Workspace, resource: _Resource, done: Entry | None) -> Receipt:
    checked = check_in(
        work, resource.dataset, resource.raw, resource.file_name, today=day_of(resource.recorded_at)
    )
    if checked.is_refused:
        errors = [found for found in checked.findings if found.severity == "error"]
        raise EmbeddedRefused(
            file=resource.file_name, findings=len(errors), line=errors[0].line, rule=errors[0].rule
        )
    work.remember(dataset(resource.dataset))
    if done is not None:
        return receipt(done, already=True)
    return append(
        store, checked, resource.raw, by=resource.by, note=resource.note, recorded_at=resource.recorded_at
    )


def _resources(data_dir: Path) -> list[_Resource]:
    descriptor = json.loads((data_dir / DESCRIPTOR).read_text(encoding="utf-8"))
    return [
        _Resource(
            file_name=each["path"],
            raw=(data_dir / each["path"]).read_bytes(),
            dataset=each["x-dataset"],
            recorded_at=each["x-recorded-at"],
            by=each["x-by"],
            note=each["x-note"],
        )
        for each in descriptor["resources"]
    ]

"""A file, checked: read, staged, cleaned, every finding at once, and what it would change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from indicators.datasets import dataset
from indicators.store.opening import Store
from indicators.store.projection import Projection
from indicators.store.verification import Head
from indicators.submissions.canonical import canonical
from indicators.submissions.checks import check
from indicators.submissions.cleaning import clean, work_out
from indicators.submissions.findings import Finding, has_errors, in_order
from indicators.submissions.limits import PREVIEW_CHANGES_MOST
from indicators.submissions.preview import Preview, preview
from indicators.submissions.reading import Reading, read
from indicators.submissions.staging import stage
from indicators.submissions.workspace import Workspace, over_projection


@dataclass(frozen=True)
class Checked:
    """What is known of a file before anybody decides to submit it.

    `preview` and `rows` (canonical CSV) are None where the file is refused; `head` is the moment of the ledger that it was
    compared with, to be given back when it is accepted.
    """

    dataset: str
    reading: Reading
    findings: tuple[Finding, ...]
    head: Head | None = None
    preview: Preview | None = None
    rows: bytes | None = field(default=None, repr=False)
    row_count: int = 0

    @property
    def is_refused(self) -> bool:
        """Whether any finding is an error."""
        return has_errors(self.findings)


def check_file(
    store: Store, dataset_name: str, raw: bytes, file_name: str, *, today: date | None = None
) -> Checked:
    """Check a file against the newest version of the data; nothing is stored.

    Raises:
        KeyError: there is no such dataset.
        StoreError: the store cannot be read.
    """
    with newest_workspace(store) as (work, head):
        day = today or datetime.now(UTC).date()
        return check_in(
            work, dataset_name, raw, file_name, today=day, head=head, changes=PREVIEW_CHANGES_MOST
        )


@contextmanager
def newest_workspace(store: Store) -> Iterator[tuple[Workspace, Head]]:
    """A workspace over the newest version of the data, and the head that it shows."""
    version = store.snapshot().version
    path = Projection(store.home / "projection").path(version)
    with over_projection(path) as work:
        yield work, Head(version.seq, version.hash)


def check_in(
    work: Workspace,
    dataset_name: str,
    raw: bytes,
    file_name: str,
    *,
    today: date,
    head: Head | None = None,
    changes: int = 0,
) -> Checked:
    """Check a file in a workspace and list the first of its `changes`.

    Where the headings are wrong only that is told, for then every row would be.
    """
    declared = dataset(dataset_name)
    reading = read(raw, file_name, declared)
    if not reading.has_rows:
        return Checked(dataset_name, reading, in_order(reading.findings), head)
    found = [*reading.findings, *stage(work, reading, declared)]
    clean(work, declared, reading.columns)
    if not reading.is_large:
        work_out(work)
    found += check(work, declared, reading, today)
    if has_errors(found):
        return Checked(dataset_name, reading, in_order(found), head)
    compared = preview(work, declared, most=changes)
    rows, count = canonical(work, declared)
    return Checked(dataset_name, reading, in_order(found), head, compared, rows, count)

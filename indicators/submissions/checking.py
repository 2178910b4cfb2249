"""A file, checked: read, staged, cleaned, every finding at once, and what it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from indicators.datasets import dataset
from indicators.store import as_at
from indicators.store.opening import Store
from indicators.store.projection import Projection
from indicators.store.verification import Head
from indicators.submissions.arranging import arrange
from indicators.submissions.canonical import canonical
from indicators.submissions.checks import check
from indicators.submissions.cleaning import clean, work_out
from indicators.submissions.findings import Finding, has_errors, in_order
from indicators.submissions.limits import PREVIEW_CHANGES_MOST
from indicators.submissions.preview import Preview, preview
from indicators.submissions.reading import Reading, read
from indicators.submissions.workspace import Workspace, over_projection

Tell = Callable[[str, int], None]


def tell_nobody(_stage: str, _count: int) -> None:
    """Nobody waits for progress."""


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
    store: Store,
    dataset_name: str,
    raw: bytes,
    file_name: str,
    *,
    today: date | None = None,
    tell: Tell = tell_nobody,
) -> Checked:
    """Check a file against the newest version of the data; nothing is stored.

    Args:
        store: the store.
        dataset_name: the declared dataset that the file is for.
        raw: the file as received.
        file_name: what the sender calls it.
        today: the day by which a period is still to come; the county's today, unless given.
        tell: told each stage as it begins, with a count: `reading` (bytes), `checking` and `comparing` (rows).

    Raises:
        KeyError: there is no such dataset.
        StoreError: the store cannot be read.
    """
    with newest_workspace(store, len(raw)) as (work, head):
        day = today or as_at.today()
        return check_in(
            work,
            dataset_name,
            raw,
            file_name,
            today=day,
            head=head,
            changes=PREVIEW_CHANGES_MOST,
            tell=tell,
        )


@contextmanager
def newest_workspace(store: Store, size: int) -> Iterator[tuple[Workspace, Head]]:
    """A workspace over the newest version of the data for an upload of `size` bytes, and the head that it shows."""
    version = store.snapshot().version
    path = Projection(store.home / "projection").path(version)
    with over_projection(path, size) as work:
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
    tell: Tell = tell_nobody,
) -> Checked:
    """Check a file in a workspace and list the first of its `changes`; `tell` as in `check_file`.

    Where the headings are wrong only that is told, for then every row would be.
    """
    declared = dataset(dataset_name)
    tell("reading", len(raw))
    reading = read(raw, file_name, declared)
    if not reading.has_rows:
        return Checked(dataset_name, reading, in_order(reading.findings), head)
    arranged = arrange(work, reading, declared)
    found = [*reading.findings, *arranged.findings]
    if not arranged.columns:
        return Checked(dataset_name, reading, in_order(found), head)
    rows_staged = work.run("staged_count")[0][0]
    tell("checking", rows_staged)
    clean(work, declared, arranged.columns)
    if not reading.is_large:
        work_out(work)
    checks = check(work, declared, arranged.columns, today, may_hold_controls=reading.may_hold_controls)
    found += arranged.placed(checks)
    if has_errors(found):
        return Checked(dataset_name, reading, in_order(found), head)
    tell("comparing", rows_staged)
    compared = arranged.with_lines(preview(work, declared, arranged.columns, most=changes))
    rows, count = canonical(work, declared)
    return Checked(dataset_name, reading, in_order(found), head, compared, rows, count)

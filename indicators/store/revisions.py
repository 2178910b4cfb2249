"""What happened to the figures and targets of one indicator, entry by entry: what stood there before, what after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import groupby
from typing import Any, Generic, Literal, TypeVar, get_args

from indicators.model import Observation, Target
from indicators.store.history import HistoryEntry, history
from indicators.store.snapshot import Snapshot

Row = TypeVar("Row")
Happening = Literal["added", "revised", "confirmed", "removed"]
Dataset = Literal["observation", "target"]

_SUBJECTS = {"observation": "period", "target": "code"}
_RECORDS: dict[str, type[Observation | Target]] = {"observation": Observation, "target": Target}


@dataclass(frozen=True)
class Interval(Generic[Row]):
    """From which sequence until before which a row was the effective one of its key; None: no row was there to see."""

    row: Row | None
    from_seq: int
    to_seq: int | None


@dataclass(frozen=True)
class Step(Generic[Row]):
    """What the entry at `seq` did to one key."""

    seq: int
    before: Row | None
    after: Row | None


@dataclass(frozen=True)
class Revision:
    """What one entry did to one observation (`subject` is its period) or one target (`subject` is its code).

    `before` and `after` are both observations or both targets; one of them may be None. `happened` is `confirmed`
    when the same was submitted again. `recorded_at` is in UTC; `by` and `note` are those of the entry.
    """

    kind: Dataset
    subject: str
    happened: Happening
    before: Observation | Target | None
    after: Observation | Target | None
    seq: int
    entry_id: str
    recorded_at: datetime
    by: str
    note: str

    @property
    def old(self) -> str | None:
        """The figure before, as it was recorded; None where there was none."""
        return _figure(self.before)

    @property
    def new(self) -> str | None:
        """The figure after, as it was recorded; None where there is none."""
        return _figure(self.after)


def revisions(snapshot: Snapshot, code: str, area: str, at: int | None = None) -> list[Revision]:
    """Every revision of an indicator's observations and targets for one area, those of the newest entry first."""
    as_at = snapshot.version.seq if at is None else at
    entries = {entry.seq: entry for entry in history(snapshot)}
    parameters = {"code": code, "area": area, "as_at": as_at}
    found: list[Revision] = []
    for dataset in get_args(Dataset):
        rows = snapshot.query(f"{dataset}_intervals", **parameters)
        found += _revisions(dataset, rows, entries, as_at)
    return sorted(found, key=lambda revision: revision.seq, reverse=True)


def steps(intervals: Iterable[Interval[Row]], as_at: int) -> list[Step[Row]]:
    """What happened to one key until `as_at`, given the intervals of its rows in order.

    A key whose interval ends while no other begins has lost its row at that sequence.
    """
    found = []
    last: Interval[Row] | None = None
    for interval in intervals:
        if last is not None and last.to_seq is not None and last.to_seq < interval.from_seq:
            found.append(Step(last.to_seq, last.row, None))
            last = None
        found.append(Step(interval.from_seq, last.row if last else None, interval.row))
        last = interval
    if last is not None and last.to_seq is not None and last.to_seq <= as_at:
        found.append(Step(last.to_seq, last.row, None))
    return [step for step in found if (step.before, step.after) != (None, None)]


def happening(before: Row | None, after: Row | None) -> Happening:
    """The word for going from one row to another, either of which may be None."""
    if before is None:
        return "added"
    if after is None:
        return "removed"
    return "confirmed" if before == after else "revised"


def _revisions(
    dataset: Dataset, rows: list[dict[str, Any]], entries: Mapping[int, HistoryEntry], as_at: int
) -> Iterator[Revision]:
    subject = _SUBJECTS[dataset]
    for name, group in groupby(rows, key=lambda row: row[subject]):
        intervals = [Interval(_record(dataset, row), row["from_seq"], row["to_seq"]) for row in group]
        for step in steps(intervals, as_at):
            entry = entries[step.seq]
            yield Revision(
                kind=dataset,
                subject=name,
                happened=happening(step.before, step.after),
                before=step.before,
                after=step.after,
                seq=step.seq,
                entry_id=entry.id,
                recorded_at=entry.recorded_at,
                by=entry.submitted_by,
                note=entry.note,
            )


def _record(dataset: Dataset, row: Mapping[str, Any]) -> Observation | Target | None:
    if row["removed"]:
        return None
    cls = _RECORDS[dataset]
    return cls(**{field.name: row[field.name] for field in fields(cls)})


def _figure(row: Observation | Target | None) -> str | None:
    figure = row.value if isinstance(row, Observation) else row.target_value if row else None
    return None if figure is None else f"{figure:.15g}"

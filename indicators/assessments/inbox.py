"""What has to be done for the basket in one place: figures that are due, commentary that is awaited, findings of the linter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.analysis.awaiting_commentary import CommentaryTask, commentary_task
from indicators.analysis.due import Due, due
from indicators.analysis.finding import Finding
from indicators.assessments.judged import Assessment
from indicators.assessments.linting import lint_basket
from indicators.model import Commentary, Rag
from indicators.periods import parse
from indicators.store import Snapshot
from indicators.store.commentaries import commentaries
from indicators.store.kept import kept_by_version

Kind = Literal["figure", "commentary", "finding"]
What = Literal[
    "stale", "late", "due", "no_figure", "to_write", "to_submit", "to_approve", "to_publish", "finding"
]

# What keeps the Board from seeing comes first; what only needs a signature comes after what nobody has begun.
ORDER: tuple[What, ...] = (
    "no_figure",
    "stale",
    "late",
    "due",
    "to_write",
    "to_submit",
    "to_approve",
    "to_publish",
    "finding",
)
KINDS: dict[What, Kind] = {
    **dict.fromkeys(ORDER[:4], "figure"),
    **dict.fromkeys(ORDER[4:8], "commentary"),
    "finding": "finding",
}
WORST_FIRST: dict[Rag, int] = {"red": 0, "amber": 1, "grey": 2, "green": 3}
KEPT = 16
TOLD_AS_FIGURE = "stale_figure"


@dataclass(frozen=True)
class Task:
    """One thing to do about one indicator; of `due`, `commentary` and `finding` what belongs to its kind."""

    what: What
    one: Assessment
    due: Due
    commentary: Commentary | None = None
    finding: Finding | None = None

    @property
    def kind(self) -> Kind:
        """Whether it is about a figure, a commentary or a finding."""
        return KINDS[self.what]


@kept_by_version(KEPT)
def inbox(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> tuple[Task, ...]:
    """Every task of the basket in one area, the most pressing first.

    Args:
        snapshot: the version that is read.
        area_code: the place.
        at: sequence of the ledger.
        as_of: the day by which it is told what is due.
    """
    comments = commentaries(snapshot, area_code, at)
    linted = lint_basket(snapshot, area_code, at, as_of)
    found = [
        task
        for one, findings in linted
        for task in tasks(one, comments.get(one.indicator.code, ()), findings, as_of=as_of)
    ]
    return tuple(sorted(found, key=_urgency))


def tasks(
    one: Assessment, comments: Sequence[Commentary], findings: Sequence[Finding], *, as_of: date
) -> Iterator[Task]:
    """What has to be done about one indicator. Pure.

    Args:
        one: the indicator in its place.
        comments: all commentary on it there.
        findings: what the linter found; that a figure is overdue is told as a figure, not again as a finding.
        as_of: the day.
    """
    indicator = one.indicator
    next_figure = due(
        parse(one.latest.period) if one.latest else None,
        frequency=indicator.frequency,
        stated_lag=indicator.publication_lag_days,
        as_of=as_of,
    )
    if one.latest is None:
        yield Task("no_figure", one, next_figure)
    else:
        if next_figure.standing in ("due", "late", "stale"):
            yield Task(next_figure.standing, one, next_figure)
        comment = next((each for each in comments if each.period == one.latest.period), None)
        awaited: CommentaryTask | None = commentary_task(comment.state if comment else None)
        if awaited is not None:
            yield Task(awaited, one, next_figure, commentary=comment)
    for finding in findings:
        if finding.rule != TOLD_AS_FIGURE:
            yield Task("finding", one, next_figure, finding=finding)


def _urgency(task: Task) -> tuple[int, int, int]:
    """By what it is; of figures the longest overdue first, of commentary the worst rating first."""
    rating = WORST_FIRST[task.one.rating.rag] if task.kind == "commentary" else 0
    overdue = -task.due.days_late if task.kind == "figure" else 0
    return ORDER.index(task.what), rating, overdue

"""Changes of figures as they may be shown: where a version of a figure is hidden or rounded, none of its figures is given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indicators.assessments import figures
from indicators.store import Snapshot, queries
from indicators.store.changes import RowChange
from indicators.store.kept import kept_by_version

KEPT = 256
FIGURES = frozenset({"value", "numerator", "denominator", "lower", "upper"})


def careful_changes(snapshot: Snapshot, changes: Iterable[RowChange], withheld: str) -> list[RowChange]:
    """The changes, with `withheld` in place of every figure that may not leave as it was recorded."""
    return [
        _without_figures(change, withheld) if _is_withheld(snapshot, change) else change for change in changes
    ]


def _is_withheld(snapshot: Snapshot, change: RowChange) -> bool:
    if change.dataset != "observation":
        return False
    code, area, period = (change.key[name] for name in ("indicator_code", "area_code", "period"))
    return period in _withheld_periods(snapshot, code, area)


@kept_by_version(KEPT)
def _withheld_periods(snapshot: Snapshot, code: str, area: str) -> frozenset[str]:
    """The periods of which some version may not be shown as it was recorded."""
    recorded = queries.revisions(snapshot, code, area)
    shown = figures.revisions(snapshot, code, area)
    return frozenset(
        one.subject
        for one, other in zip(recorded, shown, strict=True)
        if one.kind == "observation" and (one.before, one.after) != (other.before, other.after)
    )


def _without_figures(change: RowChange, withheld: str) -> RowChange:
    columns = {
        name: tuple(withheld if each is not None and name in FIGURES else each for each in pair)
        for name, pair in change.columns.items()
    }
    return replace(change, columns=columns)

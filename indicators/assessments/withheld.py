"""Changes of figures as they may be shown: where a version of a figure is hidden or rounded, none of its figures is given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from indicators.analysis.suppression import suppress_count
from indicators.assessments import figures
from indicators.assessments.open_registers import COUNTS_OF_PEOPLE
from indicators.store import Snapshot, queries
from indicators.store.changes import RowChange
from indicators.store.kept import kept_by_version

KEPT = 256
FIGURES = frozenset({"value", "numerator", "denominator", "lower", "upper"})
# The numbers of people of a partner survey are small and add up: none is given.
SURVEY = "partner_survey_answer"
PUBLICITY = "publicity_activity"
PEOPLE = frozenset({"strongly_disagree", "disagree", "neither", "agree", "strongly_agree", "do_not_know"})


def careful_changes(snapshot: Snapshot, changes: Iterable[RowChange], withheld: str) -> list[RowChange]:
    """The changes, with `withheld` in place of every figure that may not leave as it was recorded."""
    return [_careful(snapshot, change, withheld) for change in changes]


def _careful(snapshot: Snapshot, change: RowChange, withheld: str) -> RowChange:
    if change.dataset == PUBLICITY:
        return _without_few(change, withheld)
    return _without_figures(change, withheld) if _is_withheld(snapshot, change) else change


def _is_withheld(snapshot: Snapshot, change: RowChange) -> bool:
    if change.dataset != "observation":
        return change.dataset == SURVEY
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
    hidden = PEOPLE if change.dataset == SURVEY else FIGURES
    columns = {
        name: tuple(withheld if each is not None and name in hidden else each for each in pair)
        for name, pair in change.columns.items()
    }
    return replace(change, columns=columns)


def _without_few(change: RowChange, withheld: str) -> RowChange:
    """Only the numbers of people that are small are withheld."""
    columns = {
        name: tuple(
            withheld
            if each is not None and name in COUNTS_OF_PEOPLE and suppress_count(each).hidden
            else each
            for each in pair
        )
        for name, pair in change.columns.items()
    }
    return replace(change, columns=columns)

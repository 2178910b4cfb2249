"""What became of an indicator's record, as the rules of scrutiny ask it: targets reset, figures replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from indicators.analysis.exact import exact_decimal
from indicators.analysis.trajectory import target_level
from indicators.assessments import figures
from indicators.assessments.asked_indicators import History
from indicators.assessments.judged import Assessment
from indicators.model import Observation, Target
from indicators.scrutiny.figures_told import AgreedLevel, RevisedFigure
from indicators.store import Snapshot
from indicators.store.as_at import day_in_london
from indicators.store.queries import Revision


def histories(
    snapshot: Snapshot, assessments: Sequence[Assessment], area_code: str, at: int, since: date | None
) -> dict[str, History]:
    """By indicator code, of those of which anything was replaced, what was.

    Args:
        snapshot: the version that is read.
        assessments: the indicators.
        area_code: the place.
        at: sequence of the ledger.
        since: the day of the last meeting; None for everything since the beginning.
    """
    replaced = {row["code"] for row in snapshot.query("revised_series", area=area_code, as_at=at)}
    return {
        one.indicator.code: history_of(
            one, figures.revisions(snapshot, one.indicator.code, area_code, at), since
        )
        for one in assessments
        if one.indicator.code in replaced
    }


def history_of(one: Assessment, revisions: Sequence[Revision], since: date | None) -> History:
    """The versions of the target in force and the figures replaced after a day. Pure.

    Args:
        one: the indicator in its place.
        revisions: everything that happened to its figures and targets there, the newest first.
        since: the day; None for everything.
    """
    return History(levels=_levels(one, revisions), revised=_revised(one, revisions, since))


def _levels(one: Assessment, revisions: Sequence[Revision]) -> tuple[AgreedLevel, ...]:
    """Each level and date that was ever recorded for the last target of the trajectory in force; none for an illustrative one."""
    chosen = one.choice.chosen
    if chosen is None or chosen.illustrative:
        return ()
    found: list[AgreedLevel] = []
    for each in reversed(revisions):
        target = each.after
        if each.subject != chosen.target_codes[-1] or not isinstance(target, Target):
            continue
        level = target_level(target)
        if isinstance(level, Decimal):
            found.append(AgreedLevel(day_in_london(each.recorded_at), level, target.due_on))
    return tuple(found)


def _revised(one: Assessment, revisions: Sequence[Revision], since: date | None) -> tuple[RevisedFigure, ...]:
    """Each figure of the line that was replaced by another: what stood there first, and what stands there now."""
    periods = {o.period for o in one.line}
    first: dict[str, float] = {}
    now: dict[str, float] = {}
    for each in reversed(revisions):
        before, after = each.before, each.after
        if not isinstance(before, Observation) or not isinstance(after, Observation):
            continue
        is_since = since is None or day_in_london(each.recorded_at) > since
        if is_since and each.subject in periods and before.value is not None and after.value is not None:
            first.setdefault(each.subject, before.value)
            now[each.subject] = after.value
    return tuple(
        RevisedFigure(period, exact_decimal(first[period]), exact_decimal(now[period]))
        for period in sorted(first)
    )

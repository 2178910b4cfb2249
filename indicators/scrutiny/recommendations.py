"""Where a scrutiny recommendation stands: what its dates say, what officers say, what members say.

After the trackers of English councils: only the committee's own assessment closes a recommendation; officers report, members
decide; what is not tracked is lost. Implemented is not the same as worked, so the impact is asked for apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.analysis.finding import Finding
from indicators.scrutiny.recommendation import CLOSING, Progress, Recommendation
from indicators.scrutiny.recommendation_findings import recommendation_findings

State = Literal["overdue", "no_date", "awaiting_members", "open", "paused", "closed"]
ShownBy = Literal["members", "officers", "dates"]

IN_ORDER: tuple[State, ...] = ("overdue", "no_date", "awaiting_members", "open", "paused", "closed")


@dataclass(frozen=True)
class Standing:
    """Where a recommendation stands on a day.

    `shown` is the members' assessment, else the officers' where dates and evidence bear it out, else what the dates say; None
    where nobody has assessed it and no date has passed. `days_overdue` counts from the day it is due now and is None while
    nothing is overdue; `days_slipped` from the first date to the present one, None where no date was moved.
    """

    recommendation: Recommendation
    as_of: date
    state: State
    shown: Progress | None
    shown_by: ShownBy
    days_overdue: int | None
    days_slipped: int | None
    findings: tuple[Finding, ...]


def standing(recommendation: Recommendation, as_of: date) -> Standing:
    """Where one recommendation stands at the end of the day `as_of`."""
    shown, shown_by = _shown(recommendation, as_of)
    state = _state(recommendation, as_of)
    due, first = recommendation.due, recommendation.due_on
    moved = recommendation.current_due_on is not None and first is not None and due != first
    return Standing(
        recommendation,
        as_of,
        state,
        shown,
        shown_by,
        days_overdue=(as_of - due).days if state == "overdue" and due else None,
        days_slipped=(due - first).days if moved and due and first else None,
        findings=tuple(recommendation_findings(recommendation, as_of)),
    )


def tracker(recommendations: Iterable[Recommendation], as_of: date) -> tuple[Standing, ...]:
    """Every recommendation in the order of `IN_ORDER`: overdue first, those without a date next, closed last.

    Within a state the longest overdue and the next due come first; else by review and position, so that R2 precedes R10.
    """
    return tuple(sorted((standing(each, as_of) for each in recommendations), key=_place))


def _place(found: Standing) -> tuple[object, ...]:
    each = found.recommendation
    when = each.due.toordinal() if each.due and found.state in ("overdue", "open") else 0
    position = (1, 0) if each.position is None else (0, each.position)
    return IN_ORDER.index(found.state), when, each.review, position, each.code


def _state(each: Recommendation, as_of: date) -> State:
    if each.is_closed(as_of):
        return "closed"
    if (each.member_assessment or each.officer_assessment) == "paused":
        return "paused"
    if each.due is None:
        return "no_date"
    if each.is_past_due(as_of) and not each.has_evidence(as_of):
        return "overdue"
    if each.member_assessment in (None, *CLOSING) and _is_done(each, as_of):
        return "awaiting_members"
    return "overdue" if each.is_past_due(as_of) else "open"


def _is_done(each: Recommendation, as_of: date) -> bool:
    """Whether there is evidence, and it is called achieved or its date has passed: then it is the members' turn."""
    called = each.member_assessment or each.officer_assessment
    return each.has_evidence(as_of) and (called == "achieved" or each.is_past_due(as_of))


def _shown(each: Recommendation, as_of: date) -> tuple[Progress | None, ShownBy]:
    if each.member_assessment is not None:
        return each.member_assessment, "members"
    late = each.is_past_due(as_of) and not each.has_evidence(as_of)
    if each.officer_assessment is not None and _bears_out(each, late, as_of):
        return each.officer_assessment, "officers"
    return ("slipped" if late else None), "dates"


def _bears_out(each: Recommendation, late: bool, as_of: date) -> bool:
    """Whether dates and evidence allow what officers say."""
    said = each.officer_assessment
    if said == "achieved":
        return each.has_evidence(as_of)
    if said == "slipped":
        return each.due is not None  # what has no date cannot slip
    return said not in ("on_track", "not_started") or not late

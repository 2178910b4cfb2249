"""What the rules of scrutiny look at of the latest edition of the prevention audit."""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import ceil

from indicators.assessments.audited import Audit, SchemeNotReadable, audit, editions
from indicators.assessments.judged import assess_indicator
from indicators.model import COUNTY
from indicators.periods import parse
from indicators.periods.days import shift_years
from indicators.prevention.edition import Movement
from indicators.scrutiny.figures_asked import EditionAsked
from indicators.store import Snapshot

AGAIN = ("second", "moderated")


def edition_asked(snapshot: Snapshot, at: int, as_of: date) -> EditionAsked | None:
    """Everything that the rules look at of the latest edition; None where there is none that can be read, or nothing was spent in its year."""
    known = editions(snapshot, at)
    try:
        judged = audit(snapshot, known[0].code, at) if known else None
    except SchemeNotReadable:
        return None
    if judged is None or judged.this_year is None:
        return None
    movement = judged.movement if isinstance(judged.movement, Movement) else None
    coded = Counter[str]()
    for each in judged.rows.coders:
        if each.scheme == judged.edition.scheme_code:
            coded[each.role] += each.lines
    return EditionAsked(
        code=judged.edition.code,
        title=parse(judged.edition.period).label,
        core_before=movement.shares.before if movement else None,
        core_now=judged.this_year.shares.core_of_in_scope,
        reclassified=movement.shares.reclassification if movement else None,
        linked_moved=_linked_moved(snapshot, judged, at, as_of),
        grades=dict(Counter(claim.grade for claim in judged.rows.claims)),
        period=judged.edition.period,
        before_period=movement.since if movement else None,
        coded=max(coded.values(), default=0),
        coded_again=sum(coded[role] for role in AGAIN),
    )


def _linked_moved(snapshot: Snapshot, judged: Audit, at: int, as_of: date) -> tuple[bool, ...]:
    """For each indicator that a counted service is said to move, once its stated lag has passed, whether it moved."""
    counted = {(each.measure, each.parent) for each in judged.rows.returns}
    ended = parse(judged.edition.period).end
    due = {
        each.indicator_code
        for each in judged.rows.evidence
        if each.indicator_code
        and each.lag_years is not None
        and (each.measure, each.parent) in counted
        and shift_years(ended, ceil(each.lag_years)) <= as_of
    }
    moved = [_moved(snapshot, code, at, as_of) for code in sorted(due)]
    return tuple(each for each in moved if each is not None)


def _moved(snapshot: Snapshot, code: str, at: int, as_of: date) -> bool | None:
    """Whether an indicator changed in the county; None where that cannot be told."""
    one = assess_indicator(snapshot, code, COUNTY, at, as_of)
    if one is None or one.movement.direction == "not_comparable":
        return None
    return one.movement.direction != "no_change"

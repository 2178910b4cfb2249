"""Whether the level of one line has changed since a date that was fixed in advance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.analysis.known_date import KnownChange, change_since
from indicators.analysis.target_chance import shown_chance
from indicators.assessments.evidence import Evidence
from indicators.assessments.judged import Assessment
from indicators.assessments.process import QUARTERS
from indicators.model import Event, Reason
from indicators.periods import PeriodError, parse


@dataclass(frozen=True)
class SinceDate:
    """A day that was fixed in advance, and what gave it its name: the code of an event or period, or the day as written."""

    on: date
    code: str
    event: Event | None = None


@dataclass(frozen=True)
class ChangeSince:
    """The change since a day. `chance` is in 100 as people see it: that it moved the wanted way, or without one that it rose."""

    since: SinceDate
    change: KnownChange
    chance: int | None


def read_since(text: str, events: Sequence[Event]) -> SinceDate | None:
    """The day that a text names: by the code of an event, as a day, or as a period, which means its first day.

    Returns:
        None where it names no day.
    """
    asked = text.strip()
    event = next((event for event in events if event.code == asked.upper()), None)
    if event is not None:
        return SinceDate(event.happened_on, event.code, event)
    try:
        period = parse(asked)
    except PeriodError:
        return None
    return SinceDate(period.start, period.code)


def changed_since(one: Assessment, found: Evidence, since: SinceDate) -> ChangeSince:
    """The change of level from that day on.

    A period that the day divides belongs to neither side. A day before the last break is refused, because nothing is
    compared across it.
    """
    change = _change(one, found, since.on)
    p = change.p_rise if change.p_better is None else change.p_better
    return ChangeSince(since, change, None if p is None else shown_chance(p))


def _change(one: Assessment, found: Evidence, on: date) -> KnownChange:
    if one.breaks and on < one.comparable_since:
        return KnownChange(0, 0, found.scale, reason=Reason("break_in_series"))
    index = bisect_left([period.end for period in found.periods], on)
    is_divided = index < len(found.periods) and found.periods[index].start < on
    return change_since(
        found.values,
        index,
        periods_per_year=QUARTERS if one.indicator.frequency == "quarterly" else 1,
        polarity=found.polarity,
        scale=found.scale,
        transition=int(is_divided),
        overlapping=found.overlapping,
    )

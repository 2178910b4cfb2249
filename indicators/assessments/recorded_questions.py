"""The questions that scrutiny keeps, and what came of every promise, for one version of the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from indicators.analysis.exact import exact_decimal
from indicators.assessments import figures
from indicators.assessments.outgoing import SUPPRESSED
from indicators.datasets import dataset
from indicators.model import Event, Indicator, Observation, Reason
from indicators.periods import Period, parse
from indicators.periods.days import shift_years
from indicators.scrutiny.promises import PromiseKept, promise_kept
from indicators.scrutiny.recorded import RecordedQuestion
from indicators.store import Snapshot, queries
from indicators.store.kept import kept_by_version

KEPT = 16


@dataclass(frozen=True)
class PromiseHeld:
    """A promise and what came of it; `kept` is None with `reason` where no figure can say.

    `reason`: `no_figure_promised`, `no_indicator` (it is not declared at that moment), `no_direction_of_good` (neither way is
    better), `break_between` (the series changed its basis before the figure that would decide), `figure_withheld` (the figure
    that it starts from may not be shown any more; it is left out of `question`).
    """

    question: RecordedQuestion
    indicator: Indicator | None
    kept: PromiseKept | None
    reason: Reason | None = None


@kept_by_version(KEPT)
def recorded_questions(snapshot: Snapshot, at: int) -> tuple[RecordedQuestion, ...]:
    """Every question, by meeting and position; those for no meeting last."""
    return tuple(snapshot.records("scrutiny_questions", RecordedQuestion, as_at=at))


def meetings(questions: Iterable[RecordedQuestion]) -> tuple[date, ...]:
    """The days of the meetings that questions are meant for, the latest first."""
    return tuple(sorted({each.meeting_on for each in questions if each.meeting_on}, reverse=True))


def last_meeting(questions: Iterable[RecordedQuestion], as_of: date) -> date | None:
    """The last day on or before `as_of` on which anything was asked."""
    return max(
        (each.asked_on for each in questions if each.asked_on and each.asked_on <= as_of), default=None
    )


def coming_periods(latest: str, frequency: str, count: int) -> list[Period]:
    """The next periods of a series, for which something can be promised; one that comes once a year keeps its season."""
    found: list[Period] = []
    period = parse(latest)
    while len(found) < count:
        yearly = Period(shift_years(period.start, 1), period.length)
        period = yearly if frequency == "annual" else period.next()
        found.append(period)
    return found


@kept_by_version(KEPT)
def promises_held(snapshot: Snapshot, at: int) -> tuple[PromiseHeld, ...]:
    """Every promise that was recorded and whether it held, the latest answered first."""
    promised = [each for each in recorded_questions(snapshot, at) if each.promise]
    known = {each.code: each for each in queries.indicators(snapshot, at)}
    wanted: dict[str, set[str]] = defaultdict(set)
    for each in promised:
        if each.area_code and each.indicator_code:
            wanted[each.area_code].add(each.indicator_code)
    series = {
        (code, area): rows
        for area, codes in wanted.items()
        for code, rows in figures.area_series(snapshot, area, at).items()
        if code in codes
    }
    events = queries.events(snapshot, at)
    before = queries.recorded_before_promises(snapshot, at)
    found = [promise_held(each, known, series, events, before.get(each.code, ())) for each in promised]
    return tuple(sorted(found, key=lambda each: each.question.answered_on or date.min, reverse=True))


def open_questions(snapshot: Snapshot, rows: Sequence[Sequence[Any]], at: int) -> list[Sequence[Any]]:
    """Rows of the dataset `scrutiny_question`, in the order of its columns, without figures that may not be shown any more."""
    columns = dataset("scrutiny_question").columns
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    hidden = {
        (o.indicator_code, o.area_code, o.period)
        for area in {each["area_code"] for each in records if each["area_code"]}
        for of_code in figures.area_series(snapshot, area, at).values()
        for o in of_code
        if o.status == SUPPRESSED
    }
    for each in records:
        if (each["indicator_code"], each["area_code"], each["figure_period"]) in hidden:
            each["figure_value"] = None
    return [[each[column] for column in columns] for each in records]


def promise_held(
    question: RecordedQuestion,
    known: Mapping[str, Indicator],
    series: Mapping[tuple[str, str], Iterable[Observation]],
    events: Iterable[Event] = (),
    recorded_before: Collection[str] = (),
) -> PromiseHeld:
    """What came of one promise. Pure.

    Args:
        question: with a promise.
        known: indicators by code.
        series: observations by indicator and area.
        events: of any indicator; a break forbids what lies on its two sides to be compared.
        recorded_before: the periods of which a figure had been recorded when the promise was.
    """
    promise = question.figure_promised
    if promise is None:
        return PromiseHeld(question, None, None, Reason("no_figure_promised"))
    rows = list(series.get((promise.indicator_code, promise.area_code), ()))
    if any(row.period == promise.period and row.status == SUPPRESSED for row in rows):
        return PromiseHeld(replace(question, figure_value=None), None, None, Reason("figure_withheld"))
    indicator = known.get(promise.indicator_code)
    if indicator is None:
        return PromiseHeld(question, None, None, Reason("no_indicator", {"code": promise.indicator_code}))
    if indicator.polarity not in ("higher", "lower"):
        return PromiseHeld(question, indicator, None, Reason("no_direction_of_good"))
    usable = comparable_figures(rows, promise.period)
    kept = promise_kept(promise, usable, indicator.polarity, recorded_before)
    crossed = _break_before(
        kept, [e for e in events if e.indicator_code == indicator.code and e.kind == "break"]
    )
    if crossed is not None:
        return PromiseHeld(question, indicator, None, Reason("break_between", {"on": crossed}))
    return PromiseHeld(question, indicator, kept)


def _break_before(kept: PromiseKept, breaks: Iterable[Event]) -> date | None:
    """The last day between the figure that was asked about and the one that decides on which the series changed its basis."""
    if kept.period is None:
        return None
    start, end = parse(kept.promise.period).end, parse(kept.period).end
    return max((each.happened_on for each in breaks if start < each.happened_on <= end), default=None)


def comparable_figures(rows: Iterable[Observation], period: str) -> dict[str, Decimal]:
    """Figures by period that can be set against the one of `period`: as long as that, with a value, not doubtful."""
    length = period.partition("/")[2]
    return {
        row.period: exact_decimal(row.value)
        for row in rows
        if row.value is not None and not row.is_doubtful and row.period.partition("/")[2] == length
    }

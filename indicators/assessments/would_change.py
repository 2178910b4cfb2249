"""How indicators stand before and after an entry that is not recorded yet: for the series that it touches, and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from indicators.assessments.evidence import Evidence
from indicators.assessments.judged import Assessment, assess_indicator
from indicators.assessments.touched import (
    benchmark_of,
    in_order,
    names_indicators,
    set_beside,
    touched_series,
)
from indicators.assessments.whole import evidence_of
from indicators.model import Reason
from indicators.store import Snapshot
from indicators.store.would_be import if_submitted, if_withdrawn

# One series takes some hundredths of a second on each side; a quarter's file of a county touches some dozens.
SERIES_MOST = 100
ROWS_MOST = 100_000

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Standing:
    """How an indicator stands in a place; nothing where there is no such indicator.

    There is no evidence where it has no figures, or where both sides rest on the same ones.
    """

    assessment: Assessment | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Compared:
    """One series before and after."""

    code: str
    area_code: str
    before: Standing
    after: Standing


@dataclass(frozen=True)
class WouldChange:
    """The series that an entry touches, before and after it, those of the basket first.

    Of `touched` series the first are compared; `reason` is set where none is: `too_many_rows` (rows, most).
    """

    series: tuple[Compared, ...] = ()
    touched: int = 0
    reason: Reason | None = None

    @property
    def left_out(self) -> int:
        """How many series are touched and not compared."""
        return self.touched - len(self.series)


def _tell_nobody(_done: int, _of: int) -> None:
    """Nobody waits for progress."""


def change_by_submission(
    snapshot: Snapshot,
    name: str,
    rows: bytes,
    row_count: int,
    *,
    as_of: date,
    tell: Tell = _tell_nobody,
) -> WouldChange:
    """What a submission of canonical rows to the dataset `name` would change; nothing is recorded.

    Args:
        snapshot: the version before.
        name: of a declared dataset.
        rows: canonical rows, as a check makes them.
        row_count: how many rows there are.
        as_of: the day on which freshness is judged, on both sides.
        tell: told how many series are compared, and of how many.

    Raises:
        ProjectionUnwritable: there is no room to find out.
    """
    if row_count > ROWS_MOST:
        return WouldChange(reason=Reason("too_many_rows", {"rows": row_count, "most": ROWS_MOST}))
    if not names_indicators(name):
        return WouldChange()
    with if_submitted(snapshot, name, rows, row_count) as after:
        return compare(snapshot, after, name, as_of=as_of, tell=tell)


def change_by_withdrawal(
    snapshot: Snapshot, entry_id: str, name: str, *, as_of: date, tell: Tell = _tell_nobody
) -> WouldChange:
    """What the withdrawal of an entry of the dataset `name` would change; nothing is recorded.

    Raises:
        EntryUnknown: there is no such entry.
        ProjectionUnwritable: there is no room to find out.
    """
    if not names_indicators(name):
        return WouldChange()
    with if_withdrawn(snapshot, entry_id) as after:
        return compare(snapshot, after, name, as_of=as_of, tell=tell)


def compare(
    before: Snapshot, after: Snapshot, name: str, *, as_of: date, tell: Tell = _tell_nobody
) -> WouldChange:
    """The series of the dataset `name` that the newest entry of `after` touches, in both versions."""
    own = touched_series(after, name)
    touched = in_order(after, own | set_beside(after, own))
    compared = []
    for code, area in touched[:SERIES_MOST]:
        one = assess_indicator(before, code, area, before.version.seq, as_of)
        other = assess_indicator(after, code, area, after.version.seq, as_of)
        if _are_alike(one, other) and (code, benchmark_of(area)) not in own:
            pair = (
                Standing(one),
                Standing(other),
            )  # the same figures prove the same, so nobody need work it out
        else:
            pair = _standing(before, one), _standing(after, other)
        compared.append(Compared(code, area, *pair))
        tell(len(compared), min(len(touched), SERIES_MOST))
    return WouldChange(tuple(compared), len(touched))


def _are_alike(one: Assessment | None, other: Assessment | None) -> bool:
    """Whether two assessments rest on the same numbers, whatever was noted beside them."""
    if one is None or other is None:
        return one is other
    return _numbers(one) == _numbers(other)


def _numbers(one: Assessment) -> tuple[object, ...]:
    return (
        one.indicator,
        one.choice,
        one.breaks,
        [
            (o.period, o.value, o.numerator, o.denominator, o.lower, o.upper, o.status)
            for o in one.observations
        ],
    )


def _standing(snapshot: Snapshot, one: Assessment | None) -> Standing:
    if one is None or one.latest is None:
        return Standing(one)
    return Standing(one, evidence_of(snapshot, one, snapshot.version.seq))

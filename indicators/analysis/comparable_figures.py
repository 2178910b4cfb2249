"""Which earlier figure the latest one may be set against, or why there is none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

from indicators.model import Observation, Reason
from indicators.periods import Period, comparable, gaps, parse, sort_key
from indicators.periods.days import shift_years

LONGEST_WAIT_FOR_A_SNAPSHOT = (
    1.5  # years: a count taken on one day each year drifts by weeks, never by half a year
)
DAYS_PER_YEAR = 365.25


def judged_figures(observations: Iterable[Observation]) -> list[Observation]:
    """The figures that may be judged, oldest first: with a value and not thought to be wrong in the source."""
    usable = [o for o in observations if o.value is not None and math.isfinite(o.value) and not o.is_doubtful]
    return sorted(usable, key=lambda o: (o.period_end, o.period_start))


def by_period(observations: Iterable[Observation]) -> list[tuple[Period, float | None]]:
    """Each period in order of time with its value; None for doubtful figures and for periods missing between first and last."""
    values = {parse(o.period): None if o.is_doubtful else o.value for o in observations}
    holes = dict.fromkeys(gaps(values))
    return sorted((holes | values).items(), key=lambda entry: sort_key(entry[0]))


def with_holes(observations: Iterable[Observation]) -> list[float | None]:
    """The values of `by_period` alone."""
    return [value for _, value in by_period(observations)]


def earlier_figure(
    current: Observation, observations: Sequence[Observation], *, breaks: Sequence[date] = ()
) -> Observation | Reason:
    """The figure that `current` is compared with: of the same length, with no day in common, and no break between.

    Quarters and months are set against the same one a year earlier, single days against the one a year earlier, years against the
    year before, and pooled years against the pool that ended just before theirs began (three years earlier for three years).

    Args:
        current: the later figure.
        observations: of the same indicator and area, in any order.
        breaks: first days from which a new definition or method counts.

    Returns:
        The earlier observation, or a Reason: `no_earlier_figure`, `different_length`, `gap`, `doubtful` or `break_between`.
    """
    now = parse(current.period)
    before = [o for o in observations if o.period_end < current.period_start and o.value is not None]
    expected = _expected(now)
    found = next((o for o in before if _is_expected(parse(o.period), now, expected)), None)
    if found is None:
        return _why_none(now, before, expected)
    if found.is_doubtful:
        return Reason("doubtful", {"period": found.period})
    crossed = sorted(day for day in breaks if found.period_start < day <= current.period_end)
    return Reason("break_between", {"on": crossed[-1]}) if crossed else found


def _expected(now: Period) -> Period | None:
    """The one period that fits; None for a single day, whose place in the year may drift."""
    if now.length.endswith("Y"):
        return Period(shift_years(now.start, -int(now.length[1:-1])), now.length)
    return None if now.length == "P1D" else now.same_period_last_year()


def _is_expected(then: Period, now: Period, expected: Period | None) -> bool:
    if expected is not None:
        return then == expected
    years = (now.start - then.start).days / DAYS_PER_YEAR
    return comparable(then, now) is None and years < LONGEST_WAIT_FOR_A_SNAPSHOT


def _why_none(now: Period, before: Sequence[Observation], expected: Period | None) -> Reason:
    if not before:
        return Reason("no_earlier_figure", {"period": now.code})
    same_length = [o.period for o in before if parse(o.period).length == now.length]
    figures = {"period": now.code, "expected": expected.code if expected else None}
    if not same_length:
        return Reason(
            "different_length", figures | {"nearest": max(before, key=lambda o: o.period_end).period}
        )
    return Reason("gap", figures | {"nearest": max(same_length)})

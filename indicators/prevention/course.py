"""The share over the years: its largest change in one year, what came after, and whether statistics can tell what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from indicators.analysis import change_since, find_step_change, recent_trend, xmr_chart
from indicators.analysis.known_date import KnownChange
from indicators.analysis.step_change import StepChange
from indicators.analysis.trend_marker import RecentTrend
from indicators.analysis.xmr import XmrChart
from indicators.model import Reason

FEWEST = 3


@dataclass(frozen=True)
class Course:
    """The share of each year in per cent, oldest first, and what can be said of it.

    `turn` is the index of the first year after the largest change from one year to the next, `change` that change in
    percentage points. `step` and `trend` are those of the whole line, `known` the change judged as though its date had been
    known beforehand, `since` the process chart of the years from `turn` on. With too few years everything is None or
    carries its own reason; `reason` is `too_few_points`.
    """

    years: tuple[int, ...]
    per_cent: tuple[float | None, ...]
    turn: int | None
    change: float | None
    step: StepChange | None
    trend: RecentTrend | None
    known: KnownChange | None
    since: XmrChart | None
    reason: Reason | None = None

    @property
    def years_before(self) -> int:
        """How many years with a share lie before the largest change."""
        return sum(value is not None for value in self.per_cent[: self.turn]) if self.turn else 0

    @property
    def statistics_can_tell(self) -> bool:
        """Whether there were years enough to judge the change at all."""
        return self.known is not None and self.known.reason is None

    @property
    def quiet_since(self) -> bool:
        """Whether everything since the change lies within the usual variation of those years."""
        return self.since is not None and self.since.variation == "common_cause"


def course(shares: Sequence[tuple[int, Fraction | None]]) -> Course:
    """Judge the share of one year after another; a higher share is taken as the wanted direction.

    Args:
        shares: first calendar year of each financial year, with its share from 0 to 1, oldest first; None where there is none.

    Raises:
        ValueError: years that do not follow each other in order.
    """
    years = tuple(year for year, _ in shares)
    if list(years) != sorted(set(years)):
        raise ValueError(f"years are not in order: {years}")
    by_year = dict(shares)
    every = tuple(range(years[0], years[-1] + 1)) if years else ()
    values = tuple(None if (share := by_year.get(year)) is None else float(share * 100) for year in every)
    known = sum(value is not None for value in values)
    turn = _largest_change(values)
    if known < FEWEST or turn is None:
        reason = Reason("too_few_points", {"points": known, "needed": FEWEST})
        return Course(every, values, None, None, None, None, None, None, reason)
    before, after = values[turn - 1], values[turn]
    return Course(
        years=every,
        per_cent=values,
        turn=turn,
        change=(after or 0) - (before or 0),
        step=find_step_change(values, periods_per_year=1, polarity="higher"),
        trend=recent_trend(values, polarity="higher"),
        known=change_since(values, turn, periods_per_year=1, polarity="higher"),
        since=xmr_chart(values[turn:], improvement="up"),
    )


def _largest_change(values: Sequence[float | None]) -> int | None:
    changes = {
        index: abs(now - before)
        for index, (before, now) in enumerate(pairwise(values), start=1)
        if before is not None and now is not None
    }
    return max(changes, key=lambda index: changes[index]) if changes else None

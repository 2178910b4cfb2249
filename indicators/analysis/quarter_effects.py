"""Taking the season out of a quarterly series before it is charted, so that the moving range does not swallow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from indicators.analysis.missing import infinite_positions, with_gaps
from indicators.analysis.quarters import QUARTERS_IN_YEAR, check_consecutive_quarters
from indicators.analysis.season_columns import FULL_YEARS, season_contrasts
from indicators.model import Reason
from indicators.periods import Period

MONTHS_IN_QUARTER = 3


@dataclass(frozen=True)
class QuarterEffects:
    """The series without its season, and the season: what each of quarters 1 to 4 adds; the four sum to zero.

    Both are None with `reason` set: `too_few_years` (some quarter has fewer than three values), `not_finite`.
    """

    adjusted: tuple[float | None, ...] | None
    effects: tuple[float, float, float, float] | None
    reason: Reason | None


def without_quarter_effects(
    values: Sequence[float | None], periods: Sequence[Period]
) -> tuple[float | None, ...] | None:
    """The values without their quarter effects; None where there are none to be told.

    There are none where the periods are not quarters, or days a quarter apart, each following on from the one before, and where
    some quarter has fewer than three values.

    Args:
        values: in any unit, None where a figure is missing.
        periods: what each is of, in order of time without holes in it.
    """
    quarters = [(period.end.month - 1) // MONTHS_IN_QUARTER + 1 for period in periods]
    follow_on = all(later == earlier % QUARTERS_IN_YEAR + 1 for earlier, later in pairwise(quarters))
    if not follow_on or any(period.length.endswith("Y") for period in periods):
        return None
    return remove_quarter_effects(values, quarters).adjusted


def remove_quarter_effects(
    values: Iterable[float | None], quarters: Sequence[int], *, step_at: int | None = None
) -> QuarterEffects:
    """The values less their quarter effects, fitted by least squares beside a level and a straight line.

    The line is there so that a steady trend is not mistaken for a season (within a year the fourth quarter always comes
    last), and a step beside it where there was one; only the quarter effects are subtracted. Three values of each quarter are needed.

    Args:
        values: discrete quarters in order of time without holes in it, None or NaN for missing; in any unit.
        quarters: which quarter, 1 to 4, each value is of.
        step_at: position of the first value of a new level, None without one.

    Raises:
        ValueError: lengths that differ, a quarter that is not 1 to 4 or does not follow on from the one before.
    """
    series = with_gaps(values)
    check_consecutive_quarters(quarters, len(series))
    if infinite := infinite_positions(series):
        return QuarterEffects(None, None, Reason("not_finite", {"positions": infinite}))
    seen = [quarter for quarter, value in zip(quarters, series, strict=True) if value is not None]
    fewest = min(map(seen.count, (1, 2, 3, 4)))
    if fewest < FULL_YEARS:
        return QuarterEffects(None, None, Reason("too_few_years", {"years": fewest, "needed": FULL_YEARS}))
    effects = _fit(series, quarters[0], step_at)
    adjusted = tuple(
        None if value is None else value - effects[quarter - 1]
        for value, quarter in zip(series, quarters, strict=True)
    )
    return QuarterEffects(adjusted, effects, None)


def _fit(
    series: Sequence[float | None], first_quarter: int, step_at: int | None
) -> tuple[float, float, float, float]:
    """The four effects of y = level + slope x time (+ step) + effect of the quarter, the effects summing to zero."""
    positions = np.array([i for i, value in enumerate(series) if value is not None]) + first_quarter - 1
    figures = np.array([value for value in series if value is not None])
    contrasts = season_contrasts(positions, QUARTERS_IN_YEAR, positions)
    steps = [] if step_at is None else [positions >= step_at + first_quarter - 1]
    columns = np.column_stack([contrasts, np.ones(len(positions)), positions, *steps])
    first, second, third, *_ = np.linalg.lstsq(columns, figures, rcond=None)[0].tolist()
    return first, second, third, -(first + second + third)

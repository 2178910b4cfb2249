"""Planned levels of a measure that adds up over the financial year: the annual target spread over its quarters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from indicators.analysis.quarters import QUARTERS_IN_YEAR, cumulative_target
from indicators.analysis.trajectory import Point, Trajectory, trajectory
from indicators.model import Target
from indicators.periods.days import shift_months

MONTHS_IN_QUARTER = 3


def cumulative_trajectory(
    targets: Sequence[Target], earlier_years: Sequence[Sequence[float | None]] = ()
) -> Trajectory:
    """The year-to-date levels that annual targets imply at the end of each quarter of their years.

    Each is the annual target times the usual share by that quarter (mean of the last three complete years), or a quarter of it a
    quarter without history. Only the ends of quarters mean anything: a year-to-date figure starts again each year.

    Args:
        targets: annual totals of one body for one indicator and area; each year ends on its due date.
        earlier_years: four year-to-date figures a year, oldest first.

    Raises:
        ValueError: as `trajectory` and `cumulative_target` do.
    """
    annual = trajectory(targets)
    milestones = [point for point in annual.points if point != annual.baseline]
    points = tuple(
        _quarter_end(year_end, quarter, earlier_years)
        for year_end in milestones
        for quarter in range(1, QUARTERS_IN_YEAR + 1)
    )
    reason = None if points else annual.reason
    return Trajectory(
        points, None, "straight", annual.set_by, annual.illustrative, annual.target_codes, reason
    )


def _quarter_end(year_end: Point, quarter: int, earlier_years: Sequence[Sequence[float | None]]) -> Point:
    months = MONTHS_IN_QUARTER * (quarter - QUARTERS_IN_YEAR)
    # moved from the day after, so that every quarter ends on the last day of its month
    on = shift_months(year_end.on + timedelta(days=1), months) - timedelta(days=1)
    return Point(on, cumulative_target(year_end.level, quarter, earlier_years))

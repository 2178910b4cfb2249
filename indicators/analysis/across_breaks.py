"""No figure is judged against a level that was set on another basis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from indicators.analysis.rating import Rating
from indicators.analysis.trajectory import Trajectory
from indicators.model import Reason


def refuse_across_breaks(rating: Rating, trajectory: Trajectory | None, breaks: Iterable[date]) -> Rating:
    """The rating, or a grey one where the series broke between the trajectory's first point and the figure judged.

    Args:
        rating: as made without regard to breaks.
        trajectory: what it was judged against.
        breaks: first days from which a new definition or method counts.

    Returns:
        The rating unchanged, or grey with the reason `break_since_baseline` and the day of the last such break.
    """
    if trajectory is None or rating.judged_on is None or rating.reason is not None:
        return rating
    crossed = sorted(day for day in breaks if trajectory.starts_on < day <= rating.judged_on)
    if not crossed:
        return rating
    return replace(
        rating, rag="grey", outcome=None, reason=Reason("break_since_baseline", {"on": crossed[-1]})
    )

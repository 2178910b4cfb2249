"""How old the latest figure is, and whether the next one is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from indicators.model import Reason
from indicators.periods.days import shift_months

Frequency = Literal["quarterly", "annual"]
MONTHS_BETWEEN_FIGURES: dict[str, int] = {"quarterly": 3, "annual": 12}


@dataclass(frozen=True)
class Freshness:
    """The age of the latest figure on one day.

    `days_old` counts from the end of the latest period. `next_period_ends` and `next_due_on` say when the period after it ends and by
    when its figure should be there; `days_overdue` is 0 until then. `reason`: `no_figures`, or `period_not_ended` for a figure whose
    period ends after the day asked about.
    """

    as_of: date
    latest_end: date | None
    days_old: int | None
    next_period_ends: date | None
    next_due_on: date | None
    days_overdue: int | None
    reason: Reason | None

    @property
    def is_stale(self) -> bool:
        """Whether a newer figure should have come by now."""
        return bool(self.days_overdue)


def freshness(latest_end: date | None, *, frequency: Frequency, lag_days: int, as_of: date) -> Freshness:
    """Judge the age of the latest figure: stale when the next period has ended and its usual publication lag is over.

    Args:
        latest_end: last day of the latest period that has a figure; None when there is none.
        frequency: how often a new figure comes, quarterly or annual (pooled years that roll are annual).
        lag_days: days that usually pass between the end of a period and the publication of its figure.
        as_of: the day asked about.

    Raises:
        ValueError: an unknown frequency, a negative lag.
    """
    if frequency not in MONTHS_BETWEEN_FIGURES:
        raise ValueError(f"frequency must be one of {list(MONTHS_BETWEEN_FIGURES)}, got {frequency!r}")
    if lag_days < 0:
        raise ValueError(f"lag_days is {lag_days}")
    if latest_end is None:
        return Freshness(as_of, None, None, None, None, None, Reason("no_figures"))
    if latest_end > as_of:
        return Freshness(
            as_of, latest_end, None, None, None, None, Reason("period_not_ended", {"ends": latest_end})
        )
    # counted from the day after, so that a quarter that ends on 30 June is followed by one that ends on 30 September
    following = shift_months(latest_end + timedelta(days=1), MONTHS_BETWEEN_FIGURES[frequency]) - timedelta(
        days=1
    )
    due = following + timedelta(days=lag_days)
    return Freshness(
        as_of, latest_end, (as_of - latest_end).days, following, due, max((as_of - due).days, 0), None
    )

"""What figure comes next, by when it should be there, and how far behind the series is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from indicators.analysis.freshness import MONTHS_BETWEEN_FIGURES
from indicators.model import Reason
from indicators.periods import Period
from indicators.periods.days import LAST_YEAR, shift_years

Standing = Literal["up_to_date", "due", "late", "stale"]

DAYS_A_MONTH = 31
FIGURES_OF_A_STALE_SERIES = 2


@dataclass(frozen=True)
class PublicationLag:
    """How many days pass between the end of a period and its figure; `is_assumed` where nobody has said so."""

    days: int
    is_assumed: bool


@dataclass(frozen=True)
class Due:
    """What is to come next for one series, on one day.

    `up_to_date`: the next period still runs. `due`: it has ended and the lag is not over. `late`: the lag is over.
    `stale`: the figure after it is late as well. `missing` are the periods whose figures are due, late or stale,
    oldest first; `due_on` is the day by which the first figure to come should be there, `days_late` how long it is
    over. `standing` is None with `reason` `no_figures`, or `period_not_ended` for a figure of a period that still runs.
    """

    standing: Standing | None
    missing: tuple[Period, ...]
    due_on: date | None
    days_late: int
    lag: PublicationLag
    reason: Reason | None = None


def publication_lag(frequency: str, stated_days: int | None) -> PublicationLag:
    """The lag that was stated; without one as long again as from one figure to the next, and said to be assumed.

    Raises:
        ValueError: an unknown frequency, a negative lag.
    """
    if frequency not in MONTHS_BETWEEN_FIGURES:
        raise ValueError(f"frequency must be one of {list(MONTHS_BETWEEN_FIGURES)}, got {frequency!r}")
    if stated_days is None:
        return PublicationLag(MONTHS_BETWEEN_FIGURES[frequency] * DAYS_A_MONTH, is_assumed=True)
    if stated_days < 0:
        raise ValueError(f"the publication lag is {stated_days} days")
    return PublicationLag(stated_days, is_assumed=False)


def due(latest: Period | None, *, frequency: str, stated_lag: int | None, as_of: date) -> Due:
    """Judge what is to come after the latest figure.

    Args:
        latest: the period of the latest figure; None where there is none.
        frequency: how often a new figure comes, quarterly or annual (pooled years that roll are annual).
        stated_lag: days between the end of a period and its figure, None where that is not known.
        as_of: the day asked about.

    Raises:
        ValueError: an unknown frequency, a negative lag.
    """
    lag = publication_lag(frequency, stated_lag)
    if latest is None:
        return Due(None, (), None, 0, lag, Reason("no_figures"))
    if latest.end > as_of:
        return Due(None, (), None, 0, lag, Reason("period_not_ended", {"ends": latest.end}))
    following = _following(latest, frequency)
    due_on = following.end + timedelta(days=lag.days)
    missing = tuple(_ended(following, frequency, as_of))
    late = sum(period.end + timedelta(days=lag.days) < as_of for period in missing)
    return Due(_standing(missing, late), missing, due_on, max((as_of - due_on).days, 0), lag)


def _standing(missing: tuple[Period, ...], late: int) -> Standing:
    if late >= FIGURES_OF_A_STALE_SERIES:
        return "stale"
    if late:
        return "late"
    return "due" if missing else "up_to_date"


def _following(period: Period, frequency: str) -> Period:
    """The next of the series; one that comes once a year keeps its season, however short its periods are."""
    if frequency == "annual":
        return Period(shift_years(period.start, 1), period.length)
    return period.next()


def _ended(period: Period, frequency: str, as_of: date) -> Iterator[Period]:
    """The periods from this one on that have ended before the day."""
    while period.end < as_of and period.end.year < LAST_YEAR:
        yield period
        period = _following(period, frequency)

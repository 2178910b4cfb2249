"""The single judgements that the rules look at: rated figures, versions of a target, a trend, a difference, a step, a grant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.model import Rag


@dataclass(frozen=True)
class RatedFigure:
    """The figure of one period and what its trajectory asked for, in the indicator's unit."""

    period: str
    value: Decimal
    planned: Decimal
    rating: Rag


@dataclass(frozen=True)
class AgreedLevel:
    """One version of a target: the level, the day it is due, and the day on which that was recorded."""

    recorded_on: date
    value: Decimal
    due_on: date


@dataclass(frozen=True)
class RevisedFigure:
    """One figure that was replaced after it had been published here."""

    period: str
    before: Decimal
    now: Decimal


@dataclass(frozen=True)
class ClaimedStep:
    """A step change that is called believed: from which period, how probable, and how many other places were compared."""

    period: str
    probability: float
    comparators: int


@dataclass(frozen=True)
class EndedTarget:
    """An agreed target whose last day has passed, after which none was agreed, and the figure that settled it."""

    due_on: date
    level: Decimal
    period: str
    value: Decimal
    rating: Rag


@dataclass(frozen=True)
class WorseTrend:
    """A trend over the years from one figure to another that passes its test and is not the wanted way."""

    first_period: str
    first: Decimal
    period: str
    now: Decimal


@dataclass(frozen=True)
class WorseStep:
    """A change of level for the worse that is believed: the last figure before it, its first period, and the latest figure."""

    period: str
    probability: float
    before_period: str
    before: Decimal
    latest_period: str
    latest: Decimal
    in_pandemic: bool


@dataclass(frozen=True)
class Elsewhere:
    """The figure of the place beside that of another for the same period, where the test of the difference says worse."""

    area_code: str
    period: str
    value: Decimal
    theirs: Decimal


@dataclass(frozen=True)
class RewardAtStake:
    """How much of the promised improvement has come at the latest figure, and the grant that hangs on it, in pounds."""

    period: str
    gap_closed: Decimal
    potential: Decimal

"""What the rules ask of: the judgements on an indicator and on an edition of the prevention audit, as plain figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from indicators.model import Polarity, Rag


@dataclass(frozen=True)
class RatedFigure:
    """The figure of one period and what its trajectory asked for, in the indicator's unit."""

    period: str
    value: Decimal
    planned: Decimal
    rating: Rag


@dataclass(frozen=True)
class AgreedLevel:
    """One version of a target: the level, the day it is due, and the day on which that was agreed."""

    agreed_on: date
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
class RewardAtStake:
    """How much of the promised improvement has come at the latest figure, and the grant that hangs on it, in pounds."""

    period: str
    gap_closed: Decimal
    potential: Decimal


@dataclass(frozen=True)
class IndicatorAsked:
    """Everything that the rules look at of one indicator.

    Attributes:
        rated: figures with a rating, oldest first.
        judged_rating: the partnership's own judgement of the latest of them.
        is_headline: whether the basket holds it.
        comparable_points: how many figures can be compared with the latest.
        trend_reason: the code of the reason for which no trend can be computed; None where it can.
        days_late: since the latest figure was expected; None while nothing is late.
        levels: the versions of its target, oldest first.
        revised: figures replaced since the last meeting.
    """

    code: str
    title: str
    polarity: Polarity
    unit_short: str | None = None
    decimals: int = 1
    owner: str | None = None
    rated: tuple[RatedFigure, ...] = ()
    judged_rating: Rag | None = None
    is_headline: bool = False
    comparable_points: int = 0
    trend_reason: str | None = None
    latest_period: str | None = None
    days_late: int | None = None
    reward: RewardAtStake | None = None
    step: ClaimedStep | None = None
    levels: tuple[AgreedLevel, ...] = ()
    revised: tuple[RevisedFigure, ...] = ()


@dataclass(frozen=True)
class EditionAsked:
    """Everything that the rules look at of one edition of the prevention audit; shares from 0 to 1.

    Attributes:
        rise: of the core share since the edition before; None without one.
        reclassified: the part of the rise that comes from other tags on the same lines; None where it cannot be told.
        linked_moved: for each linked indicator whose stated lag has passed, whether it changed.
        grades: how many influence claims have each grade, I0 to I4.
    """

    code: str
    title: str
    owner: str | None = None
    core_before: Fraction | None = None
    core_now: Fraction | None = None
    reclassified: Fraction | None = None
    linked_moved: tuple[bool, ...] = ()
    grades: dict[str, int] | None = None

    @property
    def rise(self) -> Fraction | None:
        """The change of the core share; None without an edition before."""
        if self.core_before is None or self.core_now is None:
            return None
        return self.core_now - self.core_before

"""What the rules ask of: the judgements on an indicator, on the basket and on an edition of the prevention audit, as plain figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from indicators.model import Polarity, Rag
from indicators.scrutiny.figures_told import (
    AgreedLevel,
    ClaimedStep,
    Elsewhere,
    EndedTarget,
    RatedFigure,
    RevisedFigure,
    RewardAtStake,
    WorseStep,
    WorseTrend,
)
from indicators.scrutiny.question import Question


@dataclass(frozen=True)
class IndicatorAsked:
    """Everything that the rules look at of one indicator.

    Attributes:
        rated: figures with a rating, oldest first.
        is_illustrative: whether they are rated by a level that nobody promised.
        has_ended: whether the last day of the target that they are rated by has its figure.
        judged_rating: the partnership's own judgement of the latest of them.
        is_headline: whether the basket holds it.
        comparable_points: how many figures can be compared with the latest.
        trend_reason: the code of the reason for which no trend can be computed; None where it can.
        worsening: set where the recent trend is worse.
        worse_step: set where the level changed for the worse and that is believed.
        latest_figures: the latest figures without a hole or a break, oldest first; empty where periods overlap.
        unit: what is counted, in words; `publisher` the body that publishes the figures.
        elsewhere: set where another place does better.
        days_late: since the latest figure was expected; None while nothing is late.
        is_lag_assumed: whether nobody has said when a figure is to be expected.
        is_stale: whether the figure after the late one is late as well.
        levels: the versions of its target, oldest first.
        ended: set where its agreed targets have all ended.
        revised: figures replaced since the last meeting.
    """

    code: str
    title: str
    polarity: Polarity
    unit_short: str | None = None
    decimals: int = 1
    owner: str | None = None
    rated: tuple[RatedFigure, ...] = ()
    is_illustrative: bool = False
    has_ended: bool = False
    judged_rating: Rag | None = None
    is_headline: bool = False
    comparable_points: int = 0
    trend_reason: str | None = None
    worsening: WorseTrend | None = None
    worse_step: WorseStep | None = None
    latest_figures: tuple[tuple[str, Decimal], ...] = ()
    unit: str | None = None
    publisher: str | None = None
    elsewhere: Elsewhere | None = None
    latest_period: str | None = None
    days_late: int | None = None
    is_lag_assumed: bool = False
    is_stale: bool = False
    reward: RewardAtStake | None = None
    step: ClaimedStep | None = None
    levels: tuple[AgreedLevel, ...] = ()
    ended: EndedTarget | None = None
    revised: tuple[RevisedFigure, ...] = ()

    def ask(self, rule: str, figures: Mapping[str, Any], size: Fraction | int) -> Question:
        """A question of a rule about this indicator: its figures in its unit, to its owner."""
        shown_in = {"unit": self.unit_short, "decimals": self.decimals, "measured_in": self.unit}
        return Question(rule, self.code, self.title, {**figures, **shown_in}, self.owner, Fraction(size))


@dataclass(frozen=True)
class BasketAsked:
    """The basket as a whole: how many indicators it holds, and how many of them have an agreed, or only an illustrative, target."""

    code: str
    title: str
    indicators: int
    agreed: int
    illustrative: int


@dataclass(frozen=True)
class EditionAsked:
    """Everything that the rules look at of one edition of the prevention audit; shares from 0 to 1.

    Attributes:
        period: the year that it audits; `before_period` the year before it, None without one.
        core_now: core share of that year; `core_before` of the year before.
        reclassified: the part of the rise that comes from other tags on the same lines; None where it cannot be told.
        linked_moved: for each linked indicator whose stated lag has passed, whether it changed.
        grades: how many influence claims have each grade, I0 to I4; None where nobody has asked for claims.
        coded: how many lines one coder put at a level.
        coded_again: how many of them a second coder or a moderator looked at; None where no coding is judged.
    """

    code: str
    title: str
    owner: str | None = None
    core_before: Fraction | None = None
    core_now: Fraction | None = None
    reclassified: Fraction | None = None
    linked_moved: tuple[bool, ...] = ()
    grades: dict[str, int] | None = None
    period: str | None = None
    before_period: str | None = None
    coded: int = 0
    coded_again: int | None = None

    @property
    def rise(self) -> Fraction | None:
        """The change of the core share; None without an edition before."""
        if self.core_before is None or self.core_now is None:
            return None
        return self.core_now - self.core_before

"""Reward for stretch targets: potential, earned, and to be expected, target by target, in exact decimals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indicators.analysis.coming_figures import Forecast, forecast
from indicators.analysis.reward import gap_closed, reward_share
from indicators.analysis.reward_grant import expected_grant
from indicators.assessments.evidence import Evidence, periods_until
from indicators.assessments.judged import Assessment
from indicators.assessments.process import QUARTERS
from indicators.model import Polarity, Reason


@dataclass(frozen=True)
class StretchTarget:
    """A target with a grant. `actual` is None until the end is measured; `potential` pounds count `weight` times.

    `baseline` is the performance expected without the agreement, `target` that with it.
    """

    title: str
    baseline: Decimal
    target: Decimal
    actual: Decimal | None
    polarity: Polarity
    potential: Decimal
    weight: Decimal = Decimal(1)

    @property
    def weighted_potential(self) -> Decimal:
        """What it can earn, in pounds."""
        return self.potential * self.weight


@dataclass(frozen=True)
class StretchReward:
    """What one target earned or may earn, in pounds; `reason` says why nothing is known, or nothing can be expected."""

    target: StretchTarget
    gap_closed: Decimal | None = None
    share: Decimal | None = None
    earned: Decimal | None = None
    expected: Decimal | None = None
    reason: Reason | None = None


def is_enhancement(target: StretchTarget) -> bool:
    """Whether the target asks for more than the baseline, in the direction that is better."""
    wanted = target.target - target.baseline
    return wanted != 0 and (wanted > 0) == (target.polarity == "higher")


def reward_of(
    target: StretchTarget, outlook: Callable[[Decimal], float] | Reason | None = None
) -> StretchReward:
    """The reward of one target: what was earned is also what is expected; before the end, what its forecast lets expect.

    Args:
        target: with a target that is an enhancement.
        outlook: while there is no actual figure, the probability that the final figure is at least as good as a level; or why
            there is none.

    Raises:
        ValueError: the target is no enhancement, or neither way is better.
    """
    if not is_enhancement(target):
        raise ValueError(f"target {target.target} is no enhancement on {target.baseline}")
    if target.actual is not None:
        closed = gap_closed(target.baseline, target.target, target.actual)
        share = reward_share(target.baseline, target.target, target.actual, target.polarity)
        earned = target.weighted_potential * share
        return StretchReward(target, closed, share, earned, earned)
    if outlook is None or isinstance(outlook, Reason):
        return StretchReward(target, reason=outlook or Reason("not_measured_yet"))
    way = target.target - target.baseline

    def at_least(gap: float) -> float:
        return outlook(target.baseline + way * Decimal(repr(gap)))

    return StretchReward(target, expected=expected_grant(target.weighted_potential, at_least))


def outlook_of(
    one: Assessment, found: Evidence, target: StretchTarget, due_on: date
) -> Callable[[Decimal], float] | Reason:
    """The probability that the figure of the day on which a target is due is at least as good as a level, from its forecast."""
    a_year = QUARTERS if one.indicator.frequency == "quarterly" else 1
    horizon = periods_until(found.periods, due_on, a_year)
    if isinstance(horizon, Reason):
        return horizon
    made: Forecast = forecast(
        found.values, horizon, periods_per_year=a_year, scale=found.scale, overlapping=found.overlapping
    )
    if made.reason is not None:
        return made.reason
    tail = made.probability_at_least if target.polarity == "higher" else made.probability_at_most
    return lambda level: tail(float(level), horizon)


def total(amounts: Sequence[Decimal | None]) -> Decimal:
    """The sum of what is known."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))

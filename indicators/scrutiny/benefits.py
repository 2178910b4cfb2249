"""Benefits: what was to be gained, from when, and what has been, read from the figures of a basket indicator.

A profile points at an indicator and owns no copy of its figures; what cannot be measured cannot be counted as realised
(Guide for effective benefits management, Infrastructure and Projects Authority, 2017). A dis-benefit stands beside a benefit and is never netted silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from indicators.model import Polarity, Reason
from indicators.periods import parse, sort_key

BenefitKind = Literal["benefit", "dis_benefit"]
ValueClass = Literal["cash_releasing", "non_cash_releasing", "quantified_not_monetised", "qualitative"]

SLIPPING_BELOW = Fraction(9, 10)  # ours: a tenth short of the plan is asked about


@dataclass(frozen=True)
class BenefitProfile:
    """One benefit or dis-benefit: what it is, in which unit it counts, and the indicator that its figures come from."""

    code: str
    title: str
    kind: BenefitKind
    value_class: ValueClass
    unit: str
    owner: str | None
    indicator_code: str | None
    double_count_group: str | None = None


@dataclass(frozen=True)
class CurvePoint:
    """One period of a realisation curve: the cumulative plan and the cumulative actual, None where it is not known."""

    period: str
    planned: Decimal | None
    actual: Decimal | None


@dataclass(frozen=True)
class Realisation:
    """How much of a benefit has come, against its plan.

    `curve` holds every period of plan or actual, oldest first. `period` is the latest with both and more than nothing planned;
    `share` is actual over planned there, exact. They are None with `reason`: `not_measurable` (qualitative, or no indicator),
    `no_plan`, `nothing_planned_yet`, `no_actual_yet`.
    """

    profile: BenefitProfile
    curve: tuple[CurvePoint, ...]
    period: str | None
    planned: Decimal | None
    actual: Decimal | None
    share: Fraction | None
    reason: Reason | None = None

    @property
    def is_slipping(self) -> bool:
        """Whether less than nine tenths of what was planned by then has come. A dis-benefit does not slip."""
        return self.profile.kind == "benefit" and self.share is not None and self.share < SLIPPING_BELOW


def gains(baseline: Decimal, figures: Mapping[str, Decimal], polarity: Polarity) -> dict[str, Decimal]:
    """How far each figure is on the good side of the baseline, in the indicator's unit; negative where it got worse.

    Args:
        baseline: the figure at the start.
        figures: of the indicator, by period.
        polarity: higher or lower.

    Raises:
        ValueError: a polarity without a single direction.
    """
    if polarity not in ("higher", "lower"):
        raise ValueError(f"a gain needs polarity higher or lower, not {polarity!r}")
    sign = 1 if polarity == "higher" else -1
    return {period: sign * (value - baseline) for period, value in figures.items()}


def realisation(
    profile: BenefitProfile, plan: Mapping[str, Decimal], actual: Mapping[str, Decimal]
) -> Realisation:
    """The curves of one benefit and where it stands.

    Args:
        profile: what it is.
        plan: cumulative amounts by period, negative or nought for a dis-benefit.
        actual: cumulative amounts by period, from the indicator that the profile points at.

    Raises:
        ValueError: an actual for a profile that points at no indicator; a plan of the wrong sign.
    """
    if actual and profile.indicator_code is None:
        raise ValueError(
            f"benefit {profile.code} points at no indicator, yet {len(actual)} actuals are given"
        )
    _refuse_wrong_sign(profile, plan)
    periods = sorted({*plan, *actual}, key=lambda code: sort_key(parse(code)))
    curve = tuple(CurvePoint(period, plan.get(period), actual.get(period)) for period in periods)
    reason = _not_comparable(profile, plan, actual)
    both = [point for point in curve if point.planned and point.actual is not None]
    if reason is not None or not both:
        why = reason or Reason("no_actual_yet", {"planned_periods": len(plan)})
        return Realisation(profile, curve, None, None, None, None, why)
    latest = both[-1]
    share = Fraction(latest.actual or 0) / Fraction(latest.planned or 1)
    return Realisation(profile, curve, latest.period, latest.planned, latest.actual, share)


def _not_comparable(
    profile: BenefitProfile, plan: Mapping[str, Decimal], actual: Mapping[str, Decimal]
) -> Reason | None:
    if profile.value_class == "qualitative" or profile.indicator_code is None:
        return Reason("not_measurable")
    if not plan:
        return Reason("no_plan")
    if actual and not any(plan.get(period) for period in actual) and actual.keys() & plan.keys():
        return Reason("nothing_planned_yet")
    return None


def _refuse_wrong_sign(profile: BenefitProfile, plan: Mapping[str, Decimal]) -> None:
    wrong = -1 if profile.kind == "benefit" else 1
    for period, amount in plan.items():
        if amount * wrong > 0:
            raise ValueError(f"{profile.kind} {profile.code} is planned at {amount} in {period}")

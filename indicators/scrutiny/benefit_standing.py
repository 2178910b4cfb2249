"""A benefit as it is recorded, and where it stands by the basket's own figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from indicators.analysis.finding import Finding
from indicators.model import Indicator, Observation, Reason
from indicators.scrutiny.benefit_figures import Actuals, Measured, actuals
from indicators.scrutiny.benefits import (
    BenefitKind,
    BenefitProfile,
    CurvePoint,
    Realisation,
    ValueClass,
    realisation,
)

BenefitStatus = Literal[
    "identified", "profiled", "agreed", "realising", "realised", "at_risk", "not_realised", "retired"
]


@dataclass(frozen=True)
class Benefit:
    """One row of the register. It carries no figure of its own."""

    code: str
    title: str
    description: str | None
    kind: BenefitKind
    value_class: ValueClass
    unit: str
    indicator_code: str | None
    area_code: str | None
    baseline_period: str | None
    objective: str | None
    enabling_change: str | None
    accountable: str | None
    responsible: str | None
    double_count_group: str | None
    attribution: str | None
    status: BenefitStatus
    review_due_on: date | None
    source: str
    source_key: str

    @property
    def profile(self) -> BenefitProfile:
        """What its realisation is judged by; without a place its figures cannot be found."""
        return BenefitProfile(
            self.code,
            self.title,
            self.kind,
            self.value_class,
            self.unit,
            self.accountable,
            self.indicator_code if self.area_code else None,
            self.double_count_group,
        )


@dataclass(frozen=True)
class JudgedBenefit:
    """One benefit, its realisation, the figures it was read from, and what to ask about it.

    `left_out` says which figures could not be counted although there are some.
    """

    benefit: Benefit
    realisation: Realisation
    indicator: Indicator | None
    baseline: Observation | None
    latest: Observation | None
    is_additive: bool
    left_out: Reason | None
    findings: tuple[Finding, ...]


def judge_benefit(
    benefit: Benefit, plan: Mapping[str, Decimal], measured: Measured | None, as_of: date
) -> JudgedBenefit:
    """Judge one benefit on the day `as_of`.

    Args:
        benefit: the row.
        plan: cumulative amounts by period.
        measured: the figures that it points at, None where it points at none that there are.
        as_of: the day on which reviews are due.
    """
    profile = benefit.profile
    is_counted = profile.indicator_code is not None and profile.value_class != "qualitative"
    found = actuals(benefit.unit, benefit.baseline_period, measured) if measured and is_counted else Actuals()
    stands = _realisation(profile, plan, found)
    return JudgedBenefit(
        benefit,
        stands,
        measured.indicator if measured else None,
        found.baseline,
        measured.latest if measured else None,
        measured.is_additive if measured else False,
        found.reason if found.amounts else None,
        tuple(_findings(benefit, stands, as_of)),
    )


def grouped(benefits: Sequence[JudgedBenefit]) -> tuple[Realisation, ...]:
    """The realisations to be totalled: those that count the same figures of the same place in one double-count group.

    A gain read twice from one series would otherwise be added to itself, whatever the profiles say.
    """
    same: dict[tuple[str, str | None, str | None], list[JudgedBenefit]] = defaultdict(list)
    for each in benefits:
        same[each.benefit.kind, each.benefit.indicator_code, each.benefit.area_code].append(each)
    groups = {}
    for (_, indicator, area), together in same.items():
        declared = sorted({e.benefit.double_count_group for e in together if e.benefit.double_count_group})
        is_shared = len(together) > 1 and indicator is not None and area is not None
        name = None if not is_shared else declared[0] if declared else f"{indicator} {area}"
        groups.update({each.benefit.code: each.benefit.double_count_group or name for each in together})
    return tuple(
        replace(
            each.realisation,
            profile=replace(each.realisation.profile, double_count_group=groups[each.benefit.code]),
        )
        for each in benefits
    )


def _realisation(profile: BenefitProfile, plan: Mapping[str, Decimal], found: Actuals) -> Realisation:
    """The curves; a plan of the wrong sign and figures that cannot be counted are the reason why there is no share."""
    wrong = [(period, amount) for period, amount in plan.items() if _is_wrong(profile, amount)]
    if wrong:
        period, amount = min(wrong)
        why = Reason("plan_of_wrong_sign", {"period": period, "planned": amount})
        curve = tuple(CurvePoint(period, None, amount) for period, amount in sorted(found.amounts.items()))
        return Realisation(profile, curve, None, None, None, None, why)
    stands = realisation(profile, plan, found.amounts)
    if stands.reason is not None and stands.reason.code == "no_actual_yet" and found.reason is not None:
        return replace(stands, reason=found.reason)
    return stands


def _is_wrong(profile: BenefitProfile, amount: Decimal) -> bool:
    return amount < 0 if profile.kind == "benefit" else amount > 0


def _findings(benefit: Benefit, stands: Realisation, as_of: date) -> Iterable[Finding]:
    """`review_overdue`, `nobody_accountable`, and `realised_below_plan`: called realised while its figures say less."""
    due_on = benefit.review_due_on
    is_over = benefit.status in ("realised", "not_realised", "retired")
    if due_on is not None and due_on < as_of and not is_over:
        yield Finding("review_overdue", benefit.code, {"due_on": due_on, "days": (as_of - due_on).days})
    if benefit.accountable is None and not is_over:
        yield Finding("nobody_accountable", benefit.code, {"status": benefit.status})
    if benefit.status == "realised" and stands.is_slipping:
        yield Finding("realised_below_plan", benefit.code, {"share": stands.share, "period": stands.period})

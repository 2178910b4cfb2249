"""Benefits together: each double-count group once, dis-benefits beside, and every unit by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indicators.scrutiny.benefits import CurvePoint, Realisation

NOUGHT = Decimal(0)


@dataclass(frozen=True)
class BenefitTotal:
    """What all benefits in one unit come to in one period, cumulative.

    Attributes:
        planned: of the benefits that are counted.
        actual: of the same.
        planned_dis_benefits: nought or less.
        actual_dis_benefits: nought or less.
        counted: the codes that are in the sums.
        counted_elsewhere: left out, because another of their group is counted; with the code of that one.
        without_figure: left out of all sums, because plan or actual of this period is not known.
    """

    unit: str
    period: str
    planned: Decimal
    actual: Decimal
    planned_dis_benefits: Decimal
    actual_dis_benefits: Decimal
    counted: tuple[str, ...]
    counted_elsewhere: dict[str, str]
    without_figure: tuple[str, ...]

    @property
    def net(self) -> Decimal:
        """Actual benefits and dis-benefits together; to be shown beside them, never alone."""
        return self.actual + self.actual_dis_benefits


def benefit_totals(realisations: Iterable[Realisation], period: str) -> tuple[BenefitTotal, ...]:
    """One total a unit for `period`, in the order of the units' names.

    Of a double-count group the profile with the largest plan of the period is counted, in the sum of plans and of actuals; of
    equal plans the one whose code comes first.
    """
    by_unit: dict[str, list[Realisation]] = defaultdict(list)
    for each in realisations:
        by_unit[each.profile.unit].append(each)
    return tuple(_total(unit, period, by_unit[unit]) for unit in sorted(by_unit))


def _total(unit: str, period: str, realisations: list[Realisation]) -> BenefitTotal:
    points = {each.profile.code: _point(each, period) for each in realisations}
    known = [each for each in realisations if points[each.profile.code] is not None]
    amounts = {
        code: (point.planned or NOUGHT, point.actual or NOUGHT) for code, point in points.items() if point
    }
    elsewhere = _counted_elsewhere(known, amounts)
    counted = [each.profile for each in known if each.profile.code not in elsewhere]

    def total(kind: str, column: int) -> Decimal:
        return sum((amounts[each.code][column] for each in counted if each.kind == kind), NOUGHT)

    return BenefitTotal(
        unit,
        period,
        planned=total("benefit", 0),
        actual=total("benefit", 1),
        planned_dis_benefits=total("dis_benefit", 0),
        actual_dis_benefits=total("dis_benefit", 1),
        counted=tuple(each.code for each in counted),
        counted_elsewhere=elsewhere,
        without_figure=tuple(code for code, point in points.items() if point is None),
    )


def _point(found: Realisation, period: str) -> CurvePoint | None:
    """The point of the period if both of its amounts are known."""
    for point in found.curve:
        if point.period == period and point.planned is not None and point.actual is not None:
            return point
    return None


def _counted_elsewhere(
    known: list[Realisation], amounts: dict[str, tuple[Decimal, Decimal]]
) -> dict[str, str]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in known:
        if each.profile.double_count_group is not None:
            groups[each.profile.double_count_group, each.profile.kind].append(each.profile.code)
    found = {}
    for codes in groups.values():
        first, *others = sorted(codes, key=lambda code: (-abs(amounts[code][0]), code))
        found.update(dict.fromkeys(others, first))
    return found

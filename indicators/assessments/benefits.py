"""The benefits register of one version of the ledger: judged from the basket's own figures when first asked, then kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from indicators.assessments import figures
from indicators.model import Observation
from indicators.scrutiny.benefit_figures import Measured
from indicators.scrutiny.benefit_map import BenefitMap, MapEdge, benefit_map
from indicators.scrutiny.benefit_standing import Benefit, JudgedBenefit, grouped, judge_benefit
from indicators.scrutiny.benefit_totals import BenefitTotal, benefit_totals
from indicators.store import Snapshot, queries
from indicators.store.kept import kept_by_version

__all__ = ["Benefit", "BenefitMap", "BenefitTotal", "JudgedBenefit", "judged_benefits", "the_map", "totals"]

KEPT = 8
ONE_BY_ONE = 12  # series of one place up to which each is asked for alone; from there all of the place at once is quicker
Place = tuple[str, str]


@kept_by_version(KEPT)
def judged_benefits(snapshot: Snapshot, at: int, as_of: date) -> tuple[JudgedBenefit, ...]:
    """Every benefit and dis-benefit, by its code, with small counts of people hidden before anything is worked out.

    Args:
        snapshot: the version that is read.
        at: sequence of the ledger.
        as_of: the day on which reviews are due.
    """
    register = snapshot.records("benefits", Benefit, as_at=at)
    plans: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for row in snapshot.query("benefit_plans", as_at=at):
        plans[row["benefit"]][row["period"]] = row["planned"]
    measured = _measured(snapshot, at, register)
    return tuple(
        judge_benefit(
            each, plans[each.code], measured.get((each.indicator_code or "", each.area_code or "")), as_of
        )
        for each in register
    )


@kept_by_version(KEPT)
def the_map(snapshot: Snapshot, at: int) -> BenefitMap:
    """The whole benefits map."""
    harms = {
        each.code for each in snapshot.records("benefits", Benefit, as_at=at) if each.kind == "dis_benefit"
    }
    return benefit_map(snapshot.records("benefit_edges", MapEdge, as_at=at), harms)


def totals(benefits: Sequence[JudgedBenefit], period: str) -> tuple[BenefitTotal, ...]:
    """What the benefits whose amounts can be added come to in a period, one total a unit; the same figures count once."""
    return benefit_totals(grouped([each for each in benefits if each.is_additive]), period)


def _measured(snapshot: Snapshot, at: int, register: Sequence[Benefit]) -> dict[Place, Measured]:
    """The figures that profiles point at, by indicator and area."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for each in register:
        if each.indicator_code and each.area_code:
            wanted[each.area_code].add(each.indicator_code)
    indicators = {one.code: one for one in queries.indicators(snapshot, at)}
    breaks: dict[str, list[date]] = defaultdict(list)
    for event in queries.events(snapshot, at):
        if event.kind == "break" and event.indicator_code:
            breaks[event.indicator_code].append(event.happened_on)
    return {
        (code, area): Measured(indicators[code], tuple(observations), tuple(breaks[code]))
        for area, codes in wanted.items()
        for code, observations in _series(snapshot, at, area, codes & indicators.keys()).items()
    }


def _series(snapshot: Snapshot, at: int, area: str, codes: set[str]) -> dict[str, list[Observation]]:
    if len(codes) <= ONE_BY_ONE:
        return {code: figures.series(snapshot, code, area, at) for code in sorted(codes)}
    found = figures.area_series(snapshot, area, at)
    return {code: found.get(code, []) for code in sorted(codes)}

"""A whole edition of the audit, judged: from the rows of one version to everything that a page, a report or a command says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from indicators.analysis.finding import Finding
from indicators.model import Reason
from indicators.prevention.agreement import Agreement, agreement
from indicators.prevention.assurance import Stage, stages
from indicators.prevention.beside_earlier import beside_earlier
from indicators.prevention.control import ControlTotal
from indicators.prevention.course import Course, course
from indicators.prevention.edition_rows import EditionRows
from indicators.prevention.gaming import lines_astray, questionable, split_astray
from indicators.prevention.influence import Influence, influence
from indicators.prevention.movement import (
    MoneyMovement,
    PartnerSpend,
    ShareMovement,
    money_movement,
    share_movement,
)
from indicators.prevention.prices import MissingDeflator, financial_year_index, price_factor
from indicators.prevention.rows import Edition, TaggedAmount
from indicators.prevention.saving_cases import SavingCase, saving_cases
from indicators.prevention.schemes import Scheme
from indicators.prevention.shares import ConfidenceRange, Shares, confidence_range, shares_of
from indicators.prevention.years import (
    Yardsticks,
    Year,
    by_period,
    complete_periods,
    counted,
    first_year,
    year_of,
)


@dataclass(frozen=True)
class SchemeReading:
    """The edition's year by one scheme; `shares` is None where its lines were not coded by that scheme's levels."""

    scheme: Scheme
    shares: Shares | None
    reason: Reason | None = None


@dataclass(frozen=True)
class Movement:
    """From the year before to the edition's year. `money` is None with `no_money` (no deflator, or no movement of the share)."""

    since: str
    shares: ShareMovement
    money: MoneyMovement | None
    no_money: Reason | None
    no_reclassification: Reason | None


@dataclass(frozen=True)
class Audit:
    """An edition of the prevention audit.

    `years` are those in which every return has lines, oldest first; `this_year` is the edition's own, None where nothing was
    recorded of it. `partners` are by organisation and year, `levels` the money of the edition's year by partner and level,
    `benchmarks` other places by year and by the same rule. `beside` are returns that are coded but not counted, by
    organisation, return and service.
    """

    rows: EditionRows
    years: tuple[Year, ...]
    this_year: Year | None
    range: ConfidenceRange | None
    schemes: tuple[SchemeReading, ...]
    partners: Mapping[str, Mapping[str, Shares]]
    levels: Mapping[str, Mapping[str | None, Decimal]]
    benchmarks: Mapping[str, Mapping[str, Shares]]
    beside: Mapping[tuple[str, str, str], Mapping[str, Shares]]
    course: Course
    movement: Movement | Reason
    totals: tuple[ControlTotal, ...]
    agreement: Agreement
    influence: Influence
    stages: tuple[Stage, ...]
    savings: tuple[SavingCase, ...]
    findings: tuple[Finding, ...]
    reason: Reason | None = None

    @property
    def edition(self) -> Edition:
        """Which edition it is."""
        return self.rows.edition

    @property
    def scheme(self) -> Scheme:
        """By which scheme it is counted here."""
        return self.rows.scheme

    @property
    def ours(self) -> Decimal:
        """What the headline counts by our own suggestion alone, in thousands of pounds."""
        return self.rows.in_force.get("suggested", Decimal(0))

    @property
    def is_all_ours(self) -> bool:
        """Whether what it counts is coded, and by nobody else in any role, not even as second coder."""
        roles = {each.role for each in self.rows.coders if each.scheme == self.rows.coding}
        return bool(self.ours) and roles == {"suggested"}


def judge_edition(rows: EditionRows) -> Audit:
    """Judge an edition. Pure: nothing but its rows decides."""
    own = counted(rows.amounts, rows.returns)
    periods = complete_periods(own, rows.returns)
    own = [each for each in own if each.period in set(periods)]
    yearly = by_period(own, rows.scheme)
    sticks = yardsticks(rows)
    years = tuple(year_of(period, yearly[period], sticks) for period in periods)
    period = rows.edition.period
    this_year = next((year for year in years if year.period == period), None)
    now = [each for each in own if each.period == period]
    codings = beside_earlier(rows.codings, rows.edition.code, rows.earlier.code if rows.earlier else None)
    totals = tuple(_totals_that_matter(rows))
    return Audit(
        rows=rows,
        years=years,
        this_year=this_year,
        range=confidence_range(now, rows.scheme) if now else None,
        schemes=_readings(rows),
        partners={
            partner: by_period([each for each in own if each.organisation == partner], rows.scheme)
            for partner in sorted({each.organisation for each in own})
        },
        levels=_levels(now),
        benchmarks=_benchmarks(rows),
        beside=_beside(rows),
        course=course([(first_year(year.period), year.shares.core_of_in_scope) for year in years]),
        movement=_movement(rows, own, years, sticks),
        totals=totals,
        agreement=agreement(rows.pairs),
        influence=influence(rows.claims),
        stages=stages(rows.opinions, sorted({each.organisation for each in rows.returns})),
        savings=saving_cases(rows.savings),
        findings=(
            *split_astray(rows.splits),
            *lines_astray(totals),
            *questionable(codings, rows.edition.published_on),
        ),
        reason=None if this_year else Reason("no_spending", {"period": period}),
    )


def yardsticks(rows: EditionRows) -> Yardsticks:
    """The yearly indices that the quarters allow, the base year, and the people."""
    starts = sorted({day.year for day in rows.quarters})
    indices = {}
    for year in starts:
        try:
            indices[year] = financial_year_index(year, rows.quarters)
        except MissingDeflator:
            continue  # whoever asks for that year is told so
    return Yardsticks(indices, first_year(rows.edition.price_base), rows.people)


def _readings(rows: EditionRows) -> tuple[SchemeReading, ...]:
    read = [
        SchemeReading(scheme, shares_of(counted(amounts, rows.returns), scheme))
        for scheme, amounts in rows.readings.values()
    ]
    unread = [SchemeReading(scheme, None, Reason("not_coded_by_scheme")) for scheme in rows.not_readable]
    return tuple(sorted([*read, *unread], key=lambda each: each.scheme.code))


def _levels(now: Sequence[TaggedAmount]) -> dict[str, dict[str | None, Decimal]]:
    found: dict[str, dict[str | None, Decimal]] = {}
    for each in now:
        levels = found.setdefault(each.organisation, {})
        levels[each.level] = levels.get(each.level, Decimal(0)) + each.amount
    return found


def _benchmarks(rows: EditionRows) -> dict[str, dict[str, Shares]]:
    """Other places, in the years in which they have every kind of return that the edition counts."""
    kinds = {(each.measure, each.parent) for each in rows.returns}
    theirs = [
        each for each in rows.amounts if each.role == "benchmark" and (each.measure, each.parent) in kinds
    ]
    found = {}
    for place in sorted({each.organisation for each in theirs}):
        amounts = [each for each in theirs if each.organisation == place]
        have: dict[str, set[tuple[str, str]]] = {}
        for each in amounts:
            have.setdefault(each.period, set()).add((each.measure, each.parent))
        whole = {period for period, seen in have.items() if seen == kinds}
        if whole:
            found[place] = by_period([each for each in amounts if each.period in whole], rows.scheme)
    return found


def _beside(rows: EditionRows) -> dict[tuple[str, str, str], dict[str, Shares]]:
    tables = {(each.organisation, each.measure, each.parent) for each in rows.returns}
    grouped: dict[tuple[str, str, str], list[TaggedAmount]] = {}
    for each in rows.amounts:
        table = (each.organisation, each.measure, each.parent)
        if each.role == "own" and table not in tables:
            grouped.setdefault(table, []).append(each)
    return {table: by_period(amounts, rows.scheme) for table, amounts in sorted(grouped.items())}


def _totals_that_matter(rows: EditionRows) -> list[ControlTotal]:
    """Control totals of the kinds of return that the edition counts, own and benchmarks."""
    kinds = {(each.measure, each.parent) for each in rows.returns}
    return [each for each in rows.totals if (each.measure, each.parent) in kinds]


def _movement(
    rows: EditionRows, own: Sequence[TaggedAmount], years: Sequence[Year], sticks: Yardsticks
) -> Movement | Reason:
    """The movement from the last year before the edition's own."""
    before = [year.period for year in years if year.period < rows.edition.period]
    if not before:
        return Reason("no_year_before", {"period": rows.edition.period})
    return movement_between(rows, own, before[-1], rows.edition.period, sticks)


def movement_between(
    rows: EditionRows, own: Sequence[TaggedAmount], since: str, until: str, sticks: Yardsticks
) -> Movement:
    """The movement of the core share and the core money of all in scope between two years.

    The reclassification effect is known for the edition's own year only, and only beside an earlier edition.
    """
    relabelled = until == rows.edition.period and rows.by_old_tags is not None
    old_tags = counted(rows.by_old_tags or (), rows.returns) if relabelled else None
    shares = share_movement(
        spending(own, since, rows.scheme),
        spending(own, until, rows.scheme),
        spending(old_tags, until, rows.scheme) if old_tags is not None else None,
    )
    no_reclassification = None if relabelled else Reason("no_earlier_edition")
    if shares.reason:
        return Movement(since, shares, None, shares.reason, no_reclassification)
    try:
        factor = price_factor(sticks.indices, first_year(since), first_year(until))
    except MissingDeflator as missing:
        no_money = Reason("no_deflator", {"year": missing.year})
        return Movement(since, shares, None, no_money, no_reclassification)
    money = money_movement(
        _all(own, since, rows.scheme), _all(own, until, rows.scheme), Fraction(factor), shares
    )
    return Movement(since, shares, money, None, no_reclassification)


def spending(amounts: Sequence[TaggedAmount], period: str, scheme: Scheme) -> dict[str, PartnerSpend]:
    """Core money and all in scope of each partner in one year."""
    found = {}
    for partner in {each.organisation for each in amounts if each.period == period}:
        theirs = shares_of(
            [each for each in amounts if each.period == period and each.organisation == partner], scheme
        )
        found[partner] = PartnerSpend(theirs.core, theirs.in_scope)
    return found


def _all(amounts: Sequence[TaggedAmount], period: str, scheme: Scheme) -> PartnerSpend:
    whole = shares_of([each for each in amounts if each.period == period], scheme)
    return PartnerSpend(whole.core, whole.in_scope)

"""Preventative spending of one year beside another: shares, cash, real terms, per head, acute spending beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from indicators.model import Reason
from indicators.periods import parse
from indicators.prevention.prices import MissingDeflator, in_prices_of, per_head, real_change
from indicators.prevention.rows import PartnerReturn, TaggedAmount
from indicators.prevention.schemes import Scheme
from indicators.prevention.shares import Shares, shares_of

MID_YEAR = (
    6,
    30,
)  # the day that the population estimates are of; it lies in the financial year's first quarter


@dataclass(frozen=True)
class Money:
    """Thousands of pounds in cash and in the prices of the base year, and pounds a head in cash; None where unknown."""

    cash: Decimal
    real: Fraction | None
    a_head: Fraction | None


@dataclass(frozen=True)
class Year:
    """One year of the returns that an edition counts.

    `no_real` says why there are no real terms (`no_deflator`), `no_head` why nothing is stated a head (`no_population`,
    `several_areas`).
    """

    period: str
    shares: Shares
    core: Money
    broad: Money
    acute: Money
    in_scope: Money
    no_real: Reason | None
    no_head: Reason | None

    def core_since(self, earlier: Year) -> Fraction | None:
        """The real change of core money since an earlier year; None where either has no real terms, or nothing to compare."""
        if self.core.real is None or not earlier.core.real or earlier.core.real < 0:
            return None
        return real_change(earlier.core.real, self.core.real, Fraction(1))


@dataclass(frozen=True)
class Yardsticks:
    """What money is made comparable by: the index of each financial year, its base, and the people of the one area."""

    indices: Mapping[int, Decimal]
    base: int
    people: Mapping[date, int] | None


def first_year(period: str) -> int:
    """The calendar year in which a financial year begins."""
    return parse(period).start.year


def counted(amounts: Iterable[TaggedAmount], returns: Sequence[PartnerReturn]) -> list[TaggedAmount]:
    """The partnership's own amounts that stand in the returns of an edition."""
    tables = {(each.organisation, each.measure, each.parent) for each in returns}
    return [
        each
        for each in amounts
        if each.role == "own" and (each.organisation, each.measure, each.parent) in tables
    ]


def complete_periods(amounts: Iterable[TaggedAmount], returns: Sequence[PartnerReturn]) -> list[str]:
    """The years in which every return has lines, oldest first: only those are one line, the others cover something else."""
    tables = {(each.organisation, each.measure, each.parent) for each in returns}
    found: dict[str, set[tuple[str, str, str]]] = {}
    for each in amounts:
        found.setdefault(each.period, set()).add((each.organisation, each.measure, each.parent))
    return sorted(period for period, seen in found.items() if tables <= seen)


def by_period(amounts: Iterable[TaggedAmount], scheme: Scheme) -> dict[str, Shares]:
    """The shares of each year, oldest first."""
    grouped: dict[str, list[TaggedAmount]] = {}
    for each in amounts:
        grouped.setdefault(each.period, []).append(each)
    return {period: shares_of(grouped[period], scheme) for period in sorted(grouped)}


def year_of(period: str, shares: Shares, yardsticks: Yardsticks) -> Year:
    """One year with its money made comparable."""
    year = first_year(period)
    no_real = None
    try:
        in_prices_of(yardsticks.base, Decimal(1), year, yardsticks.indices)
    except MissingDeflator as missing:
        no_real = Reason("no_deflator", {"year": missing.year})
    people = None if yardsticks.people is None else yardsticks.people.get(date(year, *MID_YEAR))
    no_head = None
    if yardsticks.people is None:
        no_head = Reason("several_areas")
    elif people is None:
        no_head = Reason("no_population", {"on": date(year, *MID_YEAR)})

    def money(cash: Decimal) -> Money:
        return Money(
            cash,
            None if no_real else in_prices_of(yardsticks.base, cash, year, yardsticks.indices),
            per_head(cash, people) if people else None,
        )

    return Year(
        period,
        shares,
        money(shares.core),
        money(shares.broad),
        money(shares.acute),
        money(shares.in_scope),
        no_real,
        no_head,
    )

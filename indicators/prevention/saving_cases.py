"""The invest-to-save cases of an edition: what each costs and brings year by year, and who pays for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from indicators.periods import parse
from indicators.prevention.rows import SavingFlow
from indicators.prevention.saving import InvestToSave, invest_to_save, wrong_pockets

NOUGHT = Decimal(0)
Basis = Literal["planned", "actual", "mixed"]


@dataclass(frozen=True)
class SavingCase:
    """One case from its first year to its last, in thousands of pounds.

    `balance` is what each partner gains less what it pays. `cashable` is the part of the benefit that frees money; `judged`
    counts all of the benefit, `in_cash` that part only. `basis` is mixed where some amounts are planned and others actual.
    """

    code: str
    title: str
    basis: Basis
    first_year: str
    cost: Decimal
    benefit: Decimal
    cashable: Decimal
    judged: InvestToSave
    in_cash: InvestToSave
    balance: Mapping[str, Decimal]


def saving_cases(flows: Iterable[SavingFlow]) -> tuple[SavingCase, ...]:
    """Each case judged, by its code; a year without a row is a year without money."""
    grouped: dict[str, list[SavingFlow]] = {}
    for each in flows:
        grouped.setdefault(each.code, []).append(each)
    return tuple(_case(code, grouped[code]) for code in sorted(grouped))


def _case(code: str, rows: list[SavingFlow]) -> SavingCase:
    return SavingCase(
        code=code,
        title=rows[0].title,
        basis=_basis(rows),
        first_year=min(each.period for each in rows),
        cost=sum((each.cost for each in rows), NOUGHT),
        benefit=sum((each.benefit for each in rows), NOUGHT),
        cashable=sum((each.benefit for each in rows if each.cashable == "yes"), NOUGHT),
        judged=invest_to_save(_flow(rows)),
        in_cash=invest_to_save(_flow([_cash_only(each) for each in rows])),
        balance=wrong_pockets((each.organisation, each.cost, each.benefit) for each in rows),
    )


def _flow(rows: Iterable[SavingFlow]) -> list[Decimal]:
    """What comes less what goes in each year, from the first to the last."""
    by_year: dict[int, Decimal] = {}
    for each in rows:
        year = parse(each.period).start.year
        by_year[year] = by_year.get(year, NOUGHT) + each.benefit - each.cost
    return [by_year.get(year, NOUGHT) for year in range(min(by_year), max(by_year) + 1)]


def _cash_only(row: SavingFlow) -> SavingFlow:
    return row if row.cashable == "yes" else replace(row, benefit=NOUGHT)


def _basis(rows: Iterable[SavingFlow]) -> Basis:
    found = {row.basis for row in rows}
    if found == {"actual"}:
        return "actual"
    return "planned" if found == {"planned"} else "mixed"

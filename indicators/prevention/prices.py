"""Real terms and per head. A year without a deflator is an error, never an interpolation (as HM Treasury's own tools hold it)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

QUARTERS_OF_A_FINANCIAL_YEAR = ((0, 4), (0, 7), (0, 10), (1, 1))  # years after its first April, month


class MissingDeflator(ValueError):  # noqa: N818  (named as what it says)
    """No deflator for a year that real terms were asked of. `year`: the first calendar year."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no deflator for {year}")
        self.year = year


def financial_year_index(first_year: int, quarters: Mapping[date, Decimal]) -> Decimal:
    """The index of the financial year that begins in April of `first_year`: the mean of its four published quarters.

    Derived, not published: the Treasury's financial-year table is the mean of the same quarters weighted by output.

    Args:
        first_year: 2024 for 2024-25.
        quarters: the index by the first day of its quarter.

    Raises:
        MissingDeflator: one of the four is missing.
    """
    days = [date(first_year + after, month, 1) for after, month in QUARTERS_OF_A_FINANCIAL_YEAR]
    if any(day not in quarters for day in days):
        raise MissingDeflator(first_year)
    return sum((quarters[day] for day in days), Decimal(0)) / 4


def price_factor(indices: Mapping[int, Decimal], year: int, base: int) -> Fraction:
    """By what an amount of `year` is multiplied to be in the prices of `base`.

    Raises:
        MissingDeflator: either year has no index.
        ValueError: an index that is not above nought.
    """
    for each in (year, base):
        if each not in indices:
            raise MissingDeflator(each)
        if indices[each] <= 0:
            raise ValueError(f"the index of {each} is {indices[each]}")
    return Fraction(indices[base]) / Fraction(indices[year])


def in_prices_of(base: int, amount: Decimal, year: int, indices: Mapping[int, Decimal]) -> Fraction:
    """An amount of `year` in the prices of `base`, exact.

    Raises:
        MissingDeflator: either year has no index.
    """
    return Fraction(amount) * price_factor(indices, year, base)


def real_change(before: Decimal | Fraction, after: Decimal | Fraction, factor: Fraction) -> Fraction:
    """The relative change in real terms, exact; from unrounded amounts, never from displayed ones.

    Args:
        before: the earlier amount, in cash of its year.
        after: the later amount, in cash of its year.
        factor: by what the earlier one is multiplied to be in the later one's prices; 1 where both are in the same.

    Raises:
        ValueError: nothing to compare with.
    """
    start = Fraction(before) * factor
    if start <= 0:
        raise ValueError(f"a change from {before} has no percentage")
    return Fraction(after) / start - 1


def per_head(amount: Decimal | Fraction, people: int) -> Fraction:
    """Thousands of pounds as pounds a head.

    Raises:
        ValueError: nobody to divide by.
    """
    if people <= 0:
        raise ValueError(f"the population is {people}")
    return Fraction(amount) * 1000 / people

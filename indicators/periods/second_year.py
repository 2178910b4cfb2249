"""The second year of a pair such as 2008/09: in full, and whether it follows the first."""

from __future__ import annotations

from indicators.periods.errors import PeriodError

_CENTURY = 100


def split_year(first: str, second: str) -> int:
    """The year in which 2008/09 begins; PeriodError `second_year_does_not_follow` for 2008/10."""
    if full_year(first, second) != int(first) + 1:
        raise does_not_follow(first, second)
    return int(first)


def full_year(first: str, second: str) -> int:
    """The second year in four digits: the next after the first that ends so (1999/00 is 2000)."""
    if len(second) == len(first):
        return int(second)
    return int(first) + (int(second) - int(first) - 1) % _CENTURY + 1


def does_not_follow(first: str, second: str) -> PeriodError:
    """The refusal, with both years as they were written."""
    return PeriodError(f"{first}/{second}", "second_year_does_not_follow", {"first": first, "second": second})

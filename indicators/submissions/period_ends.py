"""Dates in the place of periods: of an indicator whose figures cover months or years, the period that ends on that day.

Many write a quarter by its last day. The reader of periods takes a date for that one day, because it does not know of
which indicator it is; here that is known. A date with its length, 2019-03-31/P1D, stays the day.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from indicators.datasets import Dataset
from indicators.periods import ending_on
from indicators.submissions.statements import statement
from indicators.submissions.workspace import Workspace

PERIOD, INDICATOR = "period", "indicator_code"


def read_period_ends(work: Workspace, declared: Dataset, touched: Collection[str]) -> bool:
    """Make `period_end` of the dates in `staged` that stand for a period; whether there are any.

    Args:
        work: a workspace in which the file is staged and `meanings` are made.
        declared: the dataset that the file is for.
        touched: the columns that have texts which are not kept as they stand.
    """
    if not _has_periods_of_indicators(declared):
        return False
    work.run("period_ends/made")
    asked = work.run("period_ends/asked") if PERIOD in touched else []
    if not asked:
        return False
    rows = []
    for code, text, day, length, year_begins in asked:
        period = ending_on(date.fromisoformat(day), length, year_begins or ())
        rows.append((code, text, day, length, period.code if period else None))
    work.append("period_end", rows)
    return True


def period_end_checks(work: Workspace, declared: Dataset) -> list[str]:
    """The statements that tell how such dates were read, and which are no last day of a period."""
    if not _has_periods_of_indicators(declared) or not work.run("period_ends/counted")[0][0]:
        return []
    return [statement("period_ends/read_by_their_end"), statement("period_ends/no_period_ends")]


def _has_periods_of_indicators(declared: Dataset) -> bool:
    """Whether a row belongs to one period of one indicator: observations, and commentary on them."""
    return {INDICATOR, PERIOD} <= set(declared.key)

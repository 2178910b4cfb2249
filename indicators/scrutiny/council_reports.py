"""Reports of cabinet members to full council on partnerships in their themes: how many a council year, on which themes.

The review of 2007 asked that cabinet members report to the whole council and answer questions there (recommendation R2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MAY = 5


@dataclass(frozen=True)
class CouncilReport:
    """One report as it is recorded; `questions_asked` is None where nobody counted."""

    code: str
    title: str
    council_on: date
    theme: str
    cabinet_role: str | None
    questions_asked: int | None
    follow_up: str | None
    source: str


@dataclass(frozen=True)
class CouncilYear:
    """The reports of one council year, which begins in May and bears the number of that year.

    `questions` is the sum over the `counted` reports whose questions were counted; None where none was.
    """

    begins: int
    reports: int
    themes: tuple[str, ...]
    counted: int
    questions: int | None


def council_years(reports: Iterable[CouncilReport]) -> tuple[CouncilYear, ...]:
    """Every council year with a report, the latest first."""
    by_year: dict[int, list[CouncilReport]] = defaultdict(list)
    for each in reports:
        by_year[council_year(each.council_on)].append(each)
    return tuple(_year(begins, by_year[begins]) for begins in sorted(by_year, reverse=True))


def council_year(day: date) -> int:
    """The year in which the council year of a day begins: from May to April, as the annual meeting is held in May."""
    return day.year if day.month >= MAY else day.year - 1


def _year(begins: int, reports: list[CouncilReport]) -> CouncilYear:
    asked = [each.questions_asked for each in reports if each.questions_asked is not None]
    themes = tuple(sorted({each.theme for each in reports}, key=str.casefold))
    return CouncilYear(begins, len(reports), themes, len(asked), sum(asked) if asked else None)

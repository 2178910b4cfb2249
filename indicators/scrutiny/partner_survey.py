"""The survey of partners on how they work together: eight statements, five answers, by sector, one round after another.

Answers are kept as numbers of people by sector, never one by one. People who could not say are in no share. A group is shown only
where at least eight people of it answered and no smaller group can be worked out from what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import sqrt
from typing import Literal, get_args

from indicators.model import Reason
from indicators.scrutiny.sectors import Sector
from indicators.scrutiny.survey_groups import FEWEST_SHOWN, SurveyGroup, members, shown_groups

Objective = Literal[
    "take_stock",
    "strengths",
    "weaknesses",
    "obstacles",
    "commitment",
    "ownership",
    "equality",
    "accountability",
]
Counts = tuple[int, int, int, int, int]

OBJECTIVES: tuple[Objective, ...] = get_args(Objective)
SCALE = (1, 2, 3, 4, 5)
# Answers spread widely where their standard deviation is half of the largest that the scale allows.
WIDE_VARIANCE = Fraction(1)


@dataclass(frozen=True)
class SurveyRound:
    """One round; `asked` is how many people were asked, None where that is not recorded."""

    code: str
    title: str
    closed_on: date
    asked: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class SectorAnswers:
    """What the people of one sector answered to one statement: how many from strongly disagree to strongly agree."""

    survey_code: str
    objective: Objective
    sector: Sector
    counts: Counts


@dataclass(frozen=True)
class GroupAnswers:
    """The answers of one group to one statement.

    Attributes:
        group: a sector, one of the two groups of sectors, or all.
        answered: people with an answer; None where the group is hidden.
        counts: of each of the five answers; None where the group is hidden.
        reason: `too_few_answers` (with how many are needed), also where showing the group would give a smaller one away;
            `nobody_answered`.
    """

    group: SurveyGroup
    answered: int | None
    counts: Counts | None
    reason: Reason | None = None

    @property
    def agreeing(self) -> int | None:
        """How many agree or strongly agree."""
        return None if self.counts is None else self.counts[3] + self.counts[4]

    def share(self, *answers: int) -> Fraction | None:
        """The part that gave one of these answers, 1 (strongly disagree) to 5, of all with an answer, exact."""
        if self.counts is None or not self.answered:
            return None
        return Fraction(sum(self.counts[answer - 1] for answer in answers), self.answered)

    @property
    def spread(self) -> float | None:
        """The population standard deviation of the answers, 0 (all alike) to 2."""
        variance = self._variance
        return None if variance is None else sqrt(variance)

    @property
    def is_wide(self) -> bool:
        """Whether the answers spread by 1 or more, half of what the scale allows."""
        return self._variance is not None and self._variance >= WIDE_VARIANCE

    @property
    def _variance(self) -> Fraction | None:
        if self.counts is None or not self.answered:
            return None
        pairs = list(zip(SCALE, self.counts, strict=True))
        mean = Fraction(sum(value * count for value, count in pairs), self.answered)
        return sum(((value - mean) ** 2 * count for value, count in pairs), Fraction(0)) / self.answered


def statement_answers(
    answers: Iterable[SectorAnswers], groups: Sequence[SurveyGroup]
) -> dict[SurveyGroup, GroupAnswers]:
    """The answers to one statement in one round by each of `groups`, what must be hidden hidden.

    Raises:
        ValueError: a number below nought, or a sector that stands twice.
    """
    by_sector: dict[Sector, Counts] = {}
    for each in answers:
        if min(each.counts) < 0 or each.sector in by_sector:
            raise ValueError(f"{each.sector} answered {each.counts}, or answered twice")
        by_sector[each.sector] = each.counts
    shown = shown_groups({sector: sum(counts) for sector, counts in by_sector.items()})
    return {group: _of_group(group, by_sector, is_shown=group in shown) for group in groups}


def _of_group(group: SurveyGroup, by_sector: Mapping[Sector, Counts], *, is_shown: bool) -> GroupAnswers:
    rows = [by_sector[sector] for sector in members(group) if sector in by_sector]
    first, second, third, fourth, fifth = (sum(row[i] for row in rows) for i in range(len(SCALE)))
    counts = (first, second, third, fourth, fifth)
    if not sum(counts):
        return GroupAnswers(group, 0, None, Reason("nobody_answered"))
    if not is_shown:
        return GroupAnswers(group, None, None, Reason("too_few_answers", {"needed": FEWEST_SHOWN}))
    return GroupAnswers(group, sum(counts), counts)

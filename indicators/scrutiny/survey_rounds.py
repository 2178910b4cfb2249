"""One round of the partner survey, judged: what every group answered, what changed since the round before, and the gap between partners.

Equality of partners is looked at as one gap that is fixed beforehand: public bodies less the other partners, in the share that agrees that
all have an equal say. What the gap comes from the answers do not say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.model import Reason
from indicators.scrutiny.partner_survey import (
    OBJECTIVES,
    GroupAnswers,
    Objective,
    SectorAnswers,
    SurveyRound,
    statement_answers,
)
from indicators.scrutiny.sectors import SECTORS
from indicators.scrutiny.survey_comparison import ShareDifference, agreement_difference
from indicators.scrutiny.survey_groups import ALL, SurveyGroup

ON_EQUALITY: Objective = "equality"
MOST_ROUNDS = 8  # whose gap is told beside one another
SHOWN: tuple[SurveyGroup, ...] = (ALL, "public_bodies", "other_partners", *SECTORS)
ByStatement = dict[tuple[str, Objective], list[SectorAnswers]]


@dataclass(frozen=True)
class JudgedStatement:
    """One statement in one round: the answers by group, the change since the round before by group, and the gap."""

    objective: Objective
    groups: dict[SurveyGroup, GroupAnswers]
    changes: dict[SurveyGroup, ShareDifference]
    gap: ShareDifference


@dataclass(frozen=True)
class JudgedRound:
    """One round: its statements in their order, the round before it, and the gap on equality round by round, this one last."""

    survey: SurveyRound
    earlier: SurveyRound | None
    statements: tuple[JudgedStatement, ...]
    gaps: tuple[tuple[SurveyRound, ShareDifference], ...]

    def on(self, objective: Objective) -> JudgedStatement:
        """The statement `objective`."""
        return self.statements[OBJECTIVES.index(objective)]

    @property
    def comparisons(self) -> int:
        """How many changes of all partners were looked for and could be told."""
        return sum(each.changes[ALL].reason is None for each in self.statements)


def judge_round(
    survey: SurveyRound, rounds: Iterable[SurveyRound], answers: Iterable[SectorAnswers]
) -> JudgedRound:
    """The round `survey`; `rounds` and `answers` are of all rounds, of which those that closed before it are looked at too."""
    before = sorted((each for each in rounds if _place(each) < _place(survey)), key=_place, reverse=True)
    earlier = before[0] if before else None
    by_statement: ByStatement = defaultdict(list)
    for each in answers:
        by_statement[each.survey_code, each.objective].append(each)
    told = [*reversed(before[: MOST_ROUNDS - 1]), survey]
    return JudgedRound(
        survey,
        earlier,
        tuple(_statement(objective, survey, earlier, by_statement) for objective in OBJECTIVES),
        tuple((each, _gap(_answers(each, ON_EQUALITY, by_statement))) for each in told),
    )


def _statement(
    objective: Objective, survey: SurveyRound, earlier: SurveyRound | None, by_statement: ByStatement
) -> JudgedStatement:
    now = _answers(survey, objective, by_statement)
    if earlier is None:
        none = ShareDifference(None, None, None, Reason("no_earlier_round"))
        changes = dict.fromkeys(SHOWN, none)
    else:
        then = _answers(earlier, objective, by_statement)
        changes = {group: agreement_difference(now[group], then[group]) for group in SHOWN}
    return JudgedStatement(objective, now, changes, _gap(now))


def _answers(
    survey: SurveyRound, objective: Objective, by_statement: ByStatement
) -> dict[SurveyGroup, GroupAnswers]:
    found: Sequence[SectorAnswers] = by_statement.get((survey.code, objective), ())
    return statement_answers(found, SHOWN)


def _gap(answers: dict[SurveyGroup, GroupAnswers]) -> ShareDifference:
    return agreement_difference(answers["public_bodies"], answers["other_partners"])


def _place(survey: SurveyRound) -> tuple[int, str]:
    return survey.closed_on.toordinal(), survey.code

"""The partner survey of one version of the ledger: a round is judged when first asked for, then kept."""

from __future__ import annotations

from indicators.scrutiny.partner_survey import GroupAnswers, Objective, SectorAnswers, SurveyRound
from indicators.scrutiny.survey_comparison import ShareDifference, by_chance_alone
from indicators.scrutiny.survey_rounds import JudgedRound, JudgedStatement, judge_round
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

__all__ = [
    "GroupAnswers",
    "JudgedRound",
    "JudgedStatement",
    "Objective",
    "ShareDifference",
    "SurveyRound",
    "by_chance_alone",
    "judged_round",
    "survey_rounds",
]

KEPT = 16


@kept_by_version(KEPT)
def survey_rounds(snapshot: Snapshot, at: int) -> tuple[SurveyRound, ...]:
    """Every round of the survey, the latest first."""
    return tuple(snapshot.records("partner_surveys", SurveyRound, as_at=at))


@kept_by_version(KEPT)
def judged_round(snapshot: Snapshot, at: int, code: str) -> JudgedRound:
    """The round with this code.

    Raises:
        KeyError: there is none.
    """
    rounds = {each.code: each for each in survey_rounds(snapshot, at)}
    return judge_round(rounds[code], rounds.values(), _answers(snapshot, at))


@kept_by_version(KEPT)
def _answers(snapshot: Snapshot, at: int) -> tuple[SectorAnswers, ...]:
    return tuple(
        SectorAnswers(
            row["survey_code"],
            row["objective"],
            row["sector"],
            (
                row["strongly_disagree"],
                row["disagree"],
                row["neither"],
                row["agree"],
                row["strongly_agree"],
            ),
        )
        for row in snapshot.query("partner_survey_answers", as_at=at)
    )

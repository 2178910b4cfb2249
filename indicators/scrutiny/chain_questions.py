"""The twelve questions that partners ask of a delivery chain, first each alone, then together.

From Delivering efficiently: strengthening the links in public service delivery chains (National Audit Office and Audit
Commission, 2006). Answers run from 1 to 4. How far partners differ is a finding in itself: they are said to disagree where
the standard deviation of their own answers is half of the largest that the scale allows, 0.75, or more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Literal, get_args

from indicators.model import Reason

Question = Literal[
    "DC01", "DC02", "DC03", "DC04", "DC05", "DC06", "DC07", "DC08", "DC09", "DC10", "DC11", "DC12"
]
Group = Literal["direction", "means", "working", "control", "learning"]
Round = Literal["individual", "consensus"]

GROUPS: dict[Question, Group] = {
    "DC01": "direction",
    "DC02": "direction",
    "DC03": "means",
    "DC04": "means",
    "DC05": "means",
    "DC06": "working",
    "DC07": "working",
    "DC08": "control",
    "DC09": "control",
    "DC10": "control",
    "DC11": "learning",
    "DC12": "learning",
}
QUESTIONS: tuple[Question, ...] = get_args(Question)
LOWEST, HIGHEST = 1, 4
DISAGREEING_VARIANCE = Fraction(3, 4) ** 2


@dataclass(frozen=True)
class ChainAnswer:
    """One score, of one organisation alone or of all together (`organisation` is then None)."""

    question: Question
    organisation: str | None
    round: Round
    score: int


@dataclass(frozen=True)
class QuestionScore:
    """One of the twelve: the score agreed together, and the scores given alone.

    `counts` says how many gave 1, 2, 3 and 4; `mean` and `variance` (of the population) are exact and None without answers.
    """

    question: Question
    consensus: int | None
    counts: tuple[int, int, int, int]
    mean: Fraction | None
    variance: Fraction | None

    @property
    def spread(self) -> float | None:
        """The population standard deviation of the scores given alone."""
        return None if self.variance is None else sqrt(self.variance)

    @property
    def partners_disagree(self) -> bool:
        """Whether the scores given alone spread by 0.75 or more."""
        return self.variance is not None and self.variance >= DISAGREEING_VARIANCE


@dataclass(frozen=True)
class ChainScore:
    """All twelve questions of one chain.

    `mean` is over the consensus scores that there are, exact; `rescaled` the same from 0 to 1. Both are None with `reason`
    `no_consensus` where there are none.
    """

    questions: tuple[QuestionScore, ...]
    mean: Fraction | None
    rescaled: Fraction | None
    without_consensus: tuple[Question, ...]
    reason: Reason | None = None


def chain_score(answers: Iterable[ChainAnswer]) -> ChainScore:
    """The twelve questions from all answers of one chain.

    Raises:
        ValueError: a question that is none of the twelve, a score outside 1 to 4, or two scores where one is meant: of one
            organisation alone, or agreed together.
    """
    known = list(answers)
    _refuse(known)
    questions = tuple(
        _question(name, [each for each in known if each.question == name]) for name in QUESTIONS
    )
    agreed = [each.consensus for each in questions if each.consensus is not None]
    without = tuple(each.question for each in questions if each.consensus is None)
    if not agreed:
        return ChainScore(questions, None, None, without, Reason("no_consensus"))
    mean = Fraction(sum(agreed), len(agreed))
    return ChainScore(questions, mean, (mean - LOWEST) / (HIGHEST - LOWEST), without)


def _refuse(answers: list[ChainAnswer]) -> None:
    for each in answers:
        if each.question not in GROUPS:
            raise ValueError(f"{each.question!r} is none of the twelve questions")
        if not LOWEST <= each.score <= HIGHEST:
            raise ValueError(f"{each.question} is scored {each.score}, not {LOWEST} to {HIGHEST}")
        if (each.organisation is None) != (each.round == "consensus"):
            raise ValueError(f"{each.question}: an answer given alone names who gave it, a consensus nobody")
    for (question, organisation), count in Counter((e.question, e.organisation) for e in answers).items():
        if count > 1:
            raise ValueError(f"{question} is scored {count} times by {organisation or 'all together'}")


def _question(name: Question, answers: list[ChainAnswer]) -> QuestionScore:
    alone = [each.score for each in answers if each.round == "individual"]
    together = next((each.score for each in answers if each.round == "consensus"), None)
    counts = (alone.count(1), alone.count(2), alone.count(3), alone.count(4))
    if not alone:
        return QuestionScore(name, together, counts, None, None)
    mean = Fraction(sum(alone), len(alone))
    variance = sum(((score - mean) ** 2 for score in alone), Fraction(0)) / len(alone)
    return QuestionScore(name, together, counts, mean, variance)

"""A key line of enquiry: one question that a named rule asks of one subject, with the figures that prompted it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

SubjectKind = Literal["indicator", "edition", "recommendation", "partnership", "delivery_chain", "benefit"]
Weight = Literal["off_course", "money", "not_borne_out", "not_kept_up", "figures"]

# What is asked first: what goes wrong for people, then money, then claims, then commitments, then the figures themselves.
WEIGHTS: tuple[Weight, ...] = ("off_course", "money", "not_borne_out", "not_kept_up", "figures")


@dataclass(frozen=True)
class Rule:
    """A rule that asks. Of one subject, only one question on a `matter` is asked, the first in rank."""

    name: str
    subject_kind: SubjectKind
    weight: Weight
    matter: str


# In the order in which they rank within a weight.
RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("red_two_periods", "indicator", "off_course", "recovery"),
        Rule("weakest_link", "delivery_chain", "off_course", "chain"),
        Rule("benefit_slipping", "benefit", "off_course", "realisation"),
        Rule("just_under_the_reward_line", "indicator", "money", "reward"),
        Rule("reclassified", "edition", "money", "shift"),
        Rule("prevention_up_outcomes_still", "edition", "not_borne_out", "outcomes"),
        Rule("judged_differs", "indicator", "not_borne_out", "judgement"),
        Rule("step_without_comparators", "indicator", "not_borne_out", "step"),
        Rule("influence_ungraded", "edition", "not_borne_out", "influence"),
        Rule("target_reset", "indicator", "not_borne_out", "target"),
        Rule("partners_disagree", "delivery_chain", "not_borne_out", "answers"),
        Rule("officers_and_members_differ", "recommendation", "not_borne_out", "progress"),
        Rule("achieved_without_evidence", "recommendation", "not_borne_out", "progress"),
        Rule("recommendation_overdue", "recommendation", "not_kept_up", "date"),
        Rule("response_overdue", "recommendation", "not_kept_up", "response"),
        Rule("recommendation_without_date", "recommendation", "not_kept_up", "date"),
        Rule("date_moved_without_reason", "recommendation", "not_kept_up", "date"),
        Rule("no_exit_terms", "partnership", "not_kept_up", "membership"),
        Rule("review_overdue", "partnership", "not_kept_up", "membership"),
        Rule("stale_figures", "indicator", "figures", "figures"),
        Rule("revised_figures", "indicator", "figures", "figures"),
        Rule("no_trend_possible", "indicator", "figures", "trend"),
    )
}
_PLACE = {name: place for place, name in enumerate(RULES)}


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        rule: a name of `RULES`; the sentences are made from it and the figures.
        subject: the code of what it is about.
        title: what that is called.
        figures: what prompted it; never empty.
        ask: the post or body to ask, where the records name one; else None, and the rule says whom.
        size: how large the matter is among those of its rule, in the rule's own unit.
    """

    rule: str
    subject: str
    title: str
    figures: dict[str, Any]
    ask: str | None
    size: Fraction

    def __post_init__(self) -> None:
        """Refuse a question of no rule or without a figure."""
        if self.rule not in RULES:
            raise ValueError(f"no rule is called {self.rule!r}")
        if not self.figures:
            raise ValueError(f"{self.rule} asks about {self.subject} without a figure")


def ranked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions in order, each matter of a subject once.

    By the weight of the rule (off course, money, claims not borne out, commitments not kept up, the figures themselves), by
    the rule's place in `RULES`, the largest first, then by the code of the subject.
    """
    found: dict[tuple[SubjectKind, str, str], Question] = {}
    for each in sorted(questions, key=_rank):
        rule = RULES[each.rule]
        found.setdefault((rule.subject_kind, each.subject, rule.matter), each)
    return tuple(found.values())


def _rank(question: Question) -> tuple[int, int, Fraction, str]:
    weight = WEIGHTS.index(RULES[question.rule].weight)
    return weight, _PLACE[question.rule], -question.size, question.subject

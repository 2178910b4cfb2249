"""A key line of enquiry: one question that a named rule asks of one subject, with the figures that prompted it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

SubjectKind = Literal[
    "basket", "indicator", "edition", "register", "recommendation", "partnership", "delivery_chain", "benefit"
]
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
        Rule("worsening", "indicator", "off_course", "recovery"),
        Rule("step_for_the_worse", "indicator", "off_course", "recovery"),
        Rule("worse_than_elsewhere", "indicator", "off_course", "elsewhere"),
        Rule("worse_three_times", "indicator", "off_course", "recovery"),
        Rule("just_under_the_reward_line", "indicator", "money", "reward"),
        Rule("reclassified", "edition", "money", "shift"),
        Rule("prevention_share_fell", "edition", "money", "shift"),
        Rule("prevention_up_outcomes_still", "edition", "not_borne_out", "outcomes"),
        Rule("judged_differs", "indicator", "not_borne_out", "judgement"),
        Rule("step_without_comparators", "indicator", "not_borne_out", "step"),
        Rule("influence_ungraded", "edition", "not_borne_out", "influence"),
        Rule("influence_unclaimed", "edition", "not_borne_out", "influence"),
        Rule("coding_unmoderated", "edition", "not_borne_out", "coding"),
        Rule("target_reset", "indicator", "not_borne_out", "target"),
        Rule("partners_disagree", "delivery_chain", "not_borne_out", "answers"),
        Rule("officers_and_members_differ", "recommendation", "not_borne_out", "progress"),
        Rule("achieved_without_evidence", "recommendation", "not_borne_out", "progress"),
        Rule("targets_not_agreed", "basket", "not_kept_up", "targets"),
        Rule("target_ended", "indicator", "not_kept_up", "target"),
        Rule("recommendation_overdue", "recommendation", "not_kept_up", "date"),
        Rule("response_overdue", "recommendation", "not_kept_up", "response"),
        Rule("recommendation_without_date", "recommendation", "not_kept_up", "date"),
        Rule("date_moved_without_reason", "recommendation", "not_kept_up", "date"),
        Rule("no_exit_terms", "partnership", "not_kept_up", "membership"),
        Rule("review_overdue", "partnership", "not_kept_up", "membership"),
        Rule("register_unverified", "register", "not_kept_up", "register"),
        Rule("off_illustrative_course", "indicator", "not_kept_up", "recovery"),
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


def shortlist(in_order: Iterable[Question], most: int, *, of_a_rule: int = 3) -> tuple[Question, ...]:
    """The first questions for a meeting that has time for `most`: one of a subject and at most `of_a_rule` of a rule.

    Args:
        in_order: questions as `ranked` gives them.
        most: how many at most.
        of_a_rule: how many of one rule at most, so that one register cannot fill the meeting.
    """
    chosen: list[Question] = []
    subjects: set[tuple[SubjectKind, str]] = set()
    by_rule: Counter[str] = Counter()
    for each in in_order:
        subject = RULES[each.rule].subject_kind, each.subject
        if len(chosen) == most or subject in subjects or by_rule[each.rule] == of_a_rule:
            continue
        chosen.append(each)
        subjects.add(subject)
        by_rule[each.rule] += 1
    return tuple(chosen)


def _rank(question: Question) -> tuple[int, int, Fraction, list[tuple[int, str]]]:
    weight = WEIGHTS.index(RULES[question.rule].weight)
    return weight, _PLACE[question.rule], -question.size, _in_order(question.subject)


def _in_order(code: str) -> list[tuple[int, str]]:
    """The numbers in a code by their size, so that R2 stands before R10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", code)]

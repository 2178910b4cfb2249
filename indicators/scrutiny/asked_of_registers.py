"""The rules that ask about recommendations, partnerships and their register, delivery chains and benefits, from what is judged of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from indicators.scrutiny.benefits import Realisation
from indicators.scrutiny.chain_questions import ChainScore
from indicators.scrutiny.chains import WEAK, ChainRating
from indicators.scrutiny.partnerships import Partnership, Register
from indicators.scrutiny.question import Question
from indicators.scrutiny.recommendations import Standing

OF_RECOMMENDATIONS = (
    "officers_and_members_differ",
    "achieved_without_evidence",
    "response_overdue",
    "date_moved_without_reason",
)


def questions_on_recommendation(found: Standing, title: str) -> tuple[Question, ...]:
    """Overdue (size: days), without a date (size: nought), and what its standing found; nothing once members closed it."""
    if found.state == "closed":
        return ()
    one = found.recommendation
    whom = one.owner or one.addressee
    asked = []
    if found.state == "overdue":
        figures = {"due_on": one.due, "days": found.days_overdue}
        asked.append(
            Question(
                "recommendation_overdue", one.code, title, figures, whom, Fraction(found.days_overdue or 0)
            )
        )
    if found.state == "no_date":
        figures = {"as_of": found.as_of, "review": one.review, "evidence_on": one.evidence_on}
        asked.append(Question("recommendation_without_date", one.code, title, figures, whom, Fraction(0)))
    asked += [
        Question(
            finding.rule, one.code, title, finding.figures, whom, Fraction(finding.figures.get("days", 0))
        )
        for finding in found.findings
        if finding.rule in OF_RECOMMENDATIONS
    ]
    return tuple(asked)


def questions_on_register(found: Register, partnerships: Iterable[Partnership]) -> tuple[Question, ...]:
    """Reviews that are overdue (size: days) and significant partnerships without exit terms (size: 2 major, 1 moderate)."""
    titles = {each.code: each.name for each in partnerships}
    sizes = {"major": 2, "moderate": 1}
    return tuple(
        Question(
            finding.rule,
            finding.subject,
            titles[finding.subject],
            finding.figures,
            None,
            Fraction(finding.figures.get("days", sizes.get(finding.figures.get("significance", ""), 0))),
        )
        for finding in found.findings
        if finding.rule in ("review_overdue", "no_exit_terms")
    )


def questions_on_freshness(found: Register) -> tuple[Question, ...]:
    """Fewer than half of the living partnerships were verified in the last twelve months. Size: how many were not."""
    verified = found.verified
    if not verified.whole or 2 * verified.part >= verified.whole:
        return ()
    figures = {"verified": verified.part, "of": verified.whole, "unjudged": found.significant.get(None, 0)}
    return (
        Question(
            "register_unverified",
            "partnership",
            "partnership",
            figures,
            None,
            Fraction(verified.whole - verified.part),
        ),
    )


def questions_on_chain(
    code: str,
    title: str,
    owner: str | None,
    rating: ChainRating,
    score: ChainScore,
    *,
    ends: Mapping[str, tuple[str, str]],
) -> tuple[Question, ...]:
    """A weakest critical link of 2 or less (size: how weak), and questions on which partners disagree (size: how many).

    `ends` holds, by link, the organisations that it binds.
    """
    asked = []
    if rating.weakest is not None and rating.weakest <= WEAK:
        figures = {
            "weakest": rating.weakest,
            "links": tuple(ends[link] for link in rating.weakest_links),
            "mean": rating.mean,
        }
        asked.append(Question("weakest_link", code, title, figures, owner, Fraction(-rating.weakest)))
    apart = [each for each in score.questions if each.partners_disagree]
    if apart:
        figures = {
            "questions": tuple(each.question for each in apart),
            "spread": max(each.spread or 0 for each in apart),
        }
        asked.append(Question("partners_disagree", code, title, figures, owner, Fraction(len(apart))))
    return tuple(asked)


def questions_on_benefit(found: Realisation) -> tuple[Question, ...]:
    """A benefit of which less than nine tenths has come. Size: the part that is missing."""
    if not found.is_slipping or found.share is None:
        return ()
    one = found.profile
    figures = {
        "period": found.period,
        "planned": found.planned,
        "actual": found.actual,
        "share": found.share,
        "unit": one.unit,
    }
    return (Question("benefit_slipping", one.code, one.title, figures, one.owner, 1 - found.share),)

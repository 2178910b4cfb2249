"""A delivery chain with everything that is recorded of it, and everything that follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from indicators.analysis.finding import Finding
from indicators.scrutiny.chain_findings import chain_findings
from indicators.scrutiny.chain_questions import ChainAnswer, ChainScore, chain_score
from indicators.scrutiny.chain_risks import ChainRisk, ranked, risk_findings
from indicators.scrutiny.chains import ChainAction, ChainLink, ChainNode, ChainRating, chain_rating


@dataclass(frozen=True)
class DeliveryChain:
    """What a chain is to deliver, which indicator shows it, and which post answers for it."""

    code: str
    title: str
    outcome: str
    indicator_code: str | None
    target_code: str | None
    owner: str | None
    workshop_on: date | None
    next_review_on: date | None
    source: str
    source_key: str


@dataclass(frozen=True)
class JudgedChain:
    """One chain as recorded, with its rating, its twelve questions and what to ask about it.

    `risks` stand with the largest first, `actions` with the open ones first.
    """

    chain: DeliveryChain
    nodes: tuple[ChainNode, ...]
    links: tuple[ChainLink, ...]
    actions: tuple[ChainAction, ...]
    risks: tuple[ChainRisk, ...]
    rating: ChainRating
    score: ChainScore
    findings: tuple[Finding, ...]

    @property
    def ends(self) -> dict[str, tuple[str, str]]:
        """By link, the organisations that it binds; the code of a node where none stands under it."""
        known = {node.code: node.organisation for node in self.nodes}
        return {
            link.code: (known.get(link.start, link.start), known.get(link.end, link.end))
            for link in self.links
        }


def judge_chain(
    chain: DeliveryChain,
    *,
    nodes: Iterable[ChainNode] = (),
    links: Iterable[ChainLink] = (),
    answers: Iterable[ChainAnswer] = (),
    actions: Iterable[ChainAction] = (),
    risks: Iterable[ChainRisk] = (),
    as_of: date,
) -> JudgedChain:
    """Judge one chain from its rows on the day `as_of`.

    A question on which more than one score is recorded as agreed has no agreed score, which is a finding.

    Raises:
        ValueError: a strength, a score, a likelihood or an impact outside 1 to 4; a question that is none of the twelve; two
            scores of one organisation.
    """
    bodies, joined, todo = tuple(nodes), tuple(links), tuple(actions)
    given, agreed_twice = _settled(list(answers))
    threats = ranked(risks)
    return JudgedChain(
        chain=chain,
        nodes=bodies,
        links=joined,
        actions=tuple(sorted(todo, key=_open_first)),
        risks=threats,
        rating=chain_rating(joined),
        score=chain_score(given),
        findings=(
            *chain_findings(bodies, joined, todo, as_of),
            *agreed_twice,
            *risk_findings(threats),
            *_overdue(chain, as_of),
        ),
    )


def weakest_first(chains: Iterable[JudgedChain]) -> tuple[JudgedChain, ...]:
    """The weakest rating first, of equal ones the lower mean, then by code; those without a rating last."""

    def order(one: JudgedChain) -> tuple[bool, int, object, str]:
        rating = one.rating
        return rating.weakest is None, rating.weakest or 0, rating.mean or 0, one.chain.code

    return tuple(sorted(chains, key=order))


def _settled(answers: list[ChainAnswer]) -> tuple[list[ChainAnswer], list[Finding]]:
    """The answers without scores that contradict each other as agreed, and which those were."""
    agreed: dict[str, list[int]] = defaultdict(list)
    for each in answers:
        if each.round == "consensus":
            agreed[each.question].append(each.score)
    twice = {question: scores for question, scores in agreed.items() if len(scores) > 1}
    left = [each for each in answers if each.round != "consensus" or each.question not in twice]
    found = [
        Finding("agreed_twice", question, {"scores": tuple(sorted(scores))})
        for question, scores in sorted(twice.items())
    ]
    return left, found


def _open_first(action: ChainAction) -> tuple[bool, bool, date, str]:
    """Open before done and dropped; within each the earliest day first, those without a day last."""
    return action.status != "open", action.due_on is None, action.due_on or date.max, action.code


def _overdue(chain: DeliveryChain, as_of: date) -> Iterable[Finding]:
    """`review_overdue`: the partners were to look at the chain again by a day that has passed."""
    due_on = chain.next_review_on
    if due_on is not None and due_on < as_of:
        yield Finding("review_overdue", chain.code, {"due_on": due_on, "days": (as_of - due_on).days})

"""Key lines of enquiry for one version of the ledger: every question that a rule asks, ranked; worked out in a thread of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import partial

from indicators.assessments.asked_editions import edition_asked
from indicators.assessments.asked_elsewhere import worse_elsewhere
from indicators.assessments.asked_grants import grants, reward_at_stake
from indicators.assessments.asked_history import histories
from indicators.assessments.asked_indicators import indicator_asked
from indicators.assessments.asked_registers import questions_on_registers
from indicators.assessments.judged import Assessment, assess_basket, assess_indicator
from indicators.assessments.kept import Jobs, wait_whole
from indicators.assessments.recorded_questions import last_meeting, recorded_questions
from indicators.assessments.whole import evidence_of
from indicators.datasets.example_files import is_example
from indicators.model import COUNTY
from indicators.scrutiny import asked_of_basket, asked_of_editions, asked_of_indicators
from indicators.scrutiny.figures_asked import BasketAsked
from indicators.scrutiny.question import RULES, Question, SubjectKind, ranked, shortlist
from indicators.store import Snapshot, queries
from indicators.store.commentaries import commentaries

__all__ = [
    "RULES",
    "Enquiry",
    "Question",
    "SubjectKind",
    "any_failed",
    "enquiry",
    "ready_enquiry",
    "shortlist",
    "wait_enquiry",
]

KEPT = 32


@dataclass(frozen=True)
class Enquiry:
    """Every question, ranked; `examples` is how many more are about made-up entries, which are left out."""

    questions: tuple[Question, ...]
    examples: int = 0


_jobs = Jobs(KEPT)


def ready_enquiry(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Enquiry | None:
    """Every question, ranked, if they are made already; else None, and they are being made."""
    answer = _enquiry(snapshot, area_code, at, as_of)
    return answer.result() if answer.done() and answer.exception() is None else None


def wait_enquiry(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Enquiry:
    """Every question, ranked, however long it takes."""
    return _enquiry(snapshot, area_code, at, as_of).result()


def any_failed() -> bool:
    """Whether making the questions failed, and is not due to be tried again yet."""
    return _jobs.any_failed()


def enquiry(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Enquiry:
    """Every question that a rule asks at a moment, each matter of a subject once, ranked.

    Args:
        snapshot: the version that is read.
        area_code: the place whose indicators are asked about; registers and the prevention audit are of the whole partnership.
        at: sequence of the ledger.
        as_of: the day by which it is told what is late or overdue.
    """
    edition = edition_asked(snapshot, at, as_of)
    found = ranked(
        (
            *_on_indicators(snapshot, area_code, at, as_of),
            *(asked_of_editions.questions_on(edition) if edition else ()),
            *questions_on_registers(snapshot, at, as_of),
        )
    )
    real = tuple(each for each in found if not is_example(each.subject))
    return Enquiry(real, len(found) - len(real))


def _enquiry(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Future[Enquiry]:
    key = (snapshot.path, snapshot.version, area_code, at, as_of)
    return _jobs.ask(key, partial(enquiry, snapshot, area_code, at, as_of))


def _on_indicators(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> Iterator[Question]:
    """About each indicator of the basket and each other one with an agreed target, then about the basket itself."""
    basket = assess_basket(snapshot, area_code, at, as_of)
    whole = wait_whole(snapshot, area_code, at, as_of)
    found = dict(whole.evidence)
    others = _with_agreed_target(snapshot, area_code, at, as_of, basket)
    found |= {one.indicator.code: evidence_of(snapshot, one, at) for one in others}
    comments = commentaries(snapshot, area_code, at)
    kept = [each for each in recorded_questions(snapshot, at) if not is_example(each.code)]
    since = last_meeting(kept, as_of)
    history = histories(snapshot, (*basket, *others), area_code, at, since)
    money = grants(snapshot, at)
    elsewhere = worse_elsewhere(snapshot, basket, at)
    for one in (*basket, *others):
        code = one.indicator.code
        yield from asked_of_indicators.questions_on(
            indicator_asked(
                one,
                found[code],
                as_of=as_of,
                comments=comments.get(code, ()),
                elsewhere=elsewhere.get(code),
                history=history.get(code),
                believed=code in whole.established,
                reward=reward_at_stake(one, money, as_of),
            )
        )
    if basket and area_code == COUNTY:  # no target was ever meant for each district
        yield from asked_of_basket.questions_on(basket_asked(basket, as_of))


def basket_asked(basket: Sequence[Assessment], as_of: date) -> BasketAsked:
    """How many indicators of a basket have an agreed target that still runs, and how many only an illustrative one. Pure."""
    agreed = [
        any(not target.is_illustrative and target.due_on >= as_of for target in one.targets) for one in basket
    ]
    illustrative = [any(target.is_illustrative for target in one.targets) for one in basket]
    row = basket[0].basket
    code = row.basket_code if row else ""
    only = sum(made_up and not promised for made_up, promised in zip(illustrative, agreed, strict=True))
    return BasketAsked(code, code, len(basket), sum(agreed), only)


def _with_agreed_target(
    snapshot: Snapshot, area_code: str, at: int, as_of: date, basket: Sequence[Assessment]
) -> list[Assessment]:
    """The indicators outside the basket for which a body set a level, and of which there are figures."""
    inside = {one.indicator.code for one in basket}
    codes = {
        target.indicator_code
        for target in queries.targets(snapshot, area_code, at)
        if target.indicator_code and not target.is_illustrative
    }
    found = [assess_indicator(snapshot, code, area_code, at, as_of) for code in sorted(codes - inside)]
    return [one for one in found if one is not None and one.latest is not None]

"""What the rules of scrutiny ask about the registers, from what is judged of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indicators.assessments.benefits import judged_benefits
from indicators.assessments.chains import judged_chains
from indicators.assessments.partnerships import partnership_register
from indicators.assessments.recommendations import tracked_recommendations
from indicators.datasets.example_files import is_example
from indicators.scrutiny.asked_of_registers import (
    questions_on_benefit,
    questions_on_chain,
    questions_on_freshness,
    questions_on_recommendation,
    questions_on_register,
)
from indicators.scrutiny.partnerships import register as whole_register
from indicators.scrutiny.question import Question
from indicators.store import Snapshot


def questions_on_registers(snapshot: Snapshot, at: int, as_of: date) -> Iterator[Question]:
    """Everything to ask about recommendations, partnerships and their register, delivery chains and benefits.

    What is asked about examples is among them; a question about the register as a whole does not count them.
    """
    for each in tracked_recommendations(snapshot, at, as_of):
        yield from questions_on_recommendation(each.standing, each.text.title)
    register = partnership_register(snapshot, at, as_of)
    yield from questions_on_register(register.whole, register.partnerships)
    real = [each for each in register.partnerships if not is_example(each.code)]
    yield from questions_on_freshness(whole_register(real, as_of))
    for chain in judged_chains(snapshot, at, as_of):
        known = chain.chain
        yield from questions_on_chain(
            known.code, known.title, known.owner, chain.rating, chain.score, ends=chain.ends
        )
    for benefit in judged_benefits(snapshot, at, as_of):
        yield from questions_on_benefit(benefit.realisation)

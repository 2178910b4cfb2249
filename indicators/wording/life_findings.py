"""What is found in the registers of partnership life, in a sentence with its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from indicators.wording.dates import day

Figures = Mapping[str, Any]

LACKING = {
    "no_consent": "those whom it tells of have not agreed",
    "consent_refused": "those whom it tells of refused",
    "consent_withdrawn": "those whom it tells of took their consent back",
    "consent_ended": "the time for which they agreed is over",
    "no_licence": "it says no terms on which others may use it",
    "quotes_not_cleared": "its quotations are not recorded as cleared",
}


def lacking(lacks: Iterable[str]) -> str:
    """What a case study lacks, as part of a sentence.

    >>> lacking(["consent_ended", "no_licence"])
    'the time for which they agreed is over; it says no terms on which others may use it'
    """
    return "; ".join(LACKING[each] for each in lacks)


LIFE: dict[str, Callable[[Figures], str]] = {
    "term_ended": lambda f: (
        f"The term ended on {day(f['ended_on'])}, and neither a new term nor a successor is recorded."
    ),
    "nobody_to_nominate": lambda _: "Nobody is recorded who may fill it.",
    "held_twice": lambda _: "Two holders are recorded for the same time.",
    "left_before_appointed": lambda f: (
        f"The holder appointed on {day(f['appointed_on'])} is recorded to have left before that day."
    ),
    "attended_more_than_held": lambda f: (
        f"{f['attended']} meetings are recorded as attended and only {f['held']} as held; neither is shown."
    ),
    "ends_before_it_begins": lambda f: (
        f"It is recorded to end on {day(f['ends_on'])}, before it begins on {day(f['began_on'])}."
    ),
    "nothing_learnt_recorded": lambda f: (
        f"It ended on {day(f['ended_on'])} and nothing is recorded of what was learnt."
    ),
    "no_end_agreed": lambda f: f"It has run since {day(f['began_on'])} and no last day is agreed.",
    "public_without_clearance": lambda f: (
        f"It is recorded as public since {day(f['published_on'])}, and must not be: {lacking(f['lacking'])}."
    ),
}

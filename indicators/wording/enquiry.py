"""Key lines of enquiry in words: for each rule its question, and how the questions are ranked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indicators.wording.enquiry_of_figures import FIGURES
from indicators.wording.enquiry_of_registers import REGISTERS

LINES = {**FIGURES, **REGISTERS}

RANKING = (
    "First what is off course for people, then money, then claims that are not borne out, then commitments that are not kept up, "
    "then the figures themselves; within a rule the largest first. Of one subject each matter is asked once."
)
WEIGHTS = {
    "off_course": "off course",
    "money": "money",
    "not_borne_out": "not borne out",
    "not_kept_up": "not kept up",
    "figures": "the figures themselves",
}
OUTCOMES = {"held": "the promise held", "not_held": "the promise did not hold"}


@dataclass(frozen=True)
class AskedInWords:
    """One question as a chair reads it."""

    about: str
    question: str
    why: str
    good_answer: str
    ask: str


def in_words(rule: str, title: str, figures: Mapping[str, Any], ask: str | None) -> AskedInWords:
    """The words of a question: of its rule, the title of its subject, its figures, and whom the records name.

    >>> asked = in_words("stale_figures", "Waste", {"period": "2023-04-01/P1Y", "days_late": 40}, None)
    >>> asked.why
    'The latest figure is of 2023/24; a newer one has been late for 40 days.'
    >>> asked.ask
    'the body that publishes the figure'
    """
    line = LINES[rule]
    return AskedInWords(title, line.question, line.why(figures), line.good_answer, ask or line.ask)

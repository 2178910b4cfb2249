"""Key lines of enquiry in words: for each rule its question, and how the questions are ranked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from indicators.wording.enquiry_of_course import COURSE
from indicators.wording.enquiry_of_editions import EDITIONS
from indicators.wording.enquiry_of_indicators import INDICATORS
from indicators.wording.enquiry_of_registers import REGISTERS

LINES = {**COURSE, **INDICATORS, **EDITIONS, **REGISTERS}

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
OUTCOMES = {"held": "● the promise held", "not_held": "■ the promise did not hold"}
OPEN = "○ not known yet"
STAGES = {"chosen": "to be asked", "asked": "asked, no answer yet", "answered": "answered"}
SATISFIED = {
    "yes": "members were satisfied",
    "partly": "members were partly satisfied",
    "no": "members were not satisfied",
}
ABOUT = {
    "basket": "The basket as a whole",
    "indicator": "{title}",
    "edition": "Prevention audit {title}",
    "register": "The register of partnerships",
    "recommendation": "Recommendation {subject}: {title}",
    "partnership": "Partnership: {title}",
    "delivery_chain": "Delivery chain: {title}",
    "benefit": "Benefit: {title}",
}


def about(kind: str, subject: str, title: str, unit: str | None = None) -> str:
    """What a question is about; an indicator whose figures bear no sign with its unit in words.

    >>> about("recommendation", "R7", "Audit of spending")
    'Recommendation R7: Audit of spending'
    >>> about("indicator", "HOMES-NET", "Homes added", "homes per 1,000 homes")
    'Homes added · homes per 1,000 homes'
    """
    said = ABOUT[kind].format(subject=subject, title=title)
    return f"{said} · {unit}" if unit else said


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

    >>> late = {"period": "2023-04-01/P1Y", "days_late": 40, "assumed": False, "publisher": "Defra"}
    >>> asked = in_words("stale_figures", "Waste", late, None)
    >>> asked.why
    'The latest figure recorded here is of 2023/24; a newer one has been late for 40 days. It is read from: Defra.'
    >>> asked.ask
    'the body that publishes the figure'
    """
    line = LINES[rule]
    return AskedInWords(title, line.question, line.why(figures), line.good_answer, ask or line.ask)

"""What an auditor would ask about a coding of spending, in a sentence with its figures. A question is no accusation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from indicators.periods import parse
from indicators.wording.dates import day
from indicators.wording.numbers import number, with_unit
from indicators.wording.prevention import LEVELS, millions

Figures = Mapping[str, Any]
HEADING = "What an auditor would ask about the coding"
COLUMNS = ("About", "What was found")

SENTENCES: dict[str, Callable[[Figures], str]] = {
    "shares_not_one": lambda f: (
        f"The shares of the line sum to {number(f['sum'], 6).rstrip('0').rstrip('.')}, not 1: it is held out as unclassified."
    ),
    "lines_do_not_add_up": lambda f: (
        f"In {parse(f['period']).short_label} the lines sum to {millions(f['lines'])}, "
        f"{_thousands(abs(f['lines'] - f['published']))} {'more' if f['lines'] > f['published'] else 'less'} than the "
        f"published total, {millions(f['published'])}."
    ),
    "largest_tag_change": lambda f: (
        f"{millions(f['moved'])} of {millions(f['amount'])} changed its level since the edition before."
    ),
    "moved_towards_prevention": lambda f: (
        f"{millions(f['moved'])} went from {LEVELS[f['from']]} to {LEVELS[f['to']]}."
    ),
    "changed_late": lambda f: (
        f"It was coded on {day(f['coded_on'])}; the edition was published on {day(f['published_on'])}."
    ),
    "exactly_half": lambda f: (
        f"It is divided into exact halves ({', '.join(LEVELS[level] for level in f['levels'])}): was that measured?"
    ),
    "scheme_not_readable": lambda f: (
        f"No levels of its scheme {f['scheme']} are recorded, so nothing can be judged. Send them as rows of classification_level, "
        "or undo the withdrawal that took them out."
    ),
    "rose_without_outcomes": lambda f: (
        f"Its core share rose from {_share(f['before'])} to {_share(f['now'])} while none of the "
        f"{f['indicators']} linked indicators changed."
    ),
}


def sentence(rule: str, figures: Figures) -> str:
    """The sentence for a finding of the rule."""
    return SENTENCES[rule](figures)


def summary(findings: int, edition: str) -> str:
    """How many questions there are about an edition.

    >>> summary(1, "2024-25"), summary(0, "2024-25")
    ('1 question about the coding of edition 2024-25.', 'Nothing to ask about the coding of edition 2024-25.')
    """
    if not findings:
        return f"Nothing to ask about the coding of edition {edition}."
    return f"{findings} question{'' if findings == 1 else 's'} about the coding of edition {edition}."


def _share(value: float) -> str:
    return with_unit(value * 100, 1, "%")


def _thousands(value: Any) -> str:
    return f"£{number(value, 0)} thousand"

"""Questions in words, the same on screen, in a briefing and on the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indicators.assessments.asked_indicators import unit_in_words
from indicators.assessments.enquiry import RULES, Question, SubjectKind, shortlist
from indicators.model import Indicator
from indicators.wording import enquiry, enquiry_page
from indicators.wording.enquiry import AskedInWords

BRIEFED = 10


@dataclass(frozen=True)
class AskedLine:
    """One question with its place in the ranking, from 1, and its words."""

    place: int
    question: Question
    words: AskedInWords

    @property
    def name(self) -> str:
        """What tells it from every other: its rule and its subject."""
        return f"{self.question.rule}:{self.question.subject}"

    @property
    def kind(self) -> SubjectKind:
        """The kind of its subject."""
        return RULES[self.question.rule].subject_kind

    @property
    def weight(self) -> str:
        """The weight of its rule."""
        return RULES[self.question.rule].weight


def in_words(questions: Sequence[Question], places: Mapping[str, str]) -> tuple[AskedLine, ...]:
    """The questions in their order.

    Args:
        questions: as they are ranked.
        places: names of areas by code.
    """
    return tuple(_line(place, each, places) for place, each in enumerate(questions, 1))


def titles_of(indicators: Iterable[Indicator]) -> dict[str, str]:
    """By code, what a question about an indicator is said to be about."""
    return {
        each.code: enquiry.about("indicator", each.code, each.title, unit_in_words(each))
        for each in indicators
    }


def summary(lines: Sequence[AskedLine], place: str) -> str:
    """How many questions there are, by their weight."""
    return enquiry_page.summary(Counter(line.weight for line in lines), place)


def first_ten(lines: Sequence[AskedLine]) -> tuple[AskedLine, ...]:
    """Those that a meeting with time for ten would begin with."""
    chosen = {id(each) for each in shortlist([line.question for line in lines], BRIEFED)}
    return tuple(line for line in lines if id(line.question) in chosen)


def _line(place: int, question: Question, places: Mapping[str, str]) -> AskedLine:
    figures = dict(question.figures)
    if "area" in figures:
        figures["place"] = places.get(figures["area"], figures["area"])
    kind = RULES[question.rule].subject_kind
    title = enquiry.about(kind, question.subject, question.title, figures.get("measured_in"))
    return AskedLine(place, question, enquiry.in_words(question.rule, title, figures, question.ask))

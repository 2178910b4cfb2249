"""The tests of difference between places in words, the same on every surface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from indicators.assessments import Assessment
from indicators.assessments.compared import ComparedPlace
from indicators.wording import comparison as words
from indicators.wording import reasons
from indicators.wording.numbers import NO_VALUE


def difference_words(one: Assessment, found: ComparedPlace) -> str:
    """The difference and its limits; a dash where the two places have no figure for one period."""
    made = found.comparison
    return (
        NO_VALUE
        if made.difference is None
        else words.difference(one.indicator, made.difference, made.interval)
    )


def verdict_words(place: str, found: ComparedPlace) -> tuple[str, str]:
    """What the test says, and how often chance alone would give as much, or why nothing can be said."""
    made = found.comparison
    if made.judgement == "cannot_say":
        return words.JUDGED["cannot_say"], reasons.sentence(made.reason) if made.reason else ""
    said = words.JUDGED[made.judgement].format(place=place) if _stands(found) else words.NOT_AMONG_SO_MANY
    return said, "" if made.p_value is None else words.by_chance(made.p_value)


def summary_words(place: str, found: Mapping[str, ComparedPlace]) -> str:
    """What the tests say over all places; empty where none could be made."""
    counts = Counter(each.comparison.judgement if _stands(each) else "similar" for each in found.values())
    return words.said_of_all(place, counts["better"], counts["worse"], counts["similar"])


def _stands(found: ComparedPlace) -> bool:
    """Whether the judgement needs no word of care: it finds no difference, or one that holds among so many."""
    return found.holds or found.comparison.judgement in ("similar", "cannot_say")

"""From a judged round to its diverging bars, each chart with its finding and its alt text."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments.partner_survey import GroupAnswers, JudgedRound, JudgedStatement
from indicators.charts.diverging import AnswerBar, diverging_figure
from indicators.charts.palette import Palette
from indicators.ui.partnership_drawing import Drawing
from indicators.ui.partnership_health_tables import per_cent
from indicators.wording import partnership_health as words
from indicators.wording import partnership_health_sentences as sentences

ALL = "all"
SECTORS = ("public_bodies", "other_partners", ALL)


def statements_drawing(judged: JudgedRound, colours: Palette) -> Drawing | None:
    """The answers of all partners, a bar a statement; None where every one is hidden."""
    bars = [_bar(words.HEADS[each.objective], each.groups[ALL]) for each in judged.statements]
    agreed = [
        (words.HEADS[each.objective], share)
        for each in judged.statements
        if (share := per_cent(each.groups[ALL].share(4, 5))) is not None
    ]
    if not agreed:
        return None
    most, least = max(agreed, key=lambda pair: pair[1]), min(agreed, key=lambda pair: pair[1])
    return _drawing(bars, sentences.answers_finding(*most, *least), colours)


def sectors_drawing(statement: JudgedStatement, colours: Palette) -> Drawing | None:
    """One statement, a bar a group that anybody answered from; None where every one is hidden."""
    there = {name: answers for name, answers in statement.groups.items() if answers.answered != 0}
    if not any(answers.counts for answers in there.values()):
        return None
    bars = [
        _bar(sentences.group(name) if answers.counts else sentences.hidden(sentences.group(name)), answers)
        for name, answers in there.items()
    ]
    single = [answers for name, answers in there.items() if name not in SECTORS]
    shown = sum(answers.counts is not None for answers in single)
    finding = sentences.sectors_finding(
        words.HEADS[statement.objective],
        per_cent(statement.groups[ALL].share(4, 5)),
        shown,
        len(single) - shown,
    )
    return _drawing(bars, finding, colours)


def _bar(name: str, answers: GroupAnswers) -> AnswerBar:
    if answers.counts is None or not answers.answered:
        return AnswerBar(name, None)
    first, second, third, fourth, fifth = (count / answers.answered * 100 for count in answers.counts)
    return AnswerBar(name, (first, second, third, fourth, fifth))


def _drawing(bars: Sequence[AnswerBar], finding: str, colours: Palette) -> Drawing:
    figure = diverging_figure(bars, words.ANSWERS, colours=colours, x_title=words.UNIT)
    said = " ".join(
        f"{bar.name}: {sentences.answered_so(bar.shares)}." if bar.shares else f"{bar.name}." for bar in bars
    )
    return Drawing(figure, finding, f"{finding}. {said}")

"""The tables of Partnership health, twins of its charts, and its sentences with figures."""

from __future__ import annotations

from fractions import Fraction

from indicators.analysis.suppression import suppress_count
from indicators.assessments.partner_survey import (
    GroupAnswers,
    JudgedRound,
    JudgedStatement,
    ShareDifference,
    by_chance_alone,
)
from indicators.ui.markup import Cell, table
from indicators.wording import partnership_health as words
from indicators.wording import partnership_health_sentences as sentences
from indicators.wording.dates import day
from indicators.wording.numbers import NO_VALUE
from indicators.wording.reasons import sentence

ALL = "all"


def round_sentence(judged: JudgedRound) -> str:
    """Which round it is, and how many answered: of the statement that most answered."""
    survey = judged.survey
    if all(each.groups[ALL].answered == 0 for each in judged.statements):
        return words.NO_ANSWERS_TO.format(title=survey.title)
    most = max(each.groups[ALL].answered or 0 for each in judged.statements)
    shown = suppress_count(most).value if most else None
    return sentences.round_line(survey.title, survey.closed_on, shown, survey.asked)


def luck_note(judged: JudgedRound) -> str:
    """How many of the changes luck alone would show; nothing where none was looked for."""
    many = judged.comparisons
    return sentences.luck(many, by_chance_alone(many)) if many else ""


def statements_table(judged: JudgedRound) -> str:
    """All partners, a row a statement."""
    rows = [
        [
            Cell(words.HEADS[each.objective], quiet=words.STATEMENTS[each.objective]),
            *_cells(each.groups[ALL], each.changes[ALL]),
        ]
        for each in judged.statements
    ]
    return table(words.STATEMENT_COLUMNS, rows, caption=words.STATEMENTS_CAPTION, blocks=True)


def sectors_table(statement: JudgedStatement) -> str:
    """One statement, a row a group that anybody answered from."""
    rows = [
        [Cell(sentences.group(name)), *_cells(answers, statement.changes[name])]
        for name, answers in statement.groups.items()
        if answers.answered != 0
    ]
    if not rows:
        return table(("",), [[Cell(words.NO_ANSWERS)]], caption=words.NO_ANSWERS)
    caption = words.SECTORS_CAPTION.format(statement=words.STATEMENTS[statement.objective])
    return table(words.SECTOR_COLUMNS, rows, caption=caption, blocks=True)


def gap_table(judged: JudgedRound) -> str:
    """The gap on every statement."""
    rows = [
        [
            Cell(words.HEADS[each.objective]),
            Cell(sentences.share(per_cent(each.groups["public_bodies"].share(4, 5))), numeric=True),
            Cell(sentences.share(per_cent(each.groups["other_partners"].share(4, 5))), numeric=True),
            Cell(difference(each.gap)),
        ]
        for each in judged.statements
    ]
    return table(words.GAP_COLUMNS, rows, caption=words.GAP_CAPTION, blocks=True)


def gaps_table(judged: JudgedRound) -> str:
    """The gap on equality, round by round."""
    rows = [
        [Cell(survey.title), Cell(day(survey.closed_on)), Cell(difference(gap))]
        for survey, gap in judged.gaps
    ]
    caption = words.GAPS_CAPTION.format(statement=words.STATEMENTS["equality"])
    return table(words.GAPS_COLUMNS, rows, caption=caption, blocks=True)


def equals_sentence(judged: JudgedRound) -> str:
    """How far public bodies and other partners lie apart on equality; why it cannot be told where it cannot."""
    statement = judged.on("equality")
    gap = statement.gap
    public = per_cent(statement.groups["public_bodies"].share(4, 5))
    others = per_cent(statement.groups["other_partners"].share(4, 5))
    if gap.interval is None or gap.verdict is None or public is None or others is None:
        return sentence(gap.reason) if gap.reason else ""
    return sentences.equals(public, others, gap.interval, gap.verdict)


def difference(found: ShareDifference) -> str:
    """A difference in words, or why there is none."""
    if found.points is None or found.interval is None or found.verdict is None:
        is_hidden = found.reason is not None and found.reason.code == "too_few_answers"
        return words.HIDDEN if is_hidden else sentence(found.reason) if found.reason else NO_VALUE
    return sentences.changed(found.points, found.interval, found.verdict)


def per_cent(share: Fraction | None) -> float | None:
    """A share in per cent."""
    return None if share is None else float(share * 100)


def _cells(answers: GroupAnswers, changed: ShareDifference) -> list[Cell]:
    shares = [per_cent(answers.share(*each)) for each in ((1, 2), (3,), (4, 5))]
    people = None if not answers.answered else suppress_count(answers.answered).value
    return [
        Cell(sentences.about(people), numeric=True),
        *(Cell(sentences.share(share), numeric=True) for share in shares),
        Cell(
            sentences.spread(answers.spread, is_wide=answers.is_wide)
            if answers.spread is not None
            else words.HIDDEN,
            numeric=True,
        ),
        Cell(difference(changed)),
    ]

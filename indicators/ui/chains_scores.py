"""From a judged chain to the drawing of its twelve questions, with no score that could be told to be somebody's."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments.chains import JudgedChain
from indicators.charts.chain_scores import Scored, scores_figure
from indicators.charts.palette import Palette
from indicators.ui.chains_drawn import Drawing
from indicators.wording import chains
from indicators.wording import chains_page as words


def scores_drawing(one: JudgedChain, colours: Palette) -> Drawing | None:
    """The scores on the twelve questions; None where there is none that may be shown."""
    scored = []
    for each in one.score.questions:
        counts = shown_counts(each.counts)
        name = chains.QUESTIONS[each.question]
        scored.append(Scored(name, counts, each.consensus, words.question_read(name, counts, each.consensus)))
    if not any(each.agreed is not None or each.counts is not None for each in scored):
        return None
    figure = scores_figure(
        scored, colours=colours, x_title=words.SCORE_SCALE, alone=words.ALONE, together=words.TOGETHER
    )
    agreed = sum(each.agreed is not None for each in scored)
    finding = words.scores_finding(one.score.mean, agreed, apart(one))
    return Drawing(figure, finding, " ".join([f"{finding}.", *(each.text for each in scored)]))


def apart(one: JudgedChain) -> list[str]:
    """The questions on which partners disagree and whose single scores may be shown."""
    return [
        each.question
        for each in one.score.questions
        if each.partners_disagree and shown_counts(each.counts) is not None
    ]


def shown_counts(counts: Sequence[int]) -> tuple[int, int, int, int] | None:
    """How many gave each score alone; None below three of them, where each could be told from the others."""
    if sum(counts) < words.FEWEST_ALONE:
        return None
    one, two, three, four = counts
    return one, two, three, four

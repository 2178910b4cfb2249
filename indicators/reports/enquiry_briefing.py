"""The briefing for members: on two pages ten questions with their figures, what a good answer would contain, and charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from indicators.assessments import Assessment
from indicators.assessments.enquiry import RULES
from indicators.assessments.recorded_questions import RecordedQuestion
from indicators.charts.lines import Break
from indicators.charts.palette import palette
from indicators.charts.trend import trend_figure
from indicators.reports.document import Block, Chart, Document, Heading, Paragraph
from indicators.reports.enquiry_lines import BRIEFED, AskedLine
from indicators.reports.indicator_lines import series_line, target_line
from indicators.reports.signals import verdict
from indicators.store.as_at import day_in_london
from indicators.store.history import HistoryEntry
from indicators.wording import enquiry, findings
from indicators.wording import enquiry_page as words

CHART_HEIGHT = 210  # pixels of 720 across: half of what a screen gives
MOST_CHARTS = 3
# In millimetres of a compact page: what two pages hold with room for a page that ends early, and what each piece takes.
ROOM = 460.0
TITLE_AND_LEAD = 24.0
A_HEADING = 6.0
A_LINE = 3.8
BETWEEN = 0.9
A_CHART = 60.0
LETTERS_A_LINE = 122


@dataclass(frozen=True)
class Briefed:
    """One question of a briefing; `indicator` is the code of the indicator whose chart may stand with it."""

    about: str
    question: str
    why: str
    good_answer: str
    ask: str
    indicator: str | None = None


def of_suggested(lines: Sequence[AskedLine]) -> list[Briefed]:
    """Suggested questions as a briefing holds them."""
    return [
        Briefed(
            about=line.words.about,
            question=line.words.question,
            why=line.words.why,
            good_answer=line.words.good_answer,
            ask=line.words.ask,
            indicator=line.question.subject if line.kind == "indicator" else None,
        )
        for line in lines
    ]


def of_recorded(questions: Sequence[RecordedQuestion], titles: Mapping[str, str]) -> list[Briefed]:
    """The questions of a meeting, in their order, in the words in which they were taken to it.

    Args:
        questions: of one meeting.
        titles: of indicators by code, as `enquiry.about` gives them.
    """
    found = []
    for each in questions:
        title = titles.get(each.subject or "", "") if each.subject_kind == "indicator" else ""
        found.append(
            Briefed(
                about=title or each.question,
                question=each.question if title else "",
                why=(each.why or "").removeprefix(f"{title}. "),
                good_answer=enquiry.LINES[each.rule].good_answer if each.rule in RULES else "",
                ask=each.asked_of or "",
                indicator=each.subject if each.subject_kind == "indicator" else None,
            )
        )
    return found


def briefing(
    questions: Sequence[Briefed],
    *,
    meeting: date | None,
    place: str,
    entry: HistoryEntry,
    assessments: Mapping[str, Assessment],
    left_out: str = "",
) -> Document:
    """The briefing as a document. Pure.

    Args:
        questions: in their order; the first ten are in it.
        meeting: its day; None where no meeting has chosen them.
        place: the name of the place whose figures are asked about.
        entry: the moment of the record.
        assessments: the indicators that are asked about, by code; charts of the first of them, as many as there is room for.
        left_out: which questions were left out, in words; empty where none were.
    """
    chosen = questions[:BRIEFED]
    drawn = _drawn(chosen, assessments)
    blocks: list[Block] = [Paragraph(words.BRIEFING_INTRO)]
    for number, each in enumerate(chosen, 1):
        blocks += _question(number, each)
        if number in drawn:
            blocks.append(_chart(drawn[number], place))
    return Document(
        title=words.TITLE,
        lines=(
            f"{words.for_meeting(meeting)}, {place}" if meeting else f"{place}. {words.NO_ORDER_YET}",
            words.recorded(entry.recorded_at, entry.seq, entry.hash),
            *([left_out] if left_out else []),
        ),
        footer=words.briefing_footer(meeting),
        dated=day_in_london(entry.recorded_at),
        blocks=tuple(blocks),
        density="compact",
    )


def _question(number: int, each: Briefed) -> Iterator[Block]:
    yield Heading(f"{number}. {each.about}")
    if each.question:
        yield Paragraph(each.question, "lead")
    if each.why:
        yield Paragraph(each.why, label=words.WHY_LABEL)
    answer = words.good_answer(each.ask, each.good_answer)
    if answer:
        yield Paragraph(answer, label=words.ASK_LABEL)


def _drawn(chosen: Sequence[Briefed], assessments: Mapping[str, Assessment]) -> dict[int, Assessment]:
    """By number, the indicators whose charts have room beside all the words."""
    most = min(MOST_CHARTS, int((ROOM - height_of(chosen)) // A_CHART))
    known = {
        number: assessments[each.indicator]
        for number, each in enumerate(chosen, 1)
        if each.indicator in assessments and assessments[each.indicator].latest is not None
    }
    return dict(list(known.items())[: max(most, 0)])


def height_of(chosen: Sequence[Briefed]) -> float:
    """About how many millimetres the words of the questions take."""
    texts = [
        text
        for each in chosen
        for text in (each.question, each.why, words.good_answer(each.ask, each.good_answer))
        if text
    ]
    paragraphs = sum(ceil(len(text) / LETTERS_A_LINE) * A_LINE + BETWEEN for text in texts)
    return TITLE_AND_LEAD + A_HEADING * len(chosen) + paragraphs


def _chart(one: Assessment, place: str) -> Chart:
    finding = findings.finding(one.indicator, place, one.first_alike, one.latest)
    figure = trend_figure(
        series_line(one.indicator, place, one.line),
        target_line(one),
        breaks=[
            Break(event.happened_on, findings.BREAK_WORD)
            for event in one.breaks
            if _is_inside(one, event.happened_on)
        ],
        colours=palette("light"),
        y_title=one.indicator.unit,
    )
    figure["layout"]["height"] = CHART_HEIGHT
    return Chart(finding, figure, f"{finding}. {verdict(one)}")


def _is_inside(one: Assessment, day: date) -> bool:
    return one.line[0].period_start < day <= one.line[-1].period_end

"""`questions`: the key lines of enquiry in a place, ranked, with what came of every promise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indicators.assessments.enquiry import wait_enquiry
from indicators.assessments.recorded_questions import PromiseHeld, promises_held
from indicators.command_line import asked, judged
from indicators.command_line.answers import Answer
from indicators.reports import promise_lines
from indicators.reports.enquiry_lines import AskedLine, in_words, summary
from indicators.store import queries
from indicators.wording import enquiry
from indicators.wording import enquiry_page as words

if TYPE_CHECKING:
    from indicators.command_line.page import Page


def questions(area: str, as_at: str | None) -> Answer:
    """Every question that a rule asks, the first in rank first."""
    snapshot = asked.figures()
    moment = asked.moment(snapshot, as_at)
    place = asked.area(snapshot, moment.at, area)
    names = {each.code: each.name for each in queries.areas(snapshot, moment.at)}
    found = wait_enquiry(snapshot, place.code, moment.at, moment.as_of)
    lines = in_words(found.questions, names)
    said = summary(lines, place.name) if lines else words.NOTHING.format(place=place.name)
    said = f"{said} {words.examples_left_out(found.examples)}".rstrip()
    promises = promises_held(snapshot, moment.at)
    return Answer(
        data={
            "area": place,
            "as_at": judged.moment(moment),
            "summary": said,
            "examples_left_out": found.examples,
            "ranking": enquiry.RANKING,
            "questions": [_question(line) for line in lines],
            "promises": [_promise(each, names) for each in promises],
        },
        show=lambda page: _show(page, said, lines, promises, names),
    )


def _question(line: AskedLine) -> dict[str, Any]:
    return {
        "place": line.place,
        "rule": line.question.rule,
        "weight": line.weight,
        "subject_kind": line.kind,
        "subject": line.question.subject,
        "title": line.question.title,
        "question": line.words.question,
        "why": line.words.why,
        "good_answer": line.words.good_answer,
        "ask": line.words.ask,
        "figures": line.question.figures,
        "size": line.question.size,
    }


def _promise(each: PromiseHeld, names: dict[str, str]) -> dict[str, Any]:
    line = promise_lines.in_words(each, names)
    return {
        "question": each.question.code,
        "promise": line.promise,
        "level": line.level,
        "about": line.about,
        "start": line.start,
        "decides": line.decides,
        "outcome": line.outcome,
        "note": line.note,
    }


def _show(
    page: Page,
    said: str,
    lines: tuple[AskedLine, ...],
    promises: tuple[PromiseHeld, ...],
    names: dict[str, str],
) -> None:
    page.say(said)
    if lines:
        rows = [
            (f"{line.place}. {line.words.about}", line.words.question, line.words.why, line.words.ask)
            for line in lines
        ]
        page.table(words.COMMAND_COLUMNS, rows)
        page.say(f"{words.HOW_RANKED}: {enquiry.RANKING}")
    if promises:
        page.heading(promise_lines.summary(promises))
        told = [promise_lines.in_words(each, names) for each in promises]
        page.table(
            words.PROMISE_COLUMNS,
            [
                (line.promise, line.about, line.start, line.decides, f"{line.sign} {line.note}")
                for line in told
            ],
        )

"""Rows of the dataset `scrutiny_question`: from a suggested question, from one of a member's own, and changed at the desk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from indicators.assessments.recorded_questions import RecordedQuestion
from indicators.datasets import dataset
from indicators.model import Observation
from indicators.reports.csv_file import csv_of_texts
from indicators.reports.enquiry_lines import AskedLine
from indicators.wording import enquiry_page

DATASET = "scrutiny_question"
OWN_CHOICES = "OURS"  # the entry of the sources register for what is our own doing

Row = Mapping[str, str]


def rows_for(
    lines: Iterable[AskedLine],
    meeting: date,
    known: Sequence[RecordedQuestion],
    figures: Mapping[str, Observation | None],
    area_code: str,
) -> list[Row]:
    """A row for each suggested question, after those that the meeting has already.

    Args:
        lines: the questions, in their order.
        meeting: its day.
        known: everything recorded.
        figures: the latest figure of each indicator that is asked about, by its code.
        area_code: the place of those figures.
    """
    found: list[Row] = []
    codes = free_codes(meeting, {each.code for each in known})
    first = next_position(meeting, known)
    for position, line in enumerate(lines, first):
        row = {
            "question_code": next(codes),
            "meeting_on": meeting.isoformat(),
            "position": str(position),
            "question": line.words.question,
            "why": f"{line.words.about}. {line.words.why}",
            "rule": line.question.rule,
            "subject_kind": line.kind,
            "subject": line.question.subject,
            "asked_of": line.words.ask,
            "source": enquiry_page.RULE_SOURCE.format(rule=line.question.rule),
            "source_key": OWN_CHOICES,
        }
        if line.kind == "indicator":
            row |= figure_asked(line.question.subject, area_code, figures.get(line.question.subject))
        found.append(row)
    return found


def own_row(
    meeting: date, known: Sequence[RecordedQuestion], *, question: str, why: str, asked_of: str, figure: Row
) -> Row:
    """A row for a question that members thought of themselves; `figure` as `figure_asked` gives it, or empty."""
    return {
        "question_code": next(free_codes(meeting, {each.code for each in known})),
        "meeting_on": meeting.isoformat(),
        "position": str(next_position(meeting, known)),
        "question": question,
        "why": why,
        "asked_of": asked_of,
        "source": enquiry_page.OWN_SOURCE,
        "source_key": OWN_CHOICES,
        **figure,
    }


def figure_asked(code: str, area_code: str, latest: Observation | None) -> dict[str, str]:
    """The columns for the figure that is asked about, as it stands now; empty where there is none."""
    if latest is None or latest.value is None:
        return {}
    return {
        "indicator_code": code,
        "area_code": area_code,
        "figure_period": latest.period,
        "figure_value": repr(latest.value),
    }


def as_row(recorded: RecordedQuestion) -> dict[str, str]:
    """A recorded question as the row that it is, with every value as the text that it is submitted as."""
    values = vars(recorded) | {"question_code": recorded.code}
    return {name: as_text(values[name]) for name in dataset(DATASET).columns}


def promised(
    recorded: RecordedQuestion, *, promise: str, level: str, period: str, figure: Row
) -> dict[str, str]:
    """The columns of a promise; the figure that it starts from stays the one that it was first recorded with.

    Args:
        recorded: the question before.
        promise: its words; empty where nothing was promised.
        level: as it was typed.
        period: a period code, or empty for the next figure.
        figure: as `figure_asked` gives it for the figure of now.
    """
    if not promise:
        return {"promise": "", "promised_value": "", "promised_period": ""}
    columns = {"promise": promise, "promised_value": level, "promised_period": period}
    is_same = recorded.promise and recorded.indicator_code == figure.get("indicator_code")
    return columns if is_same and recorded.figure_period else {**columns, **figure}


def as_text(value: Any) -> str:
    """A value as a file holds it."""
    if value is None:
        return ""
    return repr(value) if isinstance(value, float) else str(value)


def as_file(rows: Iterable[Row]) -> bytes:
    """The rows as the file that is submitted."""
    columns = dataset(DATASET).columns
    return csv_of_texts(columns, [[row.get(column, "") for column in columns] for row in rows])


def next_position(meeting: date, known: Iterable[RecordedQuestion]) -> int:
    """The place after the last question of the meeting."""
    return max((each.position or 0 for each in known if each.meeting_on == meeting), default=0) + 1


def free_codes(meeting: date, taken: Collection[str]) -> Iterator[str]:
    """Codes that no question has, in order."""
    number = 0
    while True:
        number += 1
        code = f"Q-{meeting:%Y%m%d}-{number:02d}"
        if code not in taken:
            yield code

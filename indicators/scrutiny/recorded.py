"""A question as the desk keeps it: chosen for a meeting, asked, answered, with what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.analysis.exact import exact_decimal
from indicators.scrutiny.promises import Promise
from indicators.scrutiny.question import SubjectKind

Stage = Literal["chosen", "asked", "answered"]
Satisfied = Literal["yes", "partly", "no"]


@dataclass(frozen=True)
class RecordedQuestion:
    """One row of the dataset `scrutiny_question`.

    `rule`, `subject_kind` and `subject` are None where members thought of it themselves. `question` and `why` are as they were
    when it was chosen or edited, whatever the figures say now.
    """

    code: str
    meeting_on: date | None
    position: int | None
    question: str
    why: str | None
    rule: str | None
    subject_kind: SubjectKind | None
    subject: str | None
    asked_of: str | None
    asked_on: date | None
    answer: str | None
    answered_on: date | None
    follow_up: str | None
    satisfied: Satisfied | None
    promise: str | None
    indicator_code: str | None
    area_code: str | None
    figure_period: str | None
    figure_value: float | None
    promised_value: float | None
    promised_period: str | None
    source: str
    source_key: str

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.asked_on is None:
            return "chosen"
        return "answered" if self.answer else "asked"

    @property
    def figure_promised(self) -> Promise | None:
        """The promise about a figure; None where nothing was promised, or nothing that a figure could show."""
        if not (self.promise and self.indicator_code and self.area_code and self.figure_period):
            return None
        if self.figure_value is None:
            return None
        return Promise(
            code=self.code,
            indicator_code=self.indicator_code,
            area_code=self.area_code,
            question=self.question,
            answer=self.answer or "",
            period=self.figure_period,
            value=exact_decimal(self.figure_value),
            level=None if self.promised_value is None else exact_decimal(self.promised_value),
            by_period=self.promised_period,
            made_on=self.answered_on,
        )

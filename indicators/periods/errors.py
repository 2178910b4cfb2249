"""Why a text is not read as a period: a code and its figures. The sentence is made elsewhere."""

from __future__ import annotations

from typing import Any, Literal

PeriodErrorCode = Literal[
    "blank",
    "not_a_period",
    "not_a_length",
    "not_a_date",
    "not_a_calendar_year",
    "year_out_of_range",
    "starts_after_the_28th",
    "ends_before_it_begins",
    "not_whole_months",
    "second_year_does_not_follow",
    "quarter_out_of_range",
    "quarter_without_year",
    "month_and_two_digits",
    "two_digit_year",
    "too_many_readings",
]


class PeriodError(ValueError):
    """A text or a pair of start and length that is no period, or could be more than one.

    `text` is what was given, `code` one of `PeriodErrorCode`, `figures` the values that a sentence needs (texts,
    whole numbers, tuples of texts). `too_many_readings` always carries `readings`: the codes of the periods that
    the text could mean.
    """

    def __init__(self, text: str, code: PeriodErrorCode, figures: dict[str, Any] | None = None) -> None:
        super().__init__(text, code, figures)
        self.text = text
        self.code = code
        self.figures = figures or {}

    def __str__(self) -> str:
        return f"{self.code}: {self.text!r} {self.figures}"

"""What is asked of observations beyond their declaration: of each figure beside its own limits, period and series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.periods import PeriodError, parse
from indicators.store.tables import literal
from indicators.submissions.findings import Severity
from indicators.submissions.rules import Rule
from indicators.submissions.statements import statement
from indicators.submissions.workspace import Workspace

_Column = Literal["value", "period", "numerator", "denominator"]
_WRITTEN: Mapping[_Column, str] = {
    "value": "written",
    "period": "period",
    "numerator": "numerator_written",
    "denominator": "denominator_written",
}


@dataclass(frozen=True)
class _FigureRule:
    """A rule with its condition in `sql/observation/<condition>.sql`, and the columns of `figure` that it tells of."""

    rule: str
    severity: Severity
    column: _Column
    condition: str
    figures: Mapping[str, str]


_LIMITS = {"lower": "lower_limit", "upper": "upper_limit"}
_PARTS = {"numerator": "numerator", "denominator": "denominator"}
_RATIO = {"expected": "100 * share", **_PARTS}
_SERIES = {"median": "median", "mad": "mad", "points": "points"}
_RULES = (
    _FigureRule("impossible_percentage", "error", "value", "impossible_percentage", {}),
    _FigureRule("negative_count", "warning", "value", "negative_count", {}),
    _FigureRule("fraction_of_count", "warning", "value", "fraction_of_count", {}),
    _FigureRule("ratio_mismatch", "error", "value", "wrong_multiplier", _RATIO),
    _FigureRule("ratio_mismatch", "warning", "value", "ratio_mismatch", _RATIO),
    _FigureRule("denominator_zero", "error", "denominator", "denominator_zero", _PARTS),
    _FigureRule("numerator_alone", "warning", "numerator", "numerator_alone", _PARTS),
    _FigureRule("limits_not_around_value", "error", "value", "limits_not_around_value", _LIMITS),
    _FigureRule("value_missing", "warning", "value", "value_missing", {"status": "status"}),
    _FigureRule("value_though_withheld", "error", "value", "value_though_withheld", {"status": "status"}),
    _FigureRule("future_period", "error", "period", "future_period", {"first_day": "first_day"}),
    _FigureRule("unfinished_period", "warning", "period", "unfinished_period", {"last_day": "last_day"}),
    _FigureRule(
        "unusual_period_length",
        "warning",
        "period",
        "unusual_period_length",
        {"length": "length", "usual": "usual_length"},
    ),
    _FigureRule("wrong_scale", "warning", "value", "wrong_scale", {**_SERIES, "factor": "slip"}),
    _FigureRule("outlier", "warning", "value", "outlier", _SERIES),
    _FigureRule("revision", "warning", "value", "revision", {"old": "old_value", "new": "value"}),
)


def observation_rules(work: Workspace, today: date) -> list[Rule]:
    """The rules for the lines of `figure`, which is made for them."""
    work.run("file_period_table")
    periods = [row for (text,) in work.run("file_period") if (row := _days(text))]
    if periods:
        work.append("file_period", periods)
    work.run("figure")
    if not work.uses_disk:
        work.run("figure_rows")
    day = f"date {literal(today.isoformat())}"
    return [
        Rule(
            rule=each.rule,
            severity=each.severity,
            column=each.column,
            relation="figure",
            condition=statement(f"observation/{each.condition}", today=day),
            value=_WRITTEN[each.column],
            figures=_as_json(each.figures),
        )
        for each in _RULES
    ]


def _days(text: str) -> tuple[str, date, date, str] | None:
    """A row of `file_period`; None for a text that is no code of a period, which the cleaning has found already."""
    try:
        period = parse(text)
    except PeriodError:
        return None
    return (text, period.start, period.end, period.length) if period.code == text else None


def _as_json(figures: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(name)}, {expression}" for name, expression in figures.items())
    return f"cast(json_object({pairs}) as varchar)"

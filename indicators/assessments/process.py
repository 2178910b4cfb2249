"""The process chart of one line: on which values it stands, and from where its limits are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.analysis.observed import too_few_points
from indicators.analysis.quarter_effects import without_quarter_effects
from indicators.analysis.xmr import XmrChart, xmr_chart
from indicators.model import Polarity, Reason
from indicators.periods import Period

IMPROVEMENT = {"higher": "up", "lower": "down", "neutral": "neutral", "range": "neutral"}
FEWEST_FOR_A_SIGNAL = 8
QUARTERS = 4


def without_season(
    values: Sequence[float | None], periods: Sequence[Period], a_year: int
) -> tuple[Sequence[float | None], bool]:
    """The values that the process chart stands on: without quarter effects where they can be told."""
    adjusted = without_quarter_effects(values, periods) if a_year == QUARTERS else None
    return (values, False) if adjusted is None else (adjusted, True)


def process_chart(
    values: Sequence[float | None],
    polarity: Polarity,
    target: float | None,
    *,
    overlapping: bool,
    rebase_at: Sequence[int] = (),
) -> XmrChart:
    """The process chart, without limits where nothing can be called usual.

    Where periods overlap every run would be made by the overlap; of fewer than 8 figures nobody can tell. While the latest
    figure stands out the level is on the move, and limits of the past say nothing of the target: there is no assurance then.

    Args:
        values: without their quarter effects where those can be told.
        polarity: which way is better.
        target: the level planned for now, None where there is none.
        overlapping: whether the periods share months.
        rebase_at: positions from which limits are drawn afresh, because a person asked for it.

    Raises:
        ValueError: a rebase that is not inside the values.
    """
    points = sum(value is not None for value in values)
    refused = Reason("overlapping_periods") if overlapping else too_few_points(points, FEWEST_FOR_A_SIGNAL)
    if refused is not None:
        return replace(xmr_chart([None] * len(values)), reason=refused)
    chart = xmr_chart(values, improvement=IMPROVEMENT[polarity], target=target, rebase_at=rebase_at)
    return chart if chart.variation == "common_cause" else replace(chart, assurance=None)

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
    reported: Sequence[float | None],
    overlapping: bool,
    rebase_at: Sequence[int] = (),
) -> XmrChart:
    """The process chart, without limits where nothing can be called usual.

    Where periods overlap every run would be made by the overlap; of fewer than 8 figures nobody can tell. While the latest
    figure stands out the level is on the move, and limits of the past say nothing of the target: there is no assurance then.
    The level is met by the figures as they are reported, so that each quarter has its own distance from it: where the quarters do not
    agree, the level is met in some and missed in others.

    Args:
        values: without their quarter effects where those can be told.
        polarity: which way is better.
        target: the level planned for now, None where there is none.
        reported: the same values with their quarter effects.
        overlapping: whether the periods share months.
        rebase_at: positions from which limits are drawn afresh, because a person asked for it.

    Raises:
        ValueError: a rebase that is not inside the values.
    """
    points = sum(value is not None for value in values)
    refused = Reason("overlapping_periods") if overlapping else too_few_points(points, FEWEST_FOR_A_SIGNAL)
    if refused is not None:
        return replace(xmr_chart([None] * len(values)), reason=refused)
    charts = [
        xmr_chart(values, improvement=IMPROVEMENT[polarity], target=level, rebase_at=rebase_at)
        for level in _levels_without_season(target, values, reported)
    ]
    if charts[0].variation != "common_cause":
        return replace(charts[0], assurance=None)
    agree = len({chart.assurance for chart in charts}) == 1
    return charts[0] if agree else replace(charts[0], assurance="hit_and_miss")


def _levels_without_season(
    target: float | None, values: Sequence[float | None], reported: Sequence[float | None]
) -> list[float | None]:
    """The level for the quarter with the largest effect and for that with the smallest: those of the others lie between them."""
    effects = [
        whole - value
        for whole, value in zip(reported, values, strict=True)
        if whole is not None and value is not None
    ]
    return [None] if target is None else sorted({target - max(effects), target - min(effects)})

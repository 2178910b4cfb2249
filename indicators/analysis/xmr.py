"""XmR charts: which points are unusual, and whether the process as it stands could meet the target.

The method is NHS England's Making Data Count. A flag says "look here"; it never proves a step change.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indicators.analysis.missing import infinite_positions, with_gaps
from indicators.analysis.process_limits import Stretch, draw_limits
from indicators.analysis.special_causes import HighOrLow, Mark, SpecialCause, find_special_causes
from indicators.model import Reason

Improvement = Literal["up", "down", "neutral"]
Variation = Literal[
    "common_cause",
    "improving_high",
    "improving_low",
    "concerning_high",
    "concerning_low",
    "neutral_high",
    "neutral_low",
]
Assurance = Literal["consistently_meets", "consistently_misses", "hit_and_miss"]
Line = tuple[float | None, ...]

IMPROVING_SIDE: dict[Improvement, HighOrLow | None] = {"up": "high", "down": "low", "neutral": None}
FEWEST_FOR_ASSURANCE = 8
FEWEST_FOR_SETTLED_LIMITS = 13


@dataclass(frozen=True)
class XmrChart:
    """The lines, one entry a point, and what they say about the latest value and the target.

    `variation`, `assurance`, `points` (values present), `trial` (fewer than 13 of them), `screened` (whether the screening
    of large moving ranges is in force) and `reason` are those of the stretch after the last rebase. `direction` is "high"
    or "low" where there is a special cause. `assurance` is None without a target, for a neutral direction and below 8 points.

    `reason` codes. Nothing is judged and `variation` is None: `no_values`, `not_finite`, `no_moving_range` (no value has a
    neighbour). The chart stands, to be read with care: `has_not_moved` (all values are the same), `too_coarse` (more than
    half of the moving ranges are zero; if all are, nothing is judged either).
    """

    mean: Line
    lower: Line
    upper: Line
    near_lower: Line
    near_upper: Line
    special_cause: tuple[SpecialCause | None, ...]
    direction: tuple[HighOrLow | None, ...]
    variation: Variation | None
    assurance: Assurance | None
    trial: bool
    screened: bool
    points: int
    reason: Reason | None


def xmr_chart(
    values: Iterable[float | None],
    *,
    improvement: Improvement = "neutral",
    target: float | None = None,
    screen: bool = True,
    rebase_at: Iterable[int] = (),
) -> XmrChart:
    """An XmR chart by the rules of NHS Making Data Count: outside, trend of seven, two in three, shift of seven.

    Args:
        values: one value a period in order of time, None or NaN for missing; never year-to-date or rolling values. A
            missing value breaks two moving ranges and every run, and is skipped by the mean. A quarterly series with a
            season goes through `remove_quarter_effects` first.
        improvement: which way is better; neutral passes no judgement.
        target: a level in the unit of the values.
        screen: leave out moving ranges of 3.267 times their average or more, once.
        rebase_at: positions, from 0, of points from which the lines are drawn afresh. Runs do not cross them.

    Raises:
        ValueError: improvement unknown, a target that is not a finite number, a rebase that is not inside the series.
    """
    if improvement not in IMPROVING_SIDE:
        raise ValueError(f"improvement must be up, down or neutral, not {improvement!r}")
    if target is not None and not math.isfinite(target):
        raise ValueError(f"a target must be a finite number, not {target}")
    series = with_gaps(values)
    starts = _starts(rebase_at, len(series))
    infinite = infinite_positions(series)
    if infinite:
        refused = Stretch(series, None, None, screen, Reason("not_finite", {"positions": infinite}))
        return _chart([refused], improvement, target)
    bounds = pairwise([*starts, len(series)])
    return _chart(
        [draw_limits(series[first:end], screen=screen) for first, end in bounds], improvement, target
    )


def _starts(rebase_at: Iterable[int], points: int) -> list[int]:
    rebases = sorted(set(rebase_at))
    outside = [index for index in rebases if not 0 < index < points]
    if outside:
        raise ValueError(
            f"a rebase must be after the first of {points} points and not after the last: {outside}"
        )
    return [0, *rebases]


def _chart(stretches: Sequence[Stretch], improvement: Improvement, target: float | None) -> XmrChart:
    marks = [_marks(stretch) for stretch in stretches]
    last = stretches[-1]
    return XmrChart(
        mean=tuple(stretch.mean for stretch in stretches for _ in stretch.values),
        lower=_line(stretches, "lower"),
        upper=_line(stretches, "upper"),
        near_lower=_line(stretches, "near_lower"),
        near_upper=_line(stretches, "near_upper"),
        special_cause=tuple(mark[0] if mark else None for stretch_marks in marks for mark in stretch_marks),
        direction=tuple(mark[1] if mark else None for stretch_marks in marks for mark in stretch_marks),
        variation=_variation(last, marks[-1], improvement),
        assurance=_assurance(last, improvement, target),
        trial=last.points < FEWEST_FOR_SETTLED_LIMITS,
        screened=last.screened,
        points=last.points,
        reason=last.reason,
    )


def _marks(stretch: Stretch) -> tuple[Mark | None, ...]:
    if stretch.limits is None:
        return (None,) * len(stretch.values)
    return find_special_causes(stretch.values, stretch.limits)


def _line(stretches: Sequence[Stretch], name: str) -> Line:
    return tuple(getattr(stretch.limits, name, None) for stretch in stretches for _ in stretch.values)


def _variation(last: Stretch, marks: Sequence[Mark | None], improvement: Improvement) -> Variation | None:
    """The icon of the latest value that is present."""
    if last.limits is None:
        return None
    latest = max(i for i, value in enumerate(last.values) if value is not None)
    mark = marks[latest]
    if mark is None:
        return "common_cause"
    better = IMPROVING_SIDE[improvement]
    side = mark[1]
    judgement = "neutral" if better is None else "improving" if side == better else "concerning"
    return f"{judgement}_{side}"


def _assurance(last: Stretch, improvement: Improvement, target: float | None) -> Assurance | None:
    """Whether the limits of the last stretch lie wholly on one side of the target; touching it is hit and miss."""
    if (
        target is None
        or improvement == "neutral"
        or last.limits is None
        or last.points < FEWEST_FOR_ASSURANCE
    ):
        return None
    if last.limits.lower <= target <= last.limits.upper:
        return "hit_and_miss"
    all_above = target < last.limits.lower
    return "consistently_meets" if all_above == (improvement == "up") else "consistently_misses"

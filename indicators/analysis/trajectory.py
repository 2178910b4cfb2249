"""Trajectory: the line of promised levels from the baseline through the agreed milestones to the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from indicators.analysis.exact import exact_decimal
from indicators.analysis.planned_levels import Point, Shape, level_between
from indicators.model import Reason, Target
from indicators.periods import parse

HUNDRED = Decimal(100)
FEWEST_POINTS_OF_A_LINE = 2


@dataclass(frozen=True)
class Trajectory:
    """The levels that one body set for one indicator and area.

    `points` are the baseline, where one is known, and the milestones, in order of date. `reason` says why no line can be drawn:
    `no_baseline` (a single milestone stands, and judges its own date only), `no_level` or `unknown_target_type` (nothing stands),
    `baseline_after_due`, `two_levels_on_one_day`, or `no_constant_rate` (a rate cannot run through nought or a change of sign).
    """

    points: tuple[Point, ...]
    baseline: Point | None
    shape: Shape
    set_by: str
    illustrative: bool
    target_codes: tuple[str, ...]
    reason: Reason | None

    @property
    def starts_on(self) -> date | None:
        """First day with a level."""
        return self.points[0].on if self.points else None

    @property
    def ends_on(self) -> date | None:
        """Day on which the last target is due."""
        return self.points[-1].on if self.points else None

    @property
    def final_level(self) -> float | None:
        """Level of the last target."""
        return self.points[-1].level if self.points else None

    @property
    def is_drawable(self) -> bool:
        """Whether there is a line to draw."""
        return self.reason is None

    def covers(self, day: date) -> bool:
        """Whether the day lies between the first and the last point, both included."""
        return bool(self.points) and self.points[0].on <= day <= self.points[-1].on

    def level_at(self, day: date) -> float | None:
        """The planned level for a period that ends on this day; None before the first point and after the last.

        Months count alike and a month's last day ends it, so that quarters are evenly spaced whatever their days.
        """
        for start, end in pairwise(self.points):
            if start.on <= day <= end.on:
                return level_between(start, end, day, self.shape)
        return self.points[0].level if self.covers(day) else None


def target_level(target: Target) -> Decimal | Reason:
    """The promised level in the indicator's unit, exact: 40 per cent below 544 is 326.4.

    Returns:
        The level, or a Reason: `no_level` for a figure that is missing, `no_baseline` for a change from an unknown baseline,
        `unknown_target_type`.
    """
    if not _is_number(target.target_value):
        return Reason("no_level", {"target": target.code, "due_on": target.due_on})
    if target.target_type == "absolute":
        return exact_decimal(target.target_value)
    if target.target_type != "percentage_change_from_baseline":
        return Reason("unknown_target_type", {"target": target.code, "target_type": target.target_type})
    if not _is_number(target.baseline_value):
        return Reason("no_baseline", {"target": target.code, "due_on": target.due_on})
    return exact_decimal(target.baseline_value) * (HUNDRED + exact_decimal(target.target_value)) / HUNDRED


def trajectory(targets: Sequence[Target], *, shape: Shape = "straight") -> Trajectory:
    """Join one body's targets for one indicator and area, from the end of the baseline period through each due date.

    Args:
        targets: of one indicator, area, body and status, in any order. Where they name several baselines the earliest counts.
        shape: straight lines, or a constant rate b (t/b)^(i/m) between the points, for rates and counts.

    Raises:
        ValueError: no targets, targets of different bodies, statuses, indicators or areas, a baseline period that is no period.
    """
    kinds = {(t.indicator_code, t.area_code, t.set_by, t.status) for t in targets}
    if len(kinds) != 1:
        raise ValueError(
            f"a trajectory joins the targets of one body for one indicator and area, got {sorted(map(str, kinds))}"
        )
    in_order = sorted(targets, key=lambda t: (t.due_on, t.code))
    baseline = _baseline(in_order)
    levels = [(t, target_level(t)) for t in in_order]
    milestones = sorted(
        {Point(t.due_on, float(level)) for t, level in levels if not isinstance(level, Reason)}
    )
    reason = _why_no_points(milestones, baseline, [level for _, level in levels if isinstance(level, Reason)])
    points = () if reason else ((baseline, *milestones) if baseline else tuple(milestones))
    return Trajectory(
        points,
        baseline,
        shape,
        in_order[0].set_by,
        in_order[0].is_illustrative,
        tuple(t.code for t in in_order),
        reason or _why_no_line(points, shape, in_order),
    )


def _baseline(targets: Sequence[Target]) -> Point | None:
    """The baseline value on the last day of its period."""
    known = [t for t in targets if t.baseline_period and _is_number(t.baseline_value)]
    return min((Point(parse(t.baseline_period).end, float(t.baseline_value)) for t in known), default=None)


def _why_no_points(
    milestones: Sequence[Point], baseline: Point | None, refused: Sequence[Reason]
) -> Reason | None:
    if not milestones:
        return refused[0]
    for earlier, later in pairwise(milestones):
        if earlier.on == later.on:
            return Reason("two_levels_on_one_day", {"on": later.on, "levels": (earlier.level, later.level)})
    if baseline is not None and baseline.on >= milestones[0].on:
        return Reason("baseline_after_due", {"baseline_ends": baseline.on, "due_on": milestones[0].on})
    return None


def _why_no_line(points: Sequence[Point], shape: Shape, targets: Sequence[Target]) -> Reason | None:
    if len(points) < FEWEST_POINTS_OF_A_LINE:
        return Reason("no_baseline", {"target": targets[0].code, "due_on": points[0].on})
    levels = [point.level for point in points]
    if shape == "constant_rate" and not (min(levels) > 0 or max(levels) < 0):
        return Reason("no_constant_rate", {"lowest": min(levels), "highest": max(levels)})
    return None


def _is_number(value: float | None) -> bool:
    return value is not None and abs(value) < float("inf")

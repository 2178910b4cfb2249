"""Which of several bodies' trajectories an indicator is judged against, and why not the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indicators.analysis.trajectory import Shape, Trajectory, trajectory
from indicators.model import Reason, Target


@dataclass(frozen=True)
class OtherTrajectory:
    """A trajectory that was passed over. `reason`: as its own `.reason`, or `ended`, `not_in_force_yet`, `another_preferred`."""

    trajectory: Trajectory
    reason: Reason


@dataclass(frozen=True)
class TrajectoryChoice:
    """The trajectory to judge by, None when no target has a level, and the others with their reasons."""

    chosen: Trajectory | None
    others: tuple[OtherTrajectory, ...]


def choose_trajectory(
    targets: Sequence[Target], latest_end: date | None, *, shape: Shape = "straight"
) -> TrajectoryChoice:
    """Choose among the bodies that set targets for one indicator and area.

    In order: one that can be drawn before a single milestone, a real one before an illustrative one, one in force for the latest
    figure, else the one that ended last, else the one that starts first.

    Args:
        targets: of one indicator and area; none at all gives an empty choice.
        latest_end: last day of the latest figure's period; None when there are no figures.
        shape: of the lines between points.

    Raises:
        ValueError: targets of different indicators or areas.
    """
    if len({(t.indicator_code, t.area_code) for t in targets}) > 1:
        raise ValueError("targets of different indicators or areas cannot be chosen between")
    by_body: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in targets:
        by_body[target.set_by, target.status].append(target)
    found = [trajectory(group, shape=shape) for group in by_body.values()]
    in_order = sorted((t for t in found if t.points), key=lambda t: _preference(t, latest_end))
    chosen = in_order[0] if in_order else None
    others = (
        OtherTrajectory(t, _why_not(t, latest_end))
        for t in (*in_order[1:], *(t for t in found if not t.points))
    )
    return TrajectoryChoice(chosen, tuple(others))


def _preference(one: Trajectory, latest_end: date | None) -> tuple[bool, bool, bool, bool, int, str]:
    """Smaller is better."""
    day = latest_end or one.starts_on
    is_future = one.starts_on > day
    # among those still to come the first to start, among the others the last to end
    nearness = one.starts_on.toordinal() if is_future else -one.ends_on.toordinal()
    return not one.is_drawable, one.illustrative, not one.covers(day), is_future, nearness, one.set_by


def _why_not(one: Trajectory, latest_end: date | None) -> Reason:
    if one.reason is not None:
        return one.reason
    if latest_end is not None and one.ends_on < latest_end:
        return Reason("ended", {"ended_on": one.ends_on})
    if latest_end is not None and one.starts_on > latest_end:
        return Reason("not_in_force_yet", {"starts_on": one.starts_on})
    return Reason("another_preferred", {"starts_on": one.starts_on, "ends_on": one.ends_on})

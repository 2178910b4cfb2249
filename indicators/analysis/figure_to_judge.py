"""Which figure a trajectory is judged by: the latest in its span, or the one of its due date once that has passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.analysis.comparable_figures import judged_figures
from indicators.analysis.trajectory import Trajectory
from indicators.model import Observation, Polarity, Reason
from indicators.periods.days import shift_years


@dataclass(frozen=True)
class JudgedFigure:
    """A figure and the level planned for it; `is_final` when it settles whether the last target was met."""

    observation: Observation
    level: float
    is_final: bool


def figure_to_judge(
    observations: Sequence[Observation], trajectory: Trajectory | None, polarity: Polarity
) -> JudgedFigure | Reason:
    """The figure to judge and its planned level.

    Doubtful figures are passed over. Once a figure has reached the due date of the last target, the one that ends on that day, or the
    nearest that ended within the year before, is set against the final level.

    Returns:
        The figure, or a Reason: `neutral_polarity`, `range_polarity`, `no_target`, `no_figures`, `not_in_force_yet`,
        `only_the_baseline`, `no_figure_at_due_date`, or why the trajectory has no level.
    """
    if polarity in ("neutral", "range"):
        return Reason(f"{polarity}_polarity")
    if trajectory is None or not trajectory.points:
        return Reason("no_target") if trajectory is None else trajectory.reason
    usable = judged_figures(observations)
    if not usable:
        return Reason("no_figures")
    return (
        _at_the_end(usable, trajectory)
        if usable[-1].period_end >= trajectory.ends_on
        else _on_the_way(usable[-1], trajectory)
    )


def _at_the_end(usable: Sequence[Observation], trajectory: Trajectory) -> JudgedFigure | Reason:
    due = trajectory.ends_on
    near = [o for o in usable if shift_years(due, -1) < o.period_end <= due]
    if not near:
        return Reason("no_figure_at_due_date", {"due_on": due})
    return JudgedFigure(near[-1], trajectory.final_level, is_final=True)


def _on_the_way(latest: Observation, trajectory: Trajectory) -> JudgedFigure | Reason:
    if latest.period_end < trajectory.starts_on:
        return Reason("not_in_force_yet", {"starts_on": trajectory.starts_on, "latest": latest.period_end})
    if trajectory.baseline and latest.period_end == trajectory.baseline.on:
        return Reason("only_the_baseline", {"period": latest.period})
    level = trajectory.level_at(latest.period_end)
    return trajectory.reason if level is None else JudgedFigure(latest, level, is_final=False)

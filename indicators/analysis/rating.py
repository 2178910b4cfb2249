"""A rating against target: the colour, what it was judged on, and the rule that gave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from indicators.analysis.against_target import default_tolerance, rate_against_target
from indicators.analysis.comparable_figures import by_period, earlier_figure
from indicators.analysis.figure_to_judge import JudgedFigure, figure_to_judge
from indicators.analysis.quarter_effects import without_quarter_effects
from indicators.analysis.recipes import RECIPES, RECOMMENDED, Case, Recipe
from indicators.analysis.trajectory import Trajectory
from indicators.model import Observation, Polarity, Rag, Reason

__all__ = ["Outcome", "Rating", "default_tolerance", "rate", "rate_against_target"]

Outcome = Literal["in_progress", "met", "narrowly_missed", "missed"]
OUTCOMES: Mapping[Rag, Outcome] = {"green": "met", "amber": "narrowly_missed", "red": "missed"}


@dataclass(frozen=True)
class Rating:
    """One judgement against a trajectory.

    `rag` is grey exactly when `reason` is set. `observation` is the figure judged, `level` what was planned for it; `tolerance` is in the
    indicator's unit. `rule` and `parameters` are enough to make the rating again. `due_on` is when the last target is due; once its
    figure is there, `outcome` says how it ended and `judged_on` may be earlier than `due_on` by less than a year.
    """

    rag: Rag
    observation: Observation | None
    level: float | None
    tolerance: float | None
    rule: str
    parameters: Mapping[str, float]
    outcome: Outcome | None
    illustrative: bool
    due_on: date | None
    reason: Reason | None

    @property
    def value(self) -> float | None:
        """The value judged."""
        return self.observation.value if self.observation else None

    @property
    def judged_on(self) -> date | None:
        """Last day of the period judged."""
        return self.observation.period_end if self.observation else None


def rate(
    observations: Sequence[Observation],
    trajectory: Trajectory | None,
    *,
    polarity: Polarity,
    tolerance: float | None = None,
    rule: str = RECOMMENDED.rule,
    parameters: Mapping[str, float] | None = None,
    breaks: Sequence[date] = (),
) -> Rating:
    """Judge the latest figure within the trajectory's span; once the last target is due, the figure of its due date.

    Doubtful figures are passed over. When the last target is due and no figure ends on that day, the nearest that ended within the year
    before is judged against the final level.

    Args:
        observations: one indicator and area and one length of period, in any order.
        trajectory: None when there is no target.
        polarity: which way is better; neutral and range (a trajectory has one level, not two) are grey.
        tolerance: in the indicator's unit. None takes the default from the figures up to the one judged and since the last break
            before it, quarterly ones without their quarter effects.
        rule: within_tolerance (recommended), havering, reigate_and_banstead, share_of_journey or percent_of_target.
        parameters: of the rule, in place of its own.
        breaks: first days from which a new definition or method counts; only the default tolerance looks at them.

    Raises:
        ValueError: an unknown rule, parameter or polarity, or a negative tolerance.
    """
    recipe = _recipe(rule, parameters)
    if polarity not in get_args(Polarity):
        raise ValueError(f"polarity must be one of {get_args(Polarity)}, got {polarity!r}")
    judged = figure_to_judge(observations, trajectory, polarity)
    if isinstance(judged, Reason):
        return _rating(recipe, trajectory, None, tolerance, judged)
    if tolerance is None and rule == RECOMMENDED.rule:
        tolerance = _default_tolerance(observations, judged.observation, trajectory, breaks)
    case = _case(judged, trajectory, polarity, tolerance, observations)
    return _rating(recipe, trajectory, judged, tolerance, recipe.judge(case, recipe.parameters))


def _recipe(rule: str, parameters: Mapping[str, float] | None) -> Recipe:
    if rule not in RECIPES:
        raise ValueError(f"rule must be one of {list(RECIPES)}, got {rule!r}")
    recipe = RECIPES[rule]
    if unknown := set(parameters or ()) - set(recipe.parameters):
        raise ValueError(f"{rule} has no parameters {sorted(unknown)}")
    return Recipe(rule, recipe.judge, {**recipe.parameters, **(parameters or {})})


def _default_tolerance(
    observations: Sequence[Observation], judged: Observation, trajectory: Trajectory, breaks: Sequence[date]
) -> float:
    """The default from the figures that count: none that came after the one judged, lest they change how it is judged."""
    begins = max((day for day in breaks if day <= judged.period_end), default=date.min)
    series = by_period(
        o for o in observations if o.period_start >= begins and o.period_end <= judged.period_end
    )
    values = [value for _, value in series]
    even = without_quarter_effects(values, [period for period, _ in series])
    baseline = trajectory.baseline.level if trajectory.baseline else None
    return default_tolerance(values if even is None else even, baseline, trajectory.final_level)


def _case(
    judged: JudgedFigure,
    trajectory: Trajectory,
    polarity: Polarity,
    tolerance: float | None,
    observations: Sequence[Observation],
) -> Case:
    earlier = earlier_figure(judged.observation, observations)
    return Case(
        judged.observation.value,
        judged.level,
        polarity,
        tolerance,
        trajectory.baseline.level if trajectory.baseline else None,
        None if isinstance(earlier, Reason) else earlier.value,
    )


def _rating(
    recipe: Recipe,
    trajectory: Trajectory | None,
    judged: JudgedFigure | None,
    tolerance: float | None,
    verdict: Rag | Reason,
) -> Rating:
    reason = verdict if isinstance(verdict, Reason) else None
    outcome = OUTCOMES.get(verdict) if judged and judged.is_final and reason is None else None
    return Rating(
        "grey" if reason else verdict,
        judged.observation if judged else None,
        judged.level if judged else None,
        tolerance,
        recipe.rule,
        recipe.parameters,
        "in_progress" if judged and not judged.is_final else outcome,
        trajectory.illustrative if trajectory else False,
        trajectory.ends_on if trajectory else None,
        reason,
    )

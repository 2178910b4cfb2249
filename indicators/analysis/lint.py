"""The target linter: every rule on one indicator's targets and figures at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from indicators.analysis.comparable_figures import judged_figures, with_holes
from indicators.analysis.finding import Finding
from indicators.analysis.freshness import Freshness
from indicators.analysis.lint_figures import break_without_note, stale_figure, tolerance_below_noise
from indicators.analysis.lint_targets import (
    far_from_scale,
    inside_ordinary_variation,
    no_baseline,
    silent_reset,
    unreachable_at_best_pace,
    wrong_direction,
    zero_or_missing_target,
)
from indicators.analysis.trajectory import trajectory
from indicators.model import Event, Observation, Polarity, Target


def lint(
    subject: str,
    *,
    targets: Sequence[Target],
    observations: Sequence[Observation],
    polarity: Polarity,
    tolerance: float | None = None,
    versions: Sequence[Sequence[Target]] = (),
    events: Sequence[Event] = (),
    freshness: Freshness | None = None,
) -> tuple[Finding, ...]:
    """All findings on one indicator and area, target by target in order of due date, then those on the figures.

    Whether a target lies inside ordinary variation or out of reach is only asked while it is still to come.

    Args:
        subject: the indicator's code.
        targets: in force, of every body.
        observations: of one length of period.
        polarity: which way is better.
        tolerance: agreed, in the indicator's unit; None where the default is used, which cannot be below the noise.
        versions: for each target that was changed, its versions, oldest first.
        events: of this indicator.
        freshness: of its latest figure.
    """
    values = with_holes(observations)
    usable = judged_figures(observations)
    found: list[Finding | None] = []
    for target in sorted(targets, key=lambda t: (t.due_on, t.code)):
        found += [
            zero_or_missing_target(target),
            far_from_scale(target, values),
            wrong_direction(target, polarity),
        ]
        if not usable or target.due_on > usable[-1].period_end:
            found += [
                inside_ordinary_variation(target, values),
                unreachable_at_best_pace(target, observations, polarity),
            ]
    found += [no_baseline(trajectory(group)) for group in _by_body(targets)]
    found += [silent_reset(history) for history in versions]
    if tolerance is not None:
        found.append(tolerance_below_noise(subject, tolerance, values))
    if freshness is not None:
        found.append(stale_figure(subject, freshness))
    found += break_without_note(subject, observations, events)
    return tuple(finding for finding in found if finding is not None)


def _by_body(targets: Sequence[Target]) -> list[list[Target]]:
    groups: dict[tuple[str, str], list[Target]] = defaultdict(list)
    for target in targets:
        groups[target.set_by, target.status].append(target)
    return list(groups.values())

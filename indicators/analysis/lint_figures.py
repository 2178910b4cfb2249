"""Rules of the linter about the figures that targets are judged by, one function each."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.analysis.against_target import usual_variation
from indicators.analysis.comparable_figures import by_period
from indicators.analysis.finding import Finding
from indicators.analysis.freshness import Freshness
from indicators.analysis.new_level import new_levels
from indicators.model import Event, Observation


def tolerance_below_noise(subject: str, tolerance: float, values: Sequence[float | None]) -> Finding | None:
    """A tolerance smaller than the usual variation (2.66/3 average moving ranges): noise alone will turn the light red."""
    noise = usual_variation(values)
    if noise is None or tolerance >= noise:
        return None
    return Finding("tolerance_below_noise", subject, {"tolerance": tolerance, "noise": noise})


def stale_figure(subject: str, freshness: Freshness) -> Finding | None:
    """A figure whose successor should have been published by now."""
    if not freshness.is_stale:
        return None
    figures = {"latest_end": freshness.latest_end, "days_overdue": freshness.days_overdue}
    return Finding("stale_figure", subject, figures)


def break_without_note(
    subject: str, observations: Sequence[Observation], events: Sequence[Event]
) -> tuple[Finding, ...]:
    """Recorded breaks that nobody explained, and sudden new levels with no event in that period or the one before."""
    bare = [
        Finding("break_without_note", event.code, {"on": event.happened_on})
        for event in events
        if event.kind == "break" and not event.note
    ]
    series = by_period(observations)
    unexplained = []
    for level in new_levels([value for _, value in series]):
        before, now = series[level.index - 1][0], series[level.index][0]
        if not any(before.start <= event.happened_on <= now.end for event in events):
            figures = {"period": now.code, "before": level.before, "after": level.after}
            unexplained.append(Finding("break_without_note", subject, figures))
    return (*bare, *unexplained)

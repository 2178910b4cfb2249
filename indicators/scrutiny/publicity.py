"""Publicity: reach is what was put out, awareness is what was taken in. The two are never added, and one does not prove the other.

After the evaluation cycle of the Government Communication Service: reach is an output, awareness found by asking people an out-take. A
percentage of fewer than 22.5 people is not given, by the rule of the Higher Education Statistics Agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators.analysis.difference_interval import Interval, difference_interval
from indicators.analysis.intervals import proportion_interval
from indicators.analysis.suppression import FEWEST_FOR_PERCENTAGE, hides_percentage
from indicators.model import Reason
from indicators.scrutiny.measure import Measure, measure

Channel = Literal["press", "broadcast", "website", "social_media", "newsletter", "event", "display", "other"]
AwarenessVerdict = Literal["more_aware", "less_aware", "not_told_apart"]


@dataclass(frozen=True)
class PublicityActivity:
    """One activity; awareness in per cent of those asked."""

    code: str
    title: str
    channel: Channel
    began_on: date
    ended_on: date | None = None
    audience: str | None = None
    reach: int | None = None
    reach_basis: str | None = None
    engagement: int | None = None
    awareness_before: float | None = None
    asked_before: int | None = None
    awareness_after: float | None = None
    asked_after: int | None = None
    cost: float | None = None


@dataclass(frozen=True)
class AwarenessChange:
    """Awareness after less before, in percentage points with its 95 per cent interval.

    `verdict` and the figures are None with `reason` set: `awareness_not_asked` (not before and after), `asked_not_stated` (how many
    were asked is missing), `too_few_asked`.
    """

    points: float | None
    interval: Interval | None
    verdict: AwarenessVerdict | None
    reason: Reason | None = None


@dataclass(frozen=True)
class PublicityMeasures:
    """All activities together: how many were followed by asking people, before and after, and how many show a change."""

    activities: int
    asked: Measure
    told_apart: int


def awareness_change(each: PublicityActivity) -> AwarenessChange:
    """How awareness differs after an activity, supposing that other people were asked each time.

    Newcombe's interval for the difference of two proportions, from Wilson's interval of each. A change after an activity is not
    shown to come from it.

    Raises:
        ValueError: a percentage outside 0 to 100.
    """
    if each.awareness_before is None or each.awareness_after is None:
        return AwarenessChange(None, None, None, Reason("awareness_not_asked"))
    if each.asked_before is None or each.asked_after is None:
        return AwarenessChange(None, None, None, Reason("asked_not_stated"))
    if hides_percentage(each.asked_before) or hides_percentage(each.asked_after):
        needed = int(FEWEST_FOR_PERCENTAGE) + 1
        return AwarenessChange(None, None, None, Reason("too_few_asked", {"needed": needed}))
    before, after = each.awareness_before / 100, each.awareness_after / 100
    lower, upper = difference_interval(
        after,
        proportion_interval(after * each.asked_after, each.asked_after),
        before,
        proportion_interval(before * each.asked_before, each.asked_before),
    )
    verdict: AwarenessVerdict = "more_aware" if lower > 0 else "less_aware" if upper < 0 else "not_told_apart"
    points = each.awareness_after - each.awareness_before
    return AwarenessChange(points, (lower * 100, upper * 100), verdict)


def activities_of(activities: Iterable[PublicityActivity]) -> tuple[PublicityActivity, ...]:
    """Every activity, the latest first."""
    return tuple(sorted(activities, key=lambda each: (-each.began_on.toordinal(), each.code)))


def publicity_measures(activities: Sequence[PublicityActivity]) -> PublicityMeasures:
    """What the activities show together; reach is not summed, since nobody knows how many were reached twice."""
    changes = [awareness_change(each) for each in activities]
    return PublicityMeasures(
        len(activities),
        measure(each.verdict is not None for each in changes),
        sum(each.verdict in ("more_aware", "less_aware") for each in changes),
    )

"""Whether two groups of answers differ: the same group in two rounds, or two groups of partners in one round.

Compared is the share that agrees, by Newcombe's 95 per cent interval for the difference of two proportions. It supposes that the people
are different ones each time and answer for themselves; where mostly the same people answered twice the interval is wider than it need
be. An interval that holds nought tells no difference, which is not the same as none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indicators.analysis.difference_interval import Interval, difference_interval
from indicators.analysis.intervals import proportion_interval
from indicators.model import Reason
from indicators.scrutiny.partner_survey import GroupAnswers

Verdict = Literal["more", "fewer", "not_told_apart"]
ALPHA = 0.05


@dataclass(frozen=True)
class ShareDifference:
    """The first group's share that agrees less the second's, in percentage points, with its 95 per cent interval.

    All None with `reason` where one of the two is hidden or empty: the reason of that group.
    """

    points: float | None
    interval: Interval | None
    verdict: Verdict | None
    reason: Reason | None = None


def agreement_difference(first: GroupAnswers, second: GroupAnswers) -> ShareDifference:
    """How many more of the first group agree than of the second, in percentage points."""
    reason = first.reason or second.reason
    if reason or not first.answered or not second.answered:
        return ShareDifference(None, None, None, reason or Reason("nobody_answered"))
    one, two = first.agreeing or 0, second.agreeing or 0
    share, other = one / first.answered, two / second.answered
    lower, upper = difference_interval(
        share,
        proportion_interval(one, first.answered),
        other,
        proportion_interval(two, second.answered),
    )
    verdict: Verdict = "more" if lower > 0 else "fewer" if upper < 0 else "not_told_apart"
    return ShareDifference((share - other) * 100, (lower * 100, upper * 100), verdict)


def by_chance_alone(comparisons: int) -> float:
    """How many of so many comparisons would be told apart on average if nothing had changed anywhere."""
    return comparisons * ALPHA

"""The health check of a partnership: eight headings, each scored from 0 to 3.

The headings are the Audit Commission's questions to partnerships (Governing partnerships, 2005).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from indicators.model import Reason

Heading = Literal[
    "rationale",
    "added_value",
    "governance",
    "performance_management",
    "financial_management",
    "risk_management",
    "termination",
    "serving_the_public",
]
HEADINGS: tuple[Heading, ...] = get_args(Heading)
HIGHEST = 3


@dataclass(frozen=True)
class HeadingScore:
    """The score of one heading, 0 (nothing in place) to 3 (in place and working)."""

    heading: Heading
    score: int


@dataclass(frozen=True)
class HealthCheck:
    """The scores of a partnership in the order of the headings.

    Attributes:
        scores: by heading, those that were answered.
        missing: headings without a score.
        mean: of the answered ones, 0 to 3, exact; None with `reason` `not_checked` where none is answered.
        weakest: the headings with the lowest score.
    """

    scores: dict[Heading, int]
    missing: tuple[Heading, ...]
    mean: Fraction | None
    weakest: tuple[Heading, ...]
    reason: Reason | None = None


def health_check(scores: Iterable[HeadingScore]) -> HealthCheck:
    """All eight headings together; a missing one is named and never counted as nought.

    Raises:
        ValueError: a heading that is none of the eight or is scored twice, a score outside 0 to 3.
    """
    known: dict[Heading, int] = {}
    for each in scores:
        if each.heading not in HEADINGS or each.heading in known:
            raise ValueError(f"heading {each.heading!r} is unknown or scored twice")
        if not 0 <= each.score <= HIGHEST:
            raise ValueError(f"{each.heading} is scored {each.score}, not 0 to {HIGHEST}")
        known[each.heading] = each.score
    missing = tuple(each for each in HEADINGS if each not in known)
    if not known:
        return HealthCheck({}, missing, None, (), Reason("not_checked"))
    lowest = min(known.values())
    return HealthCheck(
        scores={each: known[each] for each in HEADINGS if each in known},
        missing=missing,
        mean=Fraction(sum(known.values()), len(known)),
        weakest=tuple(each for each in HEADINGS if known.get(each) == lowest),
    )

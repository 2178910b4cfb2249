"""The mean and limits of an XmR chart, and when a series is too coarse, too short or too still to have them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indicators.model import Reason

LIMIT_FACTOR = 2.66  # three standard deviations, from the average range between neighbours
SCREEN_FACTOR = 3.267  # the upper limit of the chart of moving ranges


@dataclass(frozen=True)
class Limits:
    """The lines around the mean, in the unit of the values. Raw arithmetic: never clipped at 0 or 100."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True)
class Stretch:
    """The values between two rebases and the lines drawn from them.

    `screened` says whether large moving ranges were open to being left out. `reason` codes: see `XmrChart`.
    """

    values: tuple[float | None, ...]
    mean: float | None
    limits: Limits | None
    screened: bool
    reason: Reason | None

    @property
    def points(self) -> int:
        """How many values are present."""
        return sum(value is not None for value in self.values)


def draw_limits(values: tuple[float | None, ...], *, screen: bool) -> Stretch:
    """The mean and the limits at 2.66 average moving ranges (NHS Making Data Count) of one stretch between rebases.

    A missing value breaks two moving ranges and is skipped by the mean. Where more than half of the moving ranges are zero
    nothing is screened: otherwise only zeros would survive and the limits would collapse onto the mean.
    """
    present = [value for value in values if value is not None]
    if not present:
        return Stretch(values, None, None, screen, Reason("no_values"))
    # Rounding must not lift the mean of equal values off them, or a series that never moved would look like a shift.
    mean = min(max(sum(present) / len(present), min(present)), max(present))
    ranges = [
        abs(after - before) for before, after in pairwise(values) if before is not None and after is not None
    ]
    if not ranges:
        return Stretch(values, mean, None, screen, Reason("no_moving_range", {"points": len(present)}))
    reason = _caution(present, ranges)
    if not any(ranges) and min(present) < max(present):
        return Stretch(
            values, mean, None, False, reason
        )  # it moved only across a gap: the limits would be the mean
    limits = _limits(mean, ranges, screen=screen and reason is None)
    if not (math.isfinite(limits.lower) and math.isfinite(limits.upper)):
        return Stretch(values, None, None, screen, Reason("not_finite", {"largest": max(map(abs, present))}))
    return Stretch(values, mean, limits, screen and reason is None, reason)


def _caution(present: Sequence[float], ranges: Sequence[float]) -> Reason | None:
    if min(present) == max(present):
        return Reason("has_not_moved", {"value": present[0], "points": len(present)})
    zeros = ranges.count(0)
    if 2 * zeros > len(ranges):
        return Reason("too_coarse", {"zero_ranges": zeros, "ranges": len(ranges)})
    return None


def _limits(mean: float, ranges: Sequence[float], *, screen: bool) -> Limits:
    average = sum(ranges) / len(ranges)
    if screen and math.isfinite(average):
        # Never empty: at least half of the ranges are above zero, so the smallest of those is below the bound.
        kept = [moving_range for moving_range in ranges if moving_range < SCREEN_FACTOR * average]
        average = sum(kept) / len(kept)
    reach = LIMIT_FACTOR * average
    return Limits(mean, mean - reach, mean + reach, mean - 2 * reach / 3, mean + 2 * reach / 3)

"""A series as it stands: which slots hold a figure, and whether it may be analysed at all.

A slot without a figure (None or NaN) is a hole: it keeps its place in time and is never read as nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.missing import infinite_positions, with_gaps
from indicators.model import Reason

FloatArray = NDArray[np.float64]
# Two figures closer than this share of their size are one figure computed in two ways.
ROUNDING = 1e-12


@dataclass(frozen=True)
class ObservedSeries:
    """The figures of a series and their places; `length` counts every slot, holes included."""

    values: FloatArray
    positions: NDArray[np.int64]
    length: int

    @property
    def points(self) -> int:
        """How many slots hold a figure."""
        return len(self.values)

    @property
    def has_not_moved(self) -> bool:
        """Whether every figure is the same, but for the last digits of binary arithmetic."""
        return bool(np.ptp(self.values) <= ROUNDING * np.max(np.abs(self.values)))


def observed_series(
    values: Sequence[Any] | FloatArray,
    *,
    periods_per_year: int,
    overlapping: bool,
    break_at: Sequence[int],
) -> ObservedSeries | Reason:
    """The figures that an analysis may use, or why it may use none.

    Args:
        values: one figure a period in order of time; None or NaN where there is none.
        periods_per_year: 1 for annual figures, 4 for quarters.
        overlapping: whether neighbouring periods share months (rolling years, three-year averages); every
            method here assumes that they do not.
        break_at: indices (from 0) of the first figure of each new definition; across a break nothing is compared.

    Raises:
        ValueError: `periods_per_year` below 1, or a break outside the series.
    """
    if periods_per_year < 1:
        raise ValueError(f"periods_per_year must be 1 or more, got {periods_per_year}")
    gapped = with_gaps(values)
    figures = np.array([np.nan if value is None else value for value in gapped], dtype=np.float64)
    if strays := [at for at in break_at if not 0 <= at < len(figures)]:
        raise ValueError(f"break_at {strays} lies outside the {len(figures)} values")
    positions = np.flatnonzero(~np.isnan(figures))
    if overlapping:
        return Reason("overlapping_periods", {"points": len(positions)})
    if latest := max(break_at, default=0):
        after = int(np.sum(positions >= latest))
        return Reason("break_in_series", {"points": len(positions), "at": latest, "points_after": after})
    if infinite := infinite_positions(gapped):
        return Reason("not_finite", {"points": len(positions), "positions": infinite})
    return ObservedSeries(figures[positions], positions, len(figures))


def too_few_points(points: int, needed: int) -> Reason | None:
    """The refusal of a series that is too short, with both figures; None when it is long enough."""
    if points == 0:
        return Reason("no_values", {"needed": needed})
    return Reason("too_few_points", {"points": points, "needed": needed}) if points < needed else None

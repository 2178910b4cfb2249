"""The two chi-square tests for a trend in five annual values, and whether one year alone makes it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from indicators.model import Reason

CRITICAL_CHI_SQUARE = 9.549535706083239  # two-sided p of 0.002; a number, so that nothing is imported for it
ROUNDING = 1e-12
WIDTH_IN_ERRORS = 3.92  # a 95 per cent interval is twice 1.96 standard errors wide


@dataclass(frozen=True)
class Evidence:
    """The chi-square on 1 degree of freedom, and the sign of the slope in all fits: 1, -1, or 0 when they disagree."""

    chi_square: float
    direction: int

    @property
    def significant(self) -> bool:
        """Whether it passes the level and no single year decides the sign."""
        return self.chi_square > CRITICAL_CHI_SQUARE and self.direction != 0


def proportions_trend(counts: Sequence[tuple[float, float]]) -> Evidence | Reason:
    """Chi-square for a linear trend in proportions (Cochran and Armitage); the sign is that of unweighted logit slopes.

    Args:
        counts: (numerator, denominator) of each year in order.

    Returns:
        The evidence, or a reason: counts that are no proportion; a year with no or only successes has no logit.
    """
    for year, pair in enumerate(counts):
        if not is_proportion(pair):
            return Reason("not_a_proportion", {"year_of_those_used": year + 1})
    for year, (numerator, denominator) in enumerate(counts):
        if numerator == 0:
            return Reason("numerator_zero", {"year_of_those_used": year + 1, "denominator": denominator})
        if numerator == denominator:
            return Reason(
                "numerator_equals_denominator", {"year_of_those_used": year + 1, "denominator": denominator}
            )
    times = range(1, len(counts) + 1)
    x = sum(numerator for numerator, _ in counts)
    n = sum(denominator for _, denominator in counts)
    x_t = sum(numerator * t for (numerator, _), t in zip(counts, times, strict=True))
    n_t = sum(denominator * t for (_, denominator), t in zip(counts, times, strict=True))
    n_tt = sum(denominator * t * t for (_, denominator), t in zip(counts, times, strict=True))
    chi_square = n * (n * x_t - x * n_t) ** 2 / (x * (n - x) * (n * n_tt - n_t**2))
    logits = [math.log(numerator / (denominator - numerator)) for numerator, denominator in counts]
    return Evidence(chi_square, _steady_sign(logits, [1.0] * len(logits)))


def values_trend(rows: Sequence[tuple[float, float, float]]) -> Evidence | Reason:
    """Chi-square of the slope of a line weighted by the standard errors that the 95 per cent limits imply.

    Args:
        rows: (value, lower, upper) of each year in order.

    Returns:
        The evidence, or a reason: limits that are crossed; limits without width have no standard error.
    """
    weights = []
    for year, (_, lower, upper) in enumerate(rows):
        if lower > upper:
            return Reason("limits_crossed", {"year_of_those_used": year + 1, "lower": lower, "upper": upper})
        if lower == upper:
            return Reason("no_width", {"year_of_those_used": year + 1, "limit": lower})
        weights.append((WIDTH_IN_ERRORS / (upper - lower)) ** 2)
    values = [row[0] for row in rows]
    slope, spread = _line(range(1, len(rows) + 1), values, weights)
    return Evidence(slope * slope * spread, _steady_sign(values, weights))


def is_proportion(counts: tuple[float, float]) -> bool:
    """Whether (numerator, denominator) can be so many of so many."""
    numerator, denominator = counts
    return denominator > 0 and 0 <= numerator <= denominator


def _steady_sign(values: Sequence[float], weights: Sequence[float]) -> int:
    """The sign of the slope through all years, if it is the same whichever single year is left out; else 0."""
    years = range(1, len(values) + 1)
    signs = set()
    for left_out in (None, *years):
        kept = [year for year in years if year != left_out]
        slope, _ = _line(kept, [values[year - 1] for year in kept], [weights[year - 1] for year in kept])
        signs.add((slope > 0) - (slope < 0))
    return signs.pop() if len(signs) == 1 else 0


def _line(times: Sequence[int], values: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """Slope of the weighted least-squares line and the weighted sum of squares of time about its mean (1 / variance)."""
    total = sum(weights)
    centre = sum(weight * time for weight, time in zip(weights, times, strict=True)) / total
    spread = sum(weight * (time - centre) ** 2 for weight, time in zip(weights, times, strict=True))
    # Rises above the first value, so that equal values have a slope of exactly zero.
    rises = (value - values[0] for value in values)
    products = [
        weight * (time - centre) * rise for weight, time, rise in zip(weights, times, rises, strict=True)
    ]
    # What cancels out but for rounding has no sign: else a line would point up or down by the order of its additions.
    slope = math.fsum(products)
    return (slope / spread if abs(slope) > ROUNDING * math.fsum(map(abs, products)) else 0.0), spread

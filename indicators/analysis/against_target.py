"""Green, amber or red: a value against the level wanted, with a tolerance in the indicator's own unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import get_args

from indicators.analysis.exact import exact_decimal
from indicators.analysis.missing import with_gaps
from indicators.analysis.process_limits import LIMIT_FACTOR
from indicators.model import Polarity, Rag

Level = float | Sequence[float]  # a level, or the lowest and the highest wanted value
SHARE_OF_DISTANCE = Decimal("0.05")
DEVIATION_FROM_RANGE = Decimal(str(LIMIT_FACTOR)) / 3  # a standard deviation, as process limits estimate it


def rate_against_target(
    value: float | None, target: Level | None, *, polarity: Polarity, tolerance: float
) -> Rag:
    """Green at or better than the target, amber when it misses by no more than the tolerance, red beyond.

    Compared unrounded, as the decimals that people read, so that 2.0 misses 2.1 by exactly 0.1.

    Args:
        value: None or NaN when there is none: grey.
        target: the level, or (low, high) for polarity range; None when there is none: grey.
        polarity: which way is better; neutral is grey.
        tolerance: in the indicator's unit, 0 or more.

    Raises:
        ValueError: an unknown polarity, a tolerance that is negative or no number, a target that does not suit the polarity, a range
            whose ends are the wrong way round.
    """
    if polarity not in get_args(Polarity):
        raise ValueError(f"polarity must be one of {get_args(Polarity)}, got {polarity!r}")
    if not tolerance >= 0:
        raise ValueError(f"tolerance must be 0 or more, got {tolerance}")
    (number,) = with_gaps([value])
    if polarity == "neutral" or number is None or target is None:
        return "grey"
    missed_by = _missed_by(exact_decimal(value), target, polarity)
    if missed_by <= 0:
        return "green"
    return "amber" if missed_by <= exact_decimal(tolerance) else "red"


def default_tolerance(values: Sequence[float | None], baseline: float | None, target: float | None) -> float:
    """The larger of 5 per cent of the way from baseline to target and the usual variation, so that noise alone makes no red.

    The usual variation is 2.66/3 times the average moving range, one standard deviation as process limits estimate it.

    Args:
        values: the series in order of time with quarter effects taken out; None where a figure is missing, which breaks two ranges.
        baseline: level at the start, None when unknown.
        target: final level, None when unknown.

    Returns:
        In the indicator's unit; 0 when neither part can be computed.
    """
    distance = Decimal(0)
    if baseline is not None and target is not None:
        distance = SHARE_OF_DISTANCE * abs(exact_decimal(target) - exact_decimal(baseline))
    return max(float(distance), usual_variation(values) or 0.0)


def usual_variation(values: Sequence[float | None]) -> float | None:
    """2.66/3 times the average moving range in the unit of the values; None without two neighbours."""
    ranges = [
        abs(exact_decimal(now) - exact_decimal(before))
        for before, now in pairwise(with_gaps(values))
        if before is not None and now is not None
    ]
    return float(DEVIATION_FROM_RANGE * sum(ranges) / len(ranges)) if ranges else None


def _missed_by(value: Decimal, target: Level, polarity: Polarity) -> Decimal:
    """How far the value is on the wrong side, 0 or less when it meets the target."""
    is_range = isinstance(target, Sequence)
    if is_range != (polarity == "range"):
        raise ValueError(f"polarity {polarity} does not go with the target {target}")
    if not is_range:
        level = exact_decimal(target)
        return level - value if polarity == "higher" else value - level
    low, high = map(exact_decimal, target)
    if low > high:
        raise ValueError(f"the wanted range runs from {low} to {high}")
    return max(low - value, value - high)

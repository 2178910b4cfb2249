"""Reward for stretch targets: how much of the promised improvement was made, and the share of the grant that it pays.

From two agreement schedules of the time (Local PSA, Isle of Wight 2002; Bath and North East Somerset 2004): the share of the
enhancement achieved, at most all of it, and nothing below 60 per cent. Exact decimals, because binary floats turn exactly
60 per cent (1.1 to 2.1, actual 1.7) into a little less and would pay nothing.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from indicators.analysis.exact import Figure, exact_decimal
from indicators.model import Polarity

LEAST_SHARE_PAID = Fraction(3, 5)


def gap_closed(baseline: Figure, target: Figure, value: Figure) -> Decimal | None:
    """The part of the way from baseline to target that the value has come: 0 at the baseline, 1 at the target.

    Right for both directions, above 1 beyond the target, negative when things got worse.

    Returns:
        (value - baseline) / (target - baseline), exact where it has at most 28 digits; None when target equals baseline.

    Raises:
        ValueError: a figure that is not a finite number.
    """
    closed = _gap_closed(baseline, target, value)
    return None if closed is None else _as_decimal(closed)


def reward_share(baseline: Figure, target: Figure, actual: Figure, polarity: Polarity) -> Decimal:
    """The share of a target's potential grant that is payable: 0 below 0.60 of the enhancement, at most 1.

    Args:
        baseline: performance expected without the agreement.
        target: performance target with the agreement.
        actual: performance at the end, unrounded.
        polarity: higher or lower; the target must lie on that side of the baseline.

    Raises:
        ValueError: a target that asks for no enhancement or points the wrong way, a polarity without a single direction, or a
            figure that is not a finite number.
    """
    if polarity not in ("higher", "lower"):
        raise ValueError(f"a reward needs polarity higher or lower, not {polarity!r}")
    enhancement = exact_decimal(target) - exact_decimal(baseline)
    if enhancement == 0 or (enhancement > 0) != (polarity == "higher"):
        raise ValueError(
            f"target {target} is no enhancement on baseline {baseline} where {polarity} is better"
        )
    closed = _gap_closed(baseline, target, actual)
    if closed is None or closed < LEAST_SHARE_PAID:
        return Decimal(0)
    return _as_decimal(min(closed, Fraction(1)))


def _gap_closed(baseline: Figure, target: Figure, value: Figure) -> Fraction | None:
    start, end, now = (Fraction(exact_decimal(figure)) for figure in (baseline, target, value))
    return None if start == end else (now - start) / (end - start)


def _as_decimal(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / Decimal(share.denominator)

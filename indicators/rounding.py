"""The one place that rounds a number for display."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal, localcontext

# Half of a last place that a binary float just fails to reach still rounds up, as in education statistics: 1.005 is 1.01.
GUARD = Decimal("1e-8")
DIGITS = 400  # a float has at most 309 digits before the point; the rest is room for decimals


def round_half_away(value: float | Decimal, decimals: int) -> Decimal:
    """The value to so many decimals, halves away from zero (2.5 to 3, -2.5 to -3), never a negative zero.

    Python's and numpy's `round` take halves to even, and those of the binary value at that: 2.5 to 2, 2.675 to 2.67. Here a
    float is given a guard of 1e-8 of its last place shown. A Decimal says exactly what it means and gets no guard.

    Args:
        value: any unit.
        decimals: places after the point, 0 or more.

    Returns:
        A Decimal with exactly that many places, so that `str` and `format` show trailing zeros.

    Raises:
        ValueError: a value that is not finite, a negative number of decimals.
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} cannot be rounded")
    if decimals < 0:
        raise ValueError(f"decimals must be 0 or more, not {decimals}")
    with localcontext() as context:
        context.prec = DIGITS + decimals
        size = abs(Decimal(value)).scaleb(decimals)
        if not isinstance(value, Decimal):
            size += GUARD
        rounded = size.quantize(Decimal(1), rounding=ROUND_HALF_UP).scaleb(-decimals)
        return -rounded if value < 0 else rounded  # minus nothing is plain nothing

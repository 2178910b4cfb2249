"""The 95 per cent interval of the difference of two values, from the interval of each.

Zou and Donner (2008): each limit of the difference recovers its variance from the limits of the two values that lie on its side.
With Wilson's intervals this is Newcombe's tenth method for two proportions (1998). Unlike a value plus and minus a standard
error it stays right where intervals are lopsided.
"""

from __future__ import annotations

import math

Interval = tuple[float, float]


def difference_interval(value_a: float, limits_a: Interval, value_b: float, limits_b: Interval) -> Interval:
    """The limits of the first value less the second, at the confidence of the two intervals.

    Raises:
        ValueError: a value outside its own limits, a number that is not finite.
    """
    for value, (lower, upper) in ((value_a, limits_a), (value_b, limits_b)):
        if not (lower <= value <= upper and math.isfinite(lower) and math.isfinite(upper)):
            raise ValueError(f"{value} does not lie between its limits {lower} and {upper}")
    difference = value_a - value_b
    below = math.hypot(value_a - limits_a[0], limits_b[1] - value_b)
    above = math.hypot(limits_a[1] - value_a, value_b - limits_b[0])
    return difference - below, difference + above

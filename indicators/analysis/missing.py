"""How a series of values is read: None and NaN both mean that there is no value."""

from __future__ import annotations

import math
from collections.abc import Iterable


def with_gaps(values: Iterable[float | None]) -> tuple[float | None, ...]:
    """The values as floats, None where there is none; NaN counts as none, infinity is left for the caller to refuse."""
    return tuple(None if value is None or math.isnan(value) else float(value) for value in values)


def infinite_positions(values: Iterable[float | None]) -> tuple[int, ...]:
    """Positions, from 0, of values that are infinite."""
    return tuple(i for i, value in enumerate(values) if value is not None and math.isinf(value))

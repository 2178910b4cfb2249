from __future__ import annotations

import math
from decimal import Decimal

import numpy as np

from indicators.analysis.missing import infinite_positions, with_gaps


def test_none_and_nan_are_gaps_and_numbers_become_floats():
    read = with_gaps([1, None, math.nan, np.float64(2.5), Decimal("3.5"), math.inf])
    assert read == (1.0, None, None, 2.5, 3.5, math.inf)
    assert {type(value) for value in read} == {float, type(None)}


def test_infinite_values_are_found():
    assert infinite_positions([1.0, math.inf, None, -math.inf]) == (1, 3)

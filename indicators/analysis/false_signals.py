"""How many XmR charts light up by luck alone.

The shares were simulated with the rules of `xmr_chart`, screening on, on 20,000 series a cell of normal values without any
change, from independent (autocorrelation 0) to strongly autocorrelated (0.6). They are good to half a percentage point.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

POINTS = (3, 5, 6, 7, 8, 10, 12, 16, 24, 40, 80, 160)
AUTOCORRELATIONS = (0.0, 0.3, 0.6)
# Share of series with a flag on the latest point, and on any point: a row for each autocorrelation, a column for each length.
LATEST = (
    (0, 0.005, 0.012, 0.013, 0.013, 0.015, 0.014, 0.016, 0.016, 0.018, 0.020, 0.022),
    (0, 0.007, 0.021, 0.026, 0.030, 0.034, 0.037, 0.046, 0.054, 0.060, 0.067, 0.067),
    (0, 0.009, 0.042, 0.063, 0.073, 0.088, 0.115, 0.152, 0.182, 0.206, 0.214, 0.224),
)
ANY = (
    (0, 0.007, 0.020, 0.024, 0.033, 0.055, 0.072, 0.110, 0.185, 0.324, 0.588, 0.837),
    (0, 0.010, 0.035, 0.052, 0.076, 0.117, 0.169, 0.275, 0.457, 0.702, 0.938, 0.997),
    (0, 0.013, 0.069, 0.110, 0.161, 0.267, 0.380, 0.576, 0.813, 0.965, 0.999, 1.000),
)


@dataclass(frozen=True)
class ExpectedFalseSignals:
    """Of so many charts, how many would by luck alone have their latest point flagged, and how many any point."""

    charts: int
    latest: float
    any_point: float


def expected_false_signals(lengths: Iterable[int], autocorrelation: float = 0.0) -> ExpectedFalseSignals:
    """How many of these XmR charts would show a flag although nothing changed.

    Fifty charts of 24 independent points give about 9 with some flag and 1 with a flagged latest point. Between the
    simulated lengths and autocorrelations the shares are interpolated; beyond 160 points they stay as at 160.

    Args:
        lengths: how many points each chart has.
        autocorrelation: of neighbouring points, the same in all charts; 0, luck alone, to 0.6.

    Raises:
        ValueError: a negative length, an autocorrelation that is not from 0 to 0.6.
    """
    points = np.array(list(lengths), dtype=float)
    if np.any(points < 0):
        raise ValueError(f"a chart cannot have {points.min():g} points")
    if not 0 <= autocorrelation <= AUTOCORRELATIONS[-1]:
        raise ValueError(f"autocorrelation must be from 0 to {AUTOCORRELATIONS[-1]}, not {autocorrelation}")
    return ExpectedFalseSignals(
        len(points), _expected(points, LATEST, autocorrelation), _expected(points, ANY, autocorrelation)
    )


def _expected(points: np.ndarray, table: tuple[tuple[float, ...], ...], autocorrelation: float) -> float:
    totals = [float(np.interp(points, POINTS, shares).sum()) for shares in table]
    return float(np.interp(autocorrelation, AUTOCORRELATIONS, totals))

"""A year's total, or four rolling quarters, from the quarters already known and the forecast of the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.analysis.coming_figures import Forecast, widening
from indicators.analysis.damped_trend import ahead
from indicators.analysis.outlook import Outlook
from indicators.analysis.student_mixture import StudentMixture
from indicators.model import Reason


def annual_total(forecast: Forecast, known: Sequence[float], steps: Sequence[int]) -> Outlook:
    """The distribution of the sum of known figures and of coming ones, whose errors go together.

    Args:
        forecast: of the discrete quarters, on the raw scale: a sum has no simple distribution on a curved one.
        known: figures of the year that are in; may be empty.
        steps: which coming periods belong to the total, as periods ahead (1, 2, 3 when one quarter is known).

    Returns:
        The outlook of the total. `reason` is the forecast's own, or `total_needs_raw_scale`.

    Raises:
        ValueError: no steps, a step twice or outside the forecast, a known figure that is not finite.
    """
    if not steps or len(set(steps)) < len(steps) or not 1 <= min(steps) <= max(steps) <= forecast.horizon:
        raise ValueError(f"steps must be different periods from 1 to {forecast.horizon}, got {list(steps)}")
    if not np.all(np.isfinite(np.array(known, dtype=np.float64))):
        raise ValueError(f"known figures must be finite, got {list(known)}")
    if forecast.fit is None:
        return Outlook(forecast.scale, reason=forecast.reason)
    if forecast.scale != "raw":
        return Outlook(forecast.scale, reason=Reason("total_needs_raw_scale", {"scale": forecast.scale}))
    furthest = max(steps)
    taken = np.isin(np.arange(1, furthest + 1), steps).astype(np.float64)
    centres, scales = ahead(forecast.fit, taken[None])
    mixture = StudentMixture(
        forecast.fit.weights, centres + float(sum(known)), scales * widening(furthest), forecast.fit.df
    )
    return Outlook("raw", mixture, forecast.low_confidence)

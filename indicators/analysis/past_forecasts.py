"""The forecasts that would have been made in the past, each beside what then happened (rolling origin).

Every origin sees only the figures that came before it. Beside the forecast stand the simple ones that it has to beat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from indicators.analysis.baseline_forecasts import seasonal_naive, share_met, straight_line
from indicators.analysis.coming_figures import FEWEST, forecast
from indicators.analysis.observed import FloatArray, ObservedSeries, observed_series
from indicators.analysis.target_chance import Level, chance_of_outlook, met_between
from indicators.analysis.transforms import Scale
from indicators.model import Polarity, Reason

FEWEST_FOR_SCORING = 20
INSIDE_80, INSIDE_95 = (0.10, 0.90), (0.025, 0.975)


@dataclass(frozen=True)
class TargetedSeries:
    """A series with the target that its forecasts are scored against; `values` may hold None."""

    key: str
    values: Sequence[float | None] | FloatArray
    periods_per_year: int
    target: Level
    polarity: Polarity
    decimals: int | None = None
    scale: Scale = "raw"


@dataclass(frozen=True, slots=True)
class PastForecast:
    """One forecast and its outcome. `origin` is the index of the last figure known then; `points` how many there were.

    `probability` and the three baselines are chances of meeting the target, `met` what happened. `pit` is the
    forecast probability of at most the figure that came: spread evenly from 0 to 1 when forecasts are honest.
    """

    key: str
    origin: int
    horizon: int
    points: int
    probability: float
    share_met: float
    seasonal_naive: float
    straight_line: float
    met: bool
    pit: float

    @property
    def inside80(self) -> bool:
        """Whether the figure fell within the 80 per cent interval."""
        return INSIDE_80[0] <= self.pit <= INSIDE_80[1]

    @property
    def inside95(self) -> bool:
        """Whether the figure fell within the 95 per cent interval."""
        return INSIDE_95[0] <= self.pit <= INSIDE_95[1]


def past_forecasts(
    many: Iterable[TargetedSeries],
    *,
    horizons: Sequence[int],
    progress: Callable[[int], None] | None = None,
) -> Iterator[PastForecast]:
    """Forecasts from every past origin of every series, one at a time, so that memory stays flat.

    A series takes part with 20 figures or more; origins begin once a forecast could be made (8 figures).

    Args:
        many: the series; those of polarity `neutral` have nothing to meet and are passed over.
        horizons: periods ahead to score, each 1 or more.
        progress: called with the number of series finished after each.

    Raises:
        ValueError: no horizons or one below 1; a target that does not suit its polarity.
    """
    if not horizons or min(horizons) < 1:
        raise ValueError(f"horizons must be 1 or more, got {list(horizons)}")
    for done, series in enumerate(many, start=1):
        yield from _of_one(series, sorted(set(horizons)))
        if progress is not None:
            progress(done)


def _of_one(series: TargetedSeries, horizons: Sequence[int]) -> Iterator[PastForecast]:
    whole = observed_series(
        series.values, periods_per_year=series.periods_per_year, overlapping=False, break_at=()
    )
    bounds = met_between(series.target, series.polarity, series.decimals)
    if isinstance(whole, Reason) or whole.points < FEWEST_FOR_SCORING or bounds is None:
        return
    actual = dict(zip(whole.positions.tolist(), whole.values.tolist(), strict=True))
    for known, origin in enumerate(whole.positions.tolist(), start=1):
        due = [h for h in horizons if origin + h in actual]
        if known >= FEWEST and due:
            history = ObservedSeries(whole.values[:known], whole.positions[:known], origin + 1)
            yield from _from_origin(series, history, {h: actual[origin + h] for h in due}, bounds)


def _from_origin(
    series: TargetedSeries, history: ObservedSeries, due: dict[int, float], bounds: tuple[float, float]
) -> Iterator[PastForecast]:
    slots = np.full(history.length, np.nan)
    slots[history.positions] = history.values
    made = forecast(slots, max(due), periods_per_year=series.periods_per_year, scale=series.scale)
    if made.reason is not None:
        return
    for horizon, figure in due.items():
        outlook = made.at(horizon)
        chance = chance_of_outlook(
            outlook, series.target, polarity=series.polarity, decimals=series.decimals
        ).probability
        pit = outlook.probability_at_most(figure)
        naive = seasonal_naive(history, horizon, series.periods_per_year, bounds)
        if chance is not None and pit is not None and naive is not None:
            yield PastForecast(
                key=series.key,
                origin=history.length - 1,
                horizon=horizon,
                points=history.points,
                probability=chance,
                share_met=share_met(history, bounds),
                seasonal_naive=naive,
                straight_line=straight_line(history, horizon, bounds),
                met=bounds[0] <= figure <= bounds[1],
                pit=pit,
            )

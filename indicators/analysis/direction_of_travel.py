"""Direction of travel: has the latest figure moved the right way since the last one that it may be compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from indicators.analysis.comparable_figures import earlier_figure, judged_figures
from indicators.analysis.exact import exact_decimal
from indicators.analysis.polarity import Judgement, judged
from indicators.model import Direction, Observation, Polarity, Reason
from indicators.rounding import GUARD

Basis = Literal["same_period_last_year", "year_before", "pool_before"]
DIRECTIONS: Mapping[Judgement | None, Direction] = {
    "better": "improving",
    "worse": "deteriorating",
    None: "changed",
}
HALF = Decimal("0.5")


@dataclass(frozen=True)
class DirectionOfTravel:
    """The movement between two comparable figures and what it means.

    `change` is current less previous in the indicator's unit. `basis` says which earlier figure was taken: the same quarter, month
    or day a year earlier, the year before, or, for pooled years, the pool that shares no year with the current one. `reason` says why
    nothing could be compared; its codes: `no_figures`, `no_earlier_figure`, `different_length`, `gap`, `doubtful`, `break_between`.
    """

    direction: Direction
    change: float | None
    current: Observation | None
    previous: Observation | None
    basis: Basis | None
    reason: Reason | None


def direction_of_travel(
    observations: Sequence[Observation],
    *,
    polarity: Polarity,
    dead_band: float = 0,
    breaks: Sequence[date] = (),
    wanted: tuple[float, float] | None = None,
) -> DirectionOfTravel:
    """Compare the latest figure that is not doubtful with the one before it that is comparable.

    Args:
        observations: one indicator and area, in any order.
        polarity: which way is better; neutral gives `changed`.
        dead_band: a change of no more than this, in the indicator's unit, is no change; see `largest_unseen`.
        breaks: first days from which a new definition or method counts.
        wanted: lowest and highest wanted value for polarity range; a move towards it is improving. Without it a move is `changed`.

    Raises:
        ValueError: a negative dead band, an unknown polarity, or a wanted range whose ends are the wrong way round.
    """
    if dead_band < 0:
        raise ValueError(f"dead_band is {dead_band}")
    if wanted is not None and wanted[0] > wanted[1]:
        raise ValueError(f"the wanted range runs from {wanted[0]} to {wanted[1]}")
    usable = judged_figures(observations)
    if not usable:
        return DirectionOfTravel("not_comparable", None, None, None, None, Reason("no_figures"))
    current = usable[-1]
    previous = earlier_figure(current, observations, breaks=breaks)
    if isinstance(previous, Reason):
        return DirectionOfTravel("not_comparable", None, current, None, None, previous)
    change = float(exact_decimal(current.value) - exact_decimal(previous.value))
    if polarity == "range" and wanted is not None:
        judgement = judged(_outside(previous.value, wanted) - _outside(current.value, wanted), "higher")
    else:
        judgement = judged(change, polarity)
    direction = "no_change" if abs(change) <= dead_band else DIRECTIONS[judgement]
    return DirectionOfTravel(direction, change, current, previous, _basis(current), None)


def largest_unseen(decimals: int) -> float:
    """The largest change that is shown as none, in the unit of the values.

    It is just under half of the last place shown, since half itself is rounded away from zero.

    Args:
        decimals: places that are shown after the point, 0 or more.
    """
    return float((HALF - GUARD).scaleb(-decimals))


def _outside(value: float, wanted: tuple[float, float]) -> float:
    """How far a value lies outside the wanted range, 0 within it."""
    return float(
        max(
            exact_decimal(wanted[0]) - exact_decimal(value),
            exact_decimal(value) - exact_decimal(wanted[1]),
            0,
        )
    )


def _basis(current: Observation) -> Basis:
    length = current.period.partition("/")[2]
    if not length.endswith("Y"):
        return "same_period_last_year"
    return "year_before" if length == "P1Y" else "pool_before"

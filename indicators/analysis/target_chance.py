"""The chance of meeting a target, as a probability, as the figure shown, and as the code of its word."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from indicators.analysis.coming_figures import Forecast
from indicators.analysis.outlook import Outlook
from indicators.analysis.polarity import check_polarity
from indicators.model import Polarity, Reason

ChanceWord = Literal[
    "almost_certain",
    "likely",
    "more_likely_than_not",
    "could_go_either_way",
    "more_likely_to_miss",
    "unlikely",
    "very_unlikely",
]
Level = float | tuple[float, float]

# The lowest chance of each word, in 100 as it is shown, dearest first.
WORDS: tuple[tuple[int, ChanceWord], ...] = (
    (95, "almost_certain"),
    (80, "likely"),
    (60, "more_likely_than_not"),
    (40, "could_go_either_way"),
    (20, "more_likely_to_miss"),
    (10, "unlikely"),
    (0, "very_unlikely"),
)
SHOWN_STEP, SHOWN_LOWEST, SHOWN_HIGHEST = 5, 5, 95
# Halves round up even when a binary fraction falls just short of them.
GUARD = 1e-8


@dataclass(frozen=True)
class Chance:
    """`probability` is unrounded, for scoring; `shown` is in 100, for people. All three are None when `reason` is set.

    `reason` codes: those of the forecast, or `no_direction` (no direction of good, so nothing can be met).
    """

    probability: float | None = None
    shown: int | None = None
    word: ChanceWord | None = None
    low_confidence: bool = False
    reason: Reason | None = None


def chance_of_meeting(
    forecast: Forecast, target: Level, *, polarity: Polarity, decimals: int | None, horizon: int
) -> Chance:
    """The chance that the figure `horizon` periods ahead, as published, meets the target.

    Args:
        forecast: of the measure.
        target: in the unit of the measure; (low, high) for polarity `range`.
        polarity: `higher` is met at or above the target, `lower` at or below, `range` between low and high inclusive.
        decimals: places to which figures are published: half a unit of the last place counts in favour, because
            a figure that rounds to the target meets it. None when figures are not rounded.
        horizon: periods ahead.

    Raises:
        ValueError: a target that does not suit the polarity, a negative number of decimals, a horizon outside the forecast.
    """
    return chance_of_outlook(forecast.at(horizon), target, polarity=polarity, decimals=decimals)


def chance_of_outlook(outlook: Outlook, target: Level, *, polarity: Polarity, decimals: int | None) -> Chance:
    """The same for any outlook, such as an annual total."""
    bounds = met_between(target, polarity, decimals)
    if bounds is None:
        return Chance(reason=Reason("no_direction"))
    at_least, at_most = outlook.probability_at_least(bounds[0]), outlook.probability_at_most(bounds[1])
    if at_least is None or at_most is None:
        return Chance(reason=outlook.reason)
    probability = min(max(at_least + at_most - 1.0, 0.0), 1.0)
    return Chance(probability, shown_chance(probability), word_for(probability), outlook.low_confidence)


def met_between(target: Level, polarity: Polarity, decimals: int | None) -> tuple[float, float] | None:
    """The unrounded values that count as meeting the target, both ends included; None for polarity `neutral`."""
    check_polarity(polarity)
    if decimals is not None and decimals < 0:
        raise ValueError(f"decimals must be 0 or more, got {decimals}")
    half = 0.0 if decimals is None else 0.5 * 10.0**-decimals
    if polarity == "neutral":
        return None
    if isinstance(target, tuple) != (polarity == "range"):
        raise ValueError(
            f"target {target} does not suit polarity {polarity!r}: a range needs (low, high), others one figure"
        )
    if isinstance(target, tuple):
        low, high = target
        if low > high:
            raise ValueError(f"the range {target} is upside down")
        return low - half, high + half
    return (target - half, math.inf) if polarity == "higher" else (-math.inf, target + half)


def shown_chance(probability: float) -> int:
    """The chance in 100 as people see it: to the nearest 5, halves up, never below 5 or above 95.

    5 is read as "5 or less" and 95 as "95 or more", so what lies inside of them is shown as 10 or 90.

    Raises:
        ValueError: not a probability.
    """
    _check(probability)
    in_100 = 100 * probability
    if in_100 <= SHOWN_LOWEST + GUARD:
        return SHOWN_LOWEST
    if in_100 >= SHOWN_HIGHEST - GUARD:
        return SHOWN_HIGHEST
    nearest = SHOWN_STEP * math.floor(in_100 / SHOWN_STEP + 0.5 + GUARD)
    return min(max(nearest, SHOWN_LOWEST + SHOWN_STEP), SHOWN_HIGHEST - SHOWN_STEP)


def word_for(probability: float) -> ChanceWord:
    """The code of the word for a probability, by the chance that is shown, so that word and figure never disagree.

    Raises:
        ValueError: not a probability.
    """
    shown = shown_chance(probability)
    return next(word for lowest, word in WORDS if shown >= lowest)


def _check(probability: float) -> None:
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is not a probability")

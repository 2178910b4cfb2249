"""How good the forecasts have been: their score against simple ones, and whether chances came true as often as they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.analysis.past_forecasts import PastForecast
from indicators.analysis.target_chance import WORDS, ChanceWord, word_for
from indicators.model import Reason

RELIABILITY_BINS, PIT_BINS = 5, 10
SCORED = ("probability", "share_met", "seasonal_naive", "straight_line")


@dataclass(frozen=True)
class ReliabilityBin:
    """Forecasts with a probability from `low` up to `high`: how many, what they said on average, how many came true."""

    low: float
    high: float
    forecasts: int
    mean_probability: float | None
    came_true: int


@dataclass(frozen=True)
class WordScore:
    """Of `made` forecasts described by this word, `came_true` met the target."""

    word: ChanceWord
    made: int
    came_true: int


@dataclass(frozen=True)
class Calibration:
    """The score of many past forecasts. Brier scores (0 perfect, 0.25 always saying 50 in 100) and shares run from 0 to 1.

    The scores and shares are None with `reason` `no_past_forecasts` when there was nothing to score. `reliability` has five
    bins, `pit_histogram` ten counts (flat when the intervals are honest), `words` one entry a word, dearest first.
    """

    forecasts: int
    series: int
    brier: float | None
    brier_share_met: float | None
    brier_seasonal_naive: float | None
    brier_straight_line: float | None
    inside80: float | None
    inside95: float | None
    reliability: tuple[ReliabilityBin, ...]
    pit_histogram: tuple[int, ...]
    words: tuple[WordScore, ...]
    reason: Reason | None = None


def calibration(records: Iterable[PastForecast]) -> Calibration:
    """Score past forecasts in one pass; nothing but counts and sums is kept."""
    total = inside80 = inside95 = 0
    keys: set[str] = set()
    squares = dict.fromkeys(SCORED, 0.0)
    in_bin, true_in_bin, pit = Counter[int](), Counter[int](), Counter[int]()
    said_in_bin = [0.0] * RELIABILITY_BINS
    word_made, word_true = Counter[ChanceWord](), Counter[ChanceWord]()
    for record in records:
        total += 1
        keys.add(record.key)
        inside80 += record.inside80
        inside95 += record.inside95
        for name in SCORED:
            squares[name] += (getattr(record, name) - record.met) ** 2
        place = _bin(record.probability, RELIABILITY_BINS)
        in_bin[place] += 1
        said_in_bin[place] += record.probability
        true_in_bin[place] += record.met
        pit[_bin(record.pit, PIT_BINS)] += 1
        word = word_for(record.probability)
        word_made[word] += 1
        word_true[word] += record.met

    def share(amount: float) -> float | None:
        return amount / total if total else None

    return Calibration(
        forecasts=total,
        series=len(keys),
        brier=share(squares["probability"]),
        brier_share_met=share(squares["share_met"]),
        brier_seasonal_naive=share(squares["seasonal_naive"]),
        brier_straight_line=share(squares["straight_line"]),
        inside80=share(inside80),
        inside95=share(inside95),
        reliability=tuple(
            ReliabilityBin(
                low=place / RELIABILITY_BINS,
                high=(place + 1) / RELIABILITY_BINS,
                forecasts=in_bin[place],
                mean_probability=said_in_bin[place] / in_bin[place] if in_bin[place] else None,
                came_true=true_in_bin[place],
            )
            for place in range(RELIABILITY_BINS)
        ),
        pit_histogram=tuple(pit[place] for place in range(PIT_BINS)),
        words=tuple(WordScore(word, word_made[word], word_true[word]) for _, word in WORDS),
        reason=None if total else Reason("no_past_forecasts"),
    )


def _bin(share: float, bins: int) -> int:
    return min(int(share * bins), bins - 1)

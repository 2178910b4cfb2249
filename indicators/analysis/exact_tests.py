"""Exact two-sided p-values for small counts: all outcomes at most as probable as the one observed, added up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from indicators.analysis import special

# Outcomes count as equally probable within this share, or rounding would tear apart a symmetrical pair.
TIE = 1e-7


def fisher_p_value(count_a: int, denominator_a: int, count_b: int, denominator_b: int) -> float:
    """Fisher's exact test that two shares are the same, given both denominators and the total of the counts."""
    total = count_a + count_b
    fewest, most = max(0, total - denominator_b), min(total, denominator_a)
    outcomes = np.arange(fewest, most, dtype=float)
    # The probability of each outcome over that of the one before it: sums of its logarithms lose no digits to large
    # factorials, unlike the factorials themselves.
    ratios = (total - outcomes) * (denominator_a - outcomes)
    ratios /= (outcomes + 1) * (denominator_b - total + outcomes + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log(ratios))])
    weights = np.exp(logs - logs.max())
    observed = weights[count_a - fewest]
    return min(float(weights[weights <= observed * (1 + TIE)].sum() / weights.sum()), 1.0)


def binomial_p_value(count: int, trials: int, share: float) -> float:
    """Exact test that each of `trials` events falls to the first place with probability `share`, above 0 and below 1."""
    if trials == 0:
        return 1.0
    mode = min(int((trials + 1) * share), trials)
    log_observed = _log_probability(count, trials, share) + np.log1p(TIE)

    def as_rare(outcome: int) -> bool:
        return bool(_log_probability(outcome, trials, share) <= log_observed)

    if as_rare(mode):
        return 1.0
    if count < mode:
        return _at_most(count, trials, share) + _at_least(_first(as_rare, mode, trials + 1), trials, share)
    rarest_below = trials - _first(lambda mirrored: as_rare(trials - mirrored), trials - mode, trials + 1)
    return _at_most(rarest_below, trials, share) + _at_least(count, trials, share)


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The first whole number above `low` and below `high` at which a condition holds for good; `high` when none does."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _log_probability(outcome: int, trials: int, share: float) -> float:
    ways = special.gammaln(trials + 1) - special.gammaln(outcome + 1) - special.gammaln(trials - outcome + 1)
    return float(ways + outcome * np.log(share) + (trials - outcome) * np.log1p(-share))


def _at_most(outcome: int, trials: int, share: float) -> float:
    if outcome < 0:
        return 0.0
    return 1.0 if outcome >= trials else float(special.betainc(trials - outcome, outcome + 1, 1 - share))


def _at_least(outcome: int, trials: int, share: float) -> float:
    if outcome > trials:
        return 0.0
    return 1.0 if outcome <= 0 else float(special.betainc(outcome, trials - outcome + 1, share))

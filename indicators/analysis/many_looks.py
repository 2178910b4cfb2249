"""Looking at many indicators at once: how many signals luck alone would give, and which findings to believe.

The 0.002 level of the recent trend already answers to about one false marker in ten screens of fifty; it needs none of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

RATE = 0.10
# Sums of probabilities typed as decimals may pass the rate by a rounding error; that must not shorten a list.
ROUNDING = 1e-12


@dataclass(frozen=True)
class EstablishedSteps:
    """Positions of the step changes to be called established, most probable first, and how many of them are expected false."""

    indices: tuple[int, ...]
    expected_false: float


def established_steps(probabilities: Sequence[float | None], rate: float = RATE) -> EstablishedSteps:
    """The longest list of step changes, most probable first, of which on average no more than `rate` are false.

    Args:
        probabilities: of a real step, one an indicator; None where it could not be judged, which is never established.
        rate: the share of false ones allowed: the mean of (1 - probability) over the list.

    Raises:
        ValueError: a probability that is not between 0 and 1, a rate likewise.
    """
    _check_shares([*probabilities, rate])
    doubts = {i: 1 - probability for i, probability in enumerate(probabilities) if probability is not None}
    ordered = sorted(doubts, key=lambda i: doubts[i])
    running = np.cumsum([doubts[i] for i in ordered])
    # The mean doubt never falls as less probable steps join, so the last list within the rate is the longest.
    length = int(np.sum(running <= (rate + ROUNDING) * np.arange(1, len(ordered) + 1)))
    return EstablishedSteps(tuple(ordered[:length]), float(running[length - 1]) if length else 0.0)


def benjamini_hochberg(p_values: Sequence[float | None], rate: float = RATE) -> tuple[bool, ...]:
    """Which findings of one family to keep so that, on average, no more than `rate` of those kept are false.

    The family is what stands on one screen. Holds for tests that are independent or move together (Benjamini and Hochberg
    1995); see `benjamini_yekutieli` otherwise.

    Args:
        p_values: one a finding; None where there is no test, which is neither kept nor counted.
        rate: the share of false ones allowed.

    Raises:
        ValueError: a p-value that is not between 0 and 1, a rate likewise.
    """
    return _step_up(p_values, rate, 1.0)


def benjamini_yekutieli(p_values: Sequence[float | None], rate: float = RATE) -> tuple[bool, ...]:
    """As `benjamini_hochberg`, but whatever the dependence between the tests, and so stricter (2001).

    Raises:
        ValueError: a p-value that is not between 0 and 1, a rate likewise.
    """
    family = sum(p_value is not None for p_value in p_values)
    return _step_up(p_values, rate, sum(1 / i for i in range(1, family + 1)))


def _step_up(p_values: Sequence[float | None], rate: float, strictness: float) -> tuple[bool, ...]:
    _check_shares([*p_values, rate])
    family = sorted(p_value for p_value in p_values if p_value is not None)
    bounds = [rate * (i + 1) / (len(family) * strictness) for i in range(len(family))]
    passed = [p_value for p_value, bound in zip(family, bounds, strict=True) if p_value <= bound]
    return tuple(bool(passed) and p_value is not None and p_value <= passed[-1] for p_value in p_values)


def _check_shares(shares: Iterable[float | None]) -> None:
    outside = [share for share in shares if share is not None and not 0 <= share <= 1]
    if outside:
        raise ValueError(f"not between 0 and 1: {outside}")

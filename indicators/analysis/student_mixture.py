"""A weighted mixture of Student distributions: what is left of many models that were averaged, not chosen between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indicators.analysis import special
from indicators.analysis.observed import FloatArray

# How near the probability must come: first by the cheap approximation, then by the exact function.
NEAR, CLOSE_ENOUGH = 1e-6, 1e-8
MOST_STEPS = 80
# No Student density of scale 1 is steeper anywhere: the normal one comes to 0.242, the Cauchy to 0.207.
STEEPEST_DENSITY = 0.25
# Components that together weigh less than this cannot be seen in a quantile that anybody reads.
NEGLIGIBLE_WEIGHT = 1e-6


@dataclass(frozen=True, eq=False)
class StudentMixture:
    """One or more distributions (rows) over the same G weighted components.

    `weights` and `df` have shape (G,), the weights summing to 1; `centres` and `scales` have shape (rows, G).
    """

    weights: FloatArray
    centres: FloatArray
    scales: FloatArray
    df: FloatArray

    def row(self, index: int) -> StudentMixture:
        """One of the distributions by itself."""
        rows = slice(index, index + 1)
        return StudentMixture(self.weights, self.centres[rows], self.scales[rows], self.df)

    def mean(self) -> FloatArray:
        """Mean of each row."""
        return self.centres @ self.weights

    def cdf(self, x: float) -> FloatArray:
        """Probability of at most `x` in each row."""
        return np.clip(special.stdtr(self.df, (x - self.centres) / self.scales) @ self.weights, 0.0, 1.0)

    def quantiles(self, probabilities: Sequence[float] | FloatArray) -> FloatArray:
        """Quantiles of each row, shape (probabilities, rows), by Newton's method inside a bracket that holds the answer.

        A quantile of a mixture lies between the smallest and the largest quantile of its components. The Student
        probability is dear to compute, so a cheap normal approximation (Wallace 1959) comes close first.

        Raises:
            ValueError: a probability that is not strictly between 0 and 1.
        """
        wanted = np.array(probabilities, dtype=np.float64)[:, None]
        if not np.all((wanted > 0) & (wanted < 1)):
            raise ValueError(
                f"quantiles need probabilities strictly between 0 and 1, got {list(probabilities)}"
            )
        kept = _worth_keeping(self.weights)
        weights, df = self.weights[kept] / self.weights[kept].sum(), self.df[kept]
        centres, scales = self.centres[:, kept], self.scales[:, kept]
        kinds, which = np.unique(df, return_inverse=True)
        of_components = centres + scales * special.stdtrit(kinds, wanted)[:, which][:, None, :]
        bracket = of_components.min(axis=-1), of_components.max(axis=-1)
        peak = (
            np.exp(
                special.gammaln((kinds + 1) / 2) - special.gammaln(kinds / 2) - 0.5 * np.log(kinds * np.pi)
            )[which]
            / scales
        )
        x = of_components @ weights
        for probability, tolerance in ((_wallace, NEAR), (_exactly, CLOSE_ENOUGH)):
            low, high = bracket
            for _ in range(MOST_STEPS):
                standardised = (x[..., None] - centres) / scales
                spread = np.log1p(standardised**2 / df)
                excess = probability(df, standardised, spread) @ weights - wanted
                if np.max(np.abs(excess)) < tolerance:
                    break
                density = (peak * np.exp(-(df + 1) / 2 * spread)) @ weights
                low, high = np.where(excess < 0, x, low), np.where(excess > 0, x, high)
                with np.errstate(divide="ignore", over="ignore"):
                    newton = x - excess / density
                is_inside = (newton > low) & (newton < high)
                step = np.where(is_inside, newton, (low + high) / 2) - x
                x += step
                with np.errstate(over="ignore"):
                    left_over = STEEPEST_DENSITY / 2 * ((step[..., None] / scales) ** 2 @ weights)
                if np.all(is_inside & (left_over < tolerance)):
                    break  # by Taylor's theorem: no need to compute the probability again to know it
        return x


def _wallace(df: FloatArray, t: FloatArray, spread: FloatArray) -> FloatArray:
    """`spread` is log(1 + t²/df), which the density needs too."""
    return special.ndtr(np.copysign(np.sqrt(spread), t) * ((8 * df + 1) / (8 * df + 3) * np.sqrt(df)))


def _exactly(df: FloatArray, t: FloatArray, _: FloatArray) -> FloatArray:
    return special.stdtr(df, t)


def _worth_keeping(weights: FloatArray) -> FloatArray:
    order = np.argsort(weights)
    return order[np.cumsum(weights[order]) > NEGLIGIBLE_WEIGHT]

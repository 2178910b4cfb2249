"""The predictive distribution of one coming figure, or of one coming total."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.analysis.student_mixture import StudentMixture
from indicators.analysis.transforms import LIMITS, Scale, from_scale, to_scale
from indicators.model import Reason


@dataclass(frozen=True)
class Outlook:
    """A mixture of Student distributions on a scale, asked in the unit of the measure.

    Every method returns None when `reason` is set. `low_confidence` marks 8 to 11 figures of history.
    """

    scale: Scale = "raw"
    mixture: StudentMixture | None = None
    low_confidence: bool = False
    reason: Reason | None = None

    def mean(self) -> float | None:
        """The middle of the forecast: the mean on the raw scale, elsewhere the median.

        The exponential of a Student variable has no mean, so on a curved scale the median has to stand for the middle.
        """
        if self.mixture is None:
            return None
        return float(self.mixture.mean()[0]) if self.scale == "raw" else self.quantile(0.5)

    def quantile(self, p: float) -> float | None:
        """The figure that is not passed with probability `p`.

        Raises:
            ValueError: `p` is not strictly between 0 and 1.
        """
        if not 0 < p < 1:
            raise ValueError(f"a quantile needs a probability strictly between 0 and 1, got {p}")
        if self.mixture is None:
            return None
        return float(from_scale(self.mixture.quantiles([p])[0, 0], self.scale))

    def probability_at_most(self, x: float) -> float | None:
        """Probability of a figure of `x` or less."""
        if self.mixture is None:
            return None
        lowest, highest = LIMITS[self.scale]
        if x >= highest or x < lowest:
            return float(x >= highest)
        return float(self.mixture.cdf(float(to_scale(x, self.scale)))[0])

    def probability_at_least(self, x: float) -> float | None:
        """Probability of a figure of `x` or more."""
        at_most = self.probability_at_most(x)
        if at_most is None:
            return None
        return 1.0 if x <= LIMITS[self.scale][0] else 1.0 - at_most

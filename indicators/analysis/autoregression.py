"""AR(1) noise taken out of a regression, for many values of the autocorrelation at once, holes allowed.

Over a gap of d periods the noise keeps φ^d of itself, so a hole only loosens the tie between its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.analysis.observed import FloatArray


@dataclass(frozen=True)
class Whitening:
    """Weights that turn AR(1) noise into independent noise of the variance of one period's shock.

    `own` and `previous` have shape (autocorrelations, points); `log_jacobian` has one entry an autocorrelation.
    """

    own: FloatArray
    previous: FloatArray
    log_jacobian: FloatArray

    def apply(self, columns: FloatArray) -> FloatArray:
        """Columns of shape (points, q) as (autocorrelations, points, q): row i less φ^gap times row i - 1."""
        before = np.concatenate([np.zeros_like(columns[:1]), columns[:-1]])
        return self.own[..., None] * columns + self.previous[..., None] * before


def whitening(positions: NDArray[np.int64], autocorrelations: FloatArray) -> Whitening:
    """The Prais-Winsten transformation of points at the given places.

    The first row is multiplied by √(1 - φ²). A later row subtracts φ^gap times the row before and is divided by
    √((1 - φ^(2 gap)) / (1 - φ²)), which is 1 where there is no hole.

    Args:
        positions: places in time (whole periods), rising.
        autocorrelations: values of φ, each strictly between -1 and 1.
    """
    phi = autocorrelations[:, None]
    carried = phi ** np.diff(positions)
    own = np.empty((len(autocorrelations), len(positions)))
    own[:, 0] = np.sqrt(1 - autocorrelations**2)
    own[:, 1:] = np.sqrt((1 - phi**2) / (1 - carried**2))
    previous = np.zeros_like(own)
    previous[:, 1:] = -carried * own[:, 1:]
    return Whitening(own, previous, np.log(own).sum(axis=1))

from __future__ import annotations

import numpy as np
import pytest

from indicators.analysis.autoregression import whitening

PHI = np.array([-0.2, 0.0, 0.3, 0.9])
PLACES = {
    "no holes": np.arange(7),
    "one hole": np.array([0, 1, 2, 4, 5]),
    "long holes": np.array([2, 3, 9, 10, 17]),
}


@pytest.mark.parametrize("positions", PLACES.values(), ids=PLACES.keys())
@pytest.mark.parametrize("at", range(len(PHI)), ids=[f"phi {phi}" for phi in PHI])
def test_whitened_noise_is_independent_with_the_variance_of_one_shock(positions, at):
    phi = PHI[at]
    covariance = phi ** np.abs(np.subtract.outer(positions, positions)) / (1 - phi**2)
    white = whitening(positions, PHI)
    matrix = white.apply(np.eye(len(positions)))[at]
    assert matrix @ covariance @ matrix.T == pytest.approx(np.eye(len(positions)), abs=1e-12)
    assert white.log_jacobian[at] == pytest.approx(-0.5 * np.linalg.slogdet(covariance)[1], abs=1e-12)


def test_without_holes_it_is_the_prais_winsten_transformation():
    y = np.array([[3.0], [1.0], [4.0]])
    got = whitening(np.arange(3), np.array([0.6])).apply(y)[0, :, 0]
    assert got == pytest.approx([0.8 * 3.0, 1.0 - 0.6 * 3.0, 4.0 - 0.6 * 1.0])

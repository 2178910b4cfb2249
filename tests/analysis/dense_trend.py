"""One model of the damped-trend grid by dense matrices: slow, and obvious.

Figures are y = Z β + Ψ shocks, where row t of Ψ holds what each shock still adds at t. Holes are simply rows left out.
"""

from __future__ import annotations

import math

import numpy as np


def dense_model(y, model, seasons, horizon):
    """Log evidence (less the prior), covariance of the coming figures given the past, their mean, and the df.

    `y` has NaN in holes; `model` is its gain, slope gain, damping, and whether it has a slope. The slope counts in units
    of 1 a period.
    """
    gain, slope_gain, damping, sloped = model
    observed, n = ~np.isnan(y), len(y)
    whole = n + horizon
    columns = [np.ones(whole)]
    columns += [
        np.array([float(t % seasons == season) - float(t % seasons == seasons - 1) for t in range(whole)])
        for season in range(seasons - 1)
    ]
    if sloped:
        columns.append(np.array([sum(damping**i for i in range(1, t + 2)) for t in range(whole)]))
    z = np.column_stack(columns)
    psi = np.zeros((whole, whole))
    for t in range(whole):
        for shock in range(t):
            lag = t - shock
            psi[t, shock] = gain + slope_gain * sum(damping**i for i in range(1, lag + 1)) * bool(sloped)
        psi[t, t] = 1.0
    covariance = psi @ psi.T
    past, coming = np.flatnonzero(observed), np.arange(n, whole)
    inverse = np.linalg.inv(covariance[np.ix_(past, past)])
    information = z[past].T @ inverse @ z[past]
    beta = np.linalg.solve(information, z[past].T @ inverse @ y[past])
    rest = y[past] - z[past] @ beta
    rss, df = float(rest @ inverse @ rest), len(past) - z.shape[1]
    carry = covariance[np.ix_(coming, past)] @ inverse
    mean = z[coming] @ beta + carry @ rest
    unexplained = z[coming] - carry @ z[past]
    spread = covariance[np.ix_(coming, coming)] - carry @ covariance[np.ix_(past, coming)]
    spread = spread + unexplained @ np.linalg.inv(information) @ unexplained.T
    log_evidence = (
        -0.5 * np.linalg.slogdet(covariance[np.ix_(past, past)])[1]
        - 0.5 * np.linalg.slogdet(information)[1]
        - df / 2 * math.log(math.pi * rss)
        + math.lgamma(df / 2)
    )
    return log_evidence, rss / df * spread, mean, df, rss / df

"""The fast posterior against one that builds every covariance matrix and every regression by itself."""

from __future__ import annotations

import math

import numpy as np
import pytest

from indicators.analysis.step_posterior import step_posterior


def slow_posterior(y, t, periods_per_year):
    """Every model, date and autocorrelation in turn, with dense matrices and plain least squares."""
    n, m = len(y), periods_per_year
    seasons = sorted({int(place) % m for place in t})
    base = [np.ones(n)]
    base += [
        np.array([float(place % m == s) - float(place % m == seasons[-1]) for place in t])
        for s in seasons[:-1]
    ]
    dates = range(4, n - 3)
    log_evidence = {"none": [], "trend": [], "step": [], "both": []}
    sizes = {"step": [], "both": []}
    for phi in [k / 10 for k in range(10)]:
        covariance = phi ** np.abs(np.subtract.outer(t, t)) / (1 - phi**2)
        log_evidence["none"].append(account(y, covariance, base, [])[0])
        log_evidence["trend"].append(account(y, covariance, base, [t.astype(float)])[0])
        for k in dates:
            step = (np.arange(n) >= k).astype(float)
            for name, extra in (("step", [step]), ("both", [t.astype(float), step])):
                log_m, size = account(y, covariance, base, extra)
                log_evidence[name].append(log_m - math.log(len(dates)))
                sizes[name].append((k, log_m, size))
    highest = max(max(part) for part in log_evidence.values())
    evidence = {name: sum(math.exp(one - highest) for one in part) for name, part in log_evidence.items()}
    total = sum(evidence.values())
    chosen = sizes["step" if evidence["step"] >= evidence["both"] else "both"]
    weight = [math.exp(log_m - max(entry[1] for entry in chosen)) for _, log_m, _ in chosen]
    at = {
        k: sum(w for w, entry in zip(weight, chosen, strict=True) if entry[0] == k) / sum(weight)
        for k in dates
    }
    size = sum(w * entry[2] for w, entry in zip(weight, chosen, strict=True)) / sum(weight)
    return {name: part / total for name, part in evidence.items()}, at, size


def account(y, covariance, base, extra):
    """Log evidence for the extra columns beside the base, and the shrunken coefficient of the last column."""
    n, q = len(y), len(extra)
    root = np.linalg.inv(np.linalg.cholesky(covariance))
    z, x0 = root @ y, root @ np.column_stack(base)
    x = root @ np.column_stack([*base, *extra])
    p0, rss0 = x0.shape[1], residual(z, x0)
    none = (
        -0.5 * np.linalg.slogdet(covariance)[1]
        - 0.5 * np.linalg.slogdet(x0.T @ x0)[1]
        - (n - p0) / 2 * math.log(rss0)
    )
    r2 = 1 - residual(z, x) / rss0
    bayes = (n - p0 - q) / 2 * math.log(1 + n) - (n - p0) / 2 * math.log(1 + n * (1 - r2))
    return none + (bayes if extra else 0.0), n / (n + 1) * np.linalg.lstsq(x, z, rcond=None)[0][-1]


def residual(z, x):
    rest = z - x @ np.linalg.lstsq(x, z, rcond=None)[0]
    return float(rest @ rest)


RNG = np.random.default_rng(11)
SEASON = np.tile([3.0, -1.0, -4.0, 2.0], 8)
SERIES = {
    "annual step": (np.repeat([5.0, 8.0], [9, 7]) + RNG.normal(size=16), np.arange(16), 1),
    "annual trend": (0.4 * np.arange(14) + RNG.normal(size=14), np.arange(14), 1),
    "quarters": (SEASON[:24] + 2.0 * (np.arange(24) > 13) + RNG.normal(size=24), np.arange(24), 4),
    "quarters with holes": (
        np.delete(SEASON[:24] + 2.0 * (np.arange(24) > 13) + RNG.normal(size=24), [3, 11, 12, 13]),
        np.delete(np.arange(24), [3, 11, 12, 13]),
        4,
    ),
    "step against a trend": (
        0.8 * np.arange(20) - 9.0 * (np.arange(20) > 11) + RNG.normal(size=20),
        np.arange(20),
        1,
    ),
}


@pytest.mark.parametrize(("y", "t", "periods_per_year"), SERIES.values(), ids=SERIES.keys())
def test_the_fast_posterior_is_the_slow_one(y, t, periods_per_year):
    fast = step_posterior(y, t, periods_per_year)
    probability, at, size = slow_posterior(y, t, periods_per_year)
    got = {"none": fast.p_none, "trend": fast.p_trend, "step": fast.p_step, "both": fast.p_both}
    assert got == pytest.approx(probability, rel=1e-8)
    assert dict(zip(fast.candidates.tolist(), fast.date_probability, strict=True)) == pytest.approx(
        at, rel=1e-7
    )
    assert fast.size.mean()[0] == pytest.approx(size, rel=1e-8)


def test_the_step_against_a_trend_is_taken_from_that_account():
    assert step_posterior(*SERIES["step against a trend"]).account == "step_with_trend"
    assert step_posterior(*SERIES["annual step"]).account == "step"


def test_the_interval_of_one_date_and_no_autocorrelation_is_that_of_the_g_prior():
    """Zellner's posterior by hand, for the component that the whole mixture is made of."""
    y, t, _ = SERIES["annual step"]
    fast = step_posterior(y, t, 1)
    k = 9
    at = k - 4  # dates begin at the fourth point, autocorrelations at nought
    n, step = len(y), (np.arange(len(y)) >= k) - (len(y) - k) / len(y)
    centred = y - y.mean()
    estimate = step @ centred / (step @ step)
    shrink = n / (n + 1)
    variance = (centred @ centred - shrink * estimate**2 * (step @ step)) / (n - 1) * shrink / (step @ step)
    assert fast.size.centres[0, at] == pytest.approx(shrink * estimate)
    assert fast.size.scales[0, at] == pytest.approx(variance**0.5)
    assert fast.size.df[at] == n - 1


def test_a_season_that_repeats_exactly_leaves_nothing_to_judge():
    assert step_posterior(SEASON, np.arange(32), 4) is None


def test_dates_that_holes_make_inseparable_from_the_season_are_left_out():
    """Odd quarters only before the hole, even ones only after it: a step there looks like the season."""
    t = np.array([0, 2, 4, 6, 8, 10, 13, 15, 17, 19, 21, 23])
    fast = step_posterior(np.random.default_rng(3).normal(size=12), t, 4)
    assert 6 not in fast.candidates
    assert fast.candidates.tolist() == [4, 5, 7, 8]
    assert fast.p_none + fast.p_trend + fast.p_step + fast.p_both == pytest.approx(1)

"""How often a step change is claimed where there is none, and how often a real one is found.

    python -m bench.false_claims [--series 500] [--seed 2008]

Prints one row a truth and length: the share of simulated series with P(step) of at least 80 and 50 in 100, and how often a
change since a date fixed beforehand is claimed at the 5 per cent level. Noise has standard deviation 1.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from indicators.analysis.known_date import change_since
from indicators.analysis.step_change import STRONG, find_step_change

LENGTHS = (16, 24, 40)
BURN_IN = 60
CLAIMS_ALLOWED = 0.05


def autoregressive(rng, series, points, phi):
    """Stationary AR(1) noise, shape (series, points)."""
    shocks = rng.normal(size=(series, points + BURN_IN)) * np.sqrt(1 - phi**2)
    noise = np.zeros_like(shocks)
    for t in range(1, points + BURN_IN):
        noise[:, t] = phi * noise[:, t - 1] + shocks[:, t]
    return noise[:, BURN_IN:]


def rise(points, height):
    return height * np.arange(points) / (points - 1)


def step(points, height):
    return height * (np.arange(points) >= points // 2)


# Whether a claim is false, and what is added to which noise.
TRUTHS = {
    "independent noise": (True, 0.0, np.zeros),
    "AR(1) 0.3": (True, 0.3, np.zeros),
    "AR(1) 0.6": (True, 0.6, np.zeros),
    "straight trend, 1.5 sd in all": (True, 0.0, lambda points: rise(points, 1.5)),
    "straight trend, 3 sd in all": (True, 0.0, lambda points: rise(points, 3.0)),
    "straight trend, 6 sd in all": (True, 0.0, lambda points: rise(points, 6.0)),
    "straight trend 3 sd, AR(1) 0.3": (True, 0.3, lambda points: rise(points, 3.0)),
    "step of 2 sd": (False, 0.0, lambda points: step(points, 2.0)),
    "step of 3 sd": (False, 0.0, lambda points: step(points, 3.0)),
}


def claims(values):
    """P(step), and whether a change since two thirds of the way is claimed at 5 per cent."""
    found = find_step_change(values, periods_per_year=1, polarity="higher")
    since = change_since(values, 2 * len(values) // 3, periods_per_year=1, polarity="higher")
    low, high = since.interval
    return found.p_change, not low <= 0 <= high


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--series", type=int, default=500, help="simulated series a row")
    arguments.add_argument("--seed", type=int, default=2008)
    chosen = arguments.parse_args()
    rng = np.random.default_rng(chosen.seed)
    began, worst = time.perf_counter(), 0.0
    print(f"{'truth':32} {'n':>3}   P>=0.8  P>=0.5   since a fixed date, 5 %")
    for truth, (false, phi, added) in TRUTHS.items():
        for points in LENGTHS:
            many = autoregressive(rng, chosen.series, points, phi) + added(points)
            p_change, since = np.array([claims(values) for values in many]).T
            strong, some = np.mean(p_change >= STRONG), np.mean(p_change >= 0.5)
            # Halfway is not two thirds of the way: for a real step the fixed date would be the wrong one.
            fixed = f"{100 * np.mean(since):7.1f}" if false else "      -"
            print(f"{truth:32} {points:3}  {100 * strong:6.1f}  {100 * some:6.1f}   {fixed}", flush=True)
            if false:
                worst = max(worst, strong)
    print(
        f"\nhighest rate of false claims at P >= 0.8: {100 * worst:.1f} % (allowed: {100 * CLAIMS_ALLOWED:.0f} %)"
    )
    print(f"{time.perf_counter() - began:.0f} s for {chosen.series} series a row, seed {chosen.seed}")
    raise SystemExit(int(worst > CLAIMS_ALLOWED))


if __name__ == "__main__":
    main()

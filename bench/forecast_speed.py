"""The forecast beside statsmodels' damped ETSModel in one run: time a series, Brier score and coverage.

    OPENBLAS_NUM_THREADS=1 python -m bench.forecast_speed [--series 120] [--seed 2008]

Series: simulated ones of six kinds, half of them quarterly with a season, and rolling origins of the published series in the
tests. Event: at or above a level, for five levels from one standard deviation below the latest figure to one above.
"""

from __future__ import annotations

import argparse
import csv
import time
import warnings
from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import ndtr
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from indicators.analysis.coming_figures import forecast

CLASSICS = Path(__file__).parents[1] / "tests" / "analysis" / "classic_series.csv"
HORIZONS, LONGEST = (1, 4, 8), 8
LEVELS = (-1.0, -0.5, 0.0, 0.5, 1.0)
SEASON = np.array([1.5, -0.5, -2.0, 1.0])
KNOWN = (16, 24, 40)


def simulated(rng, number):
    """(source, past, future, periods a year) of one simulated series."""
    known = KNOWN[number % len(KNOWN)]
    shocks, more = rng.normal(size=(2, known + LONGEST))
    kinds = {
        "noise": shocks,
        "autocorrelated noise": np.convolve(shocks, 0.6 ** np.arange(30))[: len(shocks)],
        "random walk": shocks.cumsum(),
        "drifting walk": (shocks + rng.choice([-1, 1]) * rng.uniform(0.1, 0.6)).cumsum(),
        "wandering level": more + 0.3 * shocks.cumsum(),
        "straight line": shocks + rng.choice([-1, 1]) * rng.uniform(0.02, 0.3) * np.arange(len(shocks)),
    }
    source = list(kinds)[number // len(KNOWN) % len(kinds)]
    seasonal = number % 2 == 0
    values = kinds[source] + (np.resize(SEASON, len(shocks)) if seasonal else 0.0)
    return f"simulated: {source}", values[:known], values[known:], 4 if seasonal else 1


def published():
    """Rolling origins of the published series, twelve to each."""
    series, periods = defaultdict(list), {}
    with CLASSICS.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            series[row["series"]].append(float(row["value"]))
            periods[row["series"]] = int(row["periods_per_year"])
    for values in series.values():
        whole = np.array(values)
        name = next(key for key, kept in series.items() if kept is values)
        for origin in np.linspace(24, len(whole) - LONGEST, 12).astype(int):
            yield f"published: {name}", whole[:origin], whole[origin : origin + LONGEST], periods[name]


def ours(past, periods_per_year):
    made = forecast(past, LONGEST, periods_per_year=periods_per_year)
    made.fan((0.1, 0.9))
    return made.probability_at_most


def theirs(past, periods_per_year):
    season = {"seasonal": "add", "seasonal_periods": 4} if periods_per_year == 4 else {}
    fit = ETSModel(pd.Series(past), error="add", trend="add", damped_trend=True, **season).fit(disp=False)
    predicted = fit.get_prediction(start=len(past), end=len(past) + LONGEST - 1)
    centre, spread = np.asarray(predicted.predicted_mean), np.sqrt(np.asarray(predicted.forecast_variance))
    return lambda x, h: float(ndtr((x - centre[h - 1]) / spread[h - 1]))


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--series", type=int, default=120, help="simulated series")
    arguments.add_argument("--seed", type=int, default=2008)
    chosen = arguments.parse_args()
    rng = np.random.default_rng(chosen.seed)
    warnings.simplefilter(
        "ignore"
    )  # statsmodels warns of fits that did not converge; they are scored all the same
    methods = {"ours": ours, "ETSModel": theirs}
    seconds = dict.fromkeys(methods, 0.0)
    squares, inside = defaultdict(list), defaultdict(list)
    cases = [*(simulated(rng, number) for number in range(chosen.series)), *published()]
    for source, past, future, periods_per_year in cases:
        spread = past.std(ddof=1)
        for name, method in methods.items():
            began = time.perf_counter()
            at_most = method(past, periods_per_year)
            seconds[name] += time.perf_counter() - began
            for h in HORIZONS:
                for level in LEVELS:
                    x = past[-1] + level * spread
                    squares[name, source].append((1 - at_most(x, h) - (future[h - 1] >= x)) ** 2)
                inside[name].append(0.1 <= at_most(future[h - 1], h) <= 0.9)
    report(cases, methods, seconds, squares, inside)


def report(cases, methods, seconds, squares, inside):
    print(f"{'Brier score':55} {'ours':>8} {'ETSModel':>9} {'ratio':>6}")
    for source in dict.fromkeys(case[0] for case in cases):
        print_ratio(source, *(float(np.mean(squares[name, source])) for name in methods))
    both = [
        float(np.mean([np.mean(part) for (method, _), part in squares.items() if method == name]))
        for name in methods
    ]
    print_ratio("all, each source alike", *both)
    print(
        f"{'80 % interval holds':55} " + " ".join(f"{100 * np.mean(inside[name]):7.0f}%" for name in methods)
    )
    each = [1000 * seconds[name] / len(cases) for name in methods]
    print(f"{'ms a forecast of ' + str(LONGEST) + ' steps with intervals':55} {each[0]:8.2f} {each[1]:9.2f}")
    print(
        f"\nfaster by {each[1] / each[0]:.1f} times; Brier score {100 * (1 - both[0] / both[1]):+.1f} % better"
    )
    raise SystemExit(int(each[1] < 5 * each[0] or both[0] > both[1]))


def print_ratio(title, one, other):
    print(f"{title:55} {one:8.4f} {other:9.4f} {one / other:6.2f}")


if __name__ == "__main__":
    main()

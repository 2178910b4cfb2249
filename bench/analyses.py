"""All analyses of 60 indicators by 80 quarters on one core, in seconds of its time, method by method.

    OPENBLAS_NUM_THREADS=1 python -m bench.analyses [--series 60] [--quarters 80] [--rounds 5]

What is measured is what a page asks for: rating, movement, freshness, process chart, recent trend, step change, verdict, forecast
with its fan, chance of the target, every recipe, comparison with two benchmarks, change since a date, and the linter. The series
are of five kinds (noise, autocorrelated noise, random walk, trend, step), percentages with counts, one in two with a season.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from indicators.analysis.lint import lint
from indicators.assessments import Assessment, assess
from indicators.assessments.compared import compared_places
from indicators.assessments.evidence import Evidence, evidence
from indicators.assessments.recipes import every_rating
from indicators.assessments.since import SinceDate, changed_since
from indicators.assessments.whole import BENCHMARKS, reckon
from indicators.model import COUNTY, Indicator, Observation, Target
from indicators.periods import parse

SERIES, QUARTERS, ROUNDS, SEED = 60, 80, 5, 2008
SECONDS_ALLOWED = 1.0
SEASON = (1.5, -0.5, -2.0, 1.0)
PEOPLE = 2_000


@dataclass(frozen=True)
class Measured:
    """One indicator with its figures in the county and at the benchmarks, and its target."""

    indicator: Indicator
    everywhere: dict[str, list[Observation]]
    target: Target


def make(series: int, quarters: int) -> list[Measured]:
    """So many indicators, every fifth of one kind, every second with a season."""
    rng = np.random.default_rng(SEED)
    return [_measured(rng, number, quarters) for number in range(series)]


def run(made: Sequence[Measured], as_of: date) -> dict[str, float]:
    """Seconds of processor time for each part, and for all of them together."""
    clock: dict[str, float] = {}
    assessments = _timed(clock, "quick judgements", lambda: [_assess(each, as_of) for each in made])
    found = _timed(
        clock, "evidence", lambda: [_evidence(one, each) for one, each in zip(assessments, made, strict=True)]
    )
    _timed(
        clock,
        "luck among all",
        lambda: reckon({one.indicator.code: each for one, each in zip(assessments, found, strict=True)}),
    )
    _timed(clock, "every recipe", lambda: [every_rating(one) for one in assessments])
    _timed(
        clock,
        "comparison",
        lambda: [
            compared_places(one, each.everywhere, BENCHMARKS)
            for one, each in zip(assessments, made, strict=True)
        ],
    )
    since = SinceDate(parse(assessments[0].line[len(assessments[0].line) // 2].period).start, "")
    _timed(
        clock,
        "change since a date",
        lambda: [changed_since(one, each, since) for one, each in zip(assessments, found, strict=True)],
    )
    _timed(clock, "linter", lambda: [_lint(one) for one in assessments])
    return clock | {"all": sum(clock.values())}


def measure(
    *,
    series: int = SERIES,
    quarters: int = QUARTERS,
    rounds: int = ROUNDS,
    say: Callable[[str], None] = print,
) -> dict:
    """The least seconds of every part over the rounds, which other work on the machine disturbed least; one more does not count."""
    made = make(series, quarters)
    as_of = date(2005, 1, 1) + timedelta(days=92 * quarters)
    run(made, as_of)
    readings = [run(made, as_of) for _ in range(rounds)]
    found = {part: min(each[part] for each in readings) for part in readings[0]}
    for part, seconds in found.items():
        say(f"{part:24} {seconds:7.3f} s  {1000 * seconds / series:7.2f} ms a series")
    return {"series": series, "quarters": quarters, "rounds": rounds, "seconds": found}


def _assess(each: Measured, as_of: date) -> Assessment:
    return assess(each.indicator, COUNTY, each.everywhere[COUNTY], [each.target], [], as_of=as_of)


def _evidence(one: Assessment, each: Measured) -> Evidence:
    return evidence(one, each.everywhere[BENCHMARKS[0]])


def _lint(one: Assessment) -> tuple:
    return lint(
        one.indicator.code,
        targets=one.targets,
        observations=one.line,
        polarity=one.indicator.polarity,
        freshness=one.freshness,
    )


def _timed(clock: dict[str, float], part: str, work: Callable) -> list:
    began = time.process_time()
    answer = work()
    clock[part] = time.process_time() - began
    return answer


def _measured(rng: np.random.Generator, number: int, quarters: int) -> Measured:
    code = f"MADE-{number}"
    polarity = "higher" if number % 2 else "lower"
    indicator = _indicator(code, polarity)
    everywhere = {area: _line(rng, code, area, number, quarters) for area in (COUNTY, *BENCHMARKS)}
    figures = everywhere[COUNTY]
    baseline, last = figures[quarters // 2], figures[-1]
    target = Target(
        code=f"{code}-T",
        indicator_code=code,
        area_code=COUNTY,
        due_on=date(last.period_end.year + 3, 3, 31),
        target_type="absolute",
        target_value=round((baseline.value or 0) * (1.1 if polarity == "higher" else 0.9), 1),
        unit="per cent",
        baseline_period=baseline.period,
        baseline_value=baseline.value,
        status="agreed",
        set_by="Board",
        level="county",
        title="Made for measuring",
        note=None,
        source="made",
        source_key="OURS",
    )
    return Measured(indicator, everywhere, target)


def _indicator(code: str, polarity: str) -> Indicator:
    """Every field that is not named is empty."""
    named = {
        "code": code,
        "title": code,
        "unit": "per cent",
        "unit_short": "%",
        "decimals": 1,
        "polarity": polarity,
        "frequency": "quarterly",
        "period_length": "P3M",
        "measure_kind": "percentage",
    }
    return Indicator(**{name: named.get(name) for name in Indicator.__dataclass_fields__})


def _line(rng: np.random.Generator, code: str, area: str, number: int, quarters: int) -> list[Observation]:
    shocks = rng.normal(size=quarters)
    kinds = (
        shocks,
        np.convolve(shocks, 0.6 ** np.arange(quarters))[:quarters],
        shocks.cumsum() / 2,
        shocks + 8 * np.arange(quarters) / quarters,
        shocks + 4 * (np.arange(quarters) >= quarters // 2),
    )
    season = np.resize(SEASON, quarters) if number % 2 else 0.0
    values = np.clip(50 + kinds[number % len(kinds)] + season, 1, 99)
    counts = np.round(values / 100 * PEOPLE)
    period, line = parse("2005-01-01/P3M"), []
    for count in counts:
        line.append(
            Observation(
                indicator_code=code,
                area_code=area,
                period=period.code,
                period_start=period.start,
                period_end=period.end,
                value=100 * float(count) / PEOPLE,
                numerator=float(count),
                denominator=PEOPLE,
                lower=None,
                upper=None,
                status="final",
                source_period=period.code,
                note=None,
                source="made",
                source_key="OURS",
            )
        )
        period = period.next()
    return line


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--series", type=int, default=SERIES)
    arguments.add_argument("--quarters", type=int, default=QUARTERS)
    arguments.add_argument("--rounds", type=int, default=ROUNDS)
    found = measure(**vars(arguments.parse_args()))
    raise SystemExit(int(found["seconds"]["all"] > SECONDS_ALLOWED))


if __name__ == "__main__":
    main()

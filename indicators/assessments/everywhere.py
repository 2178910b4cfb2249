"""The evidence for every series there is, one area after the other, so that memory does not grow with their number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indicators.assessments import figures
from indicators.assessments.evidence import Evidence
from indicators.assessments.evidence_or_reason import evidence_or_reason
from indicators.assessments.judged import Assessment, assess
from indicators.assessments.whole import BENCHMARKS
from indicators.model import Observation
from indicators.store import Snapshot, queries

SeriesOfAreas = dict[str, dict[str, list[Observation]]]


def series_count(snapshot: Snapshot, at: int) -> int:
    """How many series there are: indicators of areas, declared or not."""
    return sum(queries.areas_observed(snapshot, at).values())


def evidence_everywhere(snapshot: Snapshot, at: int, as_of: date) -> Iterator[tuple[Assessment, Evidence]]:
    """Every indicator in every area that has observations of it, area by area, each made when it is asked for.

    An observation of an indicator that is not declared is passed over.
    """
    declared = {indicator.code: indicator for indicator in queries.indicators(snapshot, at)}
    events = queries.events(snapshot, at)
    benchmarks: SeriesOfAreas = {code: figures.area_series(snapshot, code, at) for code in BENCHMARKS}
    for area_code in queries.areas_observed(snapshot, at):
        series = benchmarks.get(area_code) or figures.area_series(snapshot, area_code, at)
        targets = figures.targets(snapshot, area_code, at, series)
        benchmark = benchmarks[next(code for code in BENCHMARKS if code != area_code)]
        for code, observations in series.items():
            if code not in declared:
                continue
            one = assess(
                declared[code],
                area_code,
                observations,
                targets.get(code, ()),
                events,
                as_of=as_of,
            )
            yield one, evidence_or_reason(one, benchmark.get(code, ()))

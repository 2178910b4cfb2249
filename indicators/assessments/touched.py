"""Which series an entry touches, and in which order people look at them."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.assessments.whole import BENCHMARKS
from indicators.datasets import dataset
from indicators.store import Snapshot, queries
from indicators.store.tables import table_parts

INDICATOR, AREA = "indicator_code", "area_code"


def names_indicators(name: str) -> bool:
    """Whether the rows of a dataset name an indicator each, so that they can touch its series."""
    return INDICATOR in dataset(name).columns


def touched_series(after: Snapshot, name: str) -> set[tuple[str, str]]:
    """Indicator and area of every series; a row that names no area touches the indicator everywhere."""
    found = after.query("touched_series", revision=table_parts(name)["revision"], entry=after.version.seq)
    return {
        (row[INDICATOR], area)
        for row in found
        if row[INDICATOR]
        for area in ([row[AREA]] if AREA in row else queries.areas_with_data(after, row[INDICATOR]))
    }


def in_order(after: Snapshot, touched: set[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The basket's own order first, then by code; of one indicator in the order of the areas."""
    members = {row.indicator.code: number for number, row in enumerate(queries.basket(after))}
    places = {area.code: number for number, area in enumerate(queries.areas(after))}
    return sorted(
        touched,
        key=lambda one: (members.get(one[0], len(members)), one[0], places.get(one[1], len(places)), one[1]),
    )


def benchmark_of(area: str) -> str:
    """The place that a place is set beside: the South East, and for the South East itself England."""
    return next(code for code in BENCHMARKS if code != area)


def set_beside(after: Snapshot, touched: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The series that are set beside a benchmark which is touched: their verdicts may turn with it."""
    return {
        (code, area)
        for code, place in touched
        if place in BENCHMARKS
        for area in queries.areas_with_data(after, code)
        if benchmark_of(area) == place
    }

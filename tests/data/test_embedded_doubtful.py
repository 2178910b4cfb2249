"""A value marked doubtful is one that a scan finds, and a scan finds nothing that is neither marked nor explained.

Three scans: jumps of scale, jumps of level once the movement of the other areas is taken out, and single years
that contradict every pooled figure of their own series which contains them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from statistics import median

from indicators import periods
from indicators.analysis.plausibility import level_jumps, scale_jumps
from tests.data.embedded_files import rows_of, series

CONTRADICTION = (
    2.0  # a year is contradicted by pooled figures of which each is less than half or more than twice it
)


def _key(row):
    return row["indicator_code"], row["area_code"], row["period"]


def _values(rows):
    return [float(row["value"]) if row["value"] else None for row in rows]


def _others(key, rows):
    """The median of the other areas in each period, or None for a series that nobody else has."""
    indicator, area, length = key
    by_period = defaultdict(list)
    for (other_indicator, other_area, other_length), other_rows in series().items():
        if (other_indicator, other_length) == (indicator, length) and other_area != area:
            for row in other_rows:
                by_period[row["period"]].append(float(row["value"]))
    medians = [median(by_period[row["period"]]) if row["period"] in by_period else None for row in rows]
    return medians if any(medians) else None


def _jumps():
    for key, rows in series().items():
        values = _values(rows)
        for hit in (*scale_jumps(values), *level_jumps(values, _others(key, rows))):
            yield _key(rows[hit.index])


def _contradicted():
    pooled = defaultdict(list)
    for row in rows_of("observation"):
        if periods.parse(row["period"]).kind == "pooled_years":
            pooled[row["indicator_code"], row["area_code"]].append(row)
    for (indicator, area, length), rows in series().items():
        if length != "P1Y":
            continue
        for row in rows:
            year = periods.parse(row["period"])
            ratios = [
                float(row["value"]) / float(other["value"])
                for other in pooled[indicator, area]
                if periods.parse(other["period"]).start <= year.start
                and year.end <= periods.parse(other["period"]).end
            ]
            if ratios and (min(ratios) > CONTRADICTION or max(ratios) < 1 / CONTRADICTION):
                yield _key(row)


def _explained():
    with Path(__file__).with_name("explained_hits.csv").open(encoding="utf-8", newline="") as file:
        return {_key(row): row["reason"] for row in csv.DictReader(file)}


def test_doubtful_is_what_the_scans_find_and_nobody_can_explain():
    found = {*_jumps(), *_contradicted()}
    doubtful = {_key(row) for row in rows_of("observation") if row["status"] == "doubtful"}
    assert found - doubtful == set(_explained())
    assert doubtful == {("SMOKE-RM", "E07000179", "2020-01-01/P1Y")}
    assert doubtful <= found


def test_every_doubtful_value_says_why():
    assert [row for row in rows_of("observation") if row["status"] == "doubtful" and not row["note"]] == []


def test_every_explanation_is_a_sentence():
    assert [hit for hit, reason in _explained().items() if len(reason.split()) < 5] == []

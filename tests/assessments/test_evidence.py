"""Evidence of lines whose figures a source may send and no method was made for, and of targets that lie too far ahead."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.assessments.evidence import FURTHEST, periods_until
from indicators.assessments.judged import assess_indicator
from indicators.assessments.whole import evidence_of
from indicators.periods import parse
from indicators.store import open_store
from tests.store.store_samples import area, indicator, observation, submit

QUARTERS = [parse(f"2015-{month:02}-01/P3M") for month in (1, 4, 7, 10)]


@pytest.mark.parametrize(
    ("due", "a_year", "ahead"),
    [
        ("2016-12-31", 4, 4),
        ("2016-03-31", 4, 1),
        ("2025-12-31", 4, FURTHEST),
        ("2015-12-31", 4, "ended"),
        ("2014-12-31", 4, "ended"),
        ("2016-01-31", 4, "no_figure_before"),
        ("2016-06-30", 1, "no_figure_before"),
        ("2026-03-31", 4, "too_far_ahead"),
    ],
)
def test_a_target_ahead_is_never_called_ended(due, a_year, ahead):
    found = periods_until(QUARTERS, date.fromisoformat(due), a_year)
    assert (found if isinstance(found, int) else found.code) == ahead


def test_no_figures_are_no_time():
    assert periods_until([], date(2030, 1, 1), 1).code == "no_values"


@pytest.mark.parametrize("measure_kind", ["rate", "ratio", "mean", "percentage"])
def test_counts_that_are_no_share_stop_no_evidence(tmp_path, measure_kind):
    with open_store(tmp_path) as store:
        submit(store.ledger, "area", [area("A")])
        kind = {"measure_kind": measure_kind, "frequency": "annual", "period_length": "P1Y"}
        submit(store.ledger, "indicator", [indicator("I", **kind)])
        counts = {"numerator": "4400000", "denominator": "689655"}
        rows = [observation("I", f"{year}-01-01/P1Y", 6.38, **counts) for year in range(2015, 2024)]
        submit(store.ledger, "observation", rows)
        snapshot = store.snapshot()
        one = assess_indicator(snapshot, "I", "A", snapshot.version.seq, date(2024, 6, 1))
        trend = evidence_of(snapshot, one, snapshot.version.seq).trend
    code = "not_a_proportion" if measure_kind == "percentage" else "no_uncertainty"
    assert (trend.marker, trend.reason.code) == ("cannot_calculate", code)

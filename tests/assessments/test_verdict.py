"""The four questions on made series: the season is no gain, and a hole is no short cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.analysis.step_change import find_step_change
from indicators.assessments.judged import assess
from indicators.assessments.verdict import verdict_of
from indicators.model import COUNTY
from indicators.periods import parse
from indicators.store import queries
from indicators.submissions.first_start import ready_store

SEASON = (20, -10, -30, 20)
NOISE = (0, 1, -1, 0, 1, 0, -1, 1, 0, -1, 1, 0, 0, 1, -1, 0)


@pytest.fixture(scope="module")
def indicators():
    snapshot = ready_store().snapshot()
    return {each.code: each for each in queries.indicators(snapshot, snapshot.version.seq)}


def periods_from(first, length):
    periods = [parse(first)]
    while len(periods) < length:
        periods.append(periods[-1].next())
    return periods


def verdict(indicator, first, values, benchmark=()):
    """The verdict on a series whose lower figures are the better ones."""
    periods = periods_from(first, len(values))
    a_year = 4 if indicator.frequency == "quarterly" else 1
    step = find_step_change(values, periods_per_year=a_year, polarity="lower")
    one = assess(indicator, COUNTY, [], [], [], as_of=date(2026, 11, 22))
    return verdict_of(one, periods, values, step, benchmark)


def seasonal(*levels):
    return [level + SEASON[i % 4] + NOISE[i % 16] for i, level in enumerate(levels)]


def test_a_season_on_a_level_is_no_gain(indicators):
    found = verdict(indicators["RTC-KSI"], "2001-01-01/P3M", seasonal(*[100] * 32))
    assert (found.size.answer, found.verdict) == ("cannot_say", "no_evidence")


@pytest.mark.parametrize("length", [29, 30, 31, 32], ids=["spring", "summer", "autumn", "winter"])
def test_a_step_is_measured_without_the_season_in_which_it_is_looked_at(indicators, length):
    values = seasonal(*[100] * 16, *[70] * 16)[:length]
    found = verdict(indicators["RTC-KSI"], "2001-01-01/P3M", values)
    assert found.signal.answer == "true"
    assert found.size.answer == "true"
    assert found.size.reason.figures["gain"] == pytest.approx(30, abs=3)
    assert found.size.reason.figures["threshold"] < 3  # the season is no usual variation
    assert found.held.answer == "true"


def test_a_benchmark_with_the_same_season_is_compared_without_it(indicators):
    values, theirs = seasonal(*[100] * 16, *[70] * 15), seasonal(*[50] * 31)
    (any_row, *_) = queries.series(ready_store().snapshot(), "TRAFFIC", COUNTY)
    benchmark = [
        replace(any_row, period=period.code, value=float(value), status="final")
        for period, value in zip(periods_from("2001-01-01/P3M", 31), theirs, strict=True)
    ]
    found = verdict(indicators["RTC-KSI"], "2001-01-01/P3M", values, benchmark)
    assert found.relative.reason.figures["own"] == pytest.approx(-30, abs=0.5)
    assert found.relative.reason.figures["comparator"] == pytest.approx(0, abs=0.5)


def test_a_hole_before_a_step_keeps_its_place(indicators):
    """A fall of 2 a year, then a step: across the hole the course is the same as without it."""
    course = [200 - 2 * i + NOISE[i] / 5 for i in range(14)]
    after = [200 - 2 * i - 40 + NOISE[i - 14] / 5 for i in range(14, 20)]
    whole = verdict(indicators["TRAFFIC"], "1990-01-01/P1Y", [*course, *after])
    holed = verdict(indicators["TRAFFIC"], "1990-01-01/P1Y", [*course[:3], *[None] * 4, *course[7:], *after])
    assert whole.size.reason.figures["gain"] == pytest.approx(40, abs=1)
    assert holed.size.reason.figures["gain"] == pytest.approx(40, abs=1)


def test_of_a_step_that_comes_early_no_size_is_told(indicators):
    values = [100 - 40 * (i >= 5) + NOISE[i % 16] for i in range(20)]
    found = verdict(indicators["TRAFFIC"], "1990-01-01/P1Y", values)
    assert (found.signal.answer, found.size.answer) == ("true", "cannot_say")
    assert found.size.reason.code == "too_few_before"

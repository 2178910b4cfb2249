"""Whether the level planned for now would be met every time: by the figures as they are reported, season and all."""

from __future__ import annotations

import pytest

from indicators.assessments.process import process_chart, without_season
from indicators.periods import parse

NOISE = (0, 1, -1, 1, 0, -1, 1, -1, 0, 1, 0, -1)
LOW_FIRST_QUARTER = (-15, 5, 5, 5)
PERIODS = [parse(f"{2016 + i // 4}-{3 * (i % 4) + 1:02d}-01/P3M") for i in range(32)]


def assurance(level, polarity, season, **more):
    """Of eight years of quarters about 92, less or more by the season."""
    reported = [92 + NOISE[i % 12] + season[i % 4] for i in range(32)]
    charted, _ = without_season(reported, PERIODS, 4)
    chart = process_chart(charted, polarity, level, reported=reported, overlapping=False, **more)
    return chart.assurance


@pytest.mark.parametrize(
    ("level", "polarity", "season", "expected"),
    [
        pytest.param(70, "higher", LOW_FIRST_QUARTER, "consistently_meets", id="below every quarter"),
        pytest.param(87, "higher", LOW_FIRST_QUARTER, "hit_and_miss", id="met in all quarters but the first"),
        pytest.param(92, "higher", LOW_FIRST_QUARTER, "hit_and_miss", id="the average of the year"),
        pytest.param(110, "higher", LOW_FIRST_QUARTER, "consistently_misses", id="above every quarter"),
        pytest.param(70, "lower", LOW_FIRST_QUARTER, "consistently_misses", id="lower is better, and none is"),
        pytest.param(87, "lower", LOW_FIRST_QUARTER, "hit_and_miss", id="lower is better, and the first quarter is"),
        pytest.param(110, "lower", LOW_FIRST_QUARTER, "consistently_meets", id="lower is better, and all are"),
        pytest.param(87, "higher", (0, 0, 0, 0), "consistently_meets", id="the same level without the season"),
        pytest.param(97, "higher", (0, 0, 0, 0), "consistently_misses", id="a level above it without the season"),
        pytest.param(87, "neutral", LOW_FIRST_QUARTER, None, id="neither way is better"),
        pytest.param(None, "higher", LOW_FIRST_QUARTER, None, id="no level"),
    ],
)  # fmt: skip
def test_a_level_is_met_every_time_only_when_every_quarter_meets_it(level, polarity, season, expected):
    assert assurance(level, polarity, season) == expected


def test_limits_drawn_afresh_do_not_forget_the_season():
    assert assurance(87, "higher", LOW_FIRST_QUARTER, rebase_at=[16]) == "hit_and_miss"

"""Which month, quarter or year ends on a day."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.periods import ending_on

ENDINGS = [
    ("2019-12-31", "P3M", (), "2019-10-01/P3M"),
    ("2019-11-30", "P3M", (), None),
    ("2020-02-29", "P1M", (), "2020-02-01/P1M"),
    ("2020-02-28", "P1M", (), None),
    ("2019-08-31", "P1Y", (), "2018-09-01/P1Y"),
    ("2019-09-30", "P1Y", (), None),
    ("2019-09-30", "P1Y", ("10-01",), "2018-10-01/P1Y"),
    ("2019-08-31", "P1Y", ("10-01",), None),
    ("2013-05-14", "P1Y", ("05-15", "04-01"), "2012-05-15/P1Y"),
    ("2020-02-29", "P1Y", ("03-01",), "2019-03-01/P1Y"),
    ("2020-02-28", "P1Y", ("03-01", "02-28"), None),
    ("2019-12-31", "P3Y", (), None),
    ("2019-12-31", "P1D", (), None),
    ("1900-12-30", "P1Y", ("12-31",), None),
    ("2019-01-30", "P1M", (), None),
]


@pytest.mark.parametrize(("day", "length", "year_begins", "expected"), ENDINGS)
def test_a_day_stands_for_the_period_that_ends_on_it(day, length, year_begins, expected):
    period = ending_on(date.fromisoformat(day), length, year_begins)
    assert (period and period.code) == expected

from __future__ import annotations

from datetime import date

import pytest

from indicators.analysis.freshness import freshness
from tests.analysis.spec_tables import cases


@pytest.mark.parametrize("row", cases("freshness"))
def test_freshness(row):
    found = freshness(
        date.fromisoformat(row["latest_end"]) if row["latest_end"] else None,
        frequency=row["frequency"],
        lag_days=int(row["lag_days"]),
        as_of=date.fromisoformat(row["as_of"]),
    )
    for name in ("days_old", "next_period_ends", "next_due_on", "days_overdue"):
        assert str("" if getattr(found, name) is None else getattr(found, name)) == row[name]
    assert (found.reason.code if found.reason else "") == row["reason"]
    assert found.is_stale == (row["days_overdue"] not in ("", "0"))


@pytest.mark.parametrize(("frequency", "lag"), [("weekly", 1), ("annual", -1)])
def test_wrong_use(frequency, lag):
    with pytest.raises(ValueError, match=r"weekly|-1"):
        freshness(date(2009, 3, 31), frequency=frequency, lag_days=lag, as_of=date(2010, 1, 1))

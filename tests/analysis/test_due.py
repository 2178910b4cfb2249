"""What is due, by a table of cases and by its own properties."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.due import due, publication_lag
from indicators.analysis.freshness import freshness
from indicators.periods import Period, parse
from tests.analysis.spec_tables import cases


@pytest.mark.parametrize("row", cases("due"))
def test_due(row):
    found = due(
        parse(row["latest"]) if row["latest"] else None,
        frequency=row["frequency"],
        stated_lag=int(row["stated_lag"]) if row["stated_lag"] else None,
        as_of=date.fromisoformat(row["as_of"]),
    )
    assert (found.standing or "") == row["standing"]
    assert " ".join(period.code for period in found.missing) == row["missing"]
    assert str(found.due_on or "") == row["due_on"]
    assert str(found.days_late) == row["days_late"]
    assert (str(found.lag.days), "yes" if found.lag.is_assumed else "no") == (
        row["lag_days"],
        row["assumed"],
    )
    assert (found.reason.code if found.reason else "") == row["reason"]


@pytest.mark.parametrize(("frequency", "lag"), [("weekly", 1), ("annual", -1)])
def test_wrong_use(frequency, lag):
    with pytest.raises(ValueError, match=r"weekly|-1"):
        publication_lag(frequency, lag)


WORSE = {"up_to_date": 0, "due": 1, "late": 2, "stale": 3}
days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(year=st.integers(1990, 2010), lag=st.integers(0, 800), day=days, later=st.integers(0, 2000))
def test_nothing_becomes_less_urgent_by_waiting(year, lag, day, later):
    latest = Period(date(year, 4, 1), "P1Y")
    asked = max(day, latest.end)
    now = due(latest, frequency="annual", stated_lag=lag, as_of=asked)
    then = due(latest, frequency="annual", stated_lag=lag, as_of=asked + timedelta(days=later))
    assert WORSE[then.standing] >= WORSE[now.standing]
    assert then.missing[: len(now.missing)] == now.missing


@given(year=st.integers(1990, 2010), lag=st.integers(0, 800), day=days)
def test_late_and_stale_are_what_freshness_calls_overdue(year, lag, day):
    latest = Period(date(year, 4, 1), "P1Y")
    asked = max(day, latest.end)
    found = due(latest, frequency="annual", stated_lag=lag, as_of=asked)
    age = freshness(latest.end, frequency="annual", lag_days=lag, as_of=asked)
    assert (found.due_on, found.days_late) == (age.next_due_on, age.days_overdue)
    assert (found.standing in ("late", "stale")) == age.is_stale

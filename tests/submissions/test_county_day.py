"""The day by which a period is still to come is the county's, by every way in, also in the hour after midnight in summer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from indicators.store import as_at, open_store
from indicators.submissions import Refused, accept, check_file
from tests.submissions.submission_samples import REGISTERS, observations

QUARTER = {"indicator_code": "KSI-CAS", "period": "2026-07-01/P3M", "status": "provisional"}
# Half past midnight in Oxford on 1 July is half past eleven on 30 June in UTC.
NIGHTS = {
    "half past midnight in summer": ("2026-06-30T23:30:00Z", False),
    "half past eleven in summer": ("2026-06-30T22:30:00Z", True),
}


@pytest.fixture(params=NIGHTS.values(), ids=NIGHTS)
def night(request, monkeypatch):
    """The moment at which the clock stands, and whether the third quarter is still to come."""
    moment = request.param[0]

    class Night(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(moment).astimezone(tz or UTC)

    monkeypatch.setattr(as_at, "datetime", Night)
    return request.param


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The registers; what is taken is recognised when it is sent again, so what should be refused is another figure."""
    with open_store(tmp_path_factory.mktemp("county")) as opened:
        for name, content in REGISTERS.items():
            accept(opened, name, content.encode(), f"{name}.csv", by="us", note="a register")
        yield opened


def figure(is_to_come):
    return observations({**QUARTER, "value": "81" if is_to_come else "80"})


def is_refused(store, is_to_come, **more):
    try:
        accept(store, "observation", figure(is_to_come), "x.csv", by="us", note="a quarter", **more)
    except Refused as refused:
        return [each.rule for each in refused.findings if each.severity == "error"] == ["future_period"]
    return False


def test_a_check_goes_by_the_day_of_the_county(store, night):
    _, is_to_come = night
    found = check_file(store, "observation", figure(is_to_come), "x.csv")
    assert ("future_period" in [each.rule for each in found.findings]) == is_to_come
    assert found.is_refused == is_to_come


def test_so_does_what_is_recorded_now(store, night):
    _, is_to_come = night
    assert is_refused(store, is_to_come) == is_to_come


@pytest.mark.parametrize(("moment", "is_to_come"), NIGHTS.values(), ids=NIGHTS)
@pytest.mark.parametrize("form", [str, datetime.fromisoformat])
def test_and_what_carries_its_own_moment(store, moment, is_to_come, form):
    assert is_refused(store, is_to_come, recorded_at=form(moment)) == is_to_come

"""What an entry would change before it is recorded is what it changes once it is."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from indicators.assessments import would_change
from indicators.assessments.would_change import change_by_submission, change_by_withdrawal
from indicators.reports.would_change import judgements, summary
from indicators.store import home, open_store, queries
from indicators.store.withdrawing import withdraw
from indicators.submissions import accept, check_file
from indicators.submissions.first_start import ready_store
from indicators.wording import screens

TODAY = date(2026, 11, 22)
COUNTY = "E10000025"
HEAD = "indicator_code,area_code,period,value,status,source_period,source,source_key\n"
DIP = f"{HEAD}EMP-RATE,{COUNTY},2024,60,final,2024,a page,ELS\n".encode()
TARGET_HEAD = (
    "target_code,indicator_code,area_code,title,due_on,target_type,target_value,unit,baseline_period,"
    "baseline_value,status,set_by,level,source,source_key\n"
)
PLEDGE = (
    f"{TARGET_HEAD}LAA-KSI-2030,KSI-CAS,{COUNTY},Two hundred by 2030.,2030-12-31,absolute,200,people,2011,"
    "350,agreed,Oxfordshire Partnership,partnership target,a page,OURS\n"
).encode()
BREAK_HEAD = "event_code,happened_on,date_precision,kind,title,indicator_code,source,source_key\n"
BREAK = f"{BREAK_HEAD}B-1,2024-01-01,day,break,Another survey,EMP-RATE,a page,OURS\n".encode()
THEME = b"theme_code,title,framework,position,source,source_key\nX,a theme,a plan,9,a page,OURS\n"
FILES = {
    "a figure": ("observation", DIP),
    "a target": ("target", PLEDGE),
    "a break of every place": ("event", BREAK),
}


@pytest.fixture
def store(tmp_path):
    """The embedded figures in a home that may be changed."""
    ready_store().snapshot()
    shutil.copytree(home(), tmp_path / "home")
    with open_store(tmp_path / "home") as opened:
        yield opened


def by_submission(store, name, raw, **more):
    checked = check_file(store, name, raw, "file.csv")
    assert checked.rows is not None, checked.findings
    return change_by_submission(store.snapshot(), name, checked.rows, checked.row_count, as_of=TODAY, **more)


def submit(store, name, raw):
    return accept(store, name, raw, "file.csv", by="an officer", note="a test")


def words(found, store):
    return judgements(found, {area.code: area.name for area in queries.areas(store.snapshot())})


@pytest.mark.parametrize(("name", "raw"), FILES.values(), ids=FILES)
def test_what_is_promised_is_what_comes(store, name, raw):
    promised = by_submission(store, name, raw)
    assert words(promised, store)
    receipt = submit(store, name, raw)
    snapshot = store.snapshot()
    at = snapshot.version.seq
    for one in promised.series:
        came = would_change.assess_indicator(snapshot, one.code, one.area_code, at, TODAY)
        assert came == one.after.assessment
    undone = change_by_withdrawal(snapshot, receipt.id, name, as_of=TODAY)
    assert [(each.before, each.after) for each in words(undone, store)] == [
        (each.after, each.before) for each in words(promised, store)
    ]
    withdraw(store, receipt.id, by="an officer", note="a test")
    assert words(by_submission(store, name, raw), store) == words(promised, store)


def test_a_fall_turns_status_and_movement(store):
    found = {
        one.what: (one.before, one.after) for one in words(by_submission(store, "observation", DIP), store)
    }
    assert found[screens.STATUS][1] == "■ off track"
    assert found[screens.MOVEMENT][1] == "↓ worsening"
    assert {screens.STATUS, screens.MOVEMENT} <= found.keys()


def test_a_break_touches_the_indicator_everywhere(store):
    places = {one.area_code for one in by_submission(store, "event", BREAK).series}
    assert places == set(queries.areas_with_data(store.snapshot(), "EMP-RATE"))


def test_a_benchmark_touches_those_that_are_set_beside_it(store):
    raw = f"{HEAD}TRAFFIC,E12000008,2015,4000,final,2015,a page,ELS\n".encode()
    series = by_submission(store, "observation", raw).series
    places = set(queries.areas_with_data(store.snapshot(), "TRAFFIC"))
    assert {one.area_code for one in series} == places
    beside = {one.area_code: one for one in series}
    assert beside[COUNTY].before.evidence.verdict != beside[COUNTY].after.evidence.verdict


def test_what_only_a_note_tells_is_not_judged_anew(store):
    figure = store.snapshot().query("series", code="EMP-RATE", area=COUNTY, as_at=99)[-1]
    year, value = figure["source_period"], figure["value"]
    cells = [figure[name] for name in ("lower", "upper", "status", "source_key")]
    raw = (
        "indicator_code,area_code,period,value,lower,upper,status,source_period,note,source,source_key\n"
        f"EMP-RATE,{COUNTY},{figure['period']},{value},{cells[0]},{cells[1]},{cells[2]},{year},"
        f"another note,a page,{cells[3]}\n"
    )
    (one,) = by_submission(store, "observation", raw.encode()).series
    assert (one.before.evidence, one.after.evidence) == (None, None)
    assert one.before.assessment != one.after.assessment


def test_rows_that_stay_as_they_are_touch_nothing(store):
    submit(store, "observation", DIP)
    same = DIP.replace(b",60,", b",60.0,")
    found = by_submission(store, "observation", same)
    assert (found.series, found.touched) == ((), 0)
    assert "touches no series" in summary(found, ())


def test_a_register_without_indicators_touches_nothing(store):
    assert by_submission(store, "theme", THEME).series == ()


def test_what_is_too_much_is_said(store, monkeypatch):
    monkeypatch.setattr(would_change, "SERIES_MOST", 2)
    told = []
    raw = (
        HEAD
        + "".join(
            f"{code},{COUNTY},1999,50,final,x,a page,ELS\n" for code in ("EMP-INACT", "EMP-RATE", "CLAIMANT")
        )
    ).encode()
    found = by_submission(store, "observation", raw, tell=lambda done, of: told.append((done, of)))
    assert (found.touched, found.left_out, len(found.series)) == (3, 1, 2)
    assert [one.code for one in found.series] == ["EMP-RATE", "CLAIMANT"], "those of the basket first"
    assert told == [(1, 2), (2, 2)]
    assert "Only the first 2 of 3 series" in summary(found, words(found, store))


def test_too_many_rows_are_not_compared_and_the_reason_is_given(store, monkeypatch):
    monkeypatch.setattr(would_change, "ROWS_MOST", 0)
    found = by_submission(store, "observation", DIP)
    assert (found.reason.code, found.reason.figures) == ("too_many_rows", {"rows": 1, "most": 0})
    assert summary(found, ()).startswith("1 rows are too many")

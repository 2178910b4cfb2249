"""Events on charts: which are marked, with their note, in a table, and one that somebody submits."""

from __future__ import annotations

import json
from datetime import date

import pytest

from indicators.model import Event
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.ui.chart_events import MOST_EVENTS, events_table, marked_events
from tests.analysis.model_examples import observation
from tests.ui.conftest import words

LINE = [observation("2008-04-01/P1Y", 1.0), observation("2011-04-01/P1Y", 2.0)]


def event(code, on, kind="milestone", *, own=True, on_charts=None, note=None):
    indicator = "X" if own else None
    return Event(code, date.fromisoformat(on), kind, f"Event {code}", indicator, note, "s", "S", on_charts)


CASES = {
    "its own milestone": (event("A", "2009-01-01"), True),
    "its own caution": (event("A", "2009-01-01", "caution"), True),
    "a break is drawn otherwise": (event("A", "2009-01-01", "break"), False),
    "a milestone for every chart": (event("A", "2009-01-01", own=False, on_charts="yes"), True),
    "another milestone of the partnership": (event("A", "2009-01-01", own=False), False),
    "before the figures": (event("A", "2008-04-01"), False),
    "on the last day": (event("A", "2012-03-31"), True),
    "after the figures": (event("A", "2012-04-01"), False),
}


@pytest.mark.parametrize(("one", "marked"), CASES.values(), ids=CASES)
def test_which_events_are_marked(one, marked):
    assert marked_events([one], LINE) == ([one] if marked else [])


def test_its_own_events_claim_their_room_first():
    shared = [event(f"S{n}", f"2009-0{n}-01", own=False, on_charts="yes") for n in range(1, 9)]
    own = [event(f"O{n}", f"2010-0{n}-01") for n in range(1, 5)]
    found = [one.code for one in marked_events([*shared, *own], LINE)]
    assert len(found) == MOST_EVENTS
    assert {"O1", "O2", "O3", "O4"} <= set(found)
    assert found == sorted(found, key=lambda code: (code[0] == "O", code))


def test_the_table_holds_marks_breaks_and_notes():
    table = events_table(
        [event("A", "2009-01-01", note="<b>why</b>"), event("B", "2010-01-01", "break")], LINE, caption="c"
    )
    assert table.count("<tr>") == 3
    assert "&lt;b&gt;why&lt;/b&gt;" in table
    assert "basis changed" in table
    assert events_table([], LINE, caption="c") == ""


def test_an_event_that_is_submitted_is_marked_with_its_note(screen, tmp_path, monkeypatch):
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path))
    raw = (
        "event_code,happened_on,date_precision,kind,title,indicator_code,note,source,source_key\n"
        "SPEED-CAMERAS,2010-10-01,month,milestone,Speed cameras switched off,KSI-CAS,Switched on again in 2011,minutes,ELS\n"
    )
    store = ready_store()
    accept(store, "event", raw.encode(), "events.csv", by="officer", note="an event")
    store.snapshot()
    test = screen("indicator", code="KSI-CAS")
    assert "October 2010: Speed cameras switched off. Switched on again in 2011" in words(test)
    assert "1 October 2010" not in words(test)
    labels = json.loads(test.get("plotly_chart")[0].proto.spec)["layout"]["annotations"]
    assert "Speed cameras switched off" in [label.get("hovertext") for label in labels]
    assert "Speed cameras switched off" in words(screen("indicator", code="KSI-CAS", part="table"))

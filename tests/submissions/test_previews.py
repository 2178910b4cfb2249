"""The preview says what a file would do: added, revised from old to new, unchanged, removed."""

from __future__ import annotations

import pytest

from indicators.datasets import dataset
from indicators.submissions.checking import check_in
from indicators.submissions.preview import Change, preview
from tests.submissions.submission_samples import TODAY, observations, put, registers

STORED = (
    {"period": "2001", "value": "70"},
    {"period": "2002", "value": "71.5"},
    {"period": "2003", "value": "72"},
)
KEY = ("EMP-RATE", "E10000025")


@pytest.fixture(scope="module")
def work():
    with registers() as opened:
        put(opened, "observation", observations(*STORED))
        yield opened


def previewed(work, *rows, columns=(), most=100):
    raw = observations(*rows, columns=columns)
    return check_in(work, "observation", raw, "x.csv", today=TODAY, changes=most).preview


def test_each_kind_of_change_is_counted_and_listed(work):
    rows = [
        {"period": "2004", "value": "73"},
        {"period": "2001", "value": "70.0"},
        {"period": "2002", "value": "7.15", "status": "revised"},
        {"period": "2003", "remove": "yes"},
        {"period": "1999", "remove": "yes"},
    ]
    seen = previewed(work, *rows, columns=["remove"])
    assert seen.counts == {"added": 1, "revised": 1, "unchanged": 1, "removed": 1}
    revised, removed, added = seen.changes
    assert revised == Change(
        4,
        "revised",
        (*KEY, "2002-01-01/P1Y"),
        {"value": ("71.5", "7.15"), "status": ("final", "revised")},
    )
    assert (removed.line, removed.kind, removed.key) == (5, "removed", (*KEY, "2003-01-01/P1Y"))
    assert removed.columns["value"] == ("72", None)
    assert (added.line, added.kind, added.columns["value"]) == (2, "added", (None, "73"))
    assert "note" not in added.columns, "what is empty before and after does not change"


SAME = {"more decimals": "70.00", "its unit": "70%", "leading zeros": "0070", "a plus sign": "+70"}


@pytest.mark.parametrize("written", SAME.values(), ids=SAME)
def test_the_same_number_written_otherwise_changes_nothing(work, written):
    seen = previewed(work, {"period": "2001", "value": written})
    assert seen.counts == {"added": 0, "revised": 0, "unchanged": 1, "removed": 0}
    assert list(seen.changes) == []


def test_a_text_that_is_emptied_is_a_revision(work):
    with registers() as noted:
        put(noted, "observation", observations({"note": "as published"}, columns=["note"]))
        [change] = previewed(noted, {}, columns=["note"]).changes
        assert change.columns == {"note": ("as published", None)}


def test_the_list_is_cut_off_and_the_counts_are_not(work):
    seen = previewed(work, *({"period": str(1980 + number)} for number in range(9)), most=4)
    assert (seen.added, [change.line for change in seen.changes]) == (9, [2, 3, 4, 5])


def test_dates_and_whole_numbers_are_shown_as_a_person_writes_them():
    members = (
        "basket_code,indicator_code,position,joined_on,source,source_key\nB,EMP-RATE,{},{},a page,TEST\n"
    )
    with registers() as work:
        put(work, "basket_membership", members.format(1, "2008-04-01").encode())
        declared = dataset("basket_membership")
        check_in(work, declared.name, members.format(2, "1 May 2008").encode(), "x", today=TODAY)
        [change] = preview(work, declared, declared.columns).changes
        assert change.columns == {"position": ("1", "2"), "joined_on": ("2008-04-01", "2008-05-01")}

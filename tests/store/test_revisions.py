"""Every revision of an indicator's figures and targets, with what stood there before and after."""

from __future__ import annotations

import pytest

from indicators.store import queries
from indicators.store.revisions import Interval, Step, happening, steps
from tests.store.store_samples import observation, submit, target

Q1, Q2 = "2008-04-01/P3M", "2008-07-01/P3M"


@pytest.mark.parametrize(
    ("intervals", "as_at", "expected"),
    [
        ([], 9, []),
        ([("a", 1, None)], 9, [(1, None, "a")]),
        ([("a", 1, 3), ("b", 3, None)], 9, [(1, None, "a"), (3, "a", "b")]),
        ([("a", 1, 3)], 9, [(1, None, "a"), (3, "a", None)]),
        ([("a", 1, 3)], 2, [(1, None, "a")]),
        ([("a", 1, 3)], 3, [(1, None, "a"), (3, "a", None)]),
        ([("a", 1, 3), ("b", 5, None)], 9, [(1, None, "a"), (3, "a", None), (5, None, "b")]),
        ([("a", 1, 3), (None, 3, None)], 9, [(1, None, "a"), (3, "a", None)]),
        ([(None, 1, 3), ("a", 3, None)], 9, [(3, None, "a")]),
        ([(None, 1, None)], 9, []),
        ([(None, 1, 3)], 9, []),
        ([("a", 1, 2), (None, 2, 4), ("a", 4, None)], 9, [(1, None, "a"), (2, "a", None), (4, None, "a")]),
    ],
    ids=[
        "nothing",
        "added",
        "revised",
        "withdrawn",
        "not yet withdrawn",
        "just withdrawn",
        "withdrawn and added again",
        "removed by a marked row",
        "a removal of nothing, then added",
        "a removal of nothing",
        "a removal of nothing, withdrawn",
        "removed and restored",
    ],
)
def test_steps_of_one_key(intervals, as_at, expected):
    found = steps([Interval(*interval) for interval in intervals], as_at)
    assert found == [Step(*step) for step in expected]


def test_the_word_for_a_step():
    assert happening(None, 1) == "added"
    assert happening(1, None) == "removed"
    assert happening(1, 2) == "revised"
    assert happening(1, 1) == "confirmed"


def told(snapshot, at=None):
    return [
        (each.seq, each.kind, each.subject, each.happened, each.old, each.new)
        for each in queries.revisions(snapshot, "I", "A", at)
    ]


def test_every_revision_is_told_newest_first(store):
    ledger = store.ledger
    submit(ledger, "observation", [observation("I", Q1, 1), observation("I", Q2, 2.25)])
    submit(
        ledger, "target", [target("T1", "2010-03-31", 10), target("T2", "2010-03-31", 1, indicator_code="J")]
    )
    submit(
        ledger,
        "observation",
        [observation("I", Q1, 1.5, status="revised"), observation("I", Q2, 2.25), observation("J", Q1, 9)],
    )
    submit(ledger, "target", [target("T1", "2010-03-31", 12)])
    ledger.append_withdrawal("3", by="Zoë", note="a mistake")
    submit(ledger, "observation", [observation("I", Q2, "", remove="remove")])
    found = store.snapshot()
    assert told(found) == [
        (6, "observation", Q2, "removed", "2.25", None),
        (5, "observation", Q1, "revised", "1.5", "1"),
        (5, "observation", Q2, "confirmed", "2.25", "2.25"),
        (4, "target", "T1", "revised", "10", "12"),
        (3, "observation", Q1, "revised", "1", "1.5"),
        (3, "observation", Q2, "confirmed", "2.25", "2.25"),
        (2, "target", "T1", "added", None, "10"),
        (1, "observation", Q1, "added", None, "1"),
        (1, "observation", Q2, "added", None, "2.25"),
    ]
    assert told(found, 2) == told(found)[-3:]
    assert told(found, 0) == []
    undone = queries.revisions(found, "I", "A")[1]
    assert (undone.by, undone.note, undone.entry_id) == ("Zoë", "a mistake", ledger.find(5).id)
    assert undone.recorded_at == ledger.find(5).recorded_at
    assert (undone.before.status, undone.after.status) == ("revised", "final")


def test_a_figure_without_a_value_is_a_row_all_the_same(store):
    submit(store.ledger, "observation", [observation("I", Q1, "", status="suppressed")])
    (only,) = queries.revisions(store.snapshot(), "I", "A")
    assert (only.happened, only.old, only.new, only.after.status) == ("added", None, None, "suppressed")

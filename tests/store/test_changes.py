"""What changed between two moments: by small examples, and against a second way of finding out for any history."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.store.changes import changed_datasets, changes, changes_counted
from indicators.store.rows_in_force import rows_in_force
from tests.store.store_samples import submit, target, theme

THEME = dataset("theme")


def changed(snapshot, since, at, **more):
    return [
        (each.happened, each.key["theme_code"], each.columns)
        for each in changes(snapshot, "theme", since, at, **{"most": 100, **more})
    ]


def test_an_entry_adds_revises_confirms_and_removes(store):
    submit(store.ledger, "theme", [theme("a"), theme("b"), theme("c")])
    submit(
        store.ledger,
        "theme",
        [theme("a"), theme("b", "Another"), {**theme("c"), "remove": "remove"}, theme("d")],
    )
    snapshot = store.snapshot()
    assert changes_counted(snapshot, "theme", 1, 2) == {
        "added": 1,
        "revised": 1,
        "removed": 1,
        "confirmed": 1,
    }
    found = changed(snapshot, 1, 2)
    assert [(happened, code) for happened, code, _ in found] == [
        ("revised", "b"),
        ("removed", "c"),
        ("added", "d"),
    ]
    assert found[0][2] == {"title": ("A theme", "Another")}
    assert found[1][2]["title"] == ("A theme", None)
    assert found[2][2]["title"] == (None, "A theme")


def test_a_withdrawal_puts_back_and_the_pages_follow_each_other(store):
    submit(store.ledger, "theme", [theme("a")])
    second = submit(store.ledger, "theme", [theme("a", "Another"), theme("b")])
    store.ledger.append_withdrawal(second.id, by="officer", note="wrong")
    snapshot = store.snapshot()
    assert [(what, code) for what, code, _ in changed(snapshot, 2, 3)] == [("revised", "a"), ("removed", "b")]
    assert changed(snapshot, 2, 3, most=1, passed=1)[0][:2] == ("removed", "b")
    assert changed(snapshot, 1, 3) == []
    assert changes_counted(snapshot, "theme", 1, 3) == {"confirmed": 1}


def test_which_datasets_were_touched(store):
    submit(store.ledger, "theme", [theme("a")])
    submit(store.ledger, "target", [target("T", "2010-03-31", 5)])
    snapshot = store.snapshot()
    assert changed_datasets(snapshot, 0, 2) == ("target", "theme")
    assert changed_datasets(snapshot, 1, 2) == ("target",)
    assert changed_datasets(snapshot, 2, 2) == ()


ROW = st.tuples(st.sampled_from("abc"), st.sampled_from(["One", "Two", "remove"]))
ACT = st.one_of(st.lists(ROW, min_size=1, max_size=3, unique_by=lambda row: row[0]), st.just("withdraw"))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACT, min_size=1, max_size=5), moments=st.tuples(st.integers(0, 5), st.integers(0, 5)))
def test_it_is_the_difference_of_the_rows_in_force(tmp_path_factory, acts, moments):
    with open_store(tmp_path_factory.mktemp("history")) as store:
        _perform(store.ledger, acts)
        snapshot = store.snapshot()
        since, at = sorted(min(each, snapshot.version.seq) for each in moments)
        before, after = (
            {row[0]: row for row in rows_in_force(snapshot, "theme", seq)} for seq in (since, at)
        )
        expected = Counter(
            "added" if code not in before else "removed" if code not in after else "revised"
            for code in before.keys() | after.keys()
            if before.get(code) != after.get(code)
        )
        counted = dict(changes_counted(snapshot, "theme", since, at))
        counted.pop("confirmed", None)
        assert counted == dict(expected)
        for happened, code, columns in changed(snapshot, since, at):
            for number, name in enumerate(THEME.columns[1:], start=1):
                pair = tuple(rows[code][number] if code in rows else None for rows in (before, after))
                assert columns.get(name, (pair[0], pair[0])) == pair
            assert happened in expected


def _perform(ledger, acts):
    for act in acts:
        if act == "withdraw":
            entries = [entry for entry in ledger.entries() if entry.kind == "submission"]
            withdrawn = {entry.withdraws for entry in ledger.entries()}
            left = [entry for entry in entries if entry.id not in withdrawn]
            if left:
                ledger.append_withdrawal(left[-1].id, by="officer", note="wrong")
            continue
        submit(
            ledger,
            "theme",
            [
                {**theme(code), "remove": "remove"} if title == "remove" else theme(code, title)
                for code, title in act
            ],
        )

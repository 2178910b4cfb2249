"""What is in force after each entry, against a second implementation that is slow and obvious."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.store.activity import active_submissions, changes, withdrawers
from indicators.store.entry import Entry, Manifest
from indicators.store.replay import record_entries, replay
from indicators.store.rows import canonical_rows
from indicators.store.statements import step
from indicators.store.tables import table_parts
from tests.store.store_samples import member, observation, target

MEMBERSHIP = "basket_membership"
CONNECTION = duckdb.connect()
NUMBERS = count()


@pytest.fixture
def database(request):
    """Empty tables of the dataset that the test names, or of basket membership."""
    with in_new_database(getattr(request, "param", MEMBERSHIP)) as cursor:
        yield cursor


@contextmanager
def in_new_database(name):
    alias = f"fresh_{next(NUMBERS)}"
    with CONNECTION.cursor() as cursor:
        cursor.execute(f"attach ':memory:' as {alias}; use {alias}")
        cursor.execute(step("catalogue"))
        cursor.execute(step("revision").format(**table_parts(name)))
        yield cursor
        cursor.execute(f"use memory; detach {alias}")


class Entries:
    """Entries without a ledger: what replaying needs of one."""

    def __init__(self, folder, name=MEMBERSHIP):
        self.folder = Path(folder)
        self.name = name
        self.all = []

    def submit(self, rows, *, content=None, row_count=None):
        content = canonical_rows(dataset(self.name), rows) if content is None else content
        count = len(rows) if row_count is None else row_count
        entry = self._append(kind="submission", row_count=count, raw_file="original.csv")
        self.file(entry).write_bytes(content)
        return entry

    def withdraw(self, entry):
        return self._append(kind="withdrawal", withdraws=entry.id)

    def file(self, entry):
        return self.folder / f"{entry.seq}.csv"

    def replay(self, connection, *, after=0):
        replay(connection, changes(self.all, after=after), self.file)
        record_entries(connection, self.all)

    def _append(self, **more):
        manifest = Manifest(
            seq=len(self.all) + 1,
            dataset=self.name,
            recorded_at=datetime(2026, 11, 20, tzinfo=UTC),
            by="an officer",
            note="a test",
            previous="0" * 64,
            **more,
        )
        self.all.append(Entry.from_bytes(manifest.to_bytes()))
        return self.all[-1]


@pytest.fixture
def entries(tmp_path, request):
    return Entries(tmp_path, getattr(request, "param", MEMBERSHIP))


def in_force(connection, seq):
    return {
        (basket, code): (position, source)
        for basket, code, position, source in connection.execute(
            "select basket_code, indicator_code, position, seq from basket_membership_at(?)", [seq]
        ).fetchall()
    }


def counts(entries, entry, seq):
    """Whether an entry counts at `seq`: no withdrawal that counts itself names it."""
    return not any(
        other.withdraws == entry.id and counts(entries, other, seq) for other in entries if other.seq <= seq
    )


def in_force_slowly(entries, rows, seq):
    """For each key the newest row of the submissions that count, the last one where a file repeats it."""
    found = {}
    for entry in entries:
        if entry.kind == "submission" and entry.seq <= seq and counts(entries, entry, seq):
            for basket, code, position, remove in rows[entry.seq]:
                found[basket or None, code] = None if remove else (position, entry.seq)
    return {key: row for key, row in found.items() if row is not None}


# Few keys, so that they meet; an empty part of a key is a value like any other.
some_rows = st.lists(
    st.tuples(st.sampled_from(["B", ""]), st.sampled_from("XYZ"), st.integers(1, 3), st.booleans()),
    max_size=4,
)
some_entries = st.lists(st.one_of(some_rows, st.integers(0, 30)), min_size=1, max_size=10)


@settings(deadline=None, max_examples=25)
@given(plan=some_entries)
def test_any_mix_of_entries_is_in_force_as_the_slow_way_says(plan):
    with TemporaryDirectory() as folder, in_new_database(MEMBERSHIP) as database:
        entries = Entries(folder)
        rows = {}
        for each in plan:
            if isinstance(each, list):
                entry = entries.submit(
                    [
                        member(code, position, basket_code=basket, remove="remove" if remove else None)
                        for basket, code, position, remove in each
                    ]
                )
                rows[entry.seq] = each
            elif entries.all:
                entries.withdraw(entries.all[each % len(entries.all)])
        # At once, or in two parts as when a projection is built upon an older one.
        first = Entries(folder)
        first.all = entries.all[: len(entries.all) // 2]
        first.replay(database)
        entries.replay(database, after=len(first.all))
        for seq in range(len(entries.all) + 1):
            assert in_force(database, seq) == in_force_slowly(entries.all, rows, seq)
        assert {entry.id for entry in entries.all if counts(entries.all, entry, len(entries.all))} == {
            row[0] for row in database.execute("select id from entry where active").fetchall()
        }
        assert_intervals_are_sound(database)


def assert_intervals_are_sound(database):
    """No interval is empty and no two of one key overlap."""
    intervals = database.execute(
        "select basket_code, indicator_code, from_seq, coalesce(to_seq, 999) from basket_membership_revision"
        " order by all"
    ).fetchall()
    assert all(start < end for *_, start, end in intervals)
    for (*key, _, end), (*next_key, start, _) in pairwise(intervals):
        assert key != next_key or end <= start


def test_an_absent_row_means_nothing_and_a_marked_one_goes(entries, database):
    entries.submit([member("X", 1), member("Y", 2)])
    entries.submit([member("X", 3)])
    entries.submit([member("Y", 2, remove="remove"), member("Z", 1, remove="remove")])
    entries.replay(database)
    assert in_force(database, 1) == {("B", "X"): (1, 1), ("B", "Y"): (2, 1)}
    assert in_force(database, 2) == {("B", "X"): (3, 2), ("B", "Y"): (2, 1)}
    assert in_force(database, 3) == {("B", "X"): (3, 2)}


def test_withdrawing_brings_back_what_stood_there_before(entries, database):
    entries.submit([member("X", 1)])
    second = entries.submit([member("X", 2), member("Y", 2)])
    third = entries.submit([member("X", 3)])
    undone = entries.withdraw(second)
    entries.withdraw(third)
    entries.withdraw(undone)
    entries.replay(database)
    assert in_force(database, 3) == {("B", "X"): (3, 3), ("B", "Y"): (2, 2)}
    assert in_force(database, 4) == {("B", "X"): (3, 3)}
    assert in_force(database, 5) == {("B", "X"): (1, 1)}
    assert in_force(database, 6) == {("B", "X"): (2, 2), ("B", "Y"): (2, 2)}


def test_withdrawing_a_removal_brings_the_row_back(entries, database):
    entries.submit([member("X", 1)])
    removal = entries.submit([member("X", 1, remove="remove")])
    entries.withdraw(removal)
    entries.replay(database)
    assert in_force(database, 2) == {}
    assert in_force(database, 3) == {("B", "X"): (1, 1)}


def test_who_is_silenced_by_whom(entries):
    first = entries.submit([])
    undone = entries.withdraw(first)
    redone = entries.withdraw(undone)
    assert withdrawers(entries.all) == {undone.id: redone}
    assert active_submissions(entries.all) == (first,)
    again = entries.withdraw(redone)
    assert withdrawers(entries.all) == {redone.id: again, first.id: undone}


def test_a_withdrawal_whose_submission_was_left_out_changes_nothing(entries, database):
    first = entries.submit([member("X", 1)])
    second = entries.submit([member("X", 2)])
    entries.withdraw(second)
    entries.all.remove(second)
    entries.replay(database)
    assert in_force(database, 3) == {("B", "X"): (1, first.seq)}


@pytest.mark.parametrize(("database", "entries"), [("observation", "observation")], indirect=True)
@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("2008-04-01/P3M", date(2008, 4, 1), date(2008, 6, 30)),
        ("2008-04-01/P1Y", date(2008, 4, 1), date(2009, 3, 31)),
        ("2008-04-01/P12M", date(2008, 4, 1), date(2009, 3, 31)),
        ("2006-01-01/P3Y", date(2006, 1, 1), date(2008, 12, 31)),
        ("2008-02-29/P1Y", date(2008, 2, 29), date(2009, 2, 27)),
        ("2008-03-31/P1D", date(2008, 3, 31), date(2008, 3, 31)),
        ("2008-03-31/P7D", date(2008, 3, 31), date(2008, 4, 6)),
        ("2008-03-31/P7W", date(2008, 3, 31), None),
    ],
)
def test_a_period_has_a_first_and_a_last_day(entries, database, code, start, end):
    entries.submit([observation("I", code, 1)])
    entries.replay(database)
    assert database.execute("select period_start, period_end from observation_at(1)").fetchall() == [
        (start, end)
    ]


def problems(database):
    return [
        (code, json.loads(figures))
        for code, figures in database.execute("select code, figures from problem order by code").fetchall()
    ]


@pytest.mark.parametrize(("database", "entries"), [("target", "target")], indirect=True)
def test_texts_that_are_not_of_their_type_are_reported_and_the_rest_is_kept(entries, database):
    entries.submit(
        [
            target("A", "2010-12-31", 5),
            target("B", "next year", "about 5", baseline_period="1994-1998 average"),
            target("C", "2010-02-30", 5, baseline_period="2008-04-01/P1Y"),
        ]
    )
    entries.replay(database)
    assert problems(database) == [
        (
            "value_unreadable",
            {"due_on": 2, "target_value": 1, "baseline_period_start": 1, "baseline_period_end": 1},
        )
    ]
    assert database.execute(
        "select target_code, due_on, target_value, baseline_period, baseline_period_end from target_at(1) order by 1"
    ).fetchall() == [
        ("A", date(2010, 12, 31), 5.0, None, None),
        ("B", None, None, "1994-1998 average", None),
        ("C", None, 5.0, "2008-04-01/P1Y", date(2009, 3, 31)),
    ]


def test_of_a_repeated_key_the_last_row_counts_and_it_is_reported(entries, database):
    entries.submit([member("X", 1), member("Y", 1), member("X", 2), member("X", 3)])
    entries.replay(database)
    assert problems(database) == [("key_repeated", {"keys": 1})]
    assert in_force(database, 1) == {("B", "X"): (3, 1), ("B", "Y"): (1, 1)}


def test_rows_that_do_not_make_up_the_number_of_the_manifest_are_reported(entries, database):
    entries.submit([member("X", 1)], row_count=2)
    entries.replay(database)
    assert problems(database) == [("rows_miscounted", {"expected": 2, "found": 1})]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"indicator_code,position\nX,1\n",
        b"basket_code,indicator_code,indicator_code\nB,X,X\n",
        b"basket_code,indicator_code\nB,X,too many\n",
        b'basket_code,indicator_code\nB,"never closed\n',
        b"basket_code,indicator_code\nB,\xff\xfe\n",
    ],
    ids=["empty", "no key", "a column twice", "ragged", "open quote", "not UTF-8"],
)
def test_rows_that_are_no_table_are_reported_and_change_nothing(entries, database, content):
    entries.submit([member("X", 1)])
    entries.submit([], content=content)
    entries.submit([member("Y", 1)])
    entries.replay(database)
    assert [code for code, _ in problems(database)] == ["rows_unreadable"]
    assert in_force(database, 3) == {("B", "X"): (1, 1), ("B", "Y"): (1, 3)}


def test_an_entry_of_an_older_declaration_is_read_by_its_column_names(entries, database):
    entries.submit([], content=b"position,colour,indicator_code,basket_code\n4,red,X,B\n", row_count=1)
    entries.replay(database)
    assert in_force(database, 1) == {("B", "X"): (4, 1)}
    assert problems(database) == []
    assert database.execute("select joined_on, note from basket_membership_at(1)").fetchall() == [
        (None, None)
    ]


def test_an_entry_of_a_dataset_that_is_no_more_is_passed_over(tmp_path, database):
    entries = Entries(tmp_path, "forgotten")
    entries.all.append(entries.submit([], content=b"a\n1\n"))
    entries.all.pop()
    entries.replay(database)
    assert database.execute("select dataset, active from entry").fetchall() == [("forgotten", True)]


def test_rows_lie_in_the_declared_sort(tmp_path):
    with in_new_database("observation") as database:
        entries = Entries(tmp_path, "observation")
        entries.submit(
            [
                observation(code, period, 1, area_code=area)
                for code in "JI"
                for area in "BA"
                for period in ("2009-01-01/P3M", "2008-10-01/P3M")
            ]
        )
        entries.replay(database)
        stored = database.execute(
            "select area_code, indicator_code, period from observation_revision"
        ).fetchall()
        assert stored == sorted(stored)
        assert len(stored) == 8

"""Rows of prevention tags made of what a coder filled in: whole codings, with removals, apportioned with a method."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.prevention.tagged_rows import Coder, Filled, moved_most, rows_of

KEY = ("M", "Children", "Youth")
CODER = Coder("2024-25", "W", "All organisations", "first", "an officer", date(2026, 5, 1), "a page", "TEST")
D = Decimal


def shares(text):
    """`PP 0.5, SP 0.5` as shares by level."""
    return tuple(
        (level, D(share)) for level, share in (part.split() for part in filter(None, text.split(", ")))
    )


# Shares filled in, levels recorded before, and the rows: level and proportion, or a hyphen for a removal.
CASES = {
    "new": ("PP 1", "", "PP 1"),
    "divided": ("PP 0.25, SP 0.75", "", "PP 0.25, SP 0.75"),
    "another level": ("SP 1", "PP", "SP 1, PP -"),
    "one level more": ("AS 0.4, SP 0.6", "SP", "AS 0.4, SP 0.6"),
    "one level less": ("SP 1", "AS, SP", "SP 1, AS -"),
    "emptied": ("", "AS, SP", "AS -, SP -"),
}


@pytest.mark.parametrize(("filled_in", "had", "rows"), CASES.values(), ids=CASES)
def test_rows(filled_in, had, rows):
    filled = Filled(KEY, shares(filled_in), tuple(filter(None, had.split(", "))), rationale="why")
    made = rows_of(filled, CODER, remove="remove")
    told = ", ".join(f"{row['prevention_level']} {row.get('proportion') or '-'}" for row in made)
    assert told == rows
    assert all(("remove" in row) != ("rationale" in row) for row in made)
    assert {row["role"] for row in made} == {"first"}


METHODS = {
    "one level": ("PP 1", "", "whole_line"),
    "divided by judgement": ("PP 0.5, SP 0.5", "", "apportioned_judgement"),
    "divided by a driver": ("PP 0.5, SP 0.5", "cases", "apportioned_driver"),
    "one level with a driver": ("PP 1", "cases", "whole_line"),
}


@pytest.mark.parametrize(("filled_in", "driver", "method"), METHODS.values(), ids=METHODS)
def test_methods(filled_in, driver, method):
    assert Filled(KEY, shares(filled_in), (), driver=driver).method == method


OPEN = {
    "whole": ("PP 1", False),
    "too little": ("PP 0.9", True),
    "too much": ("PP 0.9, AS 0.2", True),
    "emptied": ("", False),
}


@pytest.mark.parametrize(("filled_in", "is_open"), OPEN.values(), ids=OPEN)
def test_a_line_is_open_until_its_shares_make_a_whole(filled_in, is_open):
    assert Filled(KEY, shares(filled_in), ()).is_open is is_open


PARTS = st.dictionaries(st.sampled_from(["PP", "SP", "TP", "AS"]), st.integers(1, 9), max_size=4)


@given(before=PARTS, now=PARTS)
def test_recorded_and_removed_rows_leave_exactly_what_was_filled_in(before, now):
    """A slow second way: lay the rows over what was recorded, key by key."""
    filled = Filled(KEY, tuple(sorted((level, D(part) / 10) for level, part in now.items())), tuple(before))
    after = {level: D(part) / 10 for level, part in before.items()}
    for row in rows_of(filled, CODER, remove="remove"):
        if "remove" in row:
            del after[row["prevention_level"]]
        else:
            after[row["prevention_level"]] = D(row["proportion"])
    assert after == dict(filled.shares)


def test_the_lines_that_move_most_come_first_and_what_moves_nothing_is_left_out():
    keys = [("M", "Children", name) for name in ("a", "b", "c", "d")]
    filled = [Filled(key, shares("PP 1"), ()) for key in keys]
    before = {keys[0]: {"PP": D(1)}, keys[1]: {"AS": D("0.5"), "PP": D("0.5")}, keys[2]: {"AS": D(1)}}
    amounts = dict.fromkeys(keys, D(100))
    found = moved_most(before, filled, amounts, CODER.on)
    assert [(each.key, each.moved) for each in found] == [(keys[2], 100), (keys[1], 50)]

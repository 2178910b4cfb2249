"""A line's shares make a whole, and a line classified differently moves exactly its own money."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.prevention.agreement import agreement
from indicators.prevention.beside_earlier import beside_earlier
from indicators.prevention.coding import check_coding, classified_differently
from indicators.prevention.rows import CodedPart, CoderPair, TaggedLine
from indicators.prevention.shares import confidence_range, shares_of
from tests.prevention.samples import WELSH, YEAR, amount, pairs

D = Decimal
WHOLE = {
    "one level": {"PP": D(1)},
    "halves": {"PP": D("0.5"), "SP": D("0.5")},
    "tenths that binary numbers miss": {"PP": D("0.1"), "SP": D("0.2"), "AS": D("0.7")},
    "thirds as far as they can be written": {"PP": D("0.333333"), "SP": D("0.333333"), "AS": D("0.333334")},
}
NOT_WHOLE = {
    "nothing": ({}, "sum to 0, not 1"),
    "a millionth too little": ({"PP": D("0.999999")}, "sum to 0.999999, not 1"),
    "too much": ({"PP": D("0.6"), "SP": D("0.6")}, "sum to 1.2, not 1"),
    "below nought": ({"PP": D("1.5"), "SP": D("-0.5")}, "must lie between 0 and 1"),
}


@pytest.mark.parametrize("coding", WHOLE.values(), ids=WHOLE)
def test_shares_that_make_a_whole(coding):
    assert check_coding(coding) is None


@pytest.mark.parametrize(("coding", "said"), NOT_WHOLE.values(), ids=NOT_WHOLE)
def test_shares_that_do_not_make_a_whole_are_refused(coding, said):
    with pytest.raises(ValueError, match=said):
        check_coding(coding)


def line(value, level, proportion, confidence="high", name="Youth work"):
    return TaggedLine(
        *("County", "own", YEAR, "M", "P", name, D(value), level),
        *(None if proportion is None else D(proportion), confidence, "coder", "first", date(2026, 1, 1)),
        *("why", "source", "KEY"),
    )


YOUTH = ("M", "P", "Youth work")


def test_a_line_is_taken_out_of_its_level_and_put_at_others():
    known = [amount(60, "PP"), amount(40, "SP"), amount(100, "AS")]
    parts = [line(100, "PP", "0.6"), line(100, "SP", "0.4")]
    moved = classified_differently(known, parts, {YOUTH: {"AS": D("0.75"), "PP": D("0.25")}})
    found = shares_of(moved, WELSH)
    assert (found.core, found.acute, found.in_scope) == (25, 175, 200)
    assert shares_of(known, WELSH).core == 100


def test_a_line_that_nobody_had_judged_is_classified():
    known = [amount(80, None, None), amount(20, "AS")]
    moved = classified_differently(known, [line(80, None, None, None)], {YOUTH: {"SP": D(1)}})
    assert shares_of(moved, WELSH).coverage == 1
    assert shares_of(moved, WELSH).core == 80


def test_the_same_coding_again_changes_no_share():
    known = [amount(60, "PP"), amount(40, "SP"), amount(100, "AS")]
    parts = [line(100, "PP", "0.6"), line(100, "SP", "0.4")]
    moved = classified_differently(known, parts, {YOUTH: {"PP": D("0.6"), "SP": D("0.4")}})
    assert shares_of(moved, WELSH) == shares_of(known, WELSH)


OTHER_LEVELS = {
    "another level that counts the same": ("high", {"PP": D(1)}, (100, 100, 100)),
    "the same level again": ("high", {"SP": D(1)}, (100, 100, 100)),
    "of medium confidence": ("medium", {"PP": D(1)}, (0, 100, 100)),
    "a confidence that nobody stated": (None, {"PP": D(1)}, (0, 0, 100)),
    "half at a level that does not count": ("medium", {"PP": D("0.5"), "AS": D("0.5")}, (0, 50, 50)),
}


@pytest.mark.parametrize(("confidence", "coding", "core"), OTHER_LEVELS.values(), ids=OTHER_LEVELS)
def test_a_line_keeps_its_confidence_at_other_levels(confidence, coding, core):
    known = [amount(100, "SP", confidence), amount(100, "AS")]
    moved = classified_differently(known, [line(100, "SP", "1", confidence)], {YOUTH: coding})
    found = confidence_range(moved, WELSH)
    assert (found.high.core, found.high_and_medium.core, found.all.core) == core


def test_a_different_coding_that_is_no_whole_is_refused():
    with pytest.raises(ValueError, match=r"sum to 0\.9"):
        classified_differently([], [], {YOUTH: {"PP": D("0.9")}})


def part(role, level, proportion, *, edition="2024-25", name="Youth work", value=100, on=date(2026, 5, 1)):
    return CodedPart(edition, "M", "P", name, "County", role, level, D(proportion), on, D(value))


def test_slow_kappa_agrees():
    table = [[7, 2, 1], [0, 5, 3], [2, 2, 8]]
    lines = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    same = sum(i == j for i, j in lines) / len(lines)
    by_chance = sum(one[0] == two[1] for one in lines for two in lines) / len(lines) ** 2
    found = agreement(pairs(table))
    assert float(found.kappa) == pytest.approx((same - by_chance) / (1 - by_chance), abs=1e-15)
    assert found.by_pounds == Fraction(20, 30)


def test_nothing_to_weigh_leaves_no_pounds():
    found = agreement([CoderPair("AS", "PP", 1, D(0), D(0)), CoderPair("PP", "PP", 1, D(0), D(0))])
    assert (found.by_pounds, found.observed) == (None, Fraction(1, 2))


def test_the_coding_in_force_is_set_beside_the_edition_before():
    parts = [
        part("first", "AS", 1, edition="2023-24"),
        part("second", "PP", 1, edition="2023-24"),
        part("first", "AS", 1),
        part("moderated", "TP", 1, on=date(2026, 6, 1)),
        part("second", "PP", 1, name="Only second"),
    ]
    (found,) = beside_earlier(parts, "2024-25", "2023-24")
    assert (found.before, found.now, found.coded_on) == ({"AS": 1}, {"TP": 1}, date(2026, 6, 1))
    (alone,) = beside_earlier(parts, "2024-25", None)
    assert alone == replace(found, before=None)

"""What an auditor would ask: each rule asks where it should and is silent where it should."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.prevention.control import ControlTotal
from indicators.prevention.gaming import (
    LineCoding,
    exact_halves,
    largest_changes,
    late_changes,
    lines_astray,
    moves_upward,
    questionable,
    rose_alone,
    split_astray,
)
from tests.prevention.samples import YEAR

D = Decimal
PUBLISHED = date(2026, 6, 30)


def coding(before, now, *, amount=100, name="Youth work", on=date(2026, 1, 1)):
    def shares(text):
        return (
            None if text is None else {level: D(share) for level, share in map(str.split, text.split(", "))}
        )

    return LineCoding(("M", "Children", name), D(amount), shares(before), shares(now), on)


def test_the_ten_largest_changes_are_named_largest_first():
    changes = [coding("AS 1", "PP 1", amount=n, name=f"line {n:02d}") for n in range(1, 13)]
    found = largest_changes([*changes, coding("AS 1", "AS 1", amount=999), coding(None, "AS 1", amount=999)])
    assert [each.subject for each in found] == [f"Children: line {n:02d}" for n in range(12, 2, -1)]
    assert found[0].figures == {"moved": 12, "amount": 12}


def test_a_part_of_a_line_that_changed_counts_as_that_part():
    assert coding("AS 1", "AS 0.75, SP 0.25", amount=400).moved == 100


UPWARD = {
    "acute to tertiary": ("AS 1", "TP 1", [("AS", "TP", 100)]),
    "tertiary to secondary": ("TP 1", "SP 1", [("TP", "SP", 100)]),
    "a part of it": ("AS 0.8, TP 0.2", "AS 0.5, TP 0.5", [("AS", "TP", 30)]),
    "both at once": ("AS 0.5, TP 0.5", "AS 0.4, TP 0.5, SP 0.1", []),
    "downward": ("SP 1", "TP 1", []),
    "no change": ("AS 1", "AS 1", []),
    "no edition before": (None, "TP 1", []),
}


@pytest.mark.parametrize(("before", "now", "expected"), UPWARD.values(), ids=UPWARD)
def test_moves_upward_are_asked_about(before, now, expected):
    found = moves_upward([coding(before, now)])
    assert [(each.figures["from"], each.figures["to"], each.figures["moved"]) for each in found] == expected


@pytest.mark.parametrize(
    ("on", "published", "asked"),
    [
        (date(2026, 5, 30), PUBLISHED, False),
        (date(2026, 5, 31), PUBLISHED, True),
        (PUBLISHED, PUBLISHED, True),
        (date(2026, 7, 1), PUBLISHED, True),
        (date(2026, 7, 1), None, False),
    ],
    ids=["31 days before", "30 days before", "on the day", "after it", "not published"],
)
def test_late_codings_are_asked_about(on, published, asked):
    assert bool(late_changes([coding(None, "AS 1", on=on)], published)) == asked


def test_exact_halves_are_asked_about():
    halved, not_halved = coding(None, "AS 0.5, TP 0.5"), coding(None, "AS 0.51, TP 0.49")
    (found,) = exact_halves([halved, not_halved])
    assert found.figures == {"levels": ["AS", "TP"]}


ROSE = {
    "rose while both stood still": (Fraction(1, 10), Fraction(2, 10), [False, False], True),
    "one moved": (Fraction(1, 10), Fraction(2, 10), [False, True], False),
    "no linked indicator": (Fraction(1, 10), Fraction(2, 10), [], False),
    "did not rise": (Fraction(1, 10), Fraction(1, 10), [False], False),
    "no year before": (None, Fraction(1, 10), [False], False),
}


@pytest.mark.parametrize(("before", "now", "moved", "asked"), ROSE.values(), ids=ROSE)
def test_a_share_that_rose_alone_is_asked_about(before, now, moved, asked):
    assert bool(rose_alone("County", before, now, moved)) == asked


def control(lines, published, *, count=7, places=3):
    return ControlTotal(
        "County", "own", YEAR, "M", "P", count, D(lines), None if published is None else D(published), places
    )


CONTROLS = {
    "exact": (control("100.000", "100.000"), True),
    "the rounding of eight thousandths": (control("100.004", "100.000"), True),
    "a thousandth more": (control("100.005", "100.000"), False),
    "the rounding of whole thousands": (control("104", "100", places=0), True),
    "beyond it": (control("105", "100", places=0), False),
    "less": (control("95", "100"), False),
    "no total": (control("95", None), None),
}


@pytest.mark.parametrize(("total", "adds_up"), CONTROLS.values(), ids=CONTROLS)
def test_lines_are_held_against_their_total(total, adds_up):
    assert total.adds_up is adds_up
    assert bool(lines_astray([total])) == (adds_up is False)


def test_a_split_that_is_no_whole_is_named():
    key = ("M", "P", "Youth work")
    (found,) = split_astray([(key, D(1)), (key, D("0.9"))])
    assert (found.rule, found.subject, found.figures) == (
        "shares_not_one",
        "P: Youth work",
        {"sum": D("0.9")},
    )


def test_all_questions_on_codings_come_together():
    found = questionable([coding("AS 1", "AS 0.5, TP 0.5", on=PUBLISHED)], PUBLISHED)
    rules = ["largest_tag_change", "moved_towards_prevention", "changed_late", "exactly_half"]
    assert [each.rule for each in found] == rules

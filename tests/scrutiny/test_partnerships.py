"""The register: inside or outside, its freshness, its health check and its overlaps."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.scrutiny.health_check import HEADINGS, HeadingScore, health_check
from indicators.scrutiny.overlap import overlaps
from indicators.scrutiny.partnerships import Partnership, Relation, is_verified, register, stands
from tests.data.embedded_files import rows_of

TODAY = date(2026, 11, 20)
INSIDE = {
    "lsp_itself": "inside",
    "lsp_board": "inside",
    "lsp_theme_group": "inside",
    "lsp_subgroup": "inside",
    "district_lsp": "outside",
    "outside_linked": "outside",
    "outside_unlinked": "outside",
    "after_lsp": "not_applicable",
    "not_stated": "not_stated",
}


def entry(code="P", relation="outside_linked", **known):
    return Partnership(code, f"Partnership {code}", relation, **known)


@pytest.mark.parametrize(("relation", "expected"), INSIDE.items(), ids=INSIDE)
def test_inside_follows_from_the_relation(relation, expected):
    assert stands(relation) == expected


def test_the_declared_relations_are_those_that_are_judged():
    assert set(dataset("partnership").field("lsp_relation").choices) == set(get_args(Relation)) == set(INSIDE)


def test_a_relation_that_nobody_declared_is_refused():
    with pytest.raises(ValueError, match="'friend'"):
        stands("friend")


def test_fifty_nine_significant_ones_are_23_major_21_moderate_and_15_limited():
    counts = {"major": 23, "moderate": 21, "limited": 15, "not_significant": 40, None: 3}
    entries = [
        entry(f"{level}-{number}", significance=level)
        for level, count in counts.items()
        for number in range(count)
    ]
    found = register(entries, TODAY)
    assert found.significant == counts
    assert found.number_significant == 59 == sum(each.is_significant for each in entries)


def test_the_embedded_register_counts_as_its_sources_say():
    rows = rows_of("partnership")
    found = register([entry(row["partnership_code"], row["lsp_relation"]) for row in rows], TODAY)
    assert found.inside == {"inside": 10, "outside": 5, "not_stated": 7, "not_applicable": 11}
    assert (found.verified.part, found.verified.whole) == (0, 33)
    assert found.with_terms.share is None
    assert found.with_terms.reason.code == "nothing_counted"


VERIFIED = {
    "today": ("2026-11-20", TODAY, True),
    "a year ago less a day": ("2025-11-21", TODAY, True),
    "a year ago": ("2025-11-20", TODAY, False),
    "tomorrow": ("2026-11-21", TODAY, False),
    "leap day, a year later": ("2024-02-29", date(2025, 2, 28), True),
    "before a leap day": ("2023-02-28", date(2024, 2, 29), False),
    "the day after": ("2023-03-01", date(2024, 2, 29), True),
    "never": (None, TODAY, False),
}


@pytest.mark.parametrize(("on", "as_of", "expected"), VERIFIED.values(), ids=VERIFIED)
def test_verified_within_twelve_months(on, as_of, expected):
    one = entry(last_verified_on=on and date.fromisoformat(on))
    assert is_verified(one, as_of) is expected


def test_freshness_counts_what_is_not_closed():
    entries = [
        entry("A", last_verified_on=TODAY, review_due_on=TODAY, significance="major", agreement="a deed"),
        entry("B", review_due_on=date(2026, 11, 19), significance="limited"),
        entry("C", significance="moderate", agreement="a deed", exit_arrangements="six months' notice"),
        entry("D", last_verified_on=TODAY, status="closed", significance="major"),
    ]
    found = register(entries, TODAY)
    assert (found.verified.share, found.review_ahead.share, found.with_terms.share) == (
        Fraction(1, 3),
        Fraction(1, 3),
        Fraction(1, 2),
    )
    assert [(each.rule, each.subject) for each in found.findings] == [
        ("no_exit_terms", "A"),
        ("review_overdue", "B"),
    ]
    assert found.findings[1].figures["days"] == 1


def test_a_significant_one_without_agreement_is_found():
    found = register([entry(significance="moderate", exit_arrangements="notice")], TODAY)
    assert [each.rule for each in found.findings] == ["no_agreement"]


def test_a_health_check_names_its_weakest_headings_and_what_is_missing():
    found = health_check([
        HeadingScore("termination", 0), HeadingScore("rationale", 3), HeadingScore("governance", 0)
    ])  # fmt: skip
    assert list(found.scores) == ["rationale", "governance", "termination"]
    assert found.mean == 1
    assert found.weakest == ("governance", "termination")
    assert len(found.missing) == 5


def test_without_a_score_nothing_is_checked():
    found = health_check([])
    assert (found.mean, found.missing, found.reason.code) == (None, HEADINGS, "not_checked")


REFUSED = {
    "four": ([HeadingScore("governance", 4)], "scored 4"),
    "less than nothing": ([HeadingScore("governance", -1)], "scored -1"),
    "twice": ([HeadingScore("governance", 1)] * 2, "scored twice"),
    "another heading": ([HeadingScore("catering", 1)], "'catering'"),
}


@pytest.mark.parametrize(("scores", "message"), REFUSED.values(), ids=REFUSED)
def test_wrong_scores_are_refused(scores, message):
    with pytest.raises(ValueError, match=message):
        health_check(scores)


@given(st.dictionaries(st.sampled_from(HEADINGS), st.integers(0, 3), min_size=1))
def test_the_weakest_heading_is_never_above_the_mean(scores):
    found = health_check([HeadingScore(heading, score) for heading, score in scores.items()])
    assert all(scores[each] <= found.mean for each in found.weakest)
    assert set(found.missing) == set(HEADINGS) - set(scores)


OVERLAPS = {
    "half of all members": ("", "", "abc", "bcd", True),
    "less than half": ("", "", "abc", "bcde", False),
    "one member of one": ("", "", "a", "a", False),
    "the same theme in other letters": ("Waste ", "waste", "", "", True),
    "another theme": ("waste", "water", "", "", False),
    "no theme at all": ("", "", "", "", False),
}


@pytest.mark.parametrize(("one", "other", "ours", "theirs", "found"), OVERLAPS.values(), ids=OVERLAPS)
def test_overlap(one, other, ours, theirs, found):
    pair = [entry("B", theme=other), entry("A", theme=one)]
    asked = overlaps(pair, {"A": frozenset(ours), "B": frozenset(theirs)})
    assert [(each.first, each.second) for each in asked] == [("A", "B")] * found


def test_the_largest_overlap_comes_first_and_a_closed_one_is_left_out():
    entries = [entry(code, theme="waste") for code in "ABC"] + [entry("D", theme="waste", status="closed")]
    members = {"A": frozenset("xyz"), "B": frozenset("xy"), "C": frozenset("xyz")}
    found = overlaps(entries, members)
    assert [(each.first, each.second, each.share) for each in found] == [
        ("A", "C", 1),
        ("A", "B", Fraction(2, 3)),
        ("B", "C", Fraction(2, 3)),
    ]
    assert found[1].shared == ("x", "y")

"""What a coder sees: own coding, the best suggestion with where it comes from, and nothing of the other coder."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.prevention.tagging import EVERYBODY, HIDDEN, CodedLevel, lines_to_tag

NOW, BEFORE = "2024-25", "2023-24"
KEY = ("M", "Children", "Youth")


def level(code="PP", share="1", *, edition=NOW, organisation=EVERYBODY, role="first", **more):
    said = {"confidence": "high", "rationale": "why", "coder": "an officer", "coded_on": date(2026, 5, 1)}
    words = {"driver": None, "main_purpose": None, "target_population": None}
    return CodedLevel(edition, organisation, *KEY, role, code, Decimal(share), **{**said, **words, **more})


def seen(*levels, role="first", organisation=EVERYBODY):
    (line,) = lines_to_tag([(KEY, Decimal(100))], levels, edition=NOW, organisation=organisation, role=role)
    return line


# What is recorded as `edition organisation role level`, and the suggestion: its origin and level.
SUGGESTIONS = {
    "nothing": ([], None),
    "last year, moderated before first": (
        [f"{BEFORE} {EVERYBODY}|first|PP", f"{BEFORE} {EVERYBODY}|moderated|SP"],
        ("year_before", "SP"),
    ),
    "last year before elsewhere": (
        [f"{NOW} Oxford|first|AS", f"{BEFORE} {EVERYBODY}|first|PP"],
        ("year_before", "PP"),
    ),
    "elsewhere before ours": (
        [f"{NOW} {EVERYBODY}|suggested|UC", f"{NOW} Oxford|first|AS"],
        ("elsewhere", "AS"),
    ),
    "elsewhere last year": ([f"{BEFORE} Oxford|first|TP"], ("elsewhere", "TP")),
    "ours": ([f"{NOW} {EVERYBODY}|suggested|UC"], ("ours", "UC")),
    "own coding of this year is no suggestion": ([f"{NOW} {EVERYBODY}|first|PP"], None),
    "a second coding never is": ([f"{BEFORE} {EVERYBODY}|second|PP", f"{NOW} Oxford|second|PP"], None),
}


@pytest.mark.parametrize(("recorded", "expected"), SUGGESTIONS.values(), ids=SUGGESTIONS)
def test_suggestions(recorded, expected):
    levels = []
    for each in recorded:
        where, role, code = each.split("|")
        edition, _, organisation = where.partition(" ")
        levels.append(level(code, edition=edition, organisation=organisation, role=role))
    found = seen(*levels).suggestion
    assert (found and (found.origin, found.coded.shares[0][0])) == expected


def test_the_own_coding_is_whole_with_the_words_of_its_largest_share():
    line = seen(level("PP", "0.25", rationale="a little"), level("SP", "0.75", rationale="mostly"))
    assert line.own.shares == (("PP", Decimal("0.25")), ("SP", Decimal("0.75")))
    assert line.own.rationale == "mostly"


def test_who_moderates_sees_both_codings():
    line = seen(level("PP"), level("AS", role="second"), role="moderated")
    assert {role: coding.shares for role, coding in line.beside.items()} == {
        "first": (("PP", Decimal(1)),),
        "second": (("AS", Decimal(1)),),
    }
    assert line.own is None


ROLES = st.sampled_from(["suggested", "first", "second", "moderated"])
LEVELS = st.builds(
    level,
    st.sampled_from(["PP", "AS"]),
    edition=st.sampled_from([NOW, BEFORE]),
    organisation=st.sampled_from([EVERYBODY, "Oxford"]),
    role=ROLES,
    rationale=st.text(min_size=1, max_size=5),
)


@given(levels=st.lists(LEVELS, max_size=8), role=st.sampled_from(["first", "second"]))
def test_no_coder_sees_anything_of_the_other(levels, role):
    """Whatever the other coder or the moderator recorded of this edition, what a coder sees is the same without it."""
    others = [each for each in levels if each.edition == NOW and each.role in HIDDEN[role]]
    assert seen(*levels, role=role) == seen(*(each for each in levels if each not in others), role=role)
    assert seen(*levels, role=role).beside == {}

"""The map of the partnership: its columns, who is drawn first, and no tie that is not recorded."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from indicators.scrutiny.overlap import Overlap
from indicators.scrutiny.partnerships import Partnership, Relation
from indicators.scrutiny.ties import COLUMNS, Tie, column, most_significant, ties

PLACES = {
    "lsp_itself": "lsp",
    "lsp_board": "lsp",
    "lsp_theme_group": "groups",
    "lsp_subgroup": "groups",
    "district_lsp": "outside",
    "outside_linked": "outside",
    "outside_unlinked": "outside",
    "after_lsp": "not_applicable",
    "not_stated": "not_stated",
}


def entry(code, relation="outside_linked", **known):
    return Partnership(code, f"Name of {code}", relation, **known)


LSP = entry("LSP", "lsp_itself")
GROUP = entry("GROUP", "lsp_theme_group")
FORUM = entry("FORUM")


@pytest.mark.parametrize(("relation", "expected"), PLACES.items(), ids=PLACES)
def test_the_column_follows_from_the_relation(relation, expected):
    assert column(entry("P", relation)) == expected


def test_every_relation_has_a_column():
    assert PLACES.keys() == set(get_args(Relation))
    assert set(PLACES.values()) == set(COLUMNS)


TIES = {
    "a group belongs to the LSP": ([LSP, GROUP], {}, [Tie("belongs", "GROUP", "LSP")]),
    "without the LSP there is nothing to belong to": ([GROUP], {}, []),
    "outside nothing is assumed": ([LSP, FORUM], {}, []),
    "it reports to another by name": (
        [LSP, GROUP, FORUM],
        {"FORUM": "name of  group"},
        [Tie("belongs", "GROUP", "LSP"), Tie("reports", "FORUM", "GROUP")],
    ),
    "it reports to another by code": ([LSP, FORUM], {"FORUM": "LSP"}, [Tie("reports", "FORUM", "LSP")]),
    "a group that reports to another belongs through it": (
        [LSP, GROUP, FORUM],
        {"GROUP": "FORUM"},
        [Tie("reports", "GROUP", "FORUM")],
    ),
    "a body that is not drawn": ([LSP, FORUM], {"FORUM": "the Cabinet"}, []),
    "it reports to itself": ([LSP, FORUM], {"FORUM": "FORUM"}, []),
}


@pytest.mark.parametrize(("drawn", "reports_to", "expected"), TIES.values(), ids=TIES)
def test_ties(drawn, reports_to, expected):
    assert list(ties(drawn, reports_to, ())) == expected


OVERLAPS = {
    "half of all members": (("a", "b"), Fraction(1, 2), True),
    "less than half": (("a", "b"), Fraction(1, 3), False),
    "one member alone": (("a",), Fraction(1), False),
    "the theme alone": ((), None, False),
}


@pytest.mark.parametrize(("shared", "share", "drawn"), OVERLAPS.values(), ids=OVERLAPS)
def test_members_in_common(shared, share, drawn):
    overlap = Overlap("FORUM", "GROUP", same_theme=True, shared=shared, members=4, share=share)
    found = ties([FORUM, GROUP], {}, [overlap])
    assert list(found) == [Tie("shares", "FORUM", "GROUP")] * drawn


def test_a_tie_to_one_that_is_not_drawn_is_left_out():
    overlap = Overlap("FORUM", "GROUP", same_theme=False, shared=("a", "b"), members=2, share=Fraction(1))
    assert ties([FORUM], {}, [overlap]) == ()


def test_the_significant_ones_are_drawn_first():
    entries = [
        entry("E", significance="not_significant"),
        entry("D"),
        entry("C", significance="limited"),
        entry("B", significance="moderate"),
        entry("A", significance="major"),
        LSP,
    ]
    assert [each.code for each in most_significant(entries, 10)] == ["LSP", *"ABCDE"]
    assert [each.code for each in most_significant(entries, 2)] == ["LSP", "A"]

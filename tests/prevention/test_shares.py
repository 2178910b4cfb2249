"""Shares by scheme, and what must hold of them whatever the spending."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.prevention.rows import SchemeLevel
from indicators.prevention.schemes import schemes
from indicators.prevention.shares import confidence_range, shares_of
from tests.prevention.samples import DEMOS, WELSH, amount, amounts

spending = st.lists(
    st.builds(
        amount,
        st.decimals(0, 10**7, places=3),
        st.sampled_from([*WELSH.counts, None]),
        st.sampled_from(["high", "medium", "low", None]),
    ),
    max_size=12,
)


@given(spending)
def test_parts_lie_within_their_wholes(rows):
    found = shares_of(rows, WELSH)
    assert 0 <= found.core <= found.broad <= found.classified <= found.in_scope
    assert found.broad + found.acute <= found.classified


@given(spending)
def test_a_share_of_all_is_the_share_of_the_classified_times_the_coverage(rows):
    found = shares_of(rows, WELSH)
    if found.core_of_classified is not None:
        assert found.core_of_in_scope == found.core_of_classified * found.coverage


@given(spending)
def test_the_three_of_a_range_are_nested(rows):
    found = confidence_range(rows, WELSH)
    assert found.high.core <= found.high_and_medium.core <= found.all.core
    assert found.high.broad <= found.high_and_medium.broad <= found.all.broad
    assert len({each.classified for each in (found.high, found.high_and_medium, found.all)}) == 1


@given(spending)
def test_slow_sums_agree(rows):
    found = shares_of(rows, WELSH)
    core = broad = Decimal(0)
    for row in rows:
        core += row.amount if row.level in ("PP", "SP") else 0
        broad += row.amount if row.level in ("PP", "SP", "TP") else 0
    assert (found.core, found.broad) == (core, broad)


def test_another_scheme_counts_the_same_tags_differently():
    rows = amounts("100 PP high, 50 TP high, 350 AS high")
    assert shares_of(rows, WELSH).broad_of_in_scope == Fraction(3, 10)
    assert shares_of(rows, DEMOS).broad_of_in_scope == Fraction(1, 5)
    assert shares_of(rows, DEMOS).coverage == 1


def test_a_level_that_a_scheme_does_not_know_is_unclassified():
    assert not WELSH.knows({"PP", "MX"})
    assert shares_of(amounts("10 PP high, 30 MX high"), WELSH).coverage == Fraction(1, 4)


def test_nothing_in_scope_is_a_reason_and_no_number():
    found = shares_of([], WELSH)
    assert found.reason.code == "nothing_in_scope"
    assert (found.coverage, found.core_of_in_scope, found.prevention_to_acute) == (None, None, None)


def test_schemes_are_made_of_their_levels():
    rows = [
        SchemeLevel("A", "Scheme A", "ours", "PP", "Primary", "core"),
        SchemeLevel("A", "Scheme A", "ours", "AS", "Acute", "acute"),
        SchemeLevel("B", "Scheme B", "published", "RS", "Responsive", "acute"),
    ]
    found = schemes(rows)
    assert list(found) == ["A", "B"]
    assert (found["A"].counts_as("PP"), found["A"].counts_as("RS")) == ("core", "unclassified")
    assert found["A"].titles["AS"] == "Acute"


def test_a_level_that_counts_as_something_unknown_is_refused():
    with pytest.raises(ValueError, match="level PP of A counts as 'most'"):
        schemes([SchemeLevel("A", "Scheme A", "ours", "PP", "Primary", "most")])

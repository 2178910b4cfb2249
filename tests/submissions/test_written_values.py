"""Numbers, periods, dates and markers as people write them: tests/spec/written_values.csv and written_dates.csv."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.submissions.dates import read_dates
from indicators.submissions.values import (
    PLAIN_NUMBER,
    PLAIN_WHOLE_NUMBER,
    Meaning,
    choice_of,
    number,
    period,
    removal,
    whole_number,
)
from tests.submissions.spec_cases import cases

READERS = {"number": number, "integer": whole_number, "period": period, "remove": removal}


@pytest.mark.parametrize("case", cases("written_values"))
def test_a_cell_means_what_the_table_says(case):
    meaning = READERS[case["kind"]](case["written"])
    assert meaning.clean == (case["kept"] or None)
    assert meaning.rule == (case["rule"] or None)
    assert meaning.suppressed == (case["suppressed"] == "yes")
    if meaning.rule:
        assert meaning.severity == case["severity"]


@pytest.mark.parametrize("case", cases("written_dates"))
def test_a_date_means_what_the_table_says(case):
    meanings = read_dates([case["written"], *case["others_in_column"].split()])
    assert meanings[case["written"]] == Meaning(case["kept"] or None, case["rule"] or None)


def test_a_number_read_at_a_larger_scale_says_what_it_was_read_as():
    assert number("£1.2m").figures == {"read_as": "1200000"}


def test_a_refused_period_gives_its_own_reason_and_figures():
    assert period("Jun-08").figures["reason"] == "month_and_two_digits"
    assert period("03/04/2008").figures["readings"] == ("2008-04-03/P1D", "2008-03-04/P1D")


CHOICES = ("final", "reported by press", "not collected")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("final", "final"),
        ("FINAL", "final"),
        ("Not_Collected", "not collected"),
        ("reported  by-press", "reported by press"),
    ],
)
def test_a_declared_word_may_be_written_in_any_case_and_spacing(written, kept):
    assert choice_of(CHOICES)(written) == Meaning(kept)


def test_another_word_is_refused_with_the_nearest_one():
    refused = choice_of(CHOICES)("finale")
    assert (refused.rule, refused.figures) == ("not_a_choice", {"choices": CHOICES, "nearest": "final"})
    assert choice_of(CHOICES)("zzz").figures["nearest"] is None


@given(st.from_regex(PLAIN_NUMBER, fullmatch=True))
def test_what_is_passed_over_as_a_plain_number_would_be_kept_as_it_stands(text):
    assert number(text) == Meaning(text)


@given(st.from_regex(PLAIN_WHOLE_NUMBER, fullmatch=True))
def test_what_is_passed_over_as_a_plain_whole_number_would_be_kept_as_it_stands(text):
    assert whole_number(text) == Meaning(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_any_number_survives_being_written_with_thousands_brackets_and_a_true_minus(exact):
    for written in (
        f"{exact:,}",
        f"{exact:,}".replace("-", "−"),
        f"(£{-exact:,})" if exact < 0 else f"£{exact:,}",
    ):
        assert Decimal(number(written).clean) == exact


@given(st.text(max_size=40))
def test_no_text_is_read_as_something_that_does_not_read_as_itself_again(text):
    for read in READERS.values():
        meaning = read(text.strip())
        if meaning.clean is not None:
            assert read(meaning.clean) == Meaning(meaning.clean)
    for meaning in read_dates([text]).values():
        if meaning.clean is not None:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", meaning.clean)

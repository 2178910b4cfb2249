from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.quarters import cumulative_target, discrete_quarters, ratio_of_sums, unfit_for_tests


@pytest.mark.parametrize(
    ("year_to_date", "quarters", "discrete", "negative"),
    [
        ([120, 250, 405, 560], [1, 2, 3, 4], (120, 130, 155, 155), ()),
        ([120, 250, 405, 560, 100, 220], [1, 2, 3, 4, 1, 2], (120, 130, 155, 155, 100, 120), ()),
        ([120, None, 405, 560], [1, 2, 3, 4], (120, None, None, 155), ()),
        ([None, 250, 405, 560], [1, 2, 3, 4], (None, None, 155, 155), ()),
        ([560, None, 30], [4, 1, 2], (None, None, None), ()),
        ([120, 250, 240, 560], [1, 2, 3, 4], (120, 130, -10, 320), (2,)),
        ([405, 560, 90], [3, 4, 1], (None, 155, 90), ()),
        ([120, math.nan, 405], [1, 2, 3], (120, None, None), ()),
        ([], [], (), ()),
    ],
    ids=[
        "one year",
        "each April starts again",
        "a missing figure leaves two quarters missing",
        "the first of the year missing",
        "the first of the next year missing",
        "a revision shows as a negative quarter and is kept",
        "a series that begins inside a year",
        "NaN is missing",
        "nothing",
    ],
)
def test_year_to_date_into_discrete_quarters(year_to_date, quarters, discrete, negative):
    result = discrete_quarters(year_to_date, quarters)
    assert result.values == discrete
    assert result.negative == negative


@given(first=st.integers(1, 4), values=st.lists(st.integers(0, 10**6), max_size=20))
def test_discrete_quarters_add_up_again(first, values):
    quarters = [(first - 1 + i) % 4 + 1 for i in range(len(values))]
    to_date, running = [], 0
    for quarter, value in zip(quarters, values, strict=True):
        running = value if quarter == 1 else running + value
        to_date.append(running)
    known = discrete_quarters(to_date, quarters).values
    unknown = 1 if first > 1 and values else 0  # what came before the series is not known
    assert known[unknown:] == tuple(values[unknown:])
    assert known[:unknown] == (None,) * unknown


def test_a_hole_in_time_is_refused():
    with pytest.raises(ValueError, match="quarter 3 at position 1 does not follow quarter 1"):
        discrete_quarters([1, 2], [1, 3])


def test_percentages_are_not_averaged():
    assert ratio_of_sums([1, 90], [2, 100]) == 91 / 102


@pytest.mark.parametrize(
    ("numerators", "denominators"),
    [([1, None], [2, 2]), ([1, 1], [2, math.nan]), ([], [])],
    ids=["numerator missing", "denominator missing", "nothing"],
)
def test_a_ratio_with_a_part_missing_is_not_known(numerators, denominators):
    assert ratio_of_sums(numerators, denominators) is None


@pytest.mark.parametrize(
    ("numerators", "denominators", "message"),
    [([0], [0.0], "sum to 0"), ([1, 2], [3], "2 numerators but 1 denominators")],
    ids=["zero denominator", "lengths"],
)
def test_ratios_that_make_no_sense_are_refused(numerators, denominators, message):
    with pytest.raises(ValueError, match=message):
        ratio_of_sums(numerators, denominators)


EVEN, LATE = (25, 50, 75, 100), (10, 20, 40, 100)


@pytest.mark.parametrize(
    ("quarter", "years", "expected"),
    [
        (1, [], 50),
        (3, [], 150),
        (4, [], 200),
        (2, [LATE], 40),
        (3, [EVEN, LATE], 115),
        (4, [EVEN, LATE], 200),
        (2, [EVEN, LATE, LATE, LATE], 40),
        (2, [LATE, (None, 1, 2, 3)], 40),
        (2, [LATE, (0, 0, 0, 0)], 40),
        (2, [(0, 0, 0, 0)], 100),
    ],
    ids=[
        "no history: a quarter",
        "no history: three quarters",
        "the whole by the end",
        "usual share of one year",
        "mean of the shares, not share of the means",
        "the whole by the end whatever the shares",
        "only the last three years",
        "an incomplete year is passed over",
        "a year without anything is passed over",
        "nothing but such years is no history",
    ],
)
def test_what_falls_due_by_a_quarter(quarter, years, expected):
    assert cumulative_target(200, quarter, years) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("quarter", "years", "message"),
    [(0, [], "quarter 0"), (5, [], "quarter 5"), (1, [(1, 2, 3)], "four quarters, not 3")],
)
def test_no_such_quarter(quarter, years, message):
    with pytest.raises(ValueError, match=message):
        cumulative_target(100, quarter, years)


@pytest.mark.parametrize("kind", ["discrete", "stock", "annual"])
def test_kinds_that_may_be_tested(kind):
    assert unfit_for_tests(kind) is None


@pytest.mark.parametrize("kind", ["cumulative", "rolling"])
def test_kinds_that_must_not_be_tested(kind):
    assert unfit_for_tests(kind).code == kind


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="monthly"):
        unfit_for_tests("monthly")

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.exact import exact_decimal
from indicators.analysis.reward import gap_closed, reward_share
from tests.analysis.spec_tables import cases

tenths = st.decimals(-1_000, 1_000, places=1)


@pytest.mark.parametrize("row", cases("reward_share"))
def test_vector(row):
    figures = row["baseline"], row["target"], row["actual"]
    assert gap_closed(*figures) == Decimal(row["gap_closed"])
    share = reward_share(*figures, row["polarity"])
    assert share == Decimal(row["share"])
    assert share * Decimal(row["potential"]) == Decimal(row["grant"])


@pytest.mark.parametrize("row", [row for row in cases("reward_share") if row.id.startswith("TV-")])
@pytest.mark.parametrize("kind", [float, Decimal, np.float64])
def test_a_vector_is_the_same_in_every_kind_of_number(row, kind):
    figures = [kind(row[name]) for name in ("baseline", "target", "actual")]
    assert gap_closed(*figures) == Decimal(row["gap_closed"])
    assert reward_share(*figures, row["polarity"]) == Decimal(row["share"])


def test_whole_numbers_of_python_and_numpy():
    assert gap_closed(50, np.int64(60), 56) == Decimal("0.6")


def test_the_sum_of_the_worked_example():
    rows = [param.values[0] for param in cases("reward_share")[:8]]
    shares = [reward_share(r["baseline"], r["target"], r["actual"], r["polarity"]) for r in rows]
    assert sum(s * Decimal(r["potential"]) for s, r in zip(shares, rows, strict=True)) == 3_040_000


def test_nothing_to_close_is_none():
    assert gap_closed(5, 5.0, 7) is None


@pytest.mark.parametrize(
    ("figures", "polarity"),
    [
        pytest.param((7, 8, 7.5), "lower", id="TV-PRG-18 lower is better but the target is higher"),
        pytest.param((8, 7, 7.5), "higher", id="higher is better but the target is lower"),
        pytest.param((7, 7, 7), "higher", id="no enhancement"),
        pytest.param((7, 8, 7.5), "neutral", id="neutral"),
        pytest.param((7, 8, 7.5), "range", id="range"),
        pytest.param((7, 8, float("nan")), "higher", id="not a number"),
        pytest.param((7, "infinity", 7.5), "higher", id="not finite"),
        pytest.param((7, "eight", 7.5), "higher", id="a word"),
        pytest.param((7, 8, None), "higher", id="nothing"),
    ],
)
def test_wrong_use_names_what_was_given(figures, polarity):
    with pytest.raises(ValueError, match=r"\d|eight|None|nan|infinity|neutral|range"):
        reward_share(*figures, polarity)


@given(tenths, tenths, tenths)
def test_share_equals_a_slow_exact_count(baseline, target, actual):
    if baseline == target:
        return
    polarity = "higher" if target > baseline else "lower"
    closed = Fraction(actual - baseline) / Fraction(target - baseline)
    share = reward_share(float(baseline), float(target), float(actual), polarity)
    if closed < Fraction(6, 10):
        assert share == 0
    else:
        assert abs(Fraction(share) - min(closed, 1)) < Fraction(1, 10**27)


@given(tenths, tenths, tenths)
def test_the_gap_does_not_depend_on_direction(baseline, target, actual):
    if baseline != target:
        assert gap_closed(baseline, target, actual) == gap_closed(-baseline, -target, -actual)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_stands_for_what_it_prints(number):
    assert exact_decimal(number) == Decimal(repr(number))
    assert float(exact_decimal(number)) == number

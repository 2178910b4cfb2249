from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.rounding import round_half_away
from tests.analysis.spec_tables import cases


@pytest.mark.parametrize("row", cases("rounding"))
def test_shown(row):
    assert str(round_half_away(float(row["value"]), int(row["decimals"]))) == row["shown"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2.5", "3"), ("2.499999999", "2"), ("-2.5", "-3"), ("1E+30", "1" + "0" * 30), ("-0.4", "0")],
)
def test_a_decimal_is_exact_and_gets_no_guard(value, shown):
    assert f"{round_half_away(Decimal(value), 0):f}" == shown


@given(thousandths=st.integers(-(10**9), 10**9), decimals=st.integers(0, 3))
@example(thousandths=1005, decimals=2)
def test_a_number_typed_in_decimals_rounds_as_typed(thousandths, decimals):
    typed = Decimal(thousandths) / 1000
    expected = typed.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    for number in (float(typed), typed):
        rounded = round_half_away(number, decimals)
        assert rounded == expected
        assert not rounded.is_signed() or rounded < 0


@given(value=st.floats(allow_nan=False, allow_infinity=False), decimals=st.integers(0, 6))
def test_never_further_than_half_a_last_place(value, decimals):
    distance = abs(round_half_away(value, decimals) - Decimal(value))
    assert distance <= (Decimal("0.5") + Decimal("1.1e-8")).scaleb(-decimals) + abs(Decimal(value)) * Decimal(
        "1e-27"
    )


@given(value=st.floats(-1e9, 1e9), decimals=st.integers(0, 6))
def test_symmetrical_about_zero(value, decimals):
    assert round_half_away(-value, decimals) == -round_half_away(value, decimals)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, Decimal("NaN")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="cannot be rounded"):
        round_half_away(value, 1)


def test_decimals_below_zero_are_refused():
    with pytest.raises(ValueError, match="-1"):
        round_half_away(12.0, -1)

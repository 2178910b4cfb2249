from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.analysis.funnel import funnel_limits
from indicators.analysis.intervals import proportion_interval, rate_interval

CONFIDENCE = st.sampled_from([0.95, 0.998])


@pytest.mark.parametrize(
    ("denominator", "confidence", "lower", "upper"),
    [
        (1, 0.95, 3.204264, 100),
        (1, 0.998, 0, 100),
        (18, 0.95, 62.390093, 98.894803),
        (45, 0.998, 62.441586, 98.843309),
        (1242, 0.95, 78.445123, 82.839773),
        (110000, 0.998, 80.274317, 81.010578),
    ],
)
def test_proportions_as_the_public_health_package_has_them(denominator, confidence, lower, upper):
    limits = funnel_limits(80.642448, denominator, kind="proportion", multiplier=100, confidence=confidence)
    assert limits == (pytest.approx(lower, abs=2e-6), pytest.approx(upper, abs=2e-6))


@pytest.mark.parametrize(
    ("denominator", "confidence", "side", "limit"),
    [
        (3 * 111970.3773, 0.95, 0, 85.14156661),
        (3 * 88494.9416, 0.95, 1, 107.727438),
        (3 * 119317.6437, 0.998, 0, 79.89877305),
        (3 * 82485.29064, 0.998, 1, 115.5761622),
    ],
)
def test_rates_as_the_public_health_package_has_them(denominator, confidence, side, limit):
    limits = funnel_limits(95.60285106, denominator, kind="rate", multiplier=100_000, confidence=confidence)
    assert limits[side] == pytest.approx(limit, rel=1e-4)  # its funnels are exact throughout


@given(share=st.floats(0.001, 0.999), denominator=st.integers(1, 5000), data=st.data(), confidence=CONFIDENCE)
def test_a_share_is_outside_just_when_its_interval_leaves_out_the_average(
    share, denominator, data, confidence
):
    count = data.draw(st.integers(0, denominator))
    lower, upper = funnel_limits(share, denominator, kind="proportion", confidence=confidence)
    own = proportion_interval(count, denominator, confidence)
    assume(min(abs(limit - share) for limit in own) > 1e-9)
    assert (lower <= count / denominator <= upper) == (own[0] <= share <= own[1])


@given(
    expected=st.floats(0.001, 2000),
    denominator=st.integers(1, 10**6),
    count=st.integers(0, 3000),
    confidence=CONFIDENCE,
)
def test_a_rate_is_outside_just_when_its_interval_leaves_out_the_average(
    expected, denominator, count, confidence
):
    rate = expected / denominator
    lower, upper = funnel_limits(rate, denominator, kind="rate", confidence=confidence)
    own = rate_interval(count, denominator, confidence=confidence)
    assume(count != 10)  # the seam
    assume(min(abs(limit - rate) for limit in own) > 1e-9 * rate)
    assert (lower <= count / denominator <= upper) == (own[0] <= rate <= own[1])


def test_larger_places_are_held_to_narrower_limits():
    widths = [
        upper - lower
        for lower, upper in (
            funnel_limits(40, n, kind="rate", multiplier=1000) for n in (10, 100, 1000, 10_000)
        )
    ]
    assert widths == sorted(widths, reverse=True)


def test_an_average_of_nothing_has_limits_from_nothing():
    assert funnel_limits(0, 100, kind="proportion") == (0, 0)
    assert funnel_limits(0, 100, kind="rate") == (0, 0)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"denominator": 0}, "denominator 0"),
        ({"average": -1}, "count"),
        ({"average": 101}, "average 101 is more than the whole, 100"),
        ({"kind": "mean"}, "mean"),
        ({"confidence": 95}, "95"),
    ],
    ids=["denominator", "negative", "more than all", "kind", "confidence"],
)
def test_wrong_use_says_its_figures(given_, message):
    with pytest.raises(ValueError, match=message):
        funnel_limits(**{"average": 50, "denominator": 10, "kind": "proportion", "multiplier": 100, **given_})

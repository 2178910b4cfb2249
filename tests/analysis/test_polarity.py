from __future__ import annotations

import pytest

from indicators.analysis.polarity import check_polarity, judged


@pytest.mark.parametrize(
    ("polarity", "up", "down"),
    [
        ("higher", "better", "worse"),
        ("lower", "worse", "better"),
        ("neutral", None, None),
        ("range", None, None),
    ],
)
def test_a_movement_is_judged_by_what_is_wanted(polarity, up, down):
    assert (judged(0.1, polarity), judged(-0.1, polarity), judged(0.0, polarity)) == (up, down, None)


def test_an_unknown_polarity_is_wrong_use():
    with pytest.raises(ValueError, match="'up'"):
        check_polarity("up")
    with pytest.raises(ValueError, match="'up'"):
        judged(0.0, "up")

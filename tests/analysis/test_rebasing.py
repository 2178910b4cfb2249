from __future__ import annotations

import pytest

from indicators.analysis.rebasing import rebase_to_offer

LOW = [10, 11, 10, 12, 11, 10, 11, 12]
HELD = [20, 21, 20, 22, 21, 20, 21]


@pytest.mark.parametrize(
    ("values", "index", "probability", "offered"),
    [
        pytest.param(LOW + HELD, 8, 0.95, 8, id="proven and held for seven"),
        pytest.param(LOW + HELD, 8, 0.949, None, id="not proven"),
        pytest.param(LOW + HELD, None, 0.99, None, id="no date"),
        pytest.param(LOW + HELD, 8, None, None, id="no probability"),
        pytest.param(LOW + HELD[:6], 8, 0.99, 6, id="held for six"),
        pytest.param(LOW + HELD[:3] + [None] + HELD[3:], 8, 0.99, 8, id="a hole is passed over"),
        pytest.param([*LOW, *HELD, 9], 8, 0.99, 0, id="lost at the latest figure"),
        pytest.param([*LOW, 20, 21, 9, *HELD], 8, 0.99, 8, id="lost once and held for seven again"),
        pytest.param([*LOW, 20, 21, 9, *HELD[:5]], 8, 0.99, 5, id="lost once and held for five"),
        pytest.param(HELD + LOW, 7, 0.99, 7, id="downwards"),
        pytest.param([None] * 4 + HELD, 4, 0.99, None, id="nothing before"),
        pytest.param(LOW + [10.875] * 9, 8, 0.99, 0, id="on the average is not beyond it"),
    ],
)
def test_new_limits_are_offered_only_for_a_step_that_is_proven_and_held(values, index, probability, offered):
    found = rebase_to_offer(values, index, probability)
    if offered in (None, index):
        assert found == offered
    else:
        assert found.code == "not_sustained"
        assert found.figures == {"held": offered, "needed": 7}


@pytest.mark.parametrize("index", [0, 15, -1])
def test_an_index_outside_the_values_is_refused(index):
    with pytest.raises(ValueError, match="15 values"):
        rebase_to_offer(LOW + HELD, index, 0.99)

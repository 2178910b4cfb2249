from __future__ import annotations

from decimal import Decimal

import pytest

from indicators.assessments.stretch_reward import StretchTarget, reward_of, total
from indicators.model import Reason
from tests.analysis.spec_tables import cases


def stretch(baseline, target, actual, polarity, potential="800000", *, weight="1"):
    figures = (None if figure is None else Decimal(figure) for figure in (baseline, target, actual))
    return StretchTarget("T", *figures, polarity, Decimal(potential), Decimal(weight))


@pytest.mark.parametrize("row", [row for row in cases("reward_share") if row.id.startswith("TV-")])
def test_each_case_of_the_table_earns_its_grant(row):
    found = reward_of(
        stretch(*(row[name] for name in ("baseline", "target", "actual", "polarity", "potential")))
    )
    assert found.earned == found.expected == Decimal(row["grant"])
    assert found.gap_closed == Decimal(row["gap_closed"])


def test_a_weight_takes_its_part_of_the_potential():
    found = reward_of(stretch("40", "50", "47", "higher", weight="0.5"))
    assert (found.target.weighted_potential, found.earned) == (400_000, 280_000)


def test_before_the_end_the_mean_over_what_may_happen_is_expected():
    """Even chances everywhere between the baseline and the target: 0.6 x 0.4, and half of what lies between 0.6 and 1."""
    asked = []

    def evenly(level):
        asked.append(level)
        return float((60 - level) / 10)

    found = reward_of(stretch("50", "60", None, "higher"), evenly)
    assert (found.earned, found.reason) == (None, None)
    assert float(found.expected) == pytest.approx(800_000 * (0.6 * 0.4 + 0.4**2 / 2), rel=1e-6)
    assert min(asked) == 56
    assert max(asked) < 60


def test_where_lower_is_better_the_levels_run_downwards():
    asked = []
    reward_of(stretch("7.0", "5.0", None, "lower"), lambda level: asked.append(level) or 0.0)
    assert asked[0] == Decimal("5.8")
    assert min(asked) > 5


@pytest.mark.parametrize(
    ("outlook", "code"), [(None, "not_measured_yet"), (Reason("too_few_points"), "too_few_points")]
)
def test_without_a_figure_or_a_forecast_there_is_a_reason(outlook, code):
    found = reward_of(stretch("50", "60", None, "higher"), outlook)
    assert (found.reason.code, found.earned, found.expected) == (code, None, None)


@pytest.mark.parametrize(
    ("baseline", "target", "polarity"), [("5", "6", "lower"), ("6", "5", "higher"), ("5", "5", "higher")]
)
def test_a_target_that_is_no_enhancement_is_refused(baseline, target, polarity):
    with pytest.raises(ValueError, match="no enhancement"):
        reward_of(stretch(baseline, target, "5", polarity))


def test_totals_leave_out_what_is_not_known():
    assert total([Decimal(1), None, Decimal(2)]) == 3
    assert total([]) == 0

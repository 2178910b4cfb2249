from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.trajectory_choice import choose_trajectory
from tests.analysis.model_examples import target

LATEST = date(2020, 12, 31)


def _line(set_by, start, due, *, status="agreed"):
    return target(
        5, due, baseline=9, period=f"{start}-01-01/P1Y", set_by=set_by, status=status, code=f"{set_by}-{due}"
    )


NOW = _line("now", 2018, "2022-12-31")
LATER_END = _line("later end", 2018, "2024-12-31")
ENDED = _line("ended", 2012, "2016-12-31")
ENDED_BEFORE = _line("ended before", 2008, "2012-12-31")
FUTURE = _line("future", 2021, "2026-12-31")
FAR_FUTURE = _line("far future", 2023, "2026-12-31")
ILLUSTRATIVE = _line("rule", 2018, "2026-12-31", status="illustrative")
POINT = target(5, "2020-12-31", set_by="point", code="point")
NO_LEVEL = target(
    -25, "2022-12-31", kind="percentage_change_from_baseline", set_by="no level", code="no level"
)


@pytest.mark.parametrize(
    ("targets", "chosen", "others"),
    [
        pytest.param([], None, {}, id="no targets"),
        pytest.param([NO_LEVEL], None, {"no level": "no_baseline"}, id="nothing has a level"),
        pytest.param([NOW], "now", {}, id="one"),
        pytest.param(
            [ENDED, NOW, FUTURE], "now", {"ended": "ended", "future": "not_in_force_yet"}, id="in force"
        ),
        pytest.param(
            [NOW, LATER_END], "later end", {"now": "another_preferred"}, id="of two in force the longer"
        ),
        pytest.param(
            [ENDED_BEFORE, ENDED], "ended", {"ended before": "ended"}, id="else the one that ended last"
        ),
        pytest.param([FUTURE, ENDED], "ended", {"future": "not_in_force_yet"}, id="ended before future"),
        pytest.param(
            [FAR_FUTURE, FUTURE], "future", {"far future": "not_in_force_yet"}, id="else the next to start"
        ),
        pytest.param([ILLUSTRATIVE, ENDED], "ended", {"rule": "another_preferred"}, id="real though ended"),
        pytest.param([ILLUSTRATIVE, POINT], "rule", {"point": "no_baseline"}, id="drawable before real"),
        pytest.param(
            [ILLUSTRATIVE, NO_LEVEL], "rule", {"no level": "no_baseline"}, id="illustrative when no other"
        ),
        pytest.param([POINT, NO_LEVEL], "point", {"no level": "no_baseline"}, id="a point when no line"),
    ],
)
def test_choice(targets, chosen, others):
    found = choose_trajectory(targets, LATEST)
    assert (found.chosen and found.chosen.set_by) == chosen
    assert {other.trajectory.set_by: other.reason.code for other in found.others} == others


def test_without_figures_the_one_that_ends_last_is_taken():
    found = choose_trajectory([ENDED, FUTURE, NOW], None)
    assert found.chosen.set_by == "future"
    assert {other.reason.code for other in found.others} == {"another_preferred"}


def test_one_body_may_set_real_and_illustrative_targets():
    found = choose_trajectory([NOW, _line("now", 2018, "2030-12-31", status="illustrative")], LATEST)
    assert found.chosen.illustrative is False
    assert [other.trajectory.illustrative for other in found.others] == [True]


def test_milestones_of_one_body_are_one_trajectory():
    homes = [target(475, f"{year}-03-31", set_by="city") for year in range(2017, 2022)]
    found = choose_trajectory(homes, date(2019, 3, 31))
    assert found.others == ()
    assert {found.chosen.level_at(date(year, 3, 31)) for year in range(2017, 2022)} == {475}


def test_targets_of_two_places_are_refused():
    with pytest.raises(ValueError, match="areas"):
        choose_trajectory(
            [NOW, target(5, "2020-12-31").__class__(**{**vars(ENDED), "area_code": "E07000178"})], LATEST
        )


@given(st.permutations([NOW, LATER_END, ENDED, ENDED_BEFORE, FUTURE, ILLUSTRATIVE, POINT, NO_LEVEL]))
def test_the_order_of_the_targets_does_not_matter(targets):
    found = choose_trajectory(targets, LATEST)
    assert found.chosen.set_by == "later end"
    assert len(found.others) == 7

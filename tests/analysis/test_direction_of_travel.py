from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.analysis.direction_of_travel import direction_of_travel, largest_unseen
from indicators.rounding import round_half_away
from tests.analysis.model_examples import observation, years
from tests.analysis.spec_tables import cases


def _figures(text):
    for figure in filter(None, text.split(";")):
        period, value, *status = figure.split()
        yield observation(
            period, None if value == "-" else float(value), status=status[0] if status else "final"
        )


@pytest.mark.parametrize("row", cases("direction_of_travel"))
def test_direction(row):
    found = direction_of_travel(
        list(_figures(row["figures"])),
        polarity=row["polarity"],
        dead_band=float(row["dead_band"]),
        breaks=[date.fromisoformat(day) for day in row["breaks"].split()],
    )
    assert found.direction == row["direction"]
    assert found.change == (float(row["change"]) if row["change"] else None)
    assert (found.previous.period if found.previous else "") == row["previous"]
    assert (found.basis or "") == row["basis"]
    assert (found.reason.code if found.reason else "") == row["reason"]
    assert (found.reason is None) == (found.direction != "not_comparable")


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        (30, 25, "improving"),
        (10, 12, "improving"),
        (19, 22, "deteriorating"),
        (18, 21, "changed"),
        (17, 22, "changed"),
    ],
    ids=[
        "nearer from above",
        "nearer from below",
        "leaves the range",
        "moves within it",
        "as far on the other side",
    ],
)
def test_a_wanted_range(before, now, direction):
    assert (
        direction_of_travel(years(2008, before, now), polarity="range", wanted=(18, 21)).direction
        == direction
    )


def test_a_range_that_nobody_stated_has_only_changed():
    assert direction_of_travel(years(2008, 30, 25), polarity="range").direction == "changed"


@pytest.mark.parametrize(
    "wrong",
    [{"dead_band": -1}, {"polarity": "up"}, {"wanted": (3, 2)}],
    ids=["dead band", "polarity", "range"],
)
def test_wrong_use(wrong):
    with pytest.raises(ValueError, match=r"-1|up|3"):
        direction_of_travel(years(2008, 5, 6), **{"polarity": "range", **wrong})


def test_what_is_missing_is_named():
    found = direction_of_travel(years(2007, 5, None, 6), polarity="higher")
    assert found.current.period == "2009-01-01/P1Y"
    assert found.reason.figures == {
        "period": "2009-01-01/P1Y",
        "expected": "2008-01-01/P1Y",
        "nearest": "2007-01-01/P1Y",
    }


@given(
    st.lists(st.integers(-9, 9), min_size=2, max_size=6), st.sampled_from(["higher", "lower"]), st.randoms()
)
def test_the_polarities_mirror_each_other_in_any_order(values, polarity, random):
    figures = years(2000, *values)
    random.shuffle(figures)
    other = {"higher": "lower", "lower": "higher"}[polarity]
    mirrored = {"improving": "deteriorating", "deteriorating": "improving", "no_change": "no_change"}
    found = direction_of_travel(figures, polarity=polarity)
    assert found.change == values[-1] - values[-2]
    assert direction_of_travel(figures, polarity=other).direction == mirrored[found.direction]


@given(ten_thousandths=st.integers(-(10**6), 10**6), decimals=st.integers(0, 4))
@example(ten_thousandths=5000, decimals=0)
@example(ten_thousandths=4999, decimals=0)
@example(ten_thousandths=500, decimals=1)
def test_a_change_is_unseen_exactly_when_it_is_shown_as_nought(ten_thousandths, decimals):
    change = ten_thousandths / 10_000
    assert (abs(change) <= largest_unseen(decimals)) == (round_half_away(change, decimals) == 0)

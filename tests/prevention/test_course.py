"""The share over the years: what is said of its largest change, and what is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from indicators.prevention.course import course

OXFORDSHIRE = [33.310, 36.104, 19.820, 20.473, 18.968, 17.627, 17.976, 19.564, 17.792, 18.057]


def shares(values, first=2015):
    return [
        (first + number, None if value is None else Fraction(str(value)) / 100)
        for number, value in enumerate(values)
    ]


def test_the_fall_of_a_single_year_is_no_more_than_a_step_or_a_recoding():
    found = course(shares(OXFORDSHIRE))
    assert found.years[found.turn] == 2017
    assert found.change == pytest.approx(-16.284)
    assert found.years_before == 2
    assert found.statistics_can_tell is False
    assert found.known.reason.code == "too_few_before"
    assert found.step.strength == "too_early"
    assert found.quiet_since is True


def test_with_years_enough_the_change_is_judged():
    before, after = (
        [30, 31, 30.5, 29.8, 30.2, 30.9, 30.1, 30.4],
        [20, 20.4, 19.7, 20.1, 20.3, 19.9, 20.2, 19.8],
    )
    found = course(shares(before + after))
    assert found.statistics_can_tell is True
    assert found.step.strength == "very_strong"
    assert found.step.index == found.turn == 8


def test_what_goes_on_moving_is_not_called_quiet():
    found = course(shares([30, 31, 20, 20.1, 20, 20.2, 20.1, 20, 26]))
    assert found.turn == 2
    assert found.quiet_since is False


def test_a_missing_year_stays_a_hole_and_makes_no_change():
    found = course(
        [(2010, Fraction(1, 2)), (2012, Fraction(1, 10)), (2013, Fraction(1, 5)), (2014, Fraction(1, 4))]
    )
    assert found.years == (2010, 2011, 2012, 2013, 2014)
    assert found.per_cent[1] is None
    assert found.years[found.turn] == 2013
    assert found.years_before == 2


@pytest.mark.parametrize("values", [[], [20], [20, 30], [20, None, 30, None, 20]], ids=len)
def test_too_few_years_are_a_reason(values):
    found = course(shares(values))
    assert found.reason.code == "too_few_points"
    assert (found.turn, found.change, found.step) == (None, None, None)
    assert (found.years_before, found.statistics_can_tell, found.quiet_since) == (0, False, False)


def test_years_out_of_order_are_refused():
    with pytest.raises(ValueError, match="years are not in order"):
        course([(2012, Fraction(1)), (2011, Fraction(1))])

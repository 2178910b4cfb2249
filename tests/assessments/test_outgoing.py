"""Small counts of people are hidden wherever they leave; what was published is passed on as published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.assessments.outgoing import House, needs_care, outgoing
from indicators.model import Area
from tests.analysis.model_examples import observation

AREAS = [
    Area("COUNTY", "County", "county", None),
    *(Area(code, code, "district", "COUNTY") for code in ("A", "B", "C")),
]


class Measured:
    """As much of an indicator as the decision looks at."""

    def __init__(self, measure_kind, unit):
        self.measure_kind, self.unit = measure_kind, unit


def known(measure_kind="count", unit="people hurt", licence=None, suppressed=()):
    return House({"X": Measured(measure_kind, unit)}, AREAS, {"OWN": licence}, set(suppressed))


def figure(value, area="COUNTY", **changes):
    made = observation("2020-01-01/P1Y", value)
    return replace(
        made, **{"indicator_code": "X", "area_code": area, "source_key": "OWN", "source": "a file"} | changes
    )


def values(rows):
    return [row.value for row in rows]


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, 0), (1, None), (7, None), (7.4, None), (8, 10), (12, 10), (13, 15), (366, 365), (None, None)],
)
def test_a_count_of_people_that_nobody_published(count, shown):
    (row,) = outgoing([figure(count, lower=1, upper=20)], known())
    assert row.value == shown
    assert (row.lower, row.upper) == ((None, None) if count is not None else (1, 20))
    assert (row.status == "suppressed") == (count is not None and shown is None)


@pytest.mark.parametrize(
    ("row", "house"),
    [
        pytest.param(figure(3), known(licence="Open Government Licence v3.0"), id="terms of reuse"),
        pytest.param(figure(3, source="https://example.org/figures"), known(), id="read on the web"),
        pytest.param(figure(3), known(unit="collisions"), id="things"),
        pytest.param(figure(3), known("score", "points"), id="no count"),
        pytest.param(figure(3), known("percentage", "per cent"), id="neither numerator nor denominator"),
        pytest.param(
            figure(3, denominator=9), known("score", "points"), id="a denominator that makes no count"
        ),
        pytest.param(figure(3, denominator=9), known("rate", "visits a head"), id="nobody says per how many"),
        pytest.param(figure(None, denominator=9), known("percentage", "per cent"), id="no value"),
    ],
)
def test_what_is_passed_on_as_it_is(row, house):
    assert outgoing([row], house) == [row]
    assert not needs_care([row], house)


def test_a_share_is_hidden_with_its_numerator():
    small = figure(0.4, numerator=4, denominator=1000)
    large = figure(3.2, "A", numerator=32, denominator=1001)
    hidden, shown = outgoing([small, large], known("percentage", "per cent"))
    assert (hidden.value, hidden.numerator, hidden.denominator, hidden.status) == (
        None,
        None,
        None,
        "suppressed",
    )
    assert (shown.value, shown.numerator, shown.denominator) == (3.2, 30, 1000)


@pytest.mark.parametrize(
    ("measure_kind", "unit", "value", "denominator", "shown"),
    [
        pytest.param("percentage", "per cent of pupils", 33.3, 9, None, id="3 of 9"),
        pytest.param("percentage", "per cent of pupils", 0.7, 1000, None, id="7 of 1,000"),
        pytest.param("percentage", "per cent of pupils", 0.8, 1001, (0.8, None, 1000), id="8 of 1,001"),
        pytest.param("percentage", "per cent of pupils", 0, 9, (0, None, 10), id="none"),
        pytest.param("rate", "deaths per 1,000 live births", 2, 1500, None, id="3 by a rate"),
        pytest.param("rate", "deaths per 1,000 live births", 6, 1502, (6, None, 1500), id="9 by a rate"),
        pytest.param("rate", "starts per 100,000 (a year)", 2, 150_000, None, id="3 by another rate"),
    ],
)
def test_a_share_is_hidden_with_the_count_that_its_denominator_makes(
    measure_kind, unit, value, denominator, shown
):
    row = figure(value, denominator=denominator)
    house = known(measure_kind, unit)
    assert needs_care([row], house)
    (left,) = outgoing([row], house)
    assert (left.value, left.numerator, left.denominator) == (shown or (None, None, None))
    assert (left.status == "suppressed") == (shown is None)


def test_one_hidden_place_takes_the_smallest_other_with_it():
    rows = [figure(100), figure(3, "A"), figure(40, "B"), figure(57, "C")]
    assert values(outgoing(rows, known())) == [100, None, None, 55]


def test_two_hidden_places_protect_each_other():
    rows = [figure(100), figure(3, "A"), figure(4, "B"), figure(93, "C")]
    assert values(outgoing(rows, known())) == [100, None, None, 95]


def test_a_place_without_a_figure_protects_already():
    rows = [figure(100), figure(3, "A"), figure(40, "B")]
    assert values(outgoing(rows, known())) == [100, None, 40]


def test_what_is_marked_as_suppressed_by_now_is_given_at_no_moment():
    row = figure(50, source="https://example.org")
    house = known(suppressed=[("X", "COUNTY", row.period)])
    assert needs_care([row], house)
    (hidden,) = outgoing([row], house)
    assert (hidden.value, hidden.status) == (None, "suppressed")

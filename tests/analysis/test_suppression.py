from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.suppression import (
    hides_average,
    hides_percentage,
    hides_rate,
    suppress_count,
    suppress_table,
)
from tests.analysis.spec_tables import cases

RULES = ("hospital", "higher_education")


def shown(published):
    return published.hidden or str(published.value)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("row", cases("suppression_counts"))
def test_count(row, rule):
    published = suppress_count(float(row["count"]), rule=rule)
    assert shown(published) == {"hidden": "small"}.get(row[rule], row[rule])


@pytest.mark.parametrize("row", cases("suppression_tables"))
def test_table(row):
    table = suppress_table([int(count) for count in row["cells"].split()])
    assert [shown(cell) for cell in table.cells] == row["cells shown"].split()
    assert shown(table.total) == row["total shown"]


@given(cells=st.lists(st.integers(0, 60), max_size=8))
def test_no_hidden_cell_stands_alone_beside_a_total(cells):
    table = suppress_table(cells)
    hidden = sum(cell.hidden is not None for cell in table.cells)
    assert table.total.hidden or hidden != 1
    assert all((cell.value is None) == (cell.hidden is not None) for cell in table.cells)
    for count, cell in zip(cells, table.cells, strict=True):
        assert cell.hidden if 1 <= count <= 7 else cell.hidden in (None, "secondary")
        assert cell.value is None or (cell.value % 5 == 0 and abs(cell.value - count) <= 2)


@given(cells=st.lists(st.integers(0, 60), max_size=8))
def test_the_rounding_rule_hides_no_count(cells):
    table = suppress_table(cells, rule="higher_education")
    assert not table.total.hidden
    assert not any(cell.hidden for cell in table.cells)


@pytest.mark.parametrize(("numerator", "hidden"), [(0, False), (1, True), (7, True), (8, False)])
def test_a_rate_is_hidden_with_its_numerator(numerator, hidden):
    assert hides_rate(numerator) == hidden
    assert not hides_rate(numerator, rule="higher_education")


@pytest.mark.parametrize(
    ("people", "percentage", "average"),
    [(7, True, True), (8, True, False), (22, True, False), (22.5, False, False)],
)
def test_percentages_and_averages_of_few_people(people, percentage, average):
    assert hides_percentage(people) == percentage
    assert hides_average(people) == average


@pytest.mark.parametrize("count", [-1, -0.5, math.nan, math.inf])
def test_what_is_no_count_is_refused(count):
    with pytest.raises(ValueError, match="is not a count"):
        suppress_count(count)


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="school"):
        suppress_table([1], rule="school")

"""A figure in another unit than its indicator's is refused; an indicator whose unit changes is remarked on."""

from __future__ import annotations

import pytest

from tests.submissions.submission_samples import (
    INDICATORS,
    TODAY,
    check_in,
    found,
    observations,
    put,
    registers,
)

MONEY = INDICATORS + "PAY,Pay,T,pounds a week,2,higher,annual,P1Y,money,a publisher,a title,a page,TEST\n"
WRITTEN = {
    "a percentage with its sign": ({"value": "77.5%"}, []),
    "a percentage in pounds": ({"value": "£77.5"}, [(2, "value", "unit_differs")]),
    "a count with a per cent sign": ({"indicator_code": "KSI-CAS", "period": "Q1 2008/09", "value": "12%"}, [(2, "value", "unit_differs")]),
    "a count in pounds": ({"indicator_code": "KSI-CAS", "period": "Q1 2008/09", "value": "£1,200"}, [(2, "value", "unit_differs")]),
    "money with its sign": ({"indicator_code": "PAY", "value": "£512.40"}, []),
    "money as a percentage": ({"indicator_code": "PAY", "value": "3%"}, [(2, "value", "unit_differs")]),
    "no sign": ({"value": "77.5"}, []),
    "a sign in a row of no indicator": ({"indicator_code": "PAX", "value": "£5"}, [(2, "indicator_code", "unknown_reference")]),
}  # fmt: skip


@pytest.fixture(scope="module")
def work():
    with registers() as opened:
        put(opened, "indicator", MONEY.encode())
        yield opened


@pytest.mark.parametrize("name", WRITTEN)
def test_the_sign_of_a_figure_is_that_of_its_indicator(work, name):
    cells, expected = WRITTEN[name]
    checked = check_in(work, "observation", observations(cells), "x.csv", today=TODAY)
    assert found(checked) == expected
    if expected == [(2, "value", "unit_differs")]:
        [finding] = checked.findings
        assert finding.severity == "error"
        assert finding.figures["sign"] in cells["value"]


CHANGED = {
    "its unit": ("per cent", "per thousand", "unit"),
    "its kind": ("percentage", "rate", "measure_kind"),
    "the length of its periods": ("P1Y,percentage", "P3Y,percentage", "period_length"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_an_indicator_that_comes_to_mean_something_else_is_remarked_on_while_it_has_figures(name):
    was, now, column = CHANGED[name]
    revised = INDICATORS.replace(was, now, 1).encode()
    with registers() as own:
        assert found(check_in(own, "indicator", revised, "x.csv", today=TODAY)) == []
        put(own, "observation", observations({}, {"period": "2009"}))
        checked = check_in(own, "indicator", revised, "x.csv", today=TODAY)
        assert not checked.is_refused
        assert found(checked) == [(2, column, "meaning_changed")]
        assert checked.findings[0].figures["figures"] == 2
        assert found(check_in(own, "indicator", INDICATORS.encode(), "x.csv", today=TODAY)) == []

"""What is asked of figures beyond their declaration: ratio, limits, period, and the series that they continue."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from indicators.submissions.checking import check_in
from tests.submissions.submission_samples import TODAY, found, observations, put, registers

COLUMNS = ("numerator", "denominator", "lower", "upper")
CASUALTIES = {"indicator_code": "KSI-CAS", "period": "2008/09 Q1"}
SERIES = (70.0, 71, 72, 73, 74, 75, 76, 77, 78)  # median 74, median absolute deviation 2

ALONE = {
    "numerator and denominator make the value": (
        {"value": "37.5", "numerator": "75", "denominator": "200"},
        [],
    ),
    "to the decimals written": ({"value": "67", "numerator": "200", "denominator": "300"}, []),
    "with thousands and a per cent sign": (
        {"value": "75%", "numerator": "1,500", "denominator": "2,000"},
        [],
    ),
    "off by more than the decimals written": (
        {"value": "66.6", "numerator": "200", "denominator": "300"},
        [("ratio_mismatch", "warning")],
    ),
    "a share instead of a percentage": (
        {"value": "0.75", "numerator": "150", "denominator": "200"},
        [("ratio_mismatch", "error")],
    ),
    "per thousand instead of a percentage": (
        {"value": "75", "numerator": "15", "denominator": "200"},
        [("ratio_mismatch", "error")],
    ),
    "something over nothing": (
        {"numerator": "5", "denominator": "0"},
        [("denominator_zero", "error")],
    ),
    "nothing over nothing is no percentage either": (
        {"numerator": "0", "denominator": "0"},
        [("denominator_zero", "error")],
    ),
    "nothing over nothing, and no figure": (
        {"value": "", "status": "not collected", "numerator": "0", "denominator": "0"},
        [],
    ),
    "something over nothing, and no figure": (
        {"value": "", "status": "not collected", "numerator": "5", "denominator": "0"},
        [("denominator_zero", "error")],
    ),
    "a denominator of nought alone": ({"denominator": "0"}, []),
    "a denominator alone": ({"denominator": "200"}, []),
    "a numerator alone": ({"numerator": "150"}, [("numerator_alone", "warning")]),
    "a count has its numerator alone": (CASUALTIES | {"value": "5", "numerator": "5"}, []),
    "a count has no denominator": (CASUALTIES | {"value": "5", "numerator": "5", "denominator": "0"}, []),
    "nothing over something": ({"numerator": "0", "denominator": "200"}, [("ratio_mismatch", "warning")]),
    "a count is no ratio": (CASUALTIES | {"value": "5", "numerator": "1", "denominator": "9"}, []),
    "a percentage of a hundred": ({"value": "100"}, []),
    "a percentage above a hundred": ({"value": "100.1"}, [("impossible_percentage", "error")]),
    "a negative percentage": ({"value": "(5)"}, [("impossible_percentage", "error")]),
    "a count may be above a hundred": (CASUALTIES | {"value": "544"}, []),
    "a count of nobody": (CASUALTIES | {"value": "0"}, []),
    "a count below nought may be a net one": (
        CASUALTIES | {"value": "(45)"},
        [("negative_count", "warning")],
    ),
    "a fraction of a count": (CASUALTIES | {"value": "1.5"}, [("fraction_of_count", "warning")]),
    "a fraction of a count below nought": (
        CASUALTIES | {"value": "-1.5"},
        [("fraction_of_count", "warning"), ("negative_count", "warning")],
    ),
    "a whole number with decimals": (CASUALTIES | {"value": "45.0"}, []),
    "an estimated count": (CASUALTIES | {"value": "1.5", "status": "estimated"}, []),
    "an average of counts": (CASUALTIES | {"value": "1.5", "status": "baseline average"}, []),
    "a percentage with decimals is no count": ({"value": "7.5"}, []),
    "limits round the value": ({"value": "75", "lower": "74", "upper": "76"}, []),
    "limits that touch the value": ({"value": "75", "lower": "75", "upper": "75"}, []),
    "below its lower limit": ({"value": "75", "lower": "75.1"}, [("limits_not_around_value", "error")]),
    "above its upper limit": ({"value": "75", "upper": "74.9"}, [("limits_not_around_value", "error")]),
    "limits the wrong way round": (
        {"value": "", "status": "suppressed", "lower": "76", "upper": "74"},
        [("limits_not_around_value", "error")],
    ),
    "a period that ends today": ({"period": "2025-11-22/P1Y"}, []),
    "a year that is not over": ({"period": "2026"}, [("unfinished_period", "warning")]),
    "a year that is not over, given as an estimate": ({"period": "2026", "status": "estimated"}, []),
    "a year that has not begun": ({"period": "2027"}, [("future_period", "error")]),
    "three years where one is usual": ({"period": "2001-03"}, [("unusual_period_length", "warning")]),
    "a year where quarters are usual": (
        CASUALTIES | {"period": "2008", "value": "77"},
        [("unusual_period_length", "warning")],
    ),
    "no value and no word why": ({"value": ""}, [("value_missing", "warning")]),
    "no value and a word why": ({"value": "", "status": "not collected"}, []),
    "a value that the status denies": ({"status": "not collected"}, [("value_though_withheld", "error")]),
    "an unreadable value is not a missing one": ({"value": "abc"}, [("not_a_number", "error")]),
}
IN_A_SERIES = {
    "six deviations are no outlier": ({"value": "86"}, []),
    "more than six deviations": ({"value": "86.1"}, [("outlier", "warning")]),
    "a hundredth of the series": ({"value": "0.74"}, [("wrong_scale", "warning")]),
    "a thousandth of the series": ({"value": "0.08"}, [("wrong_scale", "warning")]),
    "a seventieth is no slip of the decimal point": ({"value": "1.2"}, [("outlier", "warning")]),
    "another length of period is another series": (
        {"period": "2001-03", "value": "0.74"},
        [("unusual_period_length", "warning")],
    ),
    "the same figure again": ({"period": "1994", "value": "74.00"}, []),
    "another figure for a stored period": ({"period": "1994", "value": "75"}, [("revision", "warning")]),
    "a stored figure withheld": (
        {"period": "1994", "value": "*", "status": "suppressed"},
        [("revision", "warning")],
    ),
    "an unreadable figure for a stored period": (
        {"period": "1994", "value": "abc"},
        [("not_a_number", "error")],
    ),
}
ROWS = {**ALONE, **IN_A_SERIES}
PLACES = {name: f"X{number:08}" for number, name in enumerate(ROWS)}


def series(area, values):
    return [
        {"area_code": area, "period": str(1990 + n), "value": str(value)} for n, value in enumerate(values)
    ]


@contextmanager
def places():
    with registers() as opened:
        areas = "".join(f"{code},a place,district,,1,a page,TEST\n" for code in PLACES.values())
        put(opened, "area", f"area_code,name,kind,parent_code,position,source,source_key\n{areas}".encode())
        yield opened


@pytest.fixture(scope="module")
def findings():
    """What is found in one file that has every row of the table, each for a place of its own."""
    with places() as work:
        stored = [row for name in IN_A_SERIES for row in series(PLACES[name], SERIES)]
        put(work, "observation", observations(*stored))
        rows = [{"area_code": PLACES[name], **cells} for name, (cells, _) in ROWS.items()]
        checked = check(work, *rows)
        assert len(found(checked)) == sum(len(expected) for _, expected in ROWS.values())
        return checked.findings


def check(work, *rows):
    return check_in(work, "observation", observations(*rows, columns=COLUMNS), "x.csv", today=TODAY)


@pytest.mark.parametrize("name", ROWS)
def test_a_figure_is_found_or_let_pass(findings, name):
    line = 2 + list(ROWS).index(name)
    assert [(each.rule, each.severity) for each in findings if each.line == line] == ROWS[name][1]


FIGURES = {
    "denominator_zero": ({"numerator": "5", "denominator": "0"}, {"numerator": 5.0, "denominator": 0.0}),
    "numerator_alone": ({"numerator": "5"}, {"numerator": 5.0, "denominator": None}),
    "ratio_mismatch": (
        {"value": "60", "numerator": "1", "denominator": "4"},
        {"expected": 25.0, "numerator": 1.0, "denominator": 4.0},
    ),
    "limits_not_around_value": ({"lower": "80", "upper": "81"}, {"lower": 80.0, "upper": 81.0}),
    "future_period": ({"period": "2030"}, {"first_day": "2030-01-01"}),
    "unfinished_period": ({"period": "2026"}, {"last_day": "2026-12-31"}),
    "unusual_period_length": ({"period": "2001-03"}, {"length": "P3Y", "usual": "P1Y"}),
    "value_missing": ({"value": ""}, {"status": "final"}),
    "value_though_withheld": ({"status": "suppressed"}, {"status": "suppressed"}),
    "wrong_scale": (
        {"period": "2001", "value": "0.74"},
        {"median": 74.0, "mad": 2.0, "points": 9, "factor": 0.01},
    ),
    "outlier": ({"period": "2002", "value": "99"}, {"median": 74.0, "mad": 2.0, "points": 9}),
    "revision": ({"period": "1990", "value": "70.5"}, {"old": 70.0, "new": 70.5}),
}


def test_a_finding_shows_the_cell_as_it_is_written(work):
    cells = {
        "value": "7.50",
        "numerator": "1,500",
        "denominator": "0.00",
        "area_code": PLACES["a count of nobody"],
    }
    [finding] = check(work, cells).findings
    assert (finding.column, finding.value) == ("denominator", "0.00")


@pytest.fixture(scope="module")
def work():
    with places() as opened:
        put(opened, "observation", observations(*series("E10000025", SERIES)))
        yield opened


def test_a_finding_tells_its_figures(work):
    areas = dict(zip(FIGURES, PLACES.values(), strict=False))
    alone = ("wrong_scale", "outlier", "revision")
    rows = [
        {**cells, "area_code": "E10000025" if rule in alone else areas[rule]}
        for rule, (cells, _) in FIGURES.items()
    ]
    found_by_rule = {each.rule: each.figures for each in check(work, *rows).findings}
    assert found_by_rule == {rule: figures for rule, (_, figures) in FIGURES.items()}


def test_a_short_or_steady_series_has_no_outliers():
    with registers() as opened:
        stored = [*series("E10000025", [70] * 9), *series("E07000178", range(70, 77))]
        put(opened, "observation", observations(*stored))
        assert found(check(opened, {"value": "95"}, {"value": "95", "area_code": "E07000178"})) == []


def test_doubtful_figures_do_not_count_for_the_series():
    doubtful = {"period": "1998", "value": "7", "status": "doubtful"}
    with registers() as opened:
        put(opened, "observation", observations(*series("E10000025", range(70, 77)), doubtful))
        assert found(check(opened, {"value": "95"})) == [], (
            "seven points are too few, and the eighth does not count"
        )


def test_nothing_is_asked_of_a_row_that_is_to_be_removed(work):
    raw = observations({"period": "2030", "value": "150", "remove": "yes"}, columns=("remove",))
    assert found(check_in(work, "observation", raw, "x", today=TODAY)) == [(2, "remove", "nothing_to_remove")]

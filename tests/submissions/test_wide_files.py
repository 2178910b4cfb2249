"""A table with periods as columns is read as one row a figure, and what is found is told of the line and the column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.submissions.checking import check_in
from indicators.submissions.reading import read
from tests.submissions.submission_samples import (
    OBSERVATION,
    TODAY,
    cell,
    found,
    observations,
    put,
    registers,
    sheet,
    text,
    workbook,
)

SERIES = ("indicator_code", "area_code", "status", "source", "source_key")
QUARTERS = ("Q1 2008/09", "2008/09 Q2", "2008-09 Quarter 3")


@pytest.fixture(scope="module")
def work():
    with registers() as opened:
        yield opened


def line(*cells, code="KSI-CAS", status="final"):
    return [code, "E10000025", status, "a page", "TEST", *cells]


def wide(*lines, headings=QUARTERS, series=SERIES):
    return text(*lines, headings=(*series, *headings)).encode()


def checked(work, raw, name="wide.csv"):
    return check_in(work, "observation", raw, name, today=TODAY, changes=100)


def kept(checked):
    rows = checked.rows.decode().splitlines()[1:]
    return [tuple(row.split(",")[:4]) for row in rows]


def test_each_filled_cell_is_a_figure(work):
    result = checked(work, wide(line("45", "", "52"), line("", "1,051".replace(",", ""), "")))
    assert not result.is_refused
    assert kept(result) == [
        ("KSI-CAS", "E10000025", "2008-04-01/P3M", "45"),
        ("KSI-CAS", "E10000025", "2008-10-01/P3M", "52"),
        ("KSI-CAS", "E10000025", "2008-07-01/P3M", "1051"),
    ]
    assert result.reading.form == "wide"
    told = result.findings[0]
    assert (told.rule, told.severity, told.figures["periods"]) == ("read_as_wide", "warning", 3)
    assert (told.figures["first"], told.figures["last"]) == ("Q1 2008/09", "Q3 2008/09")


def test_long_and_wide_give_the_same_rows(work):
    values = {"2006": "72.5", "2007": "73.1", "2008": "74"}
    long = observations(*({"period": period, "value": value} for period, value in values.items()))
    as_wide = wide(line(*values.values(), code="EMP-RATE"), headings=tuple(values))
    assert checked(work, as_wide).rows == checked(work, long).rows


def test_findings_tell_the_line_and_the_heading(work):
    raw = wide(line("45", "about 50", "52"), line("40", "", ""), line("1", "", "", code="KSI-CAZ"))
    assert found(checked(work, raw))[1:] == [
        (2, "2008/09 Q2", "not_a_number"),
        (3, "Q1 2008/09", "duplicate_key"),
        (4, "indicator_code", "unknown_reference"),
    ]
    duplicate = next(each for each in checked(work, raw).findings if each.rule == "duplicate_key")
    assert duplicate.figures == {
        "first_line": 2,
        "differ": [{"column": "value", "first": "45", "now": "40"}],
    }


def test_what_concerns_a_line_is_told_once(work):
    raw = wide(line("45", "46", "52", code="KSI-CAZ", status="finished"))
    assert found(checked(work, raw))[1:] == [
        (2, "indicator_code", "unknown_reference"),
        (2, "status", "not_a_choice"),
    ]


def test_a_change_is_told_of_its_line(work):
    with registers() as own:
        put(
            own,
            "observation",
            observations({"indicator_code": "KSI-CAS", "period": "Q1 2008/09", "value": "45"}),
        )
        result = checked(own, wide(line("", "", "52"), line("44", "", "")))
    assert [(each.line, each.kind, each.key[2]) for each in result.preview.changes] == [
        (3, "revised", "2008-04-01/P3M"),
        (2, "added", "2008-10-01/P3M"),
    ]


def test_marks_in_cells_mean_what_they_mean_in_rows(work):
    result = checked(work, wide(line("*", "n/a", "1.2k")))
    assert [row[3] for row in kept(result)] == ["", "", "1200"]
    assert (2, "2008/09 Q2", "value_missing") in found(result)


REFUSED = {
    "a month and two digits": (("Jun-08", "Sep-08"), SERIES, [("Jun-08", "not_a_period"), ("Sep-08", "not_a_period")]),
    "a quarter of no year": (("Q1 2008/09", "Q2"), SERIES, [("Q2", "not_a_period")]),
    "the same quarter twice": (("Q1 2008/09", "2008/09 Q1"), SERIES, [("2008/09 Q1", "repeated_period")]),
    "the same heading twice": (("Q1 2008/09", "Q1 2008/09"), SERIES, [("Q1 2008/09", "repeated_period")]),
    "a value beside periods": (("Q1 2008/09", "value"), SERIES, [("value", "mixed_layout")]),
    "a numerator beside periods": (("Q1 2008/09", "numerator"), SERIES, [("numerator", "mixed_layout")]),
    "a removal beside periods": (("Q1 2008/09", "remove"), SERIES, [("remove", "mixed_layout")]),
    "no area": (("Q1 2008/09", "Q2 2008/09"), SERIES[:1] + SERIES[2:] + ("note",), [("area_code", "missing_column")]),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_headings_that_could_mean_two_things_are_refused_before_the_rows(work, name):
    headings, series, expected = REFUSED[name]
    result = checked(work, text(["x"] * 7, headings=(*series, *headings)).encode())
    assert result.is_refused
    errors = [(each.column, each.rule) for each in result.findings if each.severity == "error"]
    assert found(result)
    assert errors == expected


def test_a_table_with_a_column_of_periods_is_long_whatever_else_it_is_headed(work):
    raw = text([*line("2008", "45"), "7"], headings=(*SERIES, "period", "value", "2009")).encode()
    assert checked(work, raw).reading.form == "long"
    assert (1, "2009", "unknown_column") in found(checked(work, raw))


def test_a_table_with_nothing_in_its_cells_has_no_rows(work):
    assert (1, None, "no_rows") in found(checked(work, wide(line("", "", ""))))


def test_a_ragged_line_is_told_with_its_own_number(work):
    assert (3, None, "row_too_short") in found(checked(work, wide(line("1", "2", "3"), line("1")[:6])))


def test_very_many_cells_are_refused(work, monkeypatch):
    monkeypatch.setattr("indicators.submissions.wide.WIDE_CELLS_MOST", 4)
    result = checked(work, wide(line("1", "2", "3"), line("1", "2", "3")))
    assert (3, None, "too_many_cells") in found(result)


def test_a_workbook_may_be_wide_and_its_broken_cells_are_named(work):
    rows = [[*SERIES, "Q1 2008/09", "Q2 2008/09"], line(45, cell("<v>#N/A</v>", t="e"))]
    result = checked(work, workbook(sheet(rows)), "wide.xlsx")
    assert found(result)[1:] == [(2, "Q2 2008/09", "spreadsheet_error")]
    rows = [[*SERIES, "Q1 2008/09", "Q2 2008/09"], line(45, 52)]
    assert [row[3] for row in kept(checked(work, workbook(sheet(rows)), "wide.xlsx"))] == ["45", "52"]


def test_a_large_wide_file_is_read_line_by_line_alike(work, monkeypatch):
    raw = wide(line("45", "46", "47"), line("45", "", "", code="KSI-CAZ"))
    small = checked(work, raw)
    monkeypatch.setattr("indicators.submissions.reading.BULK_BYTES_LEAST", 10)
    assert read(raw, "wide.csv", OBSERVATION).is_large
    assert checked(work, raw).findings == small.findings


@settings(deadline=None, max_examples=10)
@given(
    table=st.dictionaries(
        st.sampled_from(["EMP-RATE", "KSI-CAS"]),
        st.lists(st.one_of(st.none(), st.integers(0, 99)), min_size=3, max_size=3).filter(any),
        min_size=1,
    )
)
def test_any_wide_table_is_the_long_one_with_its_empty_cells_left_out(work, table):
    as_wide = wide(
        *(line(*("" if v is None else str(v) for v in row), code=code) for code, row in table.items())
    )
    as_long = observations(
        *(
            {"indicator_code": code, "period": period, "value": str(value)}
            for code, row in table.items()
            for period, value in zip(QUARTERS, row, strict=True)
            if value is not None
        )
    )
    assert checked(work, as_wide).rows == checked(work, as_long).rows

"""Workbooks are read as a person sees their cells; what cannot be seen is said."""

from __future__ import annotations

import pytest

from indicators.submissions.reading import read
from tests.submissions.submission_samples import (
    HEADINGS,
    OBSERVATION,
    cell,
    observation,
    sheet,
    styles,
    workbook,
)

PERCENT = styles("0.0%", "yyyy-mm-dd", '0.0" % of all"', "hh:mm", "[h]:mm")
AS_PERCENTAGE, AS_DATE, WITH_WORDS, AS_TIME, AS_HOURS = "1", "2", "3", "4", "5"


def read_rows(rows, **more):
    return read(workbook(sheet([HEADINGS, *rows]), **more), "figures.xlsx", OBSERVATION)


SHOWN = {
    "a whole number has no point": (45, "45"),
    "a fraction has the fifteen digits that a spreadsheet keeps": (12.300000000000001, "12.3"),
    "a small fraction is written out": (0.0000123, "0.0000123"),
    "a large number is written out": (1.5e12, "1500000000000"),
    "a percentage is what is shown": (cell("<v>0.125</v>", s=AS_PERCENTAGE), "12.5%"),
    "a percentage to all its digits": (cell("<v>0.12487</v>", s=AS_PERCENTAGE), "12.487%"),
    "a per cent sign in quotes is only a word": (cell("<v>0.125</v>", s=WITH_WORDS), "0.125"),
    "a date": (cell("<v>39629</v>", s=AS_DATE), "2008-06-30"),
    "a moment of a day": (cell("<v>39629.5</v>", s=AS_DATE), "2008-06-30T12:00:00"),
    "a time of the day": (cell("<v>0.5</v>", s=AS_TIME), "12:00:00"),
    "hours": (cell("<v>1.5</v>", s=AS_HOURS), "1 day, 12:00:00"),
    "a percentage without a value": (cell("<v></v>", s=AS_PERCENTAGE), ""),
    "true": (cell("<v>1</v>", t="b"), "TRUE"),
    "a shared text": (cell("<v>0</v>", t="s"), "a shared text"),
    "the result of a formula": (cell("<f>40+5</f><v>45</v>"), "45"),
    "an empty cell": (None, ""),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_cell_is_read_as_it_is_shown(name):
    value, expected = SHOWN[name]
    reading = read_rows([observation(value=value)], style=PERCENT, shared=["a shared text"])
    assert reading.findings == ()
    assert reading.rows[0][1][3] == expected


def test_the_built_in_percentage_format_counts_too():
    built_in = styles().replace("</cellXfs>", '<xf numFmtId="9"/></cellXfs>')
    reading = read_rows([observation(value=cell("<v>0.5</v>", s="1"))], style=built_in)
    assert reading.rows[0][1][3] == "50%"


def test_a_formula_that_was_never_calculated_and_an_error_value_are_found():
    rows = [observation(value=cell("<f>1+1</f>")), observation(value=cell("<v>#N/A</v>", t="e"))]
    found = [(each.rule, each.severity, each.line, each.column) for each in read_rows(rows).findings]
    assert found == [
        ("spreadsheet_error", "error", 3, "value"),
        ("formula_not_calculated", "error", 2, "value"),
    ]


def test_such_cells_in_columns_that_mean_nothing_here_are_left_alone():
    book = workbook(sheet([[*HEADINGS, "Change"], [*observation(), cell("<f>1+1</f>")]]))
    assert [finding.rule for finding in read(book, "x.xlsx", OBSERVATION).findings] == ["unknown_column"]


def test_rows_and_columns_before_the_table_do_not_shift_it():
    lines = [[None, None, cell] for cell in ("Oxfordshire", "Figures of the quarter")]
    table = [[None, None, *HEADINGS], [None, None, *observation(value=cell("<v>0.5</v>", s=AS_PERCENTAGE))]]
    reading = read(workbook(sheet([*lines, *table], first_row=3), style=PERCENT), "x.xlsx", OBSERVATION)
    assert reading.header_line == 5
    assert reading.rows == ((6, ("", "", *observation(value="50%"))),)


def test_the_first_visible_sheet_with_the_headings_is_read_and_the_others_are_named():
    notes, table = sheet([["Read me"], ["first"]]), sheet([HEADINGS, observation()])
    sheets = [sheet([]), notes, table, table, table]
    book = workbook(*sheets, names=["Empty", "Notes", "Old", "Q1", "Q2"], hidden=["Old"])
    reading = read(book, "x.xlsx", OBSERVATION)
    assert (reading.sheet, len(reading.rows)) == ("Q1", 1)
    assert [(each.rule, each.severity, each.figures["sheets"]) for each in reading.findings] == [
        ("other_sheets", "warning", ("Empty", "Notes", "Q2"))
    ]


def test_a_workbook_without_the_headings_is_refused():
    reading = read(workbook(sheet([["a", "b"], ["1", "2"]])), "x.xlsx", OBSERVATION)
    assert [finding.rule for finding in reading.findings] == ["no_header"]


def test_names_of_elements_may_have_a_prefix():
    prefixed = sheet([HEADINGS, observation(value=cell("<f>1+1</f>"))])
    prefixed = prefixed.replace("xmlns=", "xmlns:x=").replace("<", "<x:").replace("<x:/", "</x:")
    reading = read(workbook(prefixed), "x.xlsx", OBSERVATION)
    assert [finding.rule for finding in reading.findings] == ["formula_not_calculated"]
    assert reading.rows[0][1][0] == "EMP-RATE"


def test_cells_without_a_reference_follow_one_another():
    bare = sheet([HEADINGS, observation(value=cell("<v>0.5</v>", s=AS_PERCENTAGE))])
    for letter in "ABCDEFG":
        bare = bare.replace(f' r="{letter}2"', "")
    reading = read(workbook(bare, style=PERCENT), "x.xlsx", OBSERVATION)
    assert reading.rows == ((2, tuple(observation(value="50%"))),)


def test_a_percentage_without_a_value_beyond_the_last_cell_is_no_cell():
    rows = [[*observation(), cell("<v></v>", s=AS_PERCENTAGE)]]
    reading = read_rows(rows, style=PERCENT)
    assert reading.rows == ((2, tuple(observation())),)

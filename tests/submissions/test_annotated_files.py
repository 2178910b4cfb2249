"""The sender's own file comes back with what was found beside each line, and does no harm when it is opened."""

from __future__ import annotations

import csv
import io

import pytest

from indicators.submissions.annotated import annotated, harmless
from indicators.submissions.checking import check_in
from indicators.submissions.reading import read
from tests.submissions.submission_samples import (
    HEADINGS,
    OBSERVATION,
    TODAY,
    cell,
    observation,
    registers,
    sheet,
    text,
    workbook,
)


@pytest.fixture(scope="module")
def work():
    with registers() as opened:
        yield opened


def returned(work, raw, delimiter=","):
    checked = check_in(work, "observation", raw, "x.csv", today=TODAY)
    back = annotated(
        raw,
        checked.reading,
        checked.findings,
        heading="Findings",
        sentence=lambda each: f"{each.column}: {each.rule}",
    )
    return list(csv.reader(io.StringIO(back.decode("utf-8-sig"), newline=""), delimiter=delimiter)), back


def test_every_line_stands_where_it_stood_with_its_findings_beside_it(work):
    raw = (
        "Oxfordshire,,\n\n" + text(observation(), observation(period="2009", value="abc", status=""))
    ).encode()
    rows, back = returned(work, raw)
    assert back.startswith(b"\xef\xbb\xbf")
    assert rows == [
        ["Oxfordshire", *[""] * 7],
        [""] * 8,
        [*HEADINGS, "Findings"],
        [*observation(), ""],
        [*observation(period="2009", value="abc", status=""), "status: required; value: not_a_number"],
    ]


def test_what_concerns_the_whole_file_stands_beside_the_headings(work):
    raw = text(observation(source="£4")).replace("status", "state").encode("cp1252")
    rows, _ = returned(work, raw)
    assert (
        rows[0][-1] == "Findings; None: read_as_windows_1252; status: missing_column; state: unknown_column"
    )
    assert rows[1][5] == "£4"


def test_the_delimiter_of_the_file_is_kept(work):
    rows, _ = returned(work, text(observation(), delimiter=";").encode(), delimiter=";")
    assert rows == [[*HEADINGS, "Findings"], [*observation(), ""]]


def test_cells_beyond_the_headings_stay_and_the_findings_follow_them(work):
    rows, _ = returned(work, text([*observation(), "x"], observation(period="2009")).encode())
    assert rows[1] == [*observation(), "x", "None: row_too_long"]
    assert rows[2] == [*observation(period="2009"), "", ""]


def test_a_workbook_comes_back_as_csv_of_the_sheet_that_was_read(work):
    rows = [["Oxfordshire"], HEADINGS, observation(value=cell("<v>#N/A</v>", t="e"))]
    lines, _ = returned(work, workbook(sheet([["notes"]]), sheet(rows), names=["Notes", "Q1"]))
    assert [line[:2] for line in lines] == [
        ["Oxfordshire", ""],
        ["indicator_code", "area_code"],
        ["EMP-RATE", "E10000025"],
    ]
    assert lines[2][-1] == "value: spreadsheet_error; value: value_missing"
    assert lines[1][-1] == "Findings; None: other_sheets"


def test_a_file_that_has_no_table_cannot_come_back():
    for raw in (b"", b"a,b\n", (text(observation()) + '"x').encode()):
        reading = read(raw, "x.csv", OBSERVATION)
        assert annotated(raw, reading, reading.findings, heading="Findings", sentence=str) is None


CELLS = {
    "=1+1": "'=1+1",
    "=HYPERLINK(x)": "'=HYPERLINK(x)",
    "+44 1865": "'+44 1865",
    "@sum": "'@sum",
    "-cmd": "'-cmd",
    "\t=1": "'\t=1",
    "\r=1": "'\r=1",
    "-5": "-5",
    "-1,234.5": "-1,234.5",
    "-12.5%": "-12.5%",
    "+5": "+5",
    "-": "-",
    "a=b": "a=b",
    "": "",
}


@pytest.mark.parametrize("written", CELLS)
def test_what_begins_like_a_formula_gets_an_apostrophe_and_numbers_stay(work, written):
    assert harmless(written) == CELLS[written]


def test_cells_of_the_file_are_made_harmless(work):
    rows, _ = returned(work, text(observation(source="=1+1", value="(5)")).encode())
    assert rows[1][5] == "'=1+1"

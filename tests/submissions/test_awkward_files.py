"""Files as people send them: each is read as it was meant, or refused with its reason."""

from __future__ import annotations

import csv

import pytest

from indicators.submissions.reading import read
from tests.submissions.submission_samples import (
    HEADINGS,
    OBSERVATION,
    found,
    observation,
    sheet,
    text,
    workbook,
)

PLAIN = text(observation(), observation(period="2009", source="£4 – café’s"))
ROWS = [tuple(observation()), tuple(observation(period="2009", source="£4 – café’s"))]
TITLES = "Oxfordshire Partnership,,\nFigures of the quarter,,\n,,\n"

READ = {
    "utf-8": (PLAIN.encode(), "utf-8", ",", [2, 3]),
    "utf-8 with a byte-order mark": (PLAIN.encode("utf-8-sig"), "utf-8", ",", [2, 3]),
    "CRLF": (PLAIN.replace("\n", "\r\n").encode(), "utf-8", ",", [2, 3]),
    "CR as on old Macintoshes": (PLAIN.replace("\n", "\r").encode(), "utf-8", ",", [2, 3]),
    "no line end at the end": (PLAIN.rstrip("\n").encode(), "utf-8", ",", [2, 3]),
    "semicolons": (PLAIN.replace(",", ";").encode(), "utf-8", ";", [2, 3]),
    "bars": (PLAIN.replace(",", "|").encode(), "utf-8", "|", [2, 3]),
    "a line that names the separator": (f"sep=;\n{PLAIN}".replace(",", ";").encode(), "utf-8", ";", [2, 3]),
    "windows-1252": (PLAIN.encode("cp1252"), "windows-1252", ",", [2, 3]),
    "utf-16 with tabs, little-endian": (PLAIN.replace(",", "\t").encode("utf-16"), "utf-16-le", "\t", [2, 3]),
    "utf-16 with tabs, big-endian": (
        b"\xfe\xff" + PLAIN.replace(",", "\t").encode("utf-16-be"),
        "utf-16-be",
        "\t",
        [2, 3],
    ),
    "utf-16 without a mark": (PLAIN.replace(",", "\t").encode("utf-16-be"), "utf-16-be", "\t", [2, 3]),
    "titles above the headings": ((TITLES + PLAIN).encode(), "utf-8", ",", [5, 6]),
    "empty columns at the end": (PLAIN.replace("\n", ",,,\n").encode(), "utf-8", ",", [2, 3]),
    "blank lines": (PLAIN.replace("\n", "\n\n,,,\n").encode(), "utf-8", ",", [4, 7]),
    "a line break inside a cell counts as one line": (
        PLAIN.replace("a page", '"a\npage"', 1).encode(),
        "utf-8",
        ",",
        [2, 3],
    ),
    "headings under semicolons above a line that looks like headings under commas": (
        PLAIN.replace(",", ";").replace("a page", '"indicator_code,area_code"', 1).encode(),
        "utf-8",
        ";",
        [2, 3],
    ),
    "a workbook named csv": (workbook(sheet([HEADINGS, *ROWS])), "workbook", None, [2, 3]),
}


@pytest.mark.parametrize("name", READ)
def test_a_file_is_read_as_it_was_meant(name):
    raw, encoding, delimiter, lines = READ[name]
    reading = read(raw, "figures.csv", OBSERVATION)
    assert [finding.rule for finding in reading.findings if finding.severity == "error"] == []
    assert (reading.encoding, reading.delimiter, reading.columns) == (encoding, delimiter, HEADINGS)
    assert [line for line, _ in reading.rows] == lines
    assert [
        tuple(
            cell.replace("a\npage", "a page").replace("indicator_code,area_code", "a page") for cell in cells
        )
        for _, cells in reading.rows
    ] == ROWS


REFUSED = {
    "an empty file": (b"", "empty_file", {}),
    "headings only": (text().encode(), "no_rows", {}),
    "a zero byte": (
        PLAIN.encode().replace(b"2009", b"20\x0009"),
        "nul_byte",
        {"offset": PLAIN.index("2009") + 2},
    ),
    "a zero character in utf-16": (
        PLAIN.replace("2009", "20\x0009").encode("utf-16"),
        "nul_byte",
        {"offset": 2 * (PLAIN.index("2009") + 3)},
    ),
    "bytes of a program": (b"PROG" + b"\0" * 4_000, "nul_byte", {"offset": 4}),
    "utf-8 promised and broken": (
        b"\xef\xbb\xbf" + PLAIN.encode("cp1252"),
        "broken_encoding",
        {"encoding": "utf-8", "offset": 3 + PLAIN.index("£")},
    ),
    "a byte that Windows-1252 has not": (
        PLAIN.encode("cp1252") + b"\x81",
        "broken_encoding",
        {"encoding": "windows-1252", "offset": len(PLAIN)},
    ),
    "an odd number of bytes in utf-16": (
        PLAIN.encode("utf-16")[:-1],
        "broken_encoding",
        {"encoding": "utf-16-le", "offset": 2 * len(PLAIN)},
    ),
    "no row of headings": (
        b"a,b,c\n1,2,3\n",
        "no_header",
        {"lines": 30, "expected": OBSERVATION.columns},
    ),
    "headings too far down": (
        ("x\n" * 30 + PLAIN).encode(),
        "no_header",
        {"lines": 30, "expected": OBSERVATION.columns},
    ),
    "an image": (b"\x89PNG\r\n\x1a\n....", "not_a_table", {"kind": "image"}),
    "a PDF": (b"%PDF-1.7 ...", "not_a_table", {"kind": "pdf"}),
    "a web page saved as xls": (b"\r\n <html><table></table></html>", "not_a_table", {"kind": "web_page"}),
    "XML saved as xls": (
        b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>",
        "not_a_table",
        {"kind": "web_page"},
    ),
    "a workbook from before 2007": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_workbook", {}),
    "a workbook under a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted_workbook",
        {},
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_with_its_reason(name):
    raw, rule, figures = REFUSED[name]
    reading = read(raw, "figures.csv", OBSERVATION)
    assert found(reading) == [(reading.findings[0].line, None, rule)]
    assert reading.findings[0].figures == figures
    assert not reading.has_rows


def test_windows_1252_is_said_back_because_a_macintosh_file_reads_with_wrong_accents():
    reading = read(PLAIN.encode("mac-roman"), "figures.csv", OBSERVATION)
    assert [(finding.rule, finding.severity) for finding in reading.findings] == [
        ("read_as_windows_1252", "warning")
    ]
    assert reading.rows[1][1][5] != "£4 – café’s"
    assert reading.preview[2][1][5] == reading.rows[1][1][5], "the preview shows what a person must look at"


def test_the_preview_shows_the_first_lines_as_they_stand():
    reading = read((TITLES + PLAIN).encode(), "figures.csv", OBSERVATION)
    assert reading.preview[0] == (1, ("Oxfordshire Partnership", "", ""))
    assert reading.preview[3] == (4, HEADINGS)


RAGGED = {
    "a cell too many": ("EMP-RATE,E10000025,2010,1,2,final,p,TEST\n", [(4, "row_too_long", 8)]),
    "a cell too few": ("EMP-RATE,E10000025,2010,final,p,TEST\n", [(4, "row_too_short", 6)]),
    "both": ("x\n\na,b,c,d,e,f,g,h,i\n", [(4, "row_too_short", 1), (6, "row_too_long", 9)]),
}


@pytest.mark.parametrize("name", RAGGED)
def test_every_ragged_row_is_found_and_the_others_are_read(name):
    lines, expected = RAGGED[name]
    reading = read((PLAIN + lines).encode(), "figures.csv", OBSERVATION)
    assert [(f.line, f.rule, f.figures["cells"]) for f in reading.findings] == expected
    assert all(finding.figures["headings"] == 7 for finding in reading.findings)
    assert [line for line, _ in reading.rows] == [2, 3]


QUOTES = {
    "never closed": ('EMP-RATE,"E10000025,2010\nx,y,z\n', "unclosed_quote", 4),
    "closed too early": ('EMP-RATE,"E1"0000025,2010\n', "stray_quote", 4),
    "a cell of 200,000 letters": ("x" * 200_000 + "\n", "cell_too_long", 4),
}


@pytest.mark.parametrize("name", QUOTES)
def test_a_file_that_cannot_be_cut_into_cells_is_refused_with_the_line(name):
    lines, rule, line = QUOTES[name]
    reading = read((PLAIN + lines).encode(), "figures.csv", OBSERVATION)
    assert [(finding.rule, finding.line) for finding in reading.findings] == [(rule, line)]
    assert not reading.has_rows


def test_the_longest_cell_is_ours_whatever_another_library_has_set():
    before = csv.field_size_limit(10_000_000)
    try:
        reading = read((PLAIN + "x" * 200_000 + "\n").encode(), "figures.csv", OBSERVATION)
    finally:
        csv.field_size_limit(before)
    assert [(finding.rule, finding.line) for finding in reading.findings] == [("cell_too_long", 4)]


NAMES = {
    "figures.csv": "figures.csv",
    "../../etc/passwd": "passwd",
    "C:\\Users\\somebody\\Q1.xlsx": "Q1.xlsx",
    "a\x00b\r\n.csv": "ab.csv",
    "": "unnamed",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_never_a_path(name):
    assert read(PLAIN.encode(), name, OBSERVATION).file_name == NAMES[name]

"""Files made to harm are refused with a reason before they cost much memory or time."""

from __future__ import annotations

import io
import random
import resource
import struct
import zipfile

import pytest

from indicators.submissions import limits
from indicators.submissions.findings import Unreadable
from indicators.submissions.reading import read
from indicators.submissions.workbook_scan import scan_sheet
from tests.submissions.submission_samples import (
    HEADINGS,
    OBSERVATION,
    cell,
    found,
    observation,
    sheet,
    text,
    workbook,
)

MEGABYTE = 1_000_000
TABLE = sheet([HEADINGS, observation()])

TOO_LONG = ("line_too_long", {"most": limits.LINE_BYTES_MOST, "columns": limits.COLUMNS_MOST})


def rules(raw):
    reading = read(raw, "figures.xlsx", OBSERVATION)
    assert found(reading)
    return [(finding.rule, finding.figures) for finding in reading.findings]


def test_a_line_of_fifty_megabytes_is_refused_at_once():
    raw = text(observation()).encode() + b"x" * 50 * MEGABYTE
    assert rules(raw) == [TOO_LONG]
    assert read(raw, "x.csv", OBSERVATION).findings[0].line == 3


def test_a_line_of_a_million_columns_is_called_too_long_and_not_its_cells():
    assert rules(",".join(f"c{number}" for number in range(MEGABYTE)).encode()) == [TOO_LONG]
    just_short_enough = b"x" * limits.LINE_BYTES_MOST
    assert rules(just_short_enough)[0][0] == "no_header"
    assert rules(just_short_enough + b"x") == [TOO_LONG]


def test_a_cell_of_many_lines_is_refused_at_its_beginning():
    raw = (text(observation()) + '"' + "y\n" * MEGABYTE).encode()
    found = read(raw, "x.csv", OBSERVATION).findings
    assert [(each.rule, each.line) for each in found] == [("cell_too_long", 3)]


def test_a_million_columns_are_refused():
    many = ",".join(f"c{number}" for number in range(MEGABYTE // 8))
    assert rules(many.encode())[0][0] == "no_header"
    raw = (",".join(HEADINGS) + "," + many + "\n" + ",".join(observation()) + "\n").encode()
    assert rules(raw) == [("too_many_columns", {"columns": MEGABYTE // 8 + len(HEADINGS), "most": 500})]


def test_a_file_above_the_most_is_refused_unread(monkeypatch):
    monkeypatch.setattr("indicators.submissions.file_kind.FILE_BYTES_MOST", 100)
    assert rules(b"x" * 101) == [("file_too_large", {"bytes": 101, "most": 100})]


def test_an_archive_that_unpacks_to_far_more_than_it_is_is_refused(monkeypatch):
    monkeypatch.setattr("indicators.submissions.workbook_archive.WORKBOOK_BYTES_MOST", 20 * MEGABYTE)
    bomb = workbook(TABLE, parts={"xl/media/bomb": b"0" * 30 * MEGABYTE})
    assert len(bomb) < MEGABYTE // 10
    [(rule, figures)] = rules(bomb)
    assert (rule, figures["most"]) == ("workbook_too_large", 20 * MEGABYTE)
    assert figures["bytes"] < 22 * MEGABYTE, "no more was unpacked than was needed to know"


def test_an_archive_that_lies_about_its_sizes_is_measured(monkeypatch):
    monkeypatch.setattr("indicators.submissions.workbook_archive.WORKBOOK_BYTES_MOST", MEGABYTE)
    bomb = workbook(TABLE, parts={"xl/media/bomb": b"0" * 2 * MEGABYTE})
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        entry = archive.getinfo("xl/media/bomb")
    honest, lying = struct.pack("<L", entry.file_size), struct.pack("<L", 10)
    assert bomb.count(honest) == 2, "once before the member and once in the directory"
    assert rules(bomb.replace(honest, lying))[0][0] == "workbook_too_large"


def test_an_archive_of_very_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr("indicators.submissions.workbook_archive.WORKBOOK_PARTS_MOST", 5)
    assert rules(workbook(TABLE, parts={"a": "", "b": ""})) == [
        ("workbook_too_large", {"parts": 7, "most": 5})
    ]


def test_one_cell_far_out_does_not_fill_the_rectangle_before_it():
    far = sheet([HEADINGS, observation()]).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    assert rules(workbook(far)) == [
        ("workbook_too_large", {"cells": 1_048_576 * 16_384, "most": limits.WORKBOOK_CELLS_MOST})
    ]


SHEETS = {
    "rows": (b'<row r="%d"/>', {"rows": 101, "most": 100}),
    "rows without a number": (b"<row><!-- %d --></row>", {"rows": 101, "most": 100}),
    "rows of one cell": (b'<row><c r="A%d"><v>1</v></c></row>', {"rows": 101, "most": 100}),
    "empty cells": (b"<c s='%d'/>", {"cells": 201, "most": 200}),
    "the same cell again": (b'<c r="A1"><v>%d</v></c>', {"cells": 201, "most": 200}),
    "a wide rectangle": (b'<c r="CV%d"><v>1</v></c>', {"cells": 300, "most": 200}),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_looked_through_no_further_than_to_the_first_row_or_cell_too_many(monkeypatch, name):
    monkeypatch.setattr("indicators.submissions.workbook_scan.WORKBOOK_ROWS_MOST", 100)
    monkeypatch.setattr("indicators.submissions.workbook_scan.WORKBOOK_CELLS_MOST", 200)
    piece, figures = SHEETS[name]
    looked_at = []

    def pieces(count):
        yield b"<worksheet><sheetData>"
        for number in range(1, count + 1):
            looked_at.append(number)
            yield piece % number
        yield b"</sheetData></worksheet>"

    with pytest.raises(Unreadable) as refused:
        scan_sheet(pieces(100_000), set())
    assert (refused.value.finding.rule, refused.value.finding.figures) == ("workbook_too_large", figures)
    assert len(looked_at) < 210
    few = 1 if name == "a wide rectangle" else 100
    assert scan_sheet(pieces(few), set()).rows <= few


def test_one_long_text_used_in_many_cells_is_counted_as_often_as_it_is_used():
    rows = [observation(source=cell("<v>0</v>", t="s")) for _ in range(600)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = rules(workbook(sheet([HEADINGS, *rows]), shared=["x" * MEGABYTE]))
    assert found == [
        ("workbook_too_large", {"characters": 600 * MEGABYTE, "most": limits.WORKBOOK_TEXT_MOST})
    ]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000, "in kilobytes"


def test_very_many_shared_texts_are_refused(monkeypatch):
    monkeypatch.setattr("indicators.submissions.workbook_scan.WORKBOOK_CELLS_MOST", 3)
    assert rules(workbook(TABLE, shared=["a"] * 3)) == [("workbook_too_large", {"cells": 4, "most": 3})]
    assert rules(workbook(TABLE, shared=["a"] * 4)) == [("workbook_too_large", {"texts": 4, "most": 3})]


def test_a_billion_laughs_are_not_laughed():
    doctype = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
    for broken in (
        workbook(doctype + TABLE),
        workbook(TABLE, shared=["a"], parts={}, style=doctype + "<a/>"),
    ):
        assert rules(broken) == [("broken_workbook", {"part": "DOCTYPE"})]


PARTS = {
    "macros": ({"xl/vbaProject.bin": "x"}, "macro_workbook"),
    "macros of long ago": ({"xl/macrosheets/sheet1.xml": "x"}, "macro_workbook"),
    "the binary kind": ({"xl/workbook.bin": "x"}, "binary_workbook"),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_workbook_that_is_more_than_cells_is_refused(name):
    parts, rule = PARTS[name]
    assert rules(workbook(TABLE, parts=parts)) == [(rule, {})]


def archive_of(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return packed.getvalue()


BROKEN = {
    "an archive of something else": (archive_of(readme_txt="x"), "not_a_table"),
    "an archive cut short": (workbook(TABLE)[:-40], "broken_workbook"),
    "an archive without the list of its sheets": (
        archive_of(xl__workbook_xml="<workbook/>"),
        "broken_workbook",
    ),
    "a sheet that is no XML": (workbook("<worksheet><c>"), "broken_workbook"),
    "a sheet with a cell nowhere": (workbook(TABLE.replace('r="A1"', 'r="1A"')), "broken_workbook"),
    "a sheet with a row nowhere": (workbook(TABLE.replace('row r="1"', 'row r="one"')), "broken_workbook"),
    "a packing that is not known": (workbook(TABLE, compression=zipfile.ZIP_BZIP2), "broken_workbook"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_workbook_is_refused(name):
    raw, rule = BROKEN[name]
    assert [each for each, _ in rules(raw)] == [rule]


def test_a_workbook_under_the_flag_of_encryption_is_refused():
    book = bytearray(workbook(TABLE))
    book[book.index(b"PK\x01\x02") + 8] |= 1
    assert rules(bytes(book)) == [("encrypted_workbook", {})]


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_bytes_exchanged_is_read_or_refused_but_never_fails(seed):
    chance = random.Random(seed)  # noqa: S311  (the same bytes every time, no secret)
    book = bytearray(workbook(TABLE, shared=["a"], style="<styleSheet/>", compression=chance.choice([0, 8])))
    for _ in range(chance.randint(1, 8)):
        book[chance.randrange(len(book))] = chance.randrange(256)
    reading = read(bytes(book), "x.xlsx", OBSERVATION)
    assert reading.findings or reading.has_rows


@pytest.mark.parametrize("seed", range(60))
def test_a_text_with_bytes_exchanged_is_read_or_refused_but_never_fails(seed):
    chance = random.Random(seed)  # noqa: S311  (the same bytes every time, no secret)
    raw = bytearray(
        text(*[observation(source="a, “page”".join('""'))] * 5).encode(chance.choice(["utf-8", "utf-16"]))
    )
    for _ in range(chance.randint(1, 8)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    reading = read(bytes(raw), "x.csv", OBSERVATION)
    assert reading.findings or reading.has_rows

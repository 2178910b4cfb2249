"""Large files are read by DuckDB only where that gives the very rows that reading record by record gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.submissions import reading, staging
from indicators.submissions.checking import check_in
from indicators.submissions.reading import read
from indicators.submissions.workspace import nothing_stored
from tests.submissions.submission_samples import (
    HEADINGS,
    OBSERVATION,
    TODAY,
    found,
    observation,
    observations,
    registers,
    text,
)

GOOD = text(observation(), observation(period="2009"))
SAME_EITHER_WAY = {
    "plain": GOOD,
    "no line end at the end": GOOD.rstrip("\n"),
    "CRLF": GOOD.replace("\n", "\r\n"),
    "a byte-order mark": "\ufeff" + GOOD,
    "titles above": "Oxfordshire\n\n" + GOOD,
    "a line that names the separator": "sep=;\n" + GOOD.replace(",", ";"),
    "tabs": GOOD.replace(",", "\t"),
    "quotes and commas in cells": GOOD.replace("a page", '"a ""page"", the third"'),
    "empty cells, in quotes and not": GOOD.replace("77.5", "").replace("a page", '""'),
    "spaces round cells": GOOD.replace("a page", "  a page "),
    "spaces beside columns that are empty": GOOD.replace("77.5", "").replace("a page", "  "),
    "cells of spaces": GOOD.replace("a page", "   "),
    "accents": GOOD.replace("a page", "café – “page”"),
    "an unknown column": text([*observation(), "x"], headings=[*HEADINGS, "Colour"]),
    "other columns first": text(observation()[::-1], headings=HEADINGS[::-1]),
}
LEFT_TO_PYTHON = {
    "spaces of other kinds": GOOD.replace("a page", "\u00a0a page\u2009"),
    "tabs round cells": GOOD.replace("a page", "\ta page"),
    "a line break in a cell": GOOD.replace("a page", '"a\npage"'),
    "blank lines": GOOD.replace("\n", "\n\n"),
    "lines of commas": GOOD + ",,,,,,\n",
    "empty columns at the end": GOOD.replace("\n", ",,\n"),
    "a line with something only in an unknown column": text(
        [*observation(), "x"], [""] * 7 + ["x"], headings=[*HEADINGS, "Colour"]
    ),
    "a control character": GOOD.replace("a page", "a\x07page"),
    "old Macintosh line ends": GOOD.replace("\n", "\r"),
    "mixed line ends": GOOD.replace("\n", "\r", 1) + text(observation(period="2010")).split("\n", 1)[1],
    "a row too long": GOOD + ",".join(observation()) + ",x\n",
    "a row too short": GOOD + "a,b\n",
    "a quote never closed": GOOD + 'EMP-RATE,"E1\n',
    "a stray quote": GOOD + 'EMP-RATE,"E1"0,2010,1,final,p,TEST\n',
}
CASES = {**SAME_EITHER_WAY, **LEFT_TO_PYTHON}


@pytest.fixture(scope="module")
def work():
    with nothing_stored() as opened:
        yield opened


def staged(work, raw, *, bulk):
    """The rows and findings of a file read one way; and whether DuckDB read it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "BULK_BYTES_LEAST", 0 if bulk else 10**9)
        file = read(raw, "x.csv", OBSERVATION)
        by_duckdb = []
        bulk_reader = staging._stage_bulk
        patch.setattr(
            staging, "_stage_bulk", lambda *args: by_duckdb.append(bulk_reader(*args)) or by_duckdb[0]
        )
        findings = [*file.findings, *staging.stage(work, file, OBSERVATION)]
        return work.query("from staged order by file_line"), findings, by_duckdb


@pytest.mark.parametrize("name", CASES)
def test_both_ways_give_the_same_rows_and_findings(work, name):
    raw = CASES[name].encode()
    fast, fast_findings, by_duckdb = staged(work, raw, bulk=True)
    slow, slow_findings, _ = staged(work, raw, bulk=False)
    assert (fast, fast_findings) == (slow, slow_findings)
    assert by_duckdb == [name in SAME_EITHER_WAY]


def test_other_encodings_are_left_to_python(work):
    raw = GOOD.replace("a page", "£4").encode("cp1252")
    rows, findings, by_duckdb = staged(work, raw, bulk=True)
    assert ([row[0] for row in rows], by_duckdb) == ([2, 3], [False])
    assert [finding.rule for finding in findings] == ["read_as_windows_1252"]


CELLS = st.text(st.sampled_from('ab1 ,;"\t\n\r£–\u00a0'), max_size=6)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=7, max_size=7), min_size=1, max_size=4), st.booleans())
def test_any_cells_are_read_alike_both_ways(work, rows, quoted):
    write = (lambda cell: '"' + cell.replace('"', '""') + '"') if quoted else str
    raw = text(*[[write(cell) for cell in row] for row in rows]).encode()
    fast, fast_findings, _ = staged(work, raw, bulk=True)
    slow, slow_findings, _ = staged(work, raw, bulk=False)
    assert (fast, fast_findings) == (slow, slow_findings)


def test_a_large_file_is_checked_like_a_small_one(monkeypatch):
    rows = [{"period": str(2000 + number), "value": "1,0" if number == 7 else "5"} for number in range(12)]
    raw = observations(*rows, {"period": "2003"})
    with registers() as work:
        small = check_in(work, "observation", raw, "x.csv", today=TODAY)
        monkeypatch.setattr(reading, "BULK_BYTES_LEAST", 0)
        large = check_in(work, "observation", raw, "x.csv", today=TODAY)
        assert (
            found(large)
            == found(small)
            == [(9, "value", "decimal_comma"), (14, "indicator_code", "duplicate_key")]
        )
        again = check_in(work, "observation", observations(*rows[:3]), "x.csv", today=TODAY)
        assert (again.row_count, found(again)) == (3, [])


@pytest.mark.parametrize("rows", ["", "\n\n"])
def test_a_large_file_without_rows_is_refused_too(monkeypatch, rows):
    monkeypatch.setattr(reading, "BULK_BYTES_LEAST", 0)
    with registers() as work:
        checked = check_in(work, "observation", (text() + rows).encode(), "x.csv", today=TODAY)
        assert found(checked) == [(1, None, "no_rows")]


def test_a_file_that_was_refused_cannot_be_staged(work):
    with pytest.raises(ValueError, match="no table to stage"):
        staging.stage(work, read(b"", "x.csv", OBSERVATION), OBSERVATION)

"""Canonical rows: made in SQL as the ledger's own writer makes them, and read back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.store.rows import REMOVE, canonical_rows
from indicators.submissions.canonical import canonical, rows_of
from indicators.submissions.checking import check_in
from indicators.submissions.cleaning import clean
from indicators.submissions.reading import read
from indicators.submissions.staging import stage
from indicators.submissions.workspace import nothing_stored
from tests.submissions.submission_samples import OBSERVATION, TODAY, observations, registers, text

COLUMNS = (*OBSERVATION.columns, REMOVE)
FREE = ("indicator_code", "area_code", "source_period", "note", "source", "source_key")
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
ROW = st.fixed_dictionaries(dict.fromkeys(FREE, TEXT))


@pytest.fixture(scope="module")
def work():
    with nothing_stored() as opened:
        yield opened


def written(rows):
    """A file as a person's program may write it: every cell in quotes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([FREE, *([row[name] for name in FREE] for row in rows)])
    return out.getvalue().encode()


def as_kept(cell):
    return cell.strip().replace("\r\n", "\n").replace("\r", "\n") or None


@settings(deadline=None, max_examples=40)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_the_bytes_are_those_of_the_writer_of_the_ledger(work, rows):
    file = read(written(rows), "x.csv", OBSERVATION)
    stage(work, file, OBSERVATION)
    clean(work, OBSERVATION, file.columns)
    content, count = canonical(work, OBSERVATION)
    kept = [{name: as_kept(row[name]) for name in FREE} for row in rows]
    kept = [row for row in kept if any(row.values())]
    assert content == canonical_rows(OBSERVATION, kept)
    assert count == len(kept)
    assert rows_of(content) == [{name: row.get(name) for name in COLUMNS} for row in kept]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.fixed_dictionaries({name: TEXT.map(as_kept) for name in COLUMNS[:-1]}), max_size=5))
def test_canonical_rows_read_back_as_they_were(rows):
    assert rows_of(canonical_rows(OBSERVATION, rows)) == [{**row, REMOVE: None} for row in rows]


def test_numbers_are_kept_as_typed_and_the_order_is_that_of_the_file():
    rows = [{"period": "2010", "value": "1,012.50"}, {"period": "2009", "value": "12.50"}, {"value": "(3)"}]
    with registers() as work:
        raw = observations(*({**row, "indicator_code": "KSI-CAS"} for row in rows))
        checked = check_in(work, "observation", raw, "x.csv", today=TODAY)
    kept = rows_of(checked.rows)
    assert [row["value"] for row in kept] == ["1012.50", "12.50", "-3"]
    assert [row["period"] for row in kept] == ["2010-01-01/P1Y", "2009-01-01/P1Y", "2008-01-01/P1Y"]


def test_a_file_of_canonical_rows_is_its_own_canonical_form():
    with registers() as work:
        first = check_in(
            work, "observation", observations({"value": "12.5%", "source": 'a "page", one'}), "x", today=TODAY
        )
        again = check_in(work, "observation", first.rows, "x", today=TODAY)
    assert again.rows == first.rows is not None


def test_removals_are_kept_with_their_marker():
    with registers() as work:
        raw = text(
            ["EMP-RATE", "E10000025", "2008", "Yes"],
            headings=["indicator_code", "area_code", "period", "remove"],
        )
        checked = check_in(work, "observation", raw.encode(), "x", today=TODAY)
    assert rows_of(checked.rows)[0][REMOVE] == REMOVE

"""The canonical rows of a submission, written by us and read by DuckDB without guessing."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset
from indicators.store.rows import canonical_rows, header_of, shape_of
from indicators.store.statements import step
from indicators.store.tables import row_parts
from tests.store.store_samples import theme

THEME = dataset("theme")
CONNECTION = duckdb.connect()


def read(content):
    """Read canonical rows as the projection reads them."""
    with tempfile.TemporaryDirectory() as folder, CONNECTION.cursor() as connection:
        path = Path(folder) / "rows.csv"
        path.write_bytes(content)
        lines = step("lines").format(**row_parts("theme", header_of(path), tolerant=False))
        rows = connection.execute(f"from {lines}", {"file": str(path)}).fetchall()
        return [(row[0], row[1], row[-1]) for row in rows]


def test_the_columns_are_the_declared_ones_and_remove():
    content = canonical_rows(THEME, [theme("a", remove="remove")])
    assert (
        content.decode().splitlines()[0]
        == "theme_code,title,framework,position,note,source,source_key,remove"
    )
    assert content.endswith(b"TEST,remove\n")
    assert shape_of(content) == ((*THEME.columns, "remove"), 1)


AWKWARD = {
    "comma": "x,y",
    "quote": 'say "so"',
    "only a quote": '"',
    "line break": "one\ntwo",
    "blank line": "one\n\ntwo",
    "other letters": "£12 ’ – é 漢字 😀",
    "spaces around": "  x  ",
    "byte order mark": "\ufeffx",
    "line separator": "\u2028",
    "hash": "#x",
    "backslash": "\\n",
    "NULL": "NULL",
    "looks like CSV": '","',
    "formula": "=1+1",
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_awkward_cells_come_back_as_they_were(text):
    content = canonical_rows(THEME, [theme("a", text), theme("b", "plain", remove="remove")])
    assert read(content) == [("a", text, None), ("b", "plain", "remove")]


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12)


@settings(deadline=None, max_examples=60)
@given(titles=st.lists(cells, min_size=1, max_size=8))
def test_any_cells_come_back_as_they_were(titles):
    rows = [theme(str(number), title) for number, title in enumerate(titles)]
    assert [title for _, title, _ in read(canonical_rows(THEME, rows))] == [title or None for title in titles]


def test_line_ends_inside_a_cell_become_one_kind():
    content = canonical_rows(THEME, [theme("a", "one\r\ntwo\rthree")])
    assert b"\r" not in content
    assert read(content)[0][1] == "one\ntwo\nthree"


def test_python_reads_the_same(tmp_path):
    content = canonical_rows(
        THEME, [theme(str(number), text) for number, text in enumerate(AWKWARD.values())]
    )
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert [row["title"] for row in rows] == list(AWKWARD.values())


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (theme("a\0"), "NUL"),
        (theme("a", colour="red"), "not declared: \\['colour'\\]"),
        (theme("a", remove="yes"), "'yes' in the column remove"),
    ],
)
def test_what_cannot_be_kept_is_refused(row, message):
    with pytest.raises(ValueError, match=message):
        canonical_rows(THEME, [row])

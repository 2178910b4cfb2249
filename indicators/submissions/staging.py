"""Rows into the workspace: few from Python, many straight from the file where every record is one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

import duckdb

from indicators.datasets import Dataset
from indicators.store.rows import REMOVE
from indicators.store.tables import literal, quoted
from indicators.submissions.delimited import records, separator_line
from indicators.submissions.encoding import Text
from indicators.submissions.findings import Finding, Unreadable, error
from indicators.submissions.layout import Layout
from indicators.submissions.reading import Reading, Row, good_rows
from indicators.submissions.statements import listed
from indicators.submissions.workspace import Workspace

_ROWS_AT_ONCE = 20_000
_SPACES_BEYOND_ASCII = (
    b"\xc2[\x85\xa0]",
    b"\xe1\x9a\x80",
    b"\xe2\x80[\x80-\x8a\xa8\xa9\xaf]",
    b"\xe2\x81\x9f",
    b"\xe3\x80\x80",
)


def stage(work: Workspace, reading: Reading, declared: Dataset) -> tuple[Finding, ...]:
    """Make `staged` of the rows of a reading: `file_line`, and the declared columns that the file has.

    Returns:
        What is wrong with the rows of a large text, which are looked at only here.
    """
    if reading.layout is None:
        raise ValueError(f"{reading.file_name} has no table to stage")
    if reading.text is None:
        stage_rows(work, reading.rows, reading.layout.columns, declared)
        return ()
    work.use_disk()
    if _stage_bulk(work, reading.text, reading.layout, declared):
        return ()
    found: list[Finding] = []
    try:
        rows = good_rows(records(reading.text, reading.delimiter), reading.layout, found)
        stage_rows(work, rows, reading.layout.columns, declared)
    except Unreadable as refused:
        found.append(refused.finding)
    if not found and not work.run("staged_count")[0][0]:
        found.append(error("no_rows", line=reading.header_line))
    return tuple(found)


def staged_columns(columns: Sequence[str | None], declared: Dataset) -> tuple[str, ...]:
    """The columns that `staged` has after `file_line`: those that the file has, in declared order."""
    return tuple(column for column in (*declared.columns, REMOVE) if column in columns)


def stage_rows(
    work: Workspace, rows: Iterable[Row], columns: Sequence[str | None], declared: Dataset
) -> None:
    """Make `staged` of rows whose cells are of these columns; those of no declared column are left out."""
    kept = staged_columns(columns, declared)
    work.run("staged", definitions=listed(kept, " varchar"))
    work.append("staged_rows", _in_declared_order(rows, [columns.index(column) for column in kept]))


def _in_declared_order(rows: Iterable[Row], places: Sequence[int]) -> Iterator[tuple[int | str | None, ...]]:
    """The cells of these places, column by column for some rows at once: most texts of a column stand there often."""
    left = iter(rows)
    while some := list(islice(left, _ROWS_AT_ONCE)):
        lines, cells = zip(*some, strict=True)
        columns = list(zip(*cells, strict=True))
        yield from zip(lines, *(_stripped(columns[place]) for place in places), strict=True)


def _stripped(column: Sequence[str]) -> Iterator[str | None]:
    """The cells of a column without spaces round them, None where there is nothing."""
    bare = {text: _bare(text) for text in set(column)}
    return map(bare.__getitem__, column)


def _bare(text: str) -> str | None:
    bare = text.strip()
    if "\r" in bare:
        bare = bare.replace("\r\n", "\n").replace("\r", "\n")
    return bare or None


def _stage_bulk(work: Workspace, text: Text, layout: Layout, declared: Dataset) -> bool:
    """Let DuckDB read the file, if that is sure to give the same rows and lines as reading it record by record.

    It is where the bytes are UTF-8 without odd spaces and control characters, no record is ragged or empty, and there
    are as many records as line ends.
    """
    if layout.empty_headings or not _is_plain(text, layout):
        return False
    skipped = layout.header_line + bool(separator_line(text))
    path = work.folder / "file.csv"
    path.write_bytes(memoryview(text.raw)[text.start :])
    try:
        work.run(
            "staged_bulk",
            lines_above=layout.header_line,
            cells=", ".join(
                f"c{layout.columns.index(column)} as {quoted(column)}"
                for column in staged_columns(layout.columns, declared)
            ),
            file=literal(str(path)),
            skip=skipped,
            delimiter=literal(layout.delimiter or ","),
            columns=", ".join(f"'c{number}': 'varchar'" for number in range(len(layout.columns))),
        )
    except duckdb.Error:
        return False  # a ragged record or an unclosed quote: reading record by record says where
    finally:
        path.unlink()
    line_ends = text.raw.count(b"\n") + (not text.raw.endswith(b"\n"))
    columns = [quoted(column) for column in staged_columns(layout.columns, declared)]
    return _is_faithful(work, columns, records_expected=line_ends - skipped)


def _is_faithful(work: Workspace, columns: Sequence[str], *, records_expected: int) -> bool:
    """Whether every record is one line and holds something; spaces at the ends of cells are taken off."""
    spaced = " + ".join(f"count(*) filter (where {column} <> trim({column}))" for column in columns)
    look = partial(work.run, "staged_look", columns=", ".join(columns), spaced=spaced)
    count, empty, with_spaces = look()[0]
    if with_spaces:
        work.run("staged_trimmed", cells=", ".join(f"nullif(trim({each}), '') as {each}" for each in columns))
        count, empty, _ = look()[0]
    return count == records_expected > 0 and not empty


def _is_plain(text: Text, layout: Layout) -> bool:
    raw = text.raw
    has_tabs = layout.delimiter != "\t" and b"\t" in raw
    lone_returns = raw.count(b"\r") != raw.count(b"\r\n")
    if text.encoding != "utf-8" or text.holds_controls or has_tabs or lone_returns:
        return False
    return raw.isascii() or not any(re.search(spaces, raw) for spaces in _SPACES_BEYOND_ASCII)

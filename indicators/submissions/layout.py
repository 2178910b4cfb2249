"""Where the table stands in a file: its delimiter, the row of its headings, and what each heading means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.datasets import Dataset
from indicators.submissions import headings as headings_of
from indicators.submissions.delimited import DELIMITERS, Record, separator_line, top_records
from indicators.submissions.encoding import Text
from indicators.submissions.findings import Finding, Unreadable, error
from indicators.submissions.limits import COLUMNS_MOST, HEADER_LINES_MOST

_FEWEST_KNOWN = 2


@dataclass(frozen=True)
class Layout:
    """The headings of a table as written, the declared column that each means, and where they stand."""

    delimiter: str | None
    header_line: int
    headings: tuple[str, ...]
    columns: tuple[str | None, ...]
    empty_headings: int = 0  # beyond the last heading

    def findings(self, dataset: Dataset) -> tuple[Finding, ...]:
        """What is wrong with the headings."""
        return headings_of.findings(self.headings, self.columns, self.header_line, dataset)


def layout_of_text(text: Text, dataset: Dataset) -> Layout:
    """The first of the top lines with two known headings under one of the delimiters.

    Raises:
        Unreadable: `no_header` (lines looked through, the names expected) or `too_many_columns` (columns, most).
    """
    announced = separator_line(text)
    best: Layout | None = None
    for delimiter in [announced] if announced else DELIMITERS:
        rows = top_records(text, delimiter)
        found = _first_header(rows[: best.header_line] if best else rows, delimiter, dataset)
        if found and (best is None or _precedence(found) < _precedence(best)):
            best = found
    if best is None:
        raise Unreadable(no_header(dataset))
    return best


def layout_of_rows(rows: Sequence[Record], dataset: Dataset) -> Layout | None:
    """The first of the rows of a sheet with two known headings, None where there is none."""
    return _first_header(rows[:HEADER_LINES_MOST], None, dataset)


def no_header(dataset: Dataset) -> Finding:
    """That no row of headings was found."""
    return error("no_header", lines=HEADER_LINES_MOST, expected=dataset.columns)


def _precedence(layout: Layout) -> tuple[int, int]:
    """The earlier line goes first, and of one line the reading that makes sense of more headings."""
    return layout.header_line, -len(set(layout.columns))


def _first_header(rows: Sequence[Record], delimiter: str | None, dataset: Dataset) -> Layout | None:
    for line, cells in rows:
        if headings_of.known(cells[:COLUMNS_MOST], dataset) >= _FEWEST_KNOWN:
            return _layout(line, cells, delimiter, dataset)
    return None


def _layout(line: int, cells: Sequence[str], delimiter: str | None, dataset: Dataset) -> Layout:
    written = tuple(cell.strip() for cell in cells)
    while written and not written[-1]:
        written = written[:-1]
    if len(written) > COLUMNS_MOST:
        raise Unreadable(error("too_many_columns", line=line, columns=len(written), most=COLUMNS_MOST))
    columns = headings_of.match(written, dataset)
    return Layout(delimiter, line, written, columns, len(cells) - len(written))

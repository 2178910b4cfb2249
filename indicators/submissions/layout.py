"""Where the table stands in a file: its delimiter, the row of its headings, what each heading means.

And in which form its rows are: one a figure, one a series with periods as columns, or as a publisher gives them out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from indicators.datasets import Dataset
from indicators.periods import Period, PeriodError
from indicators.submissions import downloads, wide
from indicators.submissions import headings as headings_of
from indicators.submissions.delimited import DELIMITERS, Record, separator_line, top_records
from indicators.submissions.encoding import Text
from indicators.submissions.findings import Finding, Unreadable, error
from indicators.submissions.limits import COLUMNS_MOST, HEADER_LINES_MOST

_FEWEST_KNOWN = 2

Form = Literal["long", "wide", "fingertips", "explore_local_statistics"]


@dataclass(frozen=True)
class Layout:
    """The headings of a table as written, the declared column that each means, and where they stand.

    `periods` are those of a wide table by the place of their heading, from 0.
    """

    delimiter: str | None
    header_line: int
    headings: tuple[str, ...]
    columns: tuple[str | None, ...]
    empty_headings: int = 0  # beyond the last heading
    form: Form = "long"
    periods: Mapping[int, Period | PeriodError] = field(default_factory=dict, hash=False)

    def column_at(self, place: int) -> str | None:
        """What stands at a place, from 0: a declared column, or the heading of a period or of a publisher; else None."""
        if place >= len(self.headings):
            return None
        if self.form == "long":
            return self.columns[place]
        if self.form == "wide":
            return self.headings[place] if place in self.periods else self.columns[place]
        parts = downloads.places(self.headings, downloads.DOWNLOADS[self.form]).values()
        return self.headings[place] if place in parts else None

    def findings(self, dataset: Dataset) -> tuple[Finding, ...]:
        """What is wrong with the headings, and how the table is read where its rows are not figures."""
        if self.form == "wide":
            return wide.heading_findings(self.headings, self.columns, self.periods, self.header_line, dataset)
        if self.form != "long":
            return downloads.heading_findings(self.headings, self.form, self.header_line)
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
    empty = len(cells) - len(written)
    if wide.can_be_wide(dataset) and (publisher := downloads.publisher_of(written)):
        return Layout(delimiter, line, written, columns, empty, publisher)
    periods = wide.period_columns(written, columns, dataset)
    return Layout(delimiter, line, written, columns, empty, "wide" if periods else "long", periods)

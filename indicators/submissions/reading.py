"""A file as it came to a table of texts: where the headings are, what each line holds, what cannot be read.

Nothing here looks at the meaning of a cell; that is for the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indicators.datasets import Dataset
from indicators.store.entry import safe_file_name
from indicators.submissions.delimited import Record, records, top_records
from indicators.submissions.encoding import Text, decode
from indicators.submissions.file_kind import kind_of
from indicators.submissions.findings import Finding, Unreadable, error, has_errors, warning
from indicators.submissions.layout import Form, Layout, layout_of_rows, layout_of_text, no_header
from indicators.submissions.limits import BULK_BYTES_LEAST, PREVIEW_LINES
from indicators.submissions.workbook import Sheet, sheets
from indicators.submissions.workbook_scan import Cell

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Reading:
    """A file read as far as its cells.

    `rows` are the line as Excel shows it and the cells, one for each heading; blank lines are left out. A large text keeps
    its rows in `text` until they are staged, and then `rows` is empty. `encoding` is utf-8, utf-16-le, utf-16-be,
    windows-1252 or workbook; `sheet` the sheet of a workbook; `preview` the first lines as they stand, titles included.
    """

    file_name: str
    encoding: str | None = None
    sheet: str | None = None
    layout: Layout | None = None
    rows: tuple[Row, ...] = field(default=(), repr=False)
    text: Text | None = None
    may_hold_controls: bool = True
    preview: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def header_line(self) -> int | None:
        """The line of the headings."""
        return self.layout.header_line if self.layout else None

    @property
    def columns(self) -> tuple[str | None, ...]:
        """The declared column of each heading, None where it means none."""
        return self.layout.columns if self.layout else ()

    @property
    def delimiter(self) -> str | None:
        """What stands between the cells of a text."""
        return self.layout.delimiter if self.layout else None

    @property
    def form(self) -> Form:
        """How the rows are: `long`, `wide` with periods as columns, or as a publisher gives them out."""
        return self.layout.form if self.layout else "long"

    @property
    def has_rows(self) -> bool:
        """Whether there are rows under headings that name every column needed, each once."""
        is_broken = has_errors(found for found in self.findings if found.line == self.header_line)
        return bool(self.rows or self.text) and not is_broken

    @property
    def is_large(self) -> bool:
        """Whether the rows are still in `text`."""
        return self.text is not None


def read(raw: bytes, file_name: str, dataset: Dataset) -> Reading:
    """Read the bytes of a file; whatever is wrong with it stands in `findings`, nothing is raised."""
    name = safe_file_name(file_name)
    try:
        if kind_of(raw) == "workbook":
            return _workbook(raw, name, dataset)
        return _text(decode(raw), name, dataset)
    except Unreadable as refused:
        return Reading(name, findings=(refused.finding,))


def good_rows(found: Iterable[Record], layout: Layout, findings: list[Finding]) -> Iterator[Row]:
    """The rows below the headings that have a cell for each; the ragged ones become findings."""
    width = len(layout.headings)
    for line, cells in found:
        if line <= layout.header_line or not any(map(str.strip, cells)):
            continue
        count = len(cells) if len(cells) == width else _filled(cells, width)
        if count == width:
            yield line, tuple(cells[:width])
        else:
            rule = "row_too_long" if count > width else "row_too_short"
            findings.append(error(rule, line=line, cells=count, headings=width))


def _filled(cells: Sequence[str], least: int) -> int:
    """How many cells there are without the empty ones beyond `least`."""
    count = len(cells)
    while count > least and not cells[count - 1].strip():
        count -= 1
    return count


def _text(text: Text, name: str, dataset: Dataset) -> Reading:
    layout = layout_of_text(text, dataset)
    top = top_records(text, layout.delimiter)[:PREVIEW_LINES]
    preview = tuple((line, tuple(cells)) for line, cells in top)
    found = [*text.findings, *layout.findings(dataset)]
    if len(text.raw) >= BULK_BYTES_LEAST:
        rows, unread = (), text
    else:
        rows, unread = _all_rows(records(text, layout.delimiter), layout, found), None
    return Reading(
        name,
        text.encoding,
        layout=layout,
        rows=rows,
        text=unread,
        may_hold_controls=text.holds_controls,
        preview=preview,
        findings=tuple(found),
    )


def _workbook(raw: bytes, name: str, dataset: Dataset) -> Reading:
    for sheet in sheets(raw):
        layout = layout_of_rows(sheet.rows, dataset)
        if layout is not None:
            found = [*layout.findings(dataset), *_sheet_findings(sheet, layout)]
            rows = _all_rows(sheet.rows, layout, found)
            preview = tuple((line, tuple(cells)) for line, cells in sheet.rows[:PREVIEW_LINES])
            return Reading(name, "workbook", sheet.name, layout, rows, preview=preview, findings=tuple(found))
    raise Unreadable(no_header(dataset))


def _all_rows(found: Iterable[Record], layout: Layout, findings: list[Finding]) -> tuple[Row, ...]:
    try:
        rows = tuple(good_rows(found, layout, findings))
    except Unreadable as refused:
        findings.append(refused.finding)
        return ()
    if not rows and not has_errors(findings):
        findings.append(error("no_rows", line=layout.header_line))
    return rows


def _sheet_findings(sheet: Sheet, layout: Layout) -> Iterator[Finding]:
    if sheet.others:
        yield warning("other_sheets", value=sheet.name, sheets=sheet.others)
    yield from _cell_findings("spreadsheet_error", sheet.facts.errors, layout)
    yield from _cell_findings("formula_not_calculated", sheet.facts.uncalculated, layout)


def _cell_findings(rule: str, cells: Iterable[Cell], layout: Layout) -> Iterator[Finding]:
    for line, number in sorted(cells):
        name = layout.column_at(number - 1)
        if line > layout.header_line and name is not None:
            yield error(rule, line=line, column=name)

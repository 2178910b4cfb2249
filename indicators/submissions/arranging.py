"""Rows of every form into `staged` as one row a figure, and what is found in them back to the lines and columns of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indicators.datasets import Dataset
from indicators.store.tables import literal
from indicators.submissions import download_rows, wide
from indicators.submissions.delimited import records
from indicators.submissions.findings import Finding, Unreadable, error
from indicators.submissions.layout import Layout
from indicators.submissions.preview import Change, Preview, text_of
from indicators.submissions.publishers_indicators import OurIndicator, Ours
from indicators.submissions.reading import Reading, Row, good_rows
from indicators.submissions.staging import stage, stage_rows
from indicators.submissions.statements import listed
from indicators.submissions.workspace import Workspace


@dataclass(frozen=True)
class Arranged:
    """A file whose rows are staged: the columns that they have (none where they could not be), and what was found."""

    reading: Reading
    columns: tuple[str | None, ...]
    findings: tuple[Finding, ...]

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """What was found in the staged rows, told of the lines and columns of the file."""
        if self.reading.layout is None or self.reading.form != "wide":
            return iter(findings)
        return wide.of_cells(findings, self.reading.layout.headings)

    def with_lines(self, preview: Preview) -> Preview:
        """The changes told of the lines of the file."""
        if self.reading.form != "wide":
            return preview
        return replace(preview, changes=tuple(map(_with_line, preview.changes)))


def _with_line(change: Change) -> Change:
    return replace(change, line=wide.line_of(change.line))


def arrange(work: Workspace, reading: Reading, declared: Dataset) -> Arranged:
    """Make `staged` of the rows of a reading, one row a figure, whatever the form in which they came."""
    layout = reading.layout
    if layout is None:
        raise ValueError(f"{reading.file_name} has no table to stage")
    if layout.form == "long":
        return Arranged(reading, reading.columns, stage(work, reading, declared))
    if reading.is_large:
        work.use_disk()
    found: list[Finding] = []
    try:
        if layout.form == "wide":
            columns = _cells(work, layout, _rows(reading, layout, found), declared)
        else:
            columns = _figures(work, layout, reading, declared, found)
    except Unreadable as refused:
        return Arranged(reading, (), (*found, refused.finding))
    if not found and not work.run("staged_count")[0][0]:
        found.append(error("no_rows", line=layout.header_line))
    return Arranged(reading, columns, tuple(found))


def _rows(reading: Reading, layout: Layout, found: list[Finding]) -> Iterable[Row]:
    if reading.text is None:
        return reading.rows
    return good_rows(records(reading.text, layout.delimiter or ","), layout, found)


def _cells(work: Workspace, layout: Layout, rows: Iterable[Row], declared: Dataset) -> tuple[str, ...]:
    """Stage the cells of a wide table."""
    periods = wide.written_periods(layout.headings, layout.periods)
    columns = wide.kept_columns(layout.columns)
    stage_rows(work, wide.cells_as_rows(rows, layout.columns, periods), columns, declared)
    return columns


def _figures(
    work: Workspace, layout: Layout, reading: Reading, declared: Dataset, found: list[Finding]
) -> tuple[str, ...]:
    """Stage the lines of a publisher's download that are figures of ours."""
    publisher = layout.form
    ours = Ours(publisher, (OurIndicator(*row) for row in work.run("our_indicators")))
    areas = {code for (code,) in work.run("known_names", stored="stored_area", column="area_code")}
    lines = download_rows.sort_lines(
        _rows(reading, layout, found), layout.headings, publisher, ours, frozenset(areas)
    )
    found += lines.findings(publisher, layout.header_line)
    stored = _stored(work, {each.indicator.code for each in lines.chosen}, declared)
    rows = download_rows.as_rows(lines.chosen, publisher, reading.file_name, stored)
    stage_rows(work, rows, download_rows.COLUMNS, declared)
    return download_rows.COLUMNS


def _stored(
    work: Workspace, codes: Iterable[str], declared: Dataset
) -> dict[download_rows.Key, download_rows.Figure]:
    """The figures in force of these indicators, as texts by their key."""
    rows = work.run(
        "our_figures",
        columns=listed(download_rows.COLUMNS),
        codes=", ".join(map(literal, ("", *codes))),
        key=listed(declared.key),
    )
    figures = (dict(zip(download_rows.COLUMNS, map(text_of, row), strict=True)) for row in rows)
    return {(each["indicator_code"], each["area_code"], each["period"]): each for each in figures}

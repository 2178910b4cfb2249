"""The wide layout: periods as columns, one line a series. Each filled cell under a period becomes a row of its own.

A cell is numbered by its line and its column, so that what is found in the row can be told of the cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from indicators.datasets import Dataset
from indicators.periods import Period, PeriodError, parse
from indicators.store.rows import REMOVE
from indicators.submissions import headings as headings_of
from indicators.submissions.findings import Finding, Unreadable, error, warning
from indicators.submissions.limits import COLUMNS_MOST, WIDE_CELLS_MOST

PERIOD, VALUE = "period", "value"
# What belongs to one figure and not to a whole line cannot stand beside several.
_OF_ONE_FIGURE = frozenset({"numerator", "denominator", "lower", "upper", "source_period", REMOVE})
_OF_THE_CELL = frozenset({VALUE, PERIOD})
_PLACES = COLUMNS_MOST + 1
_LINES_MOST = (2**31 - 1) // _PLACES  # rows are numbered in 32 bits


def can_be_wide(dataset: Dataset) -> bool:
    """Whether rows of the dataset are single values of periods."""
    return PERIOD in dataset.key and VALUE in dataset.columns


def period_columns(
    headings: Sequence[str], columns: Sequence[str | None], dataset: Dataset
) -> dict[int, Period | PeriodError]:
    """The places of the headings that are periods, or are meant for one that cannot be told; none where rows have one.

    >>> from indicators.datasets import dataset
    >>> period_columns(("Indicator", "Q1 2008/09"), ("indicator_code", None), dataset("observation"))
    {1: Period(start=datetime.date(2008, 4, 1), length='P3M')}
    """
    if not can_be_wide(dataset) or PERIOD in columns:
        return {}
    found: dict[int, Period | PeriodError] = {}
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        if column is None and (read := _read(heading)) is not None:
            found[place] = read
    return found


def _read(heading: str) -> Period | PeriodError | None:
    try:
        return parse(heading)
    except PeriodError as refused:
        return None if refused.code in ("not_a_period", "blank") else refused


def heading_findings(
    headings: Sequence[str],
    columns: Sequence[str | None],
    periods: Mapping[int, Period | PeriodError],
    line: int,
    dataset: Dataset,
) -> tuple[Finding, ...]:
    """That the file is read as wide, and what is wrong with its headings."""
    others = [place for place in range(len(headings)) if place not in periods]
    usual = headings_of.findings(
        [headings[place] for place in others],
        [*(columns[place] for place in others)],
        line,
        dataset,
    )
    of_the_cell = [] if VALUE in columns else [VALUE]
    kept = [
        each for each in usual if each.rule != "missing_column" or each.column not in (*of_the_cell, PERIOD)
    ]
    mixed = [name for name in columns if name in _OF_ONE_FIGURE or name == VALUE]
    return (
        *([_told(periods, line)] if not mixed else []),
        *kept,
        *(error("mixed_layout", line=line, column=name, periods=len(periods)) for name in mixed),
        *_unclear(headings, periods, line),
        *_repeated(headings, periods, line),
    )


def _told(periods: Mapping[int, Period | PeriodError], line: int) -> Finding:
    read = sorted(each for each in periods.values() if isinstance(each, Period))
    first, last = (read[0].label, read[-1].label) if read else ("", "")
    return warning("read_as_wide", line=line, periods=len(periods), first=first, last=last)


def _unclear(
    headings: Sequence[str], periods: Mapping[int, Period | PeriodError], line: int
) -> Iterator[Finding]:
    for place, read in periods.items():
        if isinstance(read, PeriodError):
            figures = {"reason": read.code, **read.figures}
            yield error("not_a_period", line=line, column=headings[place], value=headings[place], **figures)


def _repeated(
    headings: Sequence[str], periods: Mapping[int, Period | PeriodError], line: int
) -> Iterator[Finding]:
    first: dict[Period, int] = {}
    for place, read in periods.items():
        if isinstance(read, Period) and first.setdefault(read, place) != place:
            yield error("repeated_period", line=line, column=headings[place], other=headings[first[read]])


def written_periods(headings: Sequence[str], periods: Mapping[int, Period | PeriodError]) -> dict[int, str]:
    """The period of each place as its rows have it: the code, or a day as it is written, for that may stand for more."""
    return {
        place: headings[place] if each.kind == "day" else each.code
        for place, each in periods.items()
        if isinstance(each, Period)
    }


def cells_as_rows(
    rows: Iterable[tuple[int, Sequence[str]]],
    columns: Sequence[str | None],
    periods: Mapping[int, str],
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a wide table: those of `kept_columns`, then period and value; an empty cell is none.

    `periods` are the periods of the places that have one, as `written_periods` gives them.

    Raises:
        Unreadable: `too_many_cells` (most).
    """
    kept = [place for place, column in enumerate(columns) if column is not None]
    count = 0
    for line, cells in rows:
        of_the_line = tuple(cells[place] for place in kept)
        for place, period in periods.items():
            if cells[place].strip():
                count += 1
                if count > WIDE_CELLS_MOST or line > _LINES_MOST:
                    raise Unreadable(error("too_many_cells", line=line, most=WIDE_CELLS_MOST))
                yield line * _PLACES + place, (*of_the_line, period, cells[place])


def kept_columns(columns: Sequence[str | None]) -> tuple[str, ...]:
    """The declared columns of the rows that `cells_as_rows` makes."""
    return (*(column for column in columns if column is not None), PERIOD, VALUE)


def of_cells(findings: Iterable[Finding], headings: Sequence[str]) -> Iterator[Finding]:
    """Findings about such rows as findings about their lines and columns; what is said of a line is said once."""
    told: set[tuple[int | None, str | None, str | None, str]] = set()
    for finding in findings:
        placed = _placed(finding, headings)
        about = (placed.line, placed.column, placed.value, placed.rule)
        if placed.line is None or about not in told:
            told.add(about)
            yield placed


def line_of(number: int) -> int:
    """The line of the file on which the cell with this number stands."""
    return number // _PLACES


def _placed(finding: Finding, headings: Sequence[str]) -> Finding:
    if finding.line is None:
        return finding
    line, place = divmod(finding.line, _PLACES)
    figures = finding.figures
    if "first_line" in figures:
        figures = {**figures, "first_line": line_of(figures["first_line"])}
    is_of_the_cell = finding.column in _OF_THE_CELL or finding.rule == "duplicate_key"
    column = headings[place] if is_of_the_cell else finding.column
    return replace(finding, line=line, column=column, figures=figures)

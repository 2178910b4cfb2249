"""The sender's own file back, with what was found beside each line."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from indicators.submissions.delimited import Record, records
from indicators.submissions.encoding import decode
from indicators.submissions.findings import Finding, Unreadable
from indicators.submissions.reading import Reading
from indicators.submissions.values import number
from indicators.submissions.workbook import sheets

_FORMULA_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n")
_BETWEEN = "; "


def annotated(
    raw: bytes,
    reading: Reading,
    findings: Iterable[Finding],
    *,
    heading: str,
    sentence: Callable[[Finding], str],
) -> bytes | None:
    """The file as CSV with one more column; a workbook comes back as CSV of the sheet that was read.

    Lines, titles and unknown columns stay where they are; the new column is the first free one. What concerns the file as a whole stands beside the headings.
    Cells that a spreadsheet would take for a formula get an apostrophe in front; negative numbers stay numbers.

    Args:
        raw: the file as received.
        reading: what `read` made of it.
        findings: what was found.
        heading: the heading of the new column.
        sentence: the words for a finding.

    Returns:
        UTF-8 with a byte-order mark, under the delimiter of the file; None where no table was found in it, or not all of it could be read.
    """
    if reading.header_line is None:
        return None
    words: dict[int, list[str]] = defaultdict(list)
    words[reading.header_line].append(heading)
    for finding in findings:
        words[finding.line or reading.header_line].append(sentence(finding))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=reading.delimiter or ",")
    try:
        width = max(_filled(cells) for _, cells in _records(raw, reading))
        for line, cells in _records(raw, reading):
            padded = [*cells[:width], *[""] * (width - len(cells))]
            writer.writerow(map(harmless, [*padded, _BETWEEN.join(words.get(line, ()))]))
    except Unreadable:
        return None
    return text.getvalue().encode("utf-8-sig")


def _records(raw: bytes, reading: Reading) -> Iterable[Record]:
    if reading.delimiter is not None:
        return records(decode(raw), reading.delimiter)
    return next(sheet.rows for sheet in sheets(raw) if sheet.name == reading.sheet)


def _filled(cells: Sequence[str]) -> int:
    """How many cells there are without the empty ones at the end."""
    return next((count for count in range(len(cells), 0, -1) if cells[count - 1].strip()), 0)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what begins like one and is no number."""
    if cell.startswith(_FORMULA_STARTERS) and number(cell.strip()).rule is not None:
        return f"'{cell}"
    return cell

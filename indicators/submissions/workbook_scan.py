"""What the reader of workbooks does not tell: extent, percentages, error values, formulas never calculated.

The reader hands over 0.125 for a cell shown as 12.5%, nothing for #N/A, and fills the whole rectangle between the first and
the last cell; so every sheet is looked through before it is read, and no further than to the first row or cell too many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from indicators.submissions.findings import Unreadable, error
from indicators.submissions.limits import WORKBOOK_CELLS_MOST, WORKBOOK_ROWS_MOST

Cell = tuple[int, int]  # row and column, both from 1

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BUILT_IN_PERCENTAGES = {"9", "10"}
_QUOTED = re.compile(r'"[^"]*"|\\.')  # literal text in a number format, where % means nothing
_LETTERS = 26


@dataclass
class SheetFacts:
    """One sheet: how far it reaches, how many cells it fills, and the cells that need more than their value."""

    rows: int = 0
    columns: int = 0
    filled: int = 0
    shared_texts: int = 0
    percentages: set[Cell] = field(default_factory=set)
    errors: set[Cell] = field(default_factory=set)
    uncalculated: set[Cell] = field(default_factory=set)


def scan_sheet(pieces: Iterable[bytes], percentage_styles: set[str]) -> SheetFacts:
    """The facts of one sheet.

    Raises:
        Unreadable: `broken_workbook`, or `workbook_too_large` (rows or cells, most).
    """
    scan = _SheetScan(percentage_styles)
    _walk(pieces, scan.start)
    scan.finish_cell()
    return scan.facts


class _SheetScan:
    def __init__(self, percentage_styles: set[str]) -> None:
        self.facts = SheetFacts()
        self._percentage_styles = percentage_styles
        self._row = self._column = self._cells = 0
        self._attributes: dict[str, str] | None = None
        self._has_value = self._has_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "v" or name == "is":  # noqa: PLR1714  (called for every element: the quicker form)
            self._has_value = True
        elif name == "c":
            self.finish_cell()
            self._begin_cell(attributes)
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self.finish_cell()
            self._begin_row(attributes)

    def finish_cell(self) -> None:
        if self._attributes is not None and (self._has_value or self._has_formula):
            self._note_cell(self._attributes)
        self._attributes = None
        self._has_value = self._has_formula = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", str(self._row + 1))
        if not re.fullmatch(r"[1-9][0-9]{0,6}", number):
            raise Unreadable(error("broken_workbook", part=f"row {number}"))
        self._row, self._column = int(number), 0
        bound("rows", self._row, WORKBOOK_ROWS_MOST)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._cells += 1
        bound("cells", self._cells, WORKBOOK_CELLS_MOST)  # empty ones too: they take as long to look at
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
            return
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise Unreadable(error("broken_workbook", part=f"cell {reference}"))
        self._row, self._column = int(found[2]), column_number(found[1])

    def _note_cell(self, attributes: dict[str, str]) -> None:
        facts, cell = self.facts, (self._row, self._column)
        facts.filled += 1
        facts.rows = max(facts.rows, self._row)
        facts.columns = max(facts.columns, self._column)
        bound("rows", facts.rows, WORKBOOK_ROWS_MOST)
        bound("cells", facts.rows * facts.columns, WORKBOOK_CELLS_MOST)
        kind = attributes.get("t", "n")
        if kind == "s":
            facts.shared_texts += 1
        elif kind == "e":
            facts.errors.add(cell)
        elif not self._has_value:
            facts.uncalculated.add(cell)
        elif kind == "n" and attributes.get("s") in self._percentage_styles:
            facts.percentages.add(cell)


def percentage_styles(pieces: Iterable[bytes]) -> set[str]:
    """The numbers of the cell styles that show a value as a percentage."""
    percentages = set(_BUILT_IN_PERCENTAGES)
    styles: list[str] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt" and "%" in _QUOTED.sub("", attributes.get("formatCode", "")):
            percentages.add(attributes.get("numFmtId", ""))
        elif name in ("cellXfs", "cellStyleXfs", "dxfs", "cellStyles"):
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            styles.append(attributes.get("numFmtId", "0"))

    _walk(pieces, start)
    return {str(number) for number, style in enumerate(styles) if style in percentages}


def longest_shared_text(pieces: Iterable[bytes]) -> int:
    """The length of the longest of the shared texts; 0 without any.

    Raises:
        Unreadable: `broken_workbook`, or `workbook_too_large` (texts, most).
    """
    lengths = [0]

    def start(name: str, _: dict[str, str]) -> None:
        if name == "si":
            bound("texts", len(lengths), WORKBOOK_CELLS_MOST)
            lengths.append(0)

    def characters(text: str) -> None:
        lengths[-1] += len(text)

    _walk(pieces, start, characters)
    return max(lengths)


def elements(pieces: Iterable[bytes]) -> Iterator[tuple[str, dict[str, str]]]:
    """The names and attributes of all elements of a small part, prefixes of names left out."""
    found: list[tuple[str, dict[str, str]]] = []
    _walk(pieces, lambda name, attributes: found.append((name, attributes)))
    return iter(found)


def bound(what: str, count: int, most: int) -> None:
    """Raise `workbook_too_large` (what, most) where there is more of something than can be read."""
    if count > most:
        raise Unreadable(error("workbook_too_large", **{what: count, "most": most}))


def column_number(letters: str) -> int:
    """The number of a column from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _walk(
    pieces: Iterable[bytes],
    start: Callable[[str, dict[str, str]], None],
    characters: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.StartDoctypeDeclHandler = _refuse_declarations
    if characters is not None:
        parser.buffer_text = True
        parser.CharacterDataHandler = characters
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise Unreadable(error("broken_workbook", part=f"line {fault.lineno}")) from fault


def _refuse_declarations(*_: object) -> None:
    raise Unreadable(error("broken_workbook", part="DOCTYPE"))

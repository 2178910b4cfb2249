"""What a printed report holds, whatever the file: headings, paragraphs, lists, key figures, tables, charts.

A document is made once and written as DOCX or PDF by `indicators.reports.document_file`. It holds ready words only; a
writer adds none but the page numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

DEEPEST = 3
Look = Literal["body", "lead", "quiet"]
Density = Literal["normal", "compact"]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 divides the document, the title of which stands above all of them."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: the body, a lead in larger type, or a quiet remark. `label` is a word or two in bold before it."""

    text: str
    look: Look = "body"
    label: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list, with bullets or with numbers."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Missing:
    """What a reader would look for here and why it is not there; drawn as a box of its own."""

    text: str


@dataclass(frozen=True)
class KeyFigure:
    """One figure in large type: what it is, the figure with its unit, and what it must be read with."""

    label: str
    figure: str
    note: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """Two to four figures beside one another."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Facts:
    """Short pairs of a term and what it is."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table with its caption; the first row is repeated on each page.

    `numeric` are the columns, counted from 0, whose cells stand at the right. `widths` are the shares of the columns in the
    width, in any unit; without them each column takes what its words need. `note` stands under the table.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what no table can be.

        Raises:
            ValueError: no column, a row or widths of another length, or a numeric column that is not there.
        """
        many = len(self.columns)
        if not many:
            raise ValueError(f"{self.caption!r}: a table without a column")
        astray = [len(row) for row in self.rows if len(row) != many]
        if astray:
            raise ValueError(f"{self.caption!r}: {many} columns, and rows of {sorted(set(astray))} cells")
        if self.widths and len(self.widths) != many:
            raise ValueError(f"{self.caption!r}: {many} columns and {len(self.widths)} widths")
        if any(not 0 <= column < many for column in self.numeric):
            raise ValueError(f"{self.caption!r}: {many} columns, of which {sorted(self.numeric)} are numeric")


@dataclass(frozen=True)
class Chart:
    """A chart under its finding.

    `figure` is a plain dict in Plotly's JSON shape, as the functions of `indicators.charts` give it, in light colours. `alt`
    says in words everything that is drawn. `source` stands under it. The figures themselves belong into a table nearby.
    """

    finding: str
    figure: dict
    alt: str
    source: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Missing | KeyFigures | Facts | Table | Chart | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole report.

    `lines` stand under the title: what it is of, as recorded at which moment, from which sources. `footer` stands at the foot
    of every page, beside the number of the page. `dated` is the day that the figures were recorded by: it goes into the
    properties of the file instead of the clock's time, so that the same figures give the same bytes. A compact document has
    smaller type and narrower margins.
    """

    title: str
    lines: tuple[str, ...]
    footer: str
    dated: date
    blocks: tuple[Block, ...]
    density: Density = "normal"

    def __post_init__(self) -> None:
        """Refuse what a reader with a screen reader could not find the way in.

        Raises:
            ValueError: no title, or a heading that skips a level.
        """
        if not self.title.strip():
            raise ValueError("a document without a title")
        above = 0
        for each in self.blocks:
            if isinstance(each, Heading):
                if not 1 <= each.level <= min(above + 1, DEEPEST):
                    raise ValueError(f"heading {each.text!r} has level {each.level} under level {above}")
                above = each.level


def table(
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numeric: Collection[int] = (),
    widths: Sequence[float] = (),
    note: str = "",
) -> Table:
    """A table from any sequences."""
    return Table(caption, tuple(columns), tuple(map(tuple, rows)), frozenset(numeric), tuple(widths), note)

"""A document as DOCX: real headings, lists and tables, pictures with their alt text, British English, no machine's clock."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Docx
from docx.shared import Cm

from indicators.charts.drawing import drawing
from indicators.reports.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    KeyFigures,
    Missing,
    PageBreak,
    Paragraph,
    Table,
)
from indicators.reports.document_typst import picture
from indicators.reports.docx_lists import new_numbers, number_by
from indicators.reports.docx_package import same_bytes
from indicators.reports.docx_styles import dress, set_footer, set_properties
from indicators.reports.docx_tables import add_key_figures, add_table
from indicators.wording.writable import writable

TEXT_WIDTH = {"normal": Cm(16.6), "compact": Cm(17.4)}


def docx_file(document: Document) -> bytes:
    """The document as DOCX.

    Raises:
        ValueError: a chart that draws what our charts do not.
    """
    file = docx.Document()
    dress(file, document.density)
    set_properties(file, document)
    set_footer(file, writable(document.footer), TEXT_WIDTH[document.density])
    say(file, document.title, "Title")
    for line in document.lines:
        say(file, line, "Quiet")
    for block in document.blocks:
        _writer(block)(file, block, document)
    made = BytesIO()
    file.save(made)
    return same_bytes(made.getvalue())


def say(file: Docx, text: str, style: str, *, label: str = "") -> Any:
    """A paragraph of a style, with a label in bold before its text where there is one."""
    paragraph = file.add_paragraph(style=style)
    if label:
        paragraph.add_run(f"{writable(label)} ").bold = True
    paragraph.add_run(writable(text))
    return paragraph


def _writer(block: Block) -> Callable[[Docx, Any, Document], None]:
    return {
        Heading: _heading,
        Paragraph: _paragraph,
        Bullets: _bullets,
        Missing: _missing,
        KeyFigures: _key_figures,
        Facts: _facts,
        Table: _table,
        Chart: _chart,
        PageBreak: _page_break,
    }[type(block)]


def _heading(file: Docx, block: Heading, _: Document) -> None:
    say(file, block.text, f"Heading {block.level}")


def _paragraph(file: Docx, block: Paragraph, _: Document) -> None:
    say(file, block.text, {"body": "Normal", "lead": "Lead", "quiet": "Quiet"}[block.look], label=block.label)


def _bullets(file: Docx, block: Bullets, _: Document) -> None:
    numbered = new_numbers(file) if block.numbered else None
    for item in block.items:
        paragraph = say(file, item, "List Number" if block.numbered else "List Bullet")
        if numbered is not None:
            number_by(paragraph, numbered)


def _missing(file: Docx, block: Missing, _: Document) -> None:
    say(file, block.text, "Missing")


def _key_figures(file: Docx, block: KeyFigures, document: Document) -> None:
    add_key_figures(file, block, TEXT_WIDTH[document.density])


def _facts(file: Docx, block: Facts, _: Document) -> None:
    for term, what in block.pairs:
        say(file, what, "Fact", label=term)


def _table(file: Docx, block: Table, document: Document) -> None:
    say(file, block.caption, "Caption")
    add_table(file, block, TEXT_WIDTH[document.density])
    say(file, block.note, "Quiet")


def _chart(file: Docx, block: Chart, document: Document) -> None:
    say(file, block.finding, "Caption")
    paragraph = say(file, "", "Chart")
    drawn = paragraph.add_run().add_picture(
        BytesIO(picture(drawing(block.figure))), width=TEXT_WIDTH[document.density]
    )
    # What a screen reader says instead of the picture.
    drawn._inline.docPr.set("descr", writable(block.alt))  # noqa: SLF001 - python-docx has no name for it
    if block.source:
        say(file, block.source, "Quiet")


def _page_break(file: Docx, _: PageBreak, __: Document) -> None:
    file.add_page_break()

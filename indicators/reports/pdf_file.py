"""A document as PDF: tagged, with title and language, its charts as lines; the same document gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

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
from indicators.reports.document_columns import column_shares
from indicators.reports.document_typst import FONT, set_pages
from indicators.wording import document as words
from indicators.wording.screens import APP
from indicators.wording.writable import writable

# What the template calls each kind of block.
KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Bullets: "bullets",
    Missing: "missing",
    KeyFigures: "key_figures",
    Facts: "facts",
    Table: "table",
    Chart: "chart",
    PageBreak: "page_break",
}
TEMPLATE = Path(__file__).with_name("pdf_document.typ")


def pdf_file(document: Document) -> bytes:
    """The document as a tagged PDF that keeps to PDF/UA-1.

    Raises:
        ValueError: a chart that draws what our charts do not.
    """
    content = {
        "title": document.title,
        "author": APP,
        "font": FONT,
        "lines": document.lines,
        "footer": document.footer,
        "page": words.PAGE,
        "of": words.OF,
        "dated": (document.dated.year, document.dated.month, document.dated.day),
        "density": document.density,
        "blocks": [_block(each) for each in document.blocks],
    }
    return set_pages(_template(), json.dumps(_written(content), ensure_ascii=False).encode("utf-8"))


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _block(block: Block) -> dict[str, Any]:
    """A block as the template reads it."""
    name = KINDS[type(block)]
    said = {field.name: getattr(block, field.name) for field in fields(block)}
    if isinstance(block, Table):
        said |= {"numeric": sorted(block.numeric), "widths": column_shares(block)}
    if isinstance(block, Chart):
        said["svg"] = drawing(said.pop("figure"))
    return {"kind": name, **said}


def _written(value: Any) -> Any:
    """Dataclasses as dicts, and every text as a file can hold it."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, dict):
        return {key: _written(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_written(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: _written(getattr(value, field.name)) for field in fields(value)}
    return value

"""Numbered lists that each begin at 1."""

from __future__ import annotations

from typing import Any

from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from indicators.reports.docx_xml import made


def new_numbers(file: Docx) -> int:
    """A numbering of its own after the form of the style List Number; its id."""
    numbering = file.part.numbering_part.element
    of_style = file.styles["List Number"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    form = next(
        num.find(qn("w:abstractNumId")).get(qn("w:val"))
        for num in numbering.findall(qn("w:num"))
        if num.get(qn("w:numId")) == of_style
    )
    number: Any = numbering.add_num(int(form))
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return number.numId


def number_by(paragraph: Paragraph, numbers: int) -> None:
    """Let a paragraph count in one numbering."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no name for it
    properties.append(made("w:numPr", made("w:ilvl", val=0), made("w:numId", val=numbers)))

"""Files read back by other people's readers: what stands in a DOCX and in a PDF."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.table import Table
from pypdf import PdfReader


def words_of_docx(file):
    """All texts in their order, one a paragraph or cell."""
    said = []
    for block in docx.Document(BytesIO(file)).iter_inner_content():
        if isinstance(block, Table):
            said += [
                paragraph.text for row in block.rows for cell in row.cells for paragraph in cell.paragraphs
            ]
        else:
            said.append(block.text)
    return said


def part(file, name):
    """The XML of one part of a DOCX."""
    with ZipFile(BytesIO(file)) as package:
        return package.read(name).decode("utf-8")


def pdf(file):
    return PdfReader(BytesIO(file))


def words_of_pdf(file):
    """All texts of all pages without white space: lines are broken where they fit."""
    return squeezed("".join(page.extract_text() for page in pdf(file).pages))


def squeezed(text):
    """The text without white space."""
    return "".join(text.split())


def structure(file):
    """The kinds of elements in the structure tree of a PDF, in order."""
    kinds = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/S" in node:
                kinds.append(str(node["/S"]).removeprefix("/"))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf(file).trailer["/Root"]["/StructTreeRoot"])
    return kinds

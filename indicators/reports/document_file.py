"""A document as a file of one kind. The library for the kind is loaded when the first document is made."""

from __future__ import annotations

from typing import Literal

from indicators.reports.document import Document

Kind = Literal["pdf", "docx"]
MEDIA: dict[Kind, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def document_file(document: Document, kind: Kind) -> bytes:
    """The document as a file; the same document gives the same bytes.

    Raises:
        ValueError: a chart that draws what our charts do not.
    """
    if kind == "pdf":
        from indicators.reports.pdf_file import pdf_file  # noqa: PLC0415

        return pdf_file(document)
    from indicators.reports.docx_file import docx_file  # noqa: PLC0415

    return docx_file(document)

"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import re
from typing import Literal

from indicators.submissions.findings import Unreadable, error
from indicators.submissions.limits import FILE_BYTES_MOST

FileKind = Literal["text", "workbook"]

_NOT_TABLES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rich_text"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"PAR1", "parquet"),
    (b"SQLite format 3\x00", "database"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # workbooks before 2007, and newer ones under a password
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_MARKUP = re.compile(rb"\s*<(!doctype|html|head|body|table|meta|\?xml|script|svg)", re.IGNORECASE)


def kind_of(raw: bytes) -> FileKind:
    """Whether the bytes are text or a workbook.

    Raises:
        Unreadable: `empty_file`, `file_too_large` (bytes, most), `not_a_table` (kind: image, pdf, web_page ...),
            `encrypted_workbook` or `old_workbook`.
    """
    if not raw:
        raise Unreadable(error("empty_file"))
    if len(raw) > FILE_BYTES_MOST:
        raise Unreadable(error("file_too_large", bytes=len(raw), most=FILE_BYTES_MOST))
    if raw.startswith(_ZIP):
        return "workbook"
    if raw.startswith(_OLE):
        raise Unreadable(error("encrypted_workbook" if _ENCRYPTED_PART in raw else "old_workbook"))
    for beginning, kind in _NOT_TABLES:
        if raw.startswith(beginning):
            raise Unreadable(error("not_a_table", kind=kind))
    if _MARKUP.match(raw.removeprefix(b"\xef\xbb\xbf")):
        raise Unreadable(error("not_a_table", kind="web_page"))
    return "text"

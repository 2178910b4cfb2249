"""Bytes to characters: byte-order mark, then UTF-16 by its zero bytes, then strict UTF-8, else Windows-1252.

Guessing libraries are not asked: on short British files they take £ for a Polish or Japanese letter.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from indicators.submissions.findings import Finding, Unreadable, error, warning
from indicators.submissions.limits import COLUMNS_MOST, LINE_BYTES_MOST

Encoding = Literal["utf-8", "utf-16-le", "utf-16-be", "windows-1252"]

_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_096
_MANY_ZEROS = 0.2  # of the sample; English text in UTF-16 has a half
_PIECE = 1 << 20
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))


@dataclass(frozen=True)
class Text:
    """The characters of a file, decoded as they are read, so that a large file is never held twice."""

    raw: bytes = field(repr=False)
    encoding: Encoding
    start: int = 0  # bytes of the byte-order mark

    def open(self) -> io.TextIOWrapper:
        """The characters from the beginning, line ends as they are."""
        stream = io.BytesIO(self.raw)
        stream.seek(self.start)
        return io.TextIOWrapper(stream, encoding=self.encoding, newline="")

    @cached_property
    def holds_controls(self) -> bool:
        """Whether there may be control characters other than tabs and line ends."""
        return len(self.raw.translate(None, delete=_CONTROLS)) != len(self.raw)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """That the encoding was assumed, where it was: a Macintosh file would be read with wrong accents."""
        return (warning("read_as_windows_1252"),) if self.encoding == "windows-1252" else ()


def decode(raw: bytes) -> Text:
    """The text of `raw` under the encoding that it is written in.

    Raises:
        Unreadable: `line_too_long` (most, columns) for a line without end, `nul_byte` (offset) for a zero byte in the text,
            or `broken_encoding` (encoding, offset) where a byte cannot be read under the encoding that the file declares,
            or under Windows-1252 as the last resort.
    """
    _refuse_endless_line(raw)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _read_through(Text(raw, encoding, len(mark)))
    if encoding := _utf_16_by_zero_bytes(raw[:_SAMPLE]):
        return _read_through(Text(raw, encoding))
    try:
        return _read_through(Text(raw, "utf-8"))
    except Unreadable as refused:
        if refused.finding.rule == "nul_byte":
            raise
        return _read_through(Text(raw, "windows-1252"))


def _refuse_endless_line(raw: bytes) -> None:
    begin = 0
    while len(raw) - begin > LINE_BYTES_MOST:
        window = (begin, begin + LINE_BYTES_MOST)
        end = max(raw.rfind(b"\n", *window), raw.rfind(b"\r", *window))
        if end == -1:
            line = raw.count(b"\n", 0, begin) + 1
            raise Unreadable(error("line_too_long", line=line, most=LINE_BYTES_MOST, columns=COLUMNS_MOST))
        begin = end + 1


def _utf_16_by_zero_bytes(sample: bytes) -> Encoding | None:
    """UTF-16 without a mark: Latin letters have a zero byte after (little-endian) or before (big-endian) each."""
    if sample.count(0) < _MANY_ZEROS * len(sample):
        return None
    before, after = sample[::2].count(0), sample[1::2].count(0)
    if min(before, after) * 4 > max(before, after):
        return None
    return "utf-16-be" if before > after else "utf-16-le"


def _read_through(text: Text) -> Text:
    """The same text, once every byte of it has been decoded and no character is a zero."""
    for offset, characters in _pieces(text):
        if (at := characters.find("\0")) != -1:
            raise Unreadable(error("nul_byte", offset=offset + len(characters[:at].encode(text.encoding))))
    return text


def _pieces(text: Text) -> Iterator[tuple[int, str]]:
    """Each decoded piece, and where it begins in bytes from the beginning of the file."""
    decoder = codecs.getincrementaldecoder(text.encoding)()
    whole = memoryview(text.raw)
    for begin in range(text.start, len(whole), _PIECE):
        piece = whole[begin : begin + _PIECE]
        offset = begin - len(decoder.getstate()[0])  # a character may lie across the cut
        try:
            yield offset, decoder.decode(piece, final=begin + _PIECE >= len(whole))
        except UnicodeDecodeError as fault:
            broken = error("broken_encoding", encoding=text.encoding, offset=offset + fault.start)
            raise Unreadable(broken) from fault

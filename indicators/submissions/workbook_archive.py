"""The zip file that a workbook is: what kind, and no larger unpacked than it may be.

Sizes are measured by unpacking, never taken from the archive's own directory, which a hostile file can make say anything.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from indicators.submissions.findings import Unreadable, error
from indicators.submissions.limits import WORKBOOK_BYTES_MOST, WORKBOOK_PARTS_MOST

WORKBOOK_PART = "xl/workbook.xml"

_LOCAL_HEADER = struct.Struct("<4s22xHH")  # signature, ..., length of name, length of extra field
_LOCAL_SIGNATURE = b"PK\x03\x04"
_ENCRYPTED = 1  # bit of a member's flags
_PIECE = 1 << 20


@dataclass(frozen=True)
class Archive:
    """A zip file all of whose members were unpacked once within bounds."""

    raw: bytes = field(repr=False)
    members: dict[str, zipfile.ZipInfo]

    def part(self, name: str) -> Iterator[bytes]:
        """The unpacked content of a member, piece by piece.

        Raises:
            Unreadable: `broken_workbook` where there is no such member.
        """
        if name not in self.members:
            raise Unreadable(error("broken_workbook", part=name))
        return _unpacked(self.raw, self.members[name])


def open_archive(raw: bytes) -> Archive:
    """The archive, if it is a workbook of cells only and unpacks to a bearable size.

    Raises:
        Unreadable: `broken_workbook`, `encrypted_workbook`, `macro_workbook`, `binary_workbook`, `not_a_table`
            (kind archive), or `workbook_too_large` (bytes or parts, most).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as opened:
            members = opened.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise Unreadable(error("broken_workbook")) from fault
    _refuse_other_kinds(members)
    _refuse_size(raw, members)
    return Archive(raw, {member.filename: member for member in members})


def _refuse_other_kinds(members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename.lower() for member in members}
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unreadable(error("encrypted_workbook"))
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise Unreadable(error("macro_workbook"))
    if "xl/workbook.bin" in names:
        raise Unreadable(error("binary_workbook"))
    if WORKBOOK_PART not in names:
        raise Unreadable(error("not_a_table", kind="archive"))


def _refuse_size(raw: bytes, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > WORKBOOK_PARTS_MOST:
        raise Unreadable(error("workbook_too_large", parts=len(members), most=WORKBOOK_PARTS_MOST))
    unpacked = 0
    for member in members:
        for piece in _unpacked(raw, member):
            unpacked += len(piece)
            if unpacked > WORKBOOK_BYTES_MOST:
                raise Unreadable(error("workbook_too_large", bytes=unpacked, most=WORKBOOK_BYTES_MOST))


def _unpacked(raw: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    packed = _packed(raw, member)
    if member.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(packed)
    else:
        raise Unreadable(error("broken_workbook", part=member.filename))


def _packed(raw: bytes, member: zipfile.ZipInfo) -> memoryview:
    header = raw[member.header_offset : member.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(_LOCAL_SIGNATURE):
        raise Unreadable(error("broken_workbook", part=member.filename))
    _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    begin = member.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    return memoryview(raw)[begin : begin + member.compress_size]


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = packed
    try:
        while not inflater.eof and (piece := inflater.decompress(waiting, _PIECE)):
            yield piece
            waiting = inflater.unconsumed_tail
    except zlib.error as fault:
        raise Unreadable(error("broken_workbook")) from fault

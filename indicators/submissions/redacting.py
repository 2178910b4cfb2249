"""Personal data out of a submission that should not have held it: a text wherever it stands, or the file as received.

Rows keep their columns and their number. What cannot be searched, a workbook, goes whole. The note, the sender and the name
of the file are sealed in the entry's hash: they stay, and whoever removes a text is told where it stands in one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from indicators.datasets import Dataset, Field, dataset
from indicators.store.entry import ROWS, Entry
from indicators.store.errors import HeadMoved, NotRedactable, StoreError
from indicators.store.ledger import Ledger
from indicators.submissions.encoding import decode
from indicators.submissions.file_kind import kind_of
from indicators.submissions.findings import Unreadable

REMOVED = "[removed]"
FILE_REMOVED = b"This file was removed by a redaction; the ledger says when, by whom and why.\n"
_TRIES = 5
SealedField = Literal["note", "by", "file_name"]


class TextNotFound(StoreError):  # noqa: N818  (as the other outcomes of the store)
    """The text stands neither in the rows nor in the file of the entry. Figures: entry."""

    code = "text_not_found"


class FileRemoved(StoreError):  # noqa: N818
    """The file of the entry was removed before. Figures: entry."""

    code = "file_removed"


class TextNotRemovable(StoreError):  # noqa: N818
    """The text stands where another cannot: in the key, a number, a chosen word, a reference. Figures: entry, column."""

    code = "text_not_removable"


class TextSealed(StoreError):  # noqa: N818
    """The text stands only where it cannot be removed, in what the entry's hash seals. Figures: entry, fields."""

    code = "text_sealed"


class NoteRepeatsText(StoreError):  # noqa: N818
    """The reason given repeats what is to be removed, and would be kept for ever. Figures: entry."""

    code = "note_repeats_text"


@dataclass(frozen=True)
class Sealed:
    """Where a text stands for good: the id of an entry, and whether in its note, its sender or the name of its file."""

    entry: str
    field: SealedField


@dataclass(frozen=True)
class Removed:
    """What a redaction did: the entry that records it, in how many cells the text stood, whether the file went whole.

    `elsewhere` are the ids of other entries in which the text still stands; `sealed` is where it still stands in this and
    in others and cannot be removed.
    """

    redaction: Entry
    cells: int
    whole_file: bool
    elsewhere: tuple[str, ...] = ()
    sealed: tuple[Sealed, ...] = ()


def remove_text(ledger: Ledger, entry_id: str, text: str, *, by: str, note: str) -> Removed:
    """Put `[removed]` wherever a text stands in the rows of a submission and in its file.

    Args:
        ledger: the ledger.
        entry_id: the submission's sequence, or how its id or hash begins.
        text: what must go, letter by letter.
        by: who removes it, as stated.
        note: why, without saying it again.

    Raises:
        EntryUnknown: there is no such entry.
        NotRedactable: it is not a submission.
        TextNotFound, TextSealed, TextNotRemovable, NoteRepeatsText: nothing was removed.
        ValueError: the text is blank.
        StoreError: the ledger cannot be read or written.
    """
    if not text.strip():
        raise ValueError("a text to remove that is blank")
    target = _submission(ledger, entry_id)
    if text in note or text in by:
        raise NoteRepeatsText(entry=target.id)
    for attempt in range(_TRIES):
        head = ledger.head()
        rows, cells = without(_content(ledger, target, ROWS), dataset(target.dataset), text, target.id)
        raw, whole_file = _file_without(_content(ledger, target, str(target.raw_file)), text)
        if not cells and raw is None:
            raise _not_found(target, text)
        try:
            done = ledger.append_redaction(
                target.id,
                replacement_rows=rows if cells else None,
                replacement_raw=raw,
                by=by,
                note=note,
                expected_head=head,
            )
        except HeadMoved:
            if attempt == _TRIES - 1:
                raise
            continue  # what was just added may be a redaction of the same rows: begin with what there is now
        elsewhere = tuple(_holding(ledger, text, besides={target.id, done.id}))
        return Removed(done, cells, whole_file, elsewhere, tuple(_sealed(ledger.entries(), text)))
    raise AssertionError("the last attempt returns or raises")


def remove_file(ledger: Ledger, entry_id: str, *, by: str, note: str) -> Removed:
    """Put a sentence in the place of the file as it was received; the rows stay.

    Raises:
        EntryUnknown: there is no such entry.
        NotRedactable: it is not a submission.
        FileRemoved: the file is gone already.
        StoreError: the ledger cannot be read or written.
    """
    target = _submission(ledger, entry_id)
    if _content(ledger, target, str(target.raw_file)) == FILE_REMOVED:
        raise FileRemoved(entry=target.id)
    done = ledger.append_redaction(target.id, replacement_raw=FILE_REMOVED, by=by, note=note)
    return Removed(done, 0, whole_file=True)


def without(rows: bytes, declared: Dataset, text: str, entry_id: str = "") -> tuple[bytes, int]:
    """Canonical rows with `[removed]` for a text, and in how many cells it stood.

    Raises:
        TextNotRemovable: it stands in a cell that must keep what it holds.
    """
    reader = csv.reader(io.StringIO(rows.decode("utf-8"), newline=""))
    header = next(reader, [])
    fields = {field.name: field for field in declared.fields}
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(header)
    count = 0
    for cells in reader:
        for place, cell in enumerate(cells):
            if text in cell:
                if not _is_free(fields.get(header[place]), declared):
                    raise TextNotRemovable(entry=entry_id, column=header[place])
                cells[place] = cell.replace(text, REMOVED)
                count += 1
        writer.writerow(cells)
    return written.getvalue().encode("utf-8"), count


def _is_free(field: Field | None, declared: Dataset) -> bool:
    """Whether a cell may hold any text: a column that is no longer declared may too."""
    if field is None:
        return True
    is_reference = any(key.field == field.name for key in declared.foreign_keys)
    is_plain = field.type == "string" and not field.choices and field.pattern is None
    return is_plain and not is_reference and field.name not in declared.key


def _file_without(raw: bytes, text: str) -> tuple[bytes | None, bool]:
    """The file without the text, None where it does not hold it; and whether it went whole, unsearched."""
    try:
        if kind_of(raw) != "text":
            return FILE_REMOVED, True
        found = decode(raw)
    except Unreadable:
        return FILE_REMOVED, True
    with found.open() as stream:
        content = stream.read()
    cleaned = content
    for written in _as_written(text):
        cleaned = cleaned.replace(written, REMOVED)
    return (None if cleaned == content else raw[: found.start] + cleaned.encode(found.encoding)), False


def _submission(ledger: Ledger, entry_id: str) -> Entry:
    target = ledger.find(entry_id)
    if target.kind != "submission":
        raise NotRedactable(entry=target.id, kind=target.kind)
    return target


def _not_found(target: Entry, text: str) -> StoreError:
    """Why nothing can be removed from an entry whose rows and file do not hold a text."""
    if sealed := tuple(each.field for each in _sealed([target], text)):
        return TextSealed(entry=target.id, fields=sealed)
    return TextNotFound(entry=target.id)


def _sealed(entries: Iterable[Entry], text: str) -> Iterable[Sealed]:
    for entry in entries:
        for field in get_args(SealedField):
            if text in (getattr(entry, field) or ""):
                yield Sealed(entry.id, field)


def _content(ledger: Ledger, entry: Entry, file: str) -> bytes:
    """A file as the newest redaction left it, also while that has yet to replace the first copy."""
    holder = ledger.examination().redactions.latest(entry, file) or entry
    return (ledger.folder / holder.folder_name / file).read_bytes()


def _holding(ledger: Ledger, text: str, *, besides: set[str]) -> Iterable[str]:
    """The ids of submissions whose rows or text files hold a text; what a redaction of one holds goes with it."""
    for entry in ledger.entries():
        if (
            entry.id not in besides
            and entry.kind != "redaction"
            and any(_holds(_content(ledger, entry, file), text) for file in entry.files)
        ):
            yield entry.id


def _holds(content: bytes, text: str) -> bool:
    return any(
        written.encode(encoding, "ignore") in content
        for written in _as_written(text)
        for encoding in ("utf-8", "windows-1252", "utf-16-le")
    )


def _as_written(text: str) -> tuple[str, str]:
    """A text as it may stand in a file: by itself, and inside a quoted cell."""
    return text, text.replace('"', '""')

"""What can go wrong with the store, as a code and its figures; `wording` makes the sentences."""

# The public names say what happened and carry no suffix.
# ruff: noqa: N818

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any


class StoreError(Exception):
    """Base of all errors of the store: `code` says what happened, `figures` hold the particulars."""

    code = "store_error"

    def __init__(self, **figures: Any) -> None:
        self.figures = figures
        particulars = ", ".join(f"{name}={value}" for name, value in figures.items())
        super().__init__(f"{self.code}: {particulars}")


class HeadMoved(StoreError):
    """Somebody appended since the head that the caller looked at. Figures: expected, actual."""

    code = "head_moved"


class LedgerDamaged(StoreError):
    """The ledger may be read but not added to until the named entry is restored. Figures: entry, file, problem, folder."""

    code = "ledger_damaged"


class LedgerBusy(StoreError):
    """Another process held the ledger for longer than we wait. Figures: path, seconds."""

    code = "ledger_busy"


class FolderError(StoreError):
    """A folder cannot be used. Figures: path, reason (`ENOSPC`, `EACCES`, ...)."""

    code = "folder_error"

    @classmethod
    def from_os(cls, error: OSError, path: Path) -> FolderError:
        """The error for `path`, with the reason of the operating system."""
        return cls(path=str(path), reason=reason_of(error))


class LedgerUnwritable(FolderError):
    """Nothing was appended: the ledger's folder cannot be written."""

    code = "ledger_unwritable"


class LedgerUnreadable(FolderError):
    """The ledger's folder cannot be read."""

    code = "ledger_unreadable"


class ProjectionUnwritable(FolderError):
    """The projection's folder cannot be written, so no new version of the data can be shown."""

    code = "projection_unwritable"


class EntryUnknown(StoreError):
    """No entry, or more than one, goes by what was asked for. Figures: asked, found."""

    code = "entry_unknown"


class NotWithdrawable(StoreError):
    """This entry cannot be withdrawn. Figures: entry, reason (`already_withdrawn`, `is_redaction`)."""

    code = "not_withdrawable"


class NeededByOthers(StoreError):
    """Rows that stay in force name what would be gone. Figures: entry, needed_by (ids), rows, named (a tuple of keys)."""

    code = "needed_by_others"


class EditionPublished(StoreError):
    """A published edition of the prevention audit would change, or what it rests on. Figures: entry, editions (a text)."""

    code = "edition_published"


class NotRedactable(StoreError):
    """This entry has no text of its own to redact. Figures: entry, kind."""

    code = "not_redactable"


class MomentUnreadable(StoreError):
    """A text is neither a sequence, nor an entry, nor a date or time. Figures: text."""

    code = "moment_unreadable"


def reason_of(error: OSError) -> str:
    """The symbol of an operating system error: `ENOSPC`, `EACCES`; `EIO` where it has none."""
    return errno.errorcode.get(error.errno or errno.EIO, "EIO")

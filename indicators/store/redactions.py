"""Which bytes a file must have after redactions: the only thing in the ledger that ever changes a stored byte."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from indicators.store.entry import Entry, FileChange


@dataclass(frozen=True)
class Redacted:
    """That a file of an entry was redacted: by which entry, when, by whom and why."""

    entry: str
    file: str
    redaction: str
    recorded_at: datetime
    by: str
    note: str


@dataclass(frozen=True)
class Copy:
    """One place where the text of a redacted file stands: a folder of the ledger and the file's name in it."""

    entry: Entry
    file: str


class Redactions:
    """All redactions of a ledger. A later one of the same file also replaces the copies that earlier ones brought."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Collect the redactions among `entries`, which are in order."""
        self._by_id = {entry.id: entry for entry in entries}
        self._latest: dict[tuple[str, str], Entry] = {}
        self._copies: dict[tuple[str, str], list[Copy]] = {}
        for entry in self._by_id.values():
            for file in entry.redacted_files:
                text = (str(entry.redacts), file)
                self._latest[text] = entry
                self._copies.setdefault(text, []).append(Copy(entry, file))

    @property
    def by(self) -> tuple[str, ...]:
        """The ids of the entries that redact something, in order."""
        return tuple(entry.id for entry in self._by_id.values() if entry.redacted_files)

    def expected(self, entry: Entry) -> dict[str, str]:
        """The SHA-256 that each file of `entry` must have now."""
        return {
            file: latest.redacted_files[file].now if (latest := self.latest(entry, file)) else original
            for file, original in entry.files.items()
        }

    def latest(self, entry: Entry, file: str) -> Entry | None:
        """The newest redaction of the text that stands in `file` of `entry`, if any."""
        return self._latest.get((entry.redacts or entry.id, file))

    def earlier_hashes(self, entry: Entry, file: str) -> set[str]:
        """The hashes that the text had before its redactions; a file with one of them waits to be replaced."""
        text = (entry.redacts or entry.id, file)
        changes: list[FileChange] = [copy.entry.redacted_files[file] for copy in self._copies.get(text, ())]
        return {change.was for change in changes}

    def newest_of_rows(self, rows_file: str) -> int:
        """The sequence of the newest redaction of anybody's rows; 0 when there is none."""
        return max((entry.seq for (_, file), entry in self._latest.items() if file == rows_file), default=0)

    def records(self) -> tuple[Redacted, ...]:
        """Every redaction of every file, in order."""
        return tuple(
            Redacted(str(entry.redacts), file, entry.id, entry.recorded_at, entry.by, entry.note)
            for entry in self._by_id.values()
            for file in entry.redacted_files
        )

"""The chain of entries in a ledger's folder, read: the newest place, the entries, and whether every byte is as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import RLock

from indicators.store import durable
from indicators.store.activity import active_submissions
from indicators.store.entry import MANIFEST, Entry
from indicators.store.errors import EntryUnknown, LedgerUnreadable
from indicators.store.examination import Examination, HashOf, examine, heads_in, left_over_in
from indicators.store.seen import Seen
from indicators.store.verification import EMPTY, Head, Problem, Verification

LONGEST_SEQUENCE = 8
# Fewer letters of a hash would soon mean several entries, or the wrong one.
SHORTEST_PREFIX = 6
# As many digits of a hash as ids hold and people are shown; fewer could be those of another ledger by chance.
_HASH = re.compile(r"[0-9a-f]{12,64}")


class Chain:
    """The entries in `folder`. Reading takes no lock, however many processes append meanwhile."""

    def __init__(self, folder: Path) -> None:
        """The chain in `folder`; a folder that is not there is an empty chain."""
        self.folder = folder
        self._hash_of = durable.RememberedHashes()
        self._seen = Seen()
        self._looking = RLock()

    def head(self) -> Head:
        """The newest place of the chain, by the names of the folders alone.

        Raises:
            LedgerUnreadable: the folder cannot be listed.
        """
        try:
            return next(reversed(heads_in(self.folder)), EMPTY)
        except OSError as error:
            raise LedgerUnreadable.from_os(error, self.folder) from error

    def examination(self, *, whole: bool = False) -> Examination:
        """What the files say now; a file that has not been touched since it was last read is not read again.

        The first look is at everything. A later one is at what is new, at what was wrong and at the next few of the
        other entries in turn, so that it costs the same however long the ledger is; with `whole` it is at everything.

        Raises:
            LedgerUnreadable: the folder cannot be listed.
        """
        with self._looking:
            # A look that fails leaves nothing behind that the next one could rely on.
            seen, self._seen = Seen() if whole else self._seen, Seen()
            found = self._examine(self._hash_of, seen)
            self._seen = seen
            return found

    def entries(self) -> tuple[Entry, ...]:
        """All entries whose manifest can be trusted, in order."""
        return self.examination().entries

    def problems(self) -> tuple[Problem, ...]:
        """What is damaged, as far as it can be told without reading unchanged files again."""
        return self.examination().problems

    def find(self, asked: str | int) -> Entry:
        """The entry with this sequence, or whose id or hash begins so.

        Raises:
            EntryUnknown: none does, or several do.
        """
        return find_entry(self.entries(), asked)

    def find_same_content(
        self, dataset: str, *, raw_sha256: str | None = None, rows_sha256: str | None = None
    ) -> Entry | None:
        """The newest submission to `dataset` that counts and has the same file or the same rows, if any."""
        for entry in reversed(active_submissions(self.entries())):
            same_raw = raw_sha256 is not None and entry.raw_sha256 == raw_sha256
            same_rows = rows_sha256 is not None and entry.rows_sha256 == rows_sha256
            if entry.dataset == dataset and (same_raw or same_rows):
                return entry
        return None

    def verify(
        self, head: str | None = None, *, on_entry: Callable[[int], None] | None = None
    ) -> Verification:
        """Read every byte again; with `head`, the hash on a receipt, see too that the chain is not cut off before it.

        The first digits of the hash are enough, where `is_hash` takes them for one.
        `on_entry` is told, as the reading goes on, how many manifests have been read so far.

        Raises:
            LedgerUnreadable: the folder cannot be listed.
        """
        found = self._examine(durable.file_sha256 if on_entry is None else _telling(on_entry))
        problems = found.problems
        if head is not None and place_of(head, (EMPTY, *found.heads)) is None:
            problems = (*problems, Problem("", None, "head_missing", {"head": head}))
        return Verification(
            ok=not problems,
            problems=problems,
            head=max(found.heads, default=EMPTY),
            entries=len(found.heads),
            redactions=found.redactions.records(),
            left_over=self.left_over(),
        )

    def left_over(self) -> int:
        """How many entries were begun and never became part of the chain; the next append clears them away.

        Raises:
            LedgerUnreadable: the folder cannot be listed.
        """
        try:
            return left_over_in(self.folder)
        except OSError as error:
            raise LedgerUnreadable.from_os(error, self.folder) from error

    def _examine(self, hash_of: HashOf, seen: Seen | None = None) -> Examination:
        try:
            while True:
                heads = heads_in(self.folder)
                found = examine(self.folder, hash_of, seen)
                # Without a lock an append may fall between our listing and our reading; then look again.
                if not found.problems or heads_in(self.folder) == heads:
                    return found
        except OSError as error:
            raise LedgerUnreadable.from_os(error, self.folder) from error


def is_hash(text: str) -> bool:
    """Whether a text is the hash of an entry, or at least its first 12 digits."""
    return _HASH.fullmatch(text.strip().lower()) is not None


def place_of(head: str, places: Iterable[Head]) -> Head | None:
    """The place of the chain that has this hash, or one that begins so; none where `head` is not one as `is_hash` takes it."""
    begins = head.strip().lower()
    return next((place for place in places if place.hash.startswith(begins)), None) if is_hash(head) else None


def _telling(on_entry: Callable[[int], None]) -> HashOf:
    """Reads files as `file_sha256` does and tells of each manifest."""
    read = 0

    def hash_of(path: Path) -> str:
        nonlocal read
        digest = durable.file_sha256(path)
        if path.name == MANIFEST:
            read += 1
            on_entry(read)
        return digest

    return hash_of


def find_entry(entries: tuple[Entry, ...], asked: str | int) -> Entry:
    """The entry with this sequence, or whose id or hash begins so.

    Raises:
        EntryUnknown: none does, or several do.
    """
    text = str(asked).strip().lower()
    if text.isdecimal() and len(text) <= LONGEST_SEQUENCE:
        found = [entry for entry in entries if entry.seq == int(text)]
    elif len(text) >= SHORTEST_PREFIX:
        found = [entry for entry in entries if entry.id.startswith(text) or entry.hash.startswith(text)]
    else:
        found = []
    if len(found) != 1:
        raise EntryUnknown(asked=str(asked), found=len(found))
    return found[0]

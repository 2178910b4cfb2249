"""What earlier looks at a ledger found sound, so that the work of a look does not grow with the ledger.

Every look lets go of the next few entries in turn, so that no file stays unseen for long.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from indicators.store.entry import Entry
from indicators.store.redactions import Redactions

if TYPE_CHECKING:
    from indicators.store.examination import Examination

AGAIN = 64  # entries that a look looks at again although they were sound


class Seen:
    """Entries whose manifest and files were as written when they were last looked at, and what the last look found."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.last: Examination | None = None
        self._sound: dict[str, Entry] = {}
        self._turn: deque[str] = deque()
        self._redactions: tuple[str, ...] = ()

    def sound(self, digest: str) -> Entry | None:
        """The entry with this hash, if it was sound and need not be looked at now."""
        return self._sound.get(digest)

    def keep(self, entry: Entry) -> None:
        """An entry was found sound."""
        if entry.hash not in self._sound:
            self._sound[entry.hash] = entry
            self._turn.append(entry.hash)

    def let_go(self) -> list[Entry]:
        """The next few entries, which are to be looked at again."""
        turn = [self._turn.popleft() for _ in range(min(AGAIN, len(self._turn)))]
        return [self._sound.pop(digest) for digest in turn]

    def mind(self, redactions: Redactions) -> None:
        """Which bytes a file must have depends on all redactions: with a new one every entry is looked at again."""
        now = tuple(redactions.by)
        if now != self._redactions:
            self._redactions = now
            self._sound.clear()
            self._turn.clear()

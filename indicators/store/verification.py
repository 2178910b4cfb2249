"""The words of a verification: what may be wrong with an entry, and a moment of the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from indicators.store.entry import NO_HASH, ROWS
from indicators.store.redactions import Redacted

# What these codes name is odd but can mislead nobody, so the ledger may still be added to.
HARMLESS = frozenset({"file_extra", "redaction_unfinished"})


@dataclass(frozen=True)
class Problem:
    """Something about one entry (by id) or one of its files that is not as it was written.

    Codes: `manifest_changed`, `manifest_unknown` (a format of another version), `folder_renamed`, `folder_unknown`,
    `sequence_gap`, `sequence_repeated`, `chain_broken`, `file_changed`, `file_missing`, `file_unreadable`,
    `file_extra`, `redaction_unfinished`, `head_missing`; and from the replay of an undamaged entry
    `rows_unreadable`, `rows_miscounted`, `value_unreadable`, `key_repeated`.
    """

    entry: str
    file: str | None
    code: str
    figures: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def seq(self) -> int | None:
        """The sequence of the entry, or None for a name that has none."""
        number = self.entry.partition("-")[0]
        return int(number) if number.isdecimal() else None

    @property
    def is_harmless(self) -> bool:
        """Whether the ledger may be added to in spite of it."""
        return self.code in HARMLESS

    @property
    def spoils_rows(self) -> bool:
        """Whether the rows of the entry cannot be trusted and are left out of everything derived."""
        if self.file == ROWS:
            return self.code in {"file_changed", "file_missing", "file_unreadable"}
        return not self.is_harmless and self.file is None and self.code != "chain_broken"


@dataclass(frozen=True, order=True)
class Head:
    """A moment of the ledger: the newest sequence and the hash of its manifest. An empty ledger has 0 and zeros."""

    seq: int
    hash: str


EMPTY = Head(0, NO_HASH)


@dataclass(frozen=True)
class Verification:
    """Whether every byte is as it was written, what is not, and how many entries up to which head were looked at.

    `redactions` tell what was removed on purpose, when, by whom and why; they do not make `ok` false. `left_over` is how
    many entries were begun and never became part of the chain, which harms nothing either.
    """

    ok: bool
    problems: tuple[Problem, ...]
    head: Head
    entries: int
    redactions: tuple[Redacted, ...]
    left_over: int = 0

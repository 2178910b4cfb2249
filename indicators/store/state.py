"""A moment of the ledger as the projection needs it: what to replay, what to leave out, and which files to read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from indicators.store.activity import Change, changes
from indicators.store.entry import ROWS, Entry
from indicators.store.examination import Examination
from indicators.store.verification import EMPTY, Problem


@dataclass(frozen=True, order=True)
class Version:
    """What a projection was made from; every cache is keyed by it.

    `seq` and `hash` are the head of the ledger. `left_out` is empty unless entries were damaged and left out.
    """

    seq: int
    hash: str
    left_out: str = ""


class State:
    """The ledger in `folder` as an examination found it, up to and including the sequence `upto`."""

    def __init__(self, folder: Path, found: Examination, *, upto: int | None = None) -> None:
        """Cut the examination off at `upto`; without it everything counts.

        Redactions are not cut off: what they removed is shown at no moment.
        """
        self.folder = folder
        self.found = found
        self.hash_at = {head.seq: head.hash for head in (EMPTY, *found.heads)}
        self.seq = max(self.hash_at) if upto is None else upto
        self.entries = tuple(entry for entry in found.entries if entry.seq <= self.seq)

    @property
    def version(self) -> Version:
        """The version that a projection of all this has."""
        return Version(self.seq, self.hash_at[self.seq], self._marker(self.seq))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is damaged in the whole ledger."""
        return tuple(problem for problem in self.found.problems if not problem.is_harmless)

    @property
    def newest_redaction_of_rows(self) -> int:
        """No projection of an earlier moment may be used any more: it may show what was removed."""
        return self.found.redactions.newest_of_rows(ROWS)

    def version_at(self, seq: int) -> Version | None:
        """The version that a projection of an earlier moment has; None when the chain has no such moment."""
        if seq not in self.hash_at:
            return None
        return Version(seq, self.hash_at[seq], self._marker(seq))

    def upto(self, seq: int) -> State:
        """The same ledger as it stood at an earlier sequence."""
        return State(self.folder, self.found, upto=seq)

    def changes(self, *, after: int) -> list[Change]:
        """What the entries later than `after` change; those whose rows cannot be trusted change nothing."""
        fit = [entry for entry in self.entries if entry.seq not in self.found.left_out]
        return changes(fit, after=after)

    def rows_file(self, entry: Entry) -> Path:
        """Where the rows of `entry` stand, as redacted, also while the redaction has yet to replace the first copy."""
        redaction = self.found.redactions.latest(entry, ROWS)
        unfinished = redaction is not None and (entry.seq, ROWS) in self.found.unfinished
        holder = redaction if unfinished and redaction is not None else entry
        return self.folder / holder.folder_name / ROWS

    def _marker(self, seq: int) -> str:
        left_out = sorted(each for each in self.found.left_out if each <= seq)
        return hashlib.sha256(",".join(map(str, left_out)).encode()).hexdigest()[:8] if left_out else ""

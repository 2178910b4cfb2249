"""Look at every file of a ledger's folder and say what is not as it was written."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from indicators.store.entry import MANIFEST, Entry, ManifestUnreadableError, entry_id
from indicators.store.errors import reason_of
from indicators.store.redactions import Redactions
from indicators.store.verification import EMPTY, Head, Problem

LOCK = ".lock"
INCOMING = ".incoming"
_FOLDER_NAME = re.compile(r"(\d{8})-([0-9a-f]{64})")

HashOf = Callable[[Path], str]


@dataclass(frozen=True)
class Examination:
    """What a look at the folder found.

    `heads` are all places of the chain as the folders' names say; `entries` those whose manifest can be trusted;
    `left_out` the sequences whose rows cannot; `unfinished` the files that a redaction has yet to replace.
    """

    heads: tuple[Head, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    left_out: frozenset[int]
    redactions: Redactions
    unfinished: frozenset[tuple[int, str]]


def heads_in(folder: Path) -> tuple[Head, ...]:
    """The places of the chain in order, by the names of the entries' folders; an absent ledger has none."""
    if not folder.exists():
        return ()
    with os.scandir(folder) as places:
        found = [_FOLDER_NAME.fullmatch(place.name) for place in places]
    return tuple(sorted(Head(int(name.group(1)), name.group(2)) for name in found if name))


def folder_of(head: Head) -> str:
    """The name of the folder of the entry at `head`."""
    return f"{head.seq:08d}-{head.hash}"


def examine(folder: Path, hash_of: HashOf) -> Examination:
    """Look at every entry in `folder`; `hash_of` gives the SHA-256 of a file."""
    heads = heads_in(folder)
    problems = [*_strays(folder), *_sequence(heads)]
    repeated = {problem.seq for problem in problems if problem.code == "sequence_repeated"}
    entries = []
    for head in heads:
        found = _manifest(folder, head, hash_of)
        if isinstance(found, Problem):
            problems.append(found)
        elif head.seq not in repeated:
            entries.append(found)
    problems += _chain(heads, entries)
    redactions = Redactions(entries)
    for entry in entries:
        problems += _files(folder / entry.folder_name, entry, redactions, hash_of)
    return Examination(
        heads=heads,
        entries=tuple(entries),
        problems=tuple(problems),
        left_out=frozenset(each.seq for each in problems if each.seq is not None and each.spoils_rows),
        redactions=redactions,
        unfinished=frozenset(
            (each.seq, each.file)
            for each in problems
            if each.code == "redaction_unfinished" and each.seq is not None and each.file is not None
        ),
    )


def _strays(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        if path.name in (LOCK, INCOMING) or _FOLDER_NAME.fullmatch(path.name):
            continue
        if path.is_dir():
            yield Problem(path.name, None, "folder_unknown")
        else:
            yield Problem("", path.name, "file_extra")


def _sequence(heads: tuple[Head, ...]) -> Iterator[Problem]:
    times = Counter(head.seq for head in heads)
    for seq in sorted(seq for seq, count in times.items() if count > 1):
        yield Problem(f"{seq:06d}", None, "sequence_repeated", {"times": times[seq]})
    for before, after in pairwise([EMPTY.seq, *sorted(times)]):
        if after > before + 1:
            yield Problem(f"{before + 1:06d}", None, "sequence_gap", {"first": before + 1, "last": after - 1})


def _manifest(folder: Path, head: Head, hash_of: HashOf) -> Entry | Problem:
    path = folder / folder_of(head) / MANIFEST
    name = entry_id(head.seq, head.hash)
    try:
        if hash_of(path) != head.hash:
            return Problem(name, None, "manifest_changed")
        entry = _entry(path, head.hash)
    except OSError as error:
        return Problem(name, None, "manifest_changed", {"reason": reason_of(error)})
    except ManifestUnreadableError as error:
        return Problem(name, None, "manifest_unknown", {"reason": str(error)})
    if entry.seq != head.seq:
        return Problem(name, None, "folder_renamed", {"seq": entry.seq})
    return entry


@lru_cache(maxsize=10_000)
def _entry(path: Path, digest: str) -> Entry:
    """The entry whose manifest at `path` has just been found to have this hash, read once."""
    entry = Entry.from_bytes(path.read_bytes())
    if entry.hash != digest:
        raise ManifestUnreadableError("changed while it was read")
    return entry


def _chain(heads: tuple[Head, ...], entries: Iterable[Entry]) -> Iterator[Problem]:
    hash_at = {EMPTY.seq: EMPTY.hash, **{head.seq: head.hash for head in heads}}
    for entry in entries:
        before = hash_at.get(entry.seq - 1)
        if before is not None and before != entry.previous:
            yield Problem(entry.id, None, "chain_broken", {"expected": entry.previous, "found": before})


def _files(folder: Path, entry: Entry, redactions: Redactions, hash_of: HashOf) -> Iterator[Problem]:
    present = {path.name for path in folder.iterdir()} - {MANIFEST}
    expected = redactions.expected(entry)
    for file in sorted(present - expected.keys()):
        yield Problem(entry.id, file, "file_extra")
    for file, digest in expected.items():
        if file not in present:
            yield Problem(entry.id, file, "file_missing")
            continue
        try:
            found = hash_of(folder / file)
        except OSError as error:
            yield Problem(entry.id, file, "file_unreadable", {"reason": reason_of(error)})
            continue
        if found == digest:
            continue
        waiting = found in redactions.earlier_hashes(entry, file)
        code = "redaction_unfinished" if waiting else "file_changed"
        yield Problem(entry.id, file, code, {"expected": digest, "found": found})

"""Look at every file of a ledger's folder and say what is not as it was written."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from indicators.store.entry import Entry
from indicators.store.entry_examination import HashOf, is_left_by_desktop, manifest_of, wrong_files
from indicators.store.redactions import Redactions
from indicators.store.seen import Seen
from indicators.store.verification import EMPTY, Head, Problem

LOCK = ".lock"
INCOMING = ".incoming"
_FOLDER_NAME = re.compile(r"(\d{8})-([0-9a-f]{64})")


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
    return _sorted_out(_listed(folder))[0]


def _listed(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208  (of long ledgers only names matter)
    except FileNotFoundError:  # where a file stands in its place, or it may not be read, that is said
        return ()


@lru_cache(maxsize=8)
def _sorted_out(listed: tuple[str, ...]) -> tuple[tuple[Head, ...], tuple[str, ...]]:
    """The places of the chain that names in a ledger's folder stand for, and the names that are not ours."""
    found = [(name, _FOLDER_NAME.fullmatch(name)) for name in listed]
    heads = tuple(Head(int(place[1]), place[2]) for _, place in found if place)
    return heads, tuple(name for name, place in found if place is None and name not in (LOCK, INCOMING))


def left_over_in(folder: Path) -> int:
    """How many entries were begun and are not part of the chain: being written now, or by a process that died meanwhile."""
    incoming = folder / INCOMING
    return sum(not is_left_by_desktop(path) for path in incoming.iterdir()) if incoming.exists() else 0


def examine(folder: Path, hash_of: HashOf, seen: Seen | None = None) -> Examination:
    """Look at the entries in `folder`; `hash_of` gives the SHA-256 of a file.

    With what earlier looks have `seen` only what is new is looked at, what was wrong, and the next few of the rest.
    """
    seen = Seen() if seen is None else seen
    again = seen.let_go()
    heads = heads_in(folder)
    problems = [*_strays(folder), *_sequence(heads)]
    if not problems and _is_as_it_was(heads, seen.last) and _are_sound(folder, again, seen, hash_of):
        return seen.last
    repeated = {problem.seq for problem in problems if problem.code == "sequence_repeated"}
    entries = []
    for head in heads:
        found = seen.sound(head.hash) or manifest_of(folder, head, hash_of)
        if isinstance(found, Problem):
            problems.append(found)
        elif head.seq not in repeated:
            entries.append(found)
    problems += _chain(heads, entries)
    redactions = Redactions(entries)
    seen.mind(redactions)
    for entry in entries:
        problems += _looked_at(folder, entry, redactions, seen, hash_of)
    seen.last = Examination(
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
    return seen.last


def _is_as_it_was(heads: tuple[Head, ...], last: Examination | None) -> bool:
    """Whether the last look found these places of the chain, and nothing wrong."""
    return last is not None and not last.problems and last.heads == heads


def _are_sound(folder: Path, again: Iterable[Entry], seen: Seen, hash_of: HashOf) -> bool:
    """Whether these entries of the last look still are as they were written."""
    redactions = seen.last.redactions
    for entry in again:
        found = manifest_of(folder, Head(entry.seq, entry.hash), hash_of)
        if isinstance(found, Problem) or _looked_at(folder, found, redactions, seen, hash_of):
            return False
    return True


def _looked_at(
    folder: Path, entry: Entry, redactions: Redactions, seen: Seen, hash_of: HashOf
) -> list[Problem]:
    """What is wrong with the files of an entry, unless they were seen to be sound."""
    if seen.sound(entry.hash):
        return []
    found = list(wrong_files(folder / entry.folder_name, entry, redactions, hash_of))
    if not found:
        seen.keep(entry)
    return found


def _strays(folder: Path) -> Iterator[Problem]:
    for name in _sorted_out(_listed(folder))[1]:
        if (folder / name).is_dir():
            yield Problem(name, None, "folder_unknown")
        elif not is_left_by_desktop(folder / name):
            yield Problem("", name, "file_extra")


def _sequence(heads: tuple[Head, ...]) -> Iterator[Problem]:
    times = Counter(head.seq for head in heads)
    for seq in sorted(seq for seq, count in times.items() if count > 1):
        yield Problem(f"{seq:06d}", None, "sequence_repeated", {"times": times[seq]})
    for before, after in pairwise([EMPTY.seq, *sorted(times)]):
        if after > before + 1:
            yield Problem(f"{before + 1:06d}", None, "sequence_gap", {"first": before + 1, "last": after - 1})


def _chain(heads: tuple[Head, ...], entries: Iterable[Entry]) -> Iterator[Problem]:
    hash_at = {EMPTY.seq: EMPTY.hash, **{head.seq: head.hash for head in heads}}
    for entry in entries:
        before = hash_at.get(entry.seq - 1)
        if before is not None and before != entry.previous:
            yield Problem(entry.id, None, "chain_broken", {"expected": entry.previous, "found": before})

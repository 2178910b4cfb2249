"""Look at one entry of a ledger: whether its manifest can be trusted, and which of its files are not as they were written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from indicators.store.entry import MANIFEST, Entry, ManifestUnreadableError, entry_id, folder_name
from indicators.store.errors import reason_of
from indicators.store.redactions import Redactions
from indicators.store.verification import Head, Problem

HashOf = Callable[[Path], str]
# What the desktops of macOS and Windows leave in any folder that is opened in a window.
LEFT_BY_DESKTOPS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def manifest_of(folder: Path, head: Head, hash_of: HashOf) -> Entry | Problem:
    """The entry at a place of the chain, or what is wrong with its manifest; `hash_of` gives the SHA-256 of a file."""
    path = folder / folder_name(head.seq, head.hash) / MANIFEST
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


def is_left_by_desktop(path: Path) -> bool:
    """Whether a file was put there by no person and no program of ours, and says nothing about the ledger."""
    return path.name in LEFT_BY_DESKTOPS and path.is_file()


def wrong_files(folder: Path, entry: Entry, redactions: Redactions, hash_of: HashOf) -> Iterator[Problem]:
    """What is wrong with the files of an entry in its `folder`, as redactions have left them."""
    present = {path.name for path in folder.iterdir() if not is_left_by_desktop(path)} - {MANIFEST}
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

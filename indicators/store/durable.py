"""Files that survive a crash: written, synchronised, and made visible by one atomic rename."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def write_file(path: Path, content: bytes) -> None:
    """Write a new file and wait until it is on the disk.

    Raises:
        OSError: it exists already, or the disk is full, read-only or failing.
    """
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk. Windows has no such call and keeps them by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, durably; one that exists is left as it is."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for path in reversed(missing):
        sync_folder(path.parent)


def publish_folder(prepared: Path, final: Path) -> None:
    """Make a prepared folder visible under its final name: afterwards it is there whole, or not at all."""
    sync_folder(prepared)
    prepared.rename(final)
    sync_folder(final.parent)


def replace_file(path: Path, content: bytes, prepared: Path) -> None:
    """Exchange the content of `path` at one stroke, by way of the file `prepared` on the same disk."""
    write_file(prepared, content)
    prepared.replace(path)
    sync_folder(path.parent)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class RememberedHashes:
    """The SHA-256 of files, read again only when size, time or identity of the file have changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int, int], str]] = {}

    def __call__(self, path: Path) -> str:
        """The hash of `path`.

        Raises:
            OSError: it cannot be read.
        """
        status = path.stat()
        signature = (status.st_size, status.st_mtime_ns, status.st_ino)
        known = self._known.get(path)
        if known is None or known[0] != signature:
            known = (signature, file_sha256(path))
            self._known[path] = known
        return known[1]

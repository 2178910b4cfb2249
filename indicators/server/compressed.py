"""Compressed copies of Streamlit's scripts and styles: made once for each release of it, kept beside the figures.

Streamlit sends them as they are, 2.5 MB for a page of words and 7.2 MB for one with a chart. Compressing at each
request would hold up everybody; so it is done ahead, in the background, and until then Streamlit's own answer stands.
"""

from __future__ import annotations

import gzip
import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indicators.store.durable import replace_file

LEVEL = 9
ENDING = ".gz"
LEAST_BYTES, LENGTH_BYTES = 18, 4  # of a gzip file, and of the original's length at its end (RFC 1952)
# What is text, and what a browser is told that it is. Fonts and pictures are compressed already.
MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
log = logging.getLogger("indicators.server")


@dataclass(frozen=True)
class Copy:
    """A compressed copy of one file."""

    path: Path
    media_type: str
    etag: str


class CompressedCopies:
    """The copies that are ready, by the file's name below the folder of originals, such as `js/index.DormvYxC.js`.

    Only names that were found there are known; an address is looked up and never made into a path.
    """

    def __init__(self) -> None:
        """None yet."""
        self._ready: dict[str, Copy] = {}

    def find(self, name: str) -> Copy | None:
        """The copy of the file `name`, or None where there is none, or none yet."""
        return self._ready.get(name)

    def prepare(self, originals: Path, folder: Path) -> None:
        """Make the copies of the text files in `originals` that `folder` lacks or holds broken, the smallest first, and offer them all.

        A copy is written aside and renamed, so that any number of processes may do this at once. Where `folder` cannot be
        written the files are served uncompressed; that is logged.
        """
        try:
            for original in sorted(_texts(originals), key=lambda path: (path.stat().st_size, path.name)):
                name = original.relative_to(originals).as_posix()
                path = folder / f"{name}{ENDING}"
                if not is_whole(path, original):
                    _compress(original, path)
                self._ready[name] = Copy(
                    path, MEDIA_TYPES[original.suffix], f'"{original.name}-{path.stat().st_size}{ENDING}"'
                )
            _forget_other_releases(folder)
        except OSError as error:
            log.warning("scripts and styles are sent uncompressed: %s", error)
        else:
            log.info("scripts and styles are ready, compressed, in %s", folder)


def _texts(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix in MEDIA_TYPES and path.is_file())


def is_whole(path: Path, original: Path) -> bool:
    """Whether there is a compressed copy and it ends as that of this original does: a browser would keep a broken one for a year."""
    if not path.is_file() or path.stat().st_size < LEAST_BYTES:
        return False
    with path.open("rb") as file:
        file.seek(-LENGTH_BYTES, os.SEEK_END)
        return int.from_bytes(file.read(), "little") == original.stat().st_size % 2 ** (8 * LENGTH_BYTES)


def _compress(original: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.incoming")
    aside.unlink(missing_ok=True)
    replace_file(path, gzip.compress(original.read_bytes(), LEVEL, mtime=0), aside)


def _forget_other_releases(folder: Path) -> None:
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)

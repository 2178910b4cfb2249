"""A file exchanged at one stroke: what was there stays whole until all of what follows it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to, which takes its place at the end; where anything goes wrong nothing is left of it.

    Raises:
        OSError: it cannot take the place.
    """
    prepared = path.with_name(f".{path.name}.incoming")
    try:
        yield prepared
        prepared.replace(path)
    finally:
        prepared.unlink(missing_ok=True)

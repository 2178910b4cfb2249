"""The SQL of submissions by the name of its file, with `{part}` for what a dataset's declaration fills in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from indicators.store.tables import literal, quoted

_FOLDER = Path(__file__).parent / "sql"


@cache
def _text(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8").strip().removesuffix(";")


def statement(name: str, **parts: object) -> str:
    """The text of `sql/NAME.sql` with its parts filled in.

    Raises:
        FileNotFoundError: there is no such file.
        KeyError: a part is not given.
    """
    return _text(name).format(**parts)


def listed(columns: Iterable[str], suffix: str = "", prefix: str = "") -> str:
    """Identifiers with commas between them, each after `prefix` and before `suffix`."""
    return ", ".join(f"{prefix}{quoted(column)}{suffix}" for column in columns)


def literals(texts: Iterable[str]) -> str:
    """Texts as SQL writes them, with commas between them."""
    return ", ".join(map(literal, texts))

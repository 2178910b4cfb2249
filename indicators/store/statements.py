"""The SQL of the store, by the name of its file: `sql/NAME.sql` asks a question, `sql/build/NAME.sql` makes a projection."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"


@cache
def question(name: str) -> str:
    """The text of a question with `$name` parameters.

    Raises:
        FileNotFoundError: there is no such question.
    """
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def step(name: str) -> str:
    """The text of a step of building a projection, with `{part}` for what a dataset's declaration fills in."""
    return (FOLDER / "build" / f"{name}.sql").read_text(encoding="utf-8")

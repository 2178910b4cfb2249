"""The tables of cases that the rules are tested with, and the glossary, as data for the Methods page."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "indicators" / "methods"
GLOSSARY = ROOT / "GLOSSARY.md"


@dataclass(frozen=True)
class Cases:
    """A table of cases: its columns, and one row of text a case."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def cases(name: str) -> Cases:
    """The table of that name; columns that no case fills are left out, and those all alike are kept.

    Raises:
        FileNotFoundError: there is no such table.
    """
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    filled = [i for i in range(len(head)) if any(row[i] for row in rows)]
    return Cases(
        tuple(head[i].replace("_", " ") for i in filled), tuple(tuple(row[i] for i in filled) for row in rows)
    )


@cache
def glossary() -> tuple[tuple[str, str], ...]:
    """Word and meaning of every row of the glossary's table, in its order."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in GLOSSARY.read_text(encoding="utf-8").splitlines()
        if line.startswith("| **")
    ]
    return tuple((word.strip("*"), meaning.replace("*", "").replace("`", "")) for word, meaning in rows)

"""Ledgers of 10 thousand, 1 million and 10 million observations: the embedded data and generated figures on top.

The figures belong to areas outside the register, so that what grows is the data and not the choices on a page. They
arrive as the quarters of all areas together, the order that is worst for reading one area.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from bench.rows import DATA, basket_rows
from indicators.datasets import dataset
from indicators.store import Store, open_store
from indicators.store.rows import REMOVE
from indicators.submissions.load import load_embedded

STATEMENT = Path(__file__).with_name("generated.sql")
QUARTERS = 80
ROWS_IN_A_SUBMISSION = 1_000_000
COMPLETE = "complete"


def home_of(size: int, folder: Path, say: Callable[[str], None]) -> Path:
    """A home whose ledger holds `size` observations, made when first asked for.

    Raises:
        StoreError: it cannot be made.
    """
    home = folder / str(size)
    recipe = _recipe(size)
    marker = home / COMPLETE
    if marker.is_file() and marker.read_text() == recipe:
        return home
    shutil.rmtree(home, ignore_errors=True)
    say(f"Making {size:,} observations ...")
    with open_store(home) as store:
        load_embedded(store, DATA)
        _generate(store, size - embedded_rows())
        store.snapshot()
    marker.write_text(recipe)
    return home


def linked_copy(home: Path, copy: Path) -> Path:
    """A copy of a home that shares its files, none of which is ever changed; what is submitted to it stays there."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(home, copy, copy_function=os.link)
    return copy


def _generate(store: Store, size: int) -> None:
    codes = [row.code for row in basket_rows()]
    parts = -(-size // ROWS_IN_A_SUBMISSION)
    for part in range(parts):
        rows, count = _submission(codes, size, part, parts, store.home)
        store.ledger.append_submission(
            "observation",
            rows,
            raw=f"generated, part {part + 1} of {parts}\n".encode(),
            file_name="generated.csv",
            by="bench",
            note=f"Generated figures, part {part + 1} of {parts}",
            row_count=count,
        )


def _submission(codes: Sequence[str], size: int, part: int, parts: int, folder: Path) -> tuple[bytes, int]:
    """The rows of one submission, as the ledger keeps them, and how many there are."""
    file = folder / "generated.csv"
    chosen = {
        "codes": list(codes),
        "indicators": len(codes),
        "quarters": QUARTERS,
        "size": size,
        "part": part,
        "parts": parts,
    }
    with duckdb.connect(config={"threads": 2}) as connection:
        found = connection.sql(STATEMENT.read_text(encoding="utf-8"), params=chosen)
        columns = (*dataset("observation").columns, REMOVE)
        if tuple(found.columns) != columns:
            raise ValueError(f"{STATEMENT.name} has {found.columns}, an observation has {columns}")
        found.write_csv(str(file), header=True)
    content = file.read_bytes()
    file.unlink()
    return content, content.count(b"\n") - 1


def embedded_rows() -> int:
    return (DATA / "observations.csv").read_bytes().count(b"\n") - 1


def _recipe(size: int) -> str:
    """What a ledger was made from: another recipe makes it again."""
    parts = [f"{size} {QUARTERS} {ROWS_IN_A_SUBMISSION}".encode(), STATEMENT.read_bytes()]
    parts += [file.read_bytes() for file in sorted(DATA.glob("*.csv"))]
    return hashlib.sha256(b"".join(parts)).hexdigest()

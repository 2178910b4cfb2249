"""Reads tables of cases: plain CSV, one case a row, missing values written as a hyphen.

Those that the Methods page shows too stand in indicators/methods, the others in tests/spec.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

SPEC = Path(__file__).parents[1] / "spec"
SHOWN = Path(__file__).parents[2] / "indicators" / "methods"


def cases(name: str) -> list:
    """One pytest parameter a row of the table, named by its `case` column."""
    file = f"{name}.csv"
    with ((SHOWN if (SHOWN / file).exists() else SPEC) / file).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len({row["case"] for row in rows}) == len(rows) > 0, f"{name}: case names must differ"
    return [pytest.param(row, id=row["case"]) for row in rows]


def numbers(text: str) -> list[float | None] | None:
    """Numbers apart by spaces, a hyphen for a missing one; None for an empty cell."""
    return [None if word == "-" else float(word) for word in text.split()] if text else None

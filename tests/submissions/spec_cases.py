"""Reads the tables of cases in tests/spec that say how people write things."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

SPEC = Path(__file__).parents[1] / "spec"


def cases(name):
    """One pytest parameter a row of the table, named by its `case` column."""
    with (SPEC / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len({row["case"] for row in rows}) == len(rows) > 0, f"{name}: case names must differ"
    return [pytest.param(row, id=row["case"]) for row in rows]

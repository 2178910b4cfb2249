"""The embedded files as the tests read them: rows as text, grouped into series."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
COUNTY = "E10000025"


@cache
def descriptor() -> dict:
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


def number_of_files() -> int:
    """How many entries the first start makes."""
    return len(descriptor()["resources"])


@cache
def rows_of_file(path: str) -> tuple[dict[str, str], ...]:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def rows_of(dataset: str) -> tuple[dict[str, str], ...]:
    files = [resource["path"] for resource in descriptor()["resources"] if resource["x-dataset"] == dataset]
    return tuple(row for path in files for row in rows_of_file(path))


@cache
def series() -> dict[tuple[str, str, str], tuple[dict[str, str], ...]]:
    """Observations by indicator, area and length of period, in order of time."""
    found = defaultdict(list)
    for row in sorted(rows_of("observation"), key=lambda row: row["period"]):
        found[row["indicator_code"], row["area_code"], row["period"].split("/")[1]].append(row)
    return {key: tuple(rows) for key, rows in found.items()}

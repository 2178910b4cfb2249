"""The files that are taken in: a million quarters of made-up places, and a few rows with one error of each kind."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.rows import DATA

PLACES, QUARTERS, FIRST_YEAR = 5_000, 200, 1975
CODE, PERCENTAGE = "RTC-ALL", "EMP-RATE"
COLUMNS = ("indicator_code", "area_code", "period", "value", "status", "source", "source_key")
AREA_COLUMNS = ("area_code", "name", "kind", "parent_code", "position", "source", "source_key")
REGISTERS = ("indicators.csv", "sources.csv", "observations.csv")


@dataclass(frozen=True)
class Files:
    """Where they are; `registers` holds what the rows may name, for the peer."""

    areas: Path
    million: Path
    wrong: Path
    registers: Path


def made(folder: Path) -> Files:
    """The files, written into `folder`."""
    registers = folder / "registers"
    registers.mkdir(parents=True)
    for name in REGISTERS:
        shutil.copy(DATA / name, registers / name)
    places = [f"X{number:05}" for number in range(PLACES)]
    areas = [(code, f"Place {code}", "district", "E10000025", 100, "made up", "OURS") for code in places]
    files = Files(folder / "areas.csv", folder / "million.csv", folder / "wrong.csv", registers)
    _write(files.areas, AREA_COLUMNS, areas)
    _write(registers / "areas.csv", ("area_code",), [(code,) for code in (*places, "E10000025")])
    _write(files.million, COLUMNS, (_figure(code, quarter) for code in places for quarter in range(QUARTERS)))
    _write(files.wrong, COLUMNS, _wrong(places[0]))
    return files


def _figure(place: str, quarter: int) -> list[object]:
    period = f"{FIRST_YEAR + quarter // 4}-{1 + 3 * (quarter % 4):02}-01/P3M"
    value = 20 + (7 * quarter + int(place[1:])) % 60
    return [CODE, place, period, value, "final", "made up", "OURS"]


def _wrong(place: str) -> list[list[object]]:
    """One error of each kind, a line each, after a line without."""
    good = _figure(place, 0)
    errors = {0: "RTC-ALX", 1: "X99999", 2: "2008 Q9", 3: "about 5", 4: "finished", 5: "", 6: "NOBODY"}
    rows = [good, list(good)]
    for column, cell in errors.items():
        row = _figure(place, column + 1)
        row[column] = cell
        rows.append(row)
    rows.append([PERCENTAGE, place, "2008-01-01/P1Y", 101, "final", "made up", "OURS"])
    rows.append([CODE, place, "2101-01-01/P3M", 5, "final", "made up", "OURS"])
    return rows


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)

"""Published series with a known answer, from classic_series.csv (its `published` column says who found what)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple


class Classic(NamedTuple):
    """A published series: `start` is the year of its first figure."""

    start: int
    periods_per_year: int
    values: list[float]


def _read() -> dict[str, Classic]:
    series: dict[str, Classic] = {}
    with (Path(__file__).parent / "classic_series.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            empty = Classic(int(row["start"]), int(row["periods_per_year"]), [])
            series.setdefault(row["series"], empty).values.append(float(row["value"]))
    return series


CLASSICS = _read()
NILE = CLASSICS["nile_1871_1970"]
COAL = CLASSICS["coal_disasters_1851_1962"]
DRIVERS = CLASSICS["uk_drivers_ksi_quarterly_1969_1984"]
PASSENGERS = CLASSICS["uk_front_passengers_ksi_quarterly"]
HURON = CLASSICS["lake_huron_1875_1972"]
LYNX = CLASSICS["lynx_log_1821_1934"]
PRESIDENTS = CLASSICS["presidents_approval_no_na"]
BELTS = 56  # 1983 Q1, the quarter of the seat-belt law

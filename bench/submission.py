"""Five thousand observations as a file that passes every check, one of which changes what the Basket shows."""

from __future__ import annotations

import csv
import io

from bench.rows import COUNTY, DATA
from indicators.wording.numbers import with_unit

SIZE = 5_000
REVISED = "CLAIMANT"
STEP = 0.1
COLUMNS = ("indicator_code", "area_code", "period", "value", "status", "source", "source_key")
FIRST_YEAR = 1930


def five_thousand_rows() -> tuple[bytes, str]:
    """The file, and the text that the Basket shows once it is in force.

    Every row is a copy of an annual figure, moved to years before the first; the last one revises a latest figure.
    """
    with (DATA / "observations.csv").open(encoding="utf-8", newline="") as file:
        annual = [one for one in csv.DictReader(file) if one["period"].endswith("/P1Y") and one["value"]]
    latest = {(one["indicator_code"], one["area_code"]): one for one in annual}
    revised = latest[REVISED, COUNTY]
    moved = [
        {**one, "period": f"{year}{one['period'][4:]}", "status": "final"}
        for year in range(FIRST_YEAR, FIRST_YEAR + SIZE)
        for one in latest.values()
        if not one["period"].endswith("02-29/P1Y")
    ][: SIZE - 1]
    value = round(float(revised["value"]) + STEP, 1)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows([*moved, {**revised, "value": value, "status": "revised"}])
    return text.getvalue().encode(), with_unit(value, 1, "%")

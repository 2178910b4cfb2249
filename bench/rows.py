"""The rows that every contender shows: the basket of the embedded data, for the county, read from its CSV files.

The peers get them as a DuckDB file, with the texts ready; the dashboard makes its texts from its ledger.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import duckdb

from indicators.periods import parse
from indicators.wording.numbers import change, with_unit

DATA = Path(__file__).resolve().parents[1] / "data"
COUNTY = "E10000025"
LEFT_OUT = {"doubtful", "suppressed", "not collected"}
TABLES = Path(__file__).with_name("rows.sql")

Series = list[tuple[str, float]]


@dataclass(frozen=True)
class Row:
    """One indicator of the basket: the words of its row, its values by last day, and its target if it has one."""

    code: str
    title: str
    theme: str
    unit: str
    value: str
    period: str
    target: str
    change: str
    ended: str
    values: Series
    aim: Series

    @property
    def last(self) -> float:
        """The latest value, unrounded."""
        return self.values[-1][1]


def basket_rows(data: Path = DATA) -> list[Row]:
    """The basket in its order, each indicator with its series for the county."""
    indicators = {one["indicator_code"]: one for one in _read(data / "indicators.csv")}
    themes = {one["theme_code"]: one["title"] for one in _read(data / "themes.csv")}
    targets = {
        one["indicator_code"]: one
        for name in ("targets_illustrative", "targets")
        for one in _read(data / f"{name}.csv")
        if one["area_code"] == COUNTY and one["target_type"] == "absolute"
    }
    observations = defaultdict(list)
    for one in _read(data / "observations.csv"):
        if one["area_code"] == COUNTY and one["value"] and one["status"] not in LEFT_OUT:
            observations[one["indicator_code"]].append(one)
    members = sorted(_read(data / "basket_membership.csv"), key=lambda member: int(member["position"]))
    codes = [member["indicator_code"] for member in members if not member["left_on"]]
    return [
        _row(indicators[code], themes[indicators[code]["theme_code"]], observations[code], targets.get(code))
        for code in codes
    ]


def write_rows(rows: list[Row], file: Path) -> None:
    """Write the rows where the peers read them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    words = [
        (
            position,
            row.code,
            row.title,
            row.theme,
            row.unit,
            row.value,
            row.period,
            row.target,
            row.change,
            row.ended,
        )
        for position, row in enumerate(rows)
    ]
    points = [
        (row.code, line, day, level)
        for row in rows
        for line, series in (("value", row.values), ("target", row.aim))
        for day, level in series
    ]
    with duckdb.connect(str(file)) as connection:
        connection.execute(TABLES.read_text(encoding="utf-8"))
        connection.executemany("insert into basket values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", words)
        connection.executemany("insert into point values (?, ?, ?, ?)", points)


def differences(shown: dict[str, str], rows: list[Row]) -> list[str]:
    """What a page got wrong; `shown` is the latest value that it shows, by indicator code.

    Ratios between pages that do not show the same are worth nothing, so this is asked before anything is timed.
    """
    expected = {row.code: row.value for row in rows}
    found = [f"{code} is not shown" for code in sorted(expected.keys() - shown.keys())]
    found += [f"{code} is shown but not in the basket" for code in sorted(shown.keys() - expected.keys())]
    found += [
        f"{code} is {shown[code]!r}, not {value!r}"
        for code, value in expected.items()
        if code in shown and shown[code] != value
    ]
    return found


def _row(
    indicator: dict[str, str], theme: str, observed: list[dict[str, str]], target: dict[str, str] | None
) -> Row:
    own = [one for one in observed if one["period"].endswith(f"/{indicator['period_length']}")]
    by_period = sorted((parse(one["period"]), float(one["value"])) for one in own)
    series = [(period.end.isoformat(), value) for period, value in by_period]
    aim = [(target["due_on"], float(target["target_value"]))] if target else []
    decimals, sign = int(indicator["decimals"]), indicator["unit_short"]
    last = series[-1][1]
    return Row(
        code=indicator["indicator_code"],
        title=indicator["title"],
        theme=theme,
        unit=indicator["unit"],
        value=with_unit(last, decimals, sign),
        period=by_period[-1][0].label,
        target=f"{with_unit(aim[0][1], decimals, sign)} by {aim[0][0]}" if aim else "No target",
        change=change(last - series[-2][1], decimals, sign),
        ended=f"Period ended on {series[-1][0]}",
        values=series,
        aim=aim,
    )


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

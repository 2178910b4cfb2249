"""The rows that every contender shows: the basket of the embedded data, for the county, read from its CSV files.

The peers get them finished, as JSON: texts, sparklines and Plotly figures. What is measured of a peer is thus its
framework and its transport alone, while the dashboard makes all of that from its ledger.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from indicators.periods import parse
from indicators.wording.numbers import change, with_unit

DATA = Path(__file__).resolve().parents[1] / "data"
COUNTY = "E10000025"
LEFT_OUT = {"doubtful", "suppressed", "not collected"}
WIDTH, HEIGHT, PADDING = 148, 34, 4

Series = list[tuple[str, float]]


@dataclass(frozen=True)
class Row:
    """One indicator of the basket: the words of its row, its sparkline, its chart; `last` is the value unrounded."""

    code: str
    title: str
    theme: str
    unit: str
    value: str
    last: float
    period: str
    target: str
    change: str
    ended: str
    sparkline: str
    figure: dict


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
    """Write the rows where a peer reads them."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")


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
        last=last,
        period=by_period[-1][0].label,
        target=f"{with_unit(aim[0][1], decimals, sign)} by {aim[0][0]}" if aim else "No target",
        change=change(last - series[-2][1], decimals, sign),
        ended=f"Period ended on {series[-1][0]}",
        sparkline=_sparkline(series),
        figure=_figure(series, aim, indicator["unit"]),
    )


def _sparkline(series: Series) -> str:
    values = [value for _, value in series]
    height = (max(values) - min(values)) or 1
    step = (WIDTH - 2 * PADDING) / max(len(values) - 1, 1)
    path = "L".join(
        f"{PADDING + place * step:.1f} {HEIGHT - PADDING - (value - min(values)) / height * (HEIGHT - 2 * PADDING):.1f}"
        for place, value in enumerate(values)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<path d="M{path}" fill="none" stroke="#1d4f8c" stroke-width="1.9"/></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'")


def _figure(series: Series, aim: Series, unit: str) -> dict:
    """Values and the line from the first of them to the target, as Plotly's JSON."""
    traces = [_trace(series, {"width": 3, "color": "#1d4f8c"})]
    if aim:
        traces.append(_trace([series[0], *aim], {"width": 2, "dash": "dash", "color": "#1a1a1a"}))
    layout = {
        "template": "none",
        "height": 420,
        "showlegend": False,
        "hovermode": "x unified",
        "margin": {"l": 60, "r": 150, "t": 20, "b": 40},
        "xaxis": {"type": "date"},
        "yaxis": {"title": {"text": unit}},
    }
    return {"data": traces, "layout": layout}


def _trace(points: Series, line: dict) -> dict:
    days, values = zip(*points, strict=True)
    return {
        "type": "scatter", "mode": "lines+markers", "x": list(days), "y": list(values), "line": line,
        "hovertemplate": "%{y}<extra></extra>",
    }  # fmt: skip


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

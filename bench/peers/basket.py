"""What the peers share: the basket read from a DuckDB file, its sparklines and figures, kept in the process."""

from __future__ import annotations

import os
from functools import cache
from urllib.parse import quote

import duckdb

COLUMNS = ("Indicator", "Latest", "Since", "Target", "Change", "Age")
WIDTH, HEIGHT, PADDING = 148, 34, 4

Series = list[tuple[str, float]]


@cache
def rows() -> list[dict]:
    """One dict an indicator, in the order of the basket: its words, `sparkline` and `figure`."""
    with duckdb.connect(os.environ["BENCH_ROWS"], read_only=True) as connection:
        found = connection.execute("select * exclude (position) from basket order by position")
        names = [column[0] for column in found.description]
        words = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        points = connection.execute("select code, line, day, level from point order by all").fetchall()
    series: dict[tuple[str, str], Series] = {}
    for code, line, day, level in points:
        series.setdefault((code, line), []).append((day.isoformat(), level))
    return [
        row
        | {
            "sparkline": sparkline(series[row["code"], "value"]),
            "figure": figure(
                series[row["code"], "value"], series.get((row["code"], "target"), []), row["unit"]
            ),
        }
        for row in words
    ]


@cache
def by_code() -> dict[str, dict]:
    return {row["code"]: row for row in rows()}


@cache
def themes() -> list[str]:
    return sorted({row["theme"] for row in rows()})


def sparkline(series: Series) -> str:
    values = [value for _, value in series]
    height = (max(values) - min(values)) or 1
    step = (WIDTH - 2 * PADDING) / max(len(values) - 1, 1)
    places = [
        (PADDING + number * step, HEIGHT - PADDING - (value - min(values)) / height * (HEIGHT - 2 * PADDING))
        for number, value in enumerate(values)
    ]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<path d="M{path}" fill="none" stroke="#1d4f8c" stroke-width="1.9"/></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'")


def figure(series: Series, aim: Series, unit: str) -> dict:
    """Values, and the line from the first of them to the target, as Plotly's JSON."""
    lines = [line(series, {"width": 3, "color": "#1d4f8c"})]
    if aim:
        lines.append(line([series[0], *aim], {"width": 2, "dash": "dash", "color": "#1a1a1a"}))
    layout = {
        "template": "none",
        "height": 420,
        "showlegend": False,
        "hovermode": "x unified",
        "margin": {"l": 60, "r": 150, "t": 20, "b": 40},
        "xaxis": {"type": "date"},
        "yaxis": {"title": {"text": unit}},
    }
    return {"data": lines, "layout": layout}


def line(points: Series, style: dict) -> dict:
    days, values = zip(*points, strict=True)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(days),
        "y": list(values),
        "line": style,
        "hovertemplate": "%{y}<extra></extra>",
    }

"""What noise cannot break, of the dashboard alone: bytes, messages, hosts asked, modules imported, files compressed."""

from __future__ import annotations

from playwright.sync_api import Browser

from bench.browsing import open_page, reader
from bench.process import Running
from bench.rows import Row

SETTLE_MS = 1500
COMPRESSIBLE = (".js", ".css", ".html", ".svg", ".json")
# Fonts are compressed already; the first page is written anew for each reader.
PREFIX = "/static/"
UNWANTED = ("plotly.express", "statsmodels")


def exact_facts(browser: Browser, served: Running, rows: list[Row], row: Row) -> dict:
    """The facts of a cold Basket and a cold Indicator page. `served` was started with `-X importtime`."""
    with reader(browser, served.contender, rows=len(rows)) as context:
        page, basket = open_page(context, served.url + "/")
        page.wait_for_timeout(SETTLE_MS)
    with reader(browser, served.contender, chart=row) as context:
        page, chart = open_page(context, served.url + served.contender.indicator.format(code=row.code))
        page.wait_for_timeout(SETTLE_MS)
    files = basket.traffic.encodings | chart.traffic.encodings
    assets = {
        path: how for path, how in files.items() if path.startswith(PREFIX) and path.endswith(COMPRESSIBLE)
    }
    return {
        "pages": {name: _bytes(visit.traffic) for name, visit in (("basket", basket), ("indicator", chart))},
        "outside": [*basket.traffic.outside, *chart.traffic.outside],
        "imported": _imported(served),
        "static files": len(assets),
        "not compressed": sorted(path for path, how in assets.items() if not how),
    }


def _bytes(traffic: object) -> dict[str, int]:
    names = ("requests", "http_bytes", "socket_bytes", "socket_messages")
    return {name: getattr(traffic, name) for name in names}


def _imported(served: Running) -> list[str]:
    lines = served.log.read_text(errors="replace").splitlines()
    names = {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}
    return sorted(name for name in UNWANTED if name in names)

"""The visits of one round: what a reader opens, and what is read off it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser

from bench.browsing import Visit, next_chart, open_page, reader
from bench.contenders import Contender
from bench.link import Link
from bench.process import Running
from bench.rows import Row

CHART, NEXT = "KSI-CAS", "RTC-KSI"


@dataclass(frozen=True)
class Place:
    """A running contender, the slow link to it, and what it has to show."""

    served: Running
    link: Link
    rows: list[Row]

    @property
    def contender(self) -> Contender:
        """Who is visited."""
        return self.served.contender

    def row(self, code: str) -> Row:
        """The row of an indicator."""
        return next(row for row in self.rows if row.code == code)


Step = Callable[[Browser, Place], Iterator[tuple[str, float]]]


def steps_at(place: Place, *, is_practice: bool) -> list[Step]:
    """The visits to one place; a practice round leaves out those over the slow link."""
    local: list[Step] = [_basket]
    slow: list[Step] = [_slow_basket]
    if place.contender.indicator is not None:
        local.append(_chart)
        slow.append(_slow_chart)
    return local if is_practice else local + slow


def _basket(browser: Browser, place: Place) -> Iterator[tuple[str, float]]:
    """The basket as a new reader, and once more in another tab."""
    with reader(browser, place.contender, rows=len(place.rows)) as context:
        _, cold = open_page(context, place.served.url + "/")
        yield from _marks("basket, cold", cold)
        yield from _traffic("basket, cold", cold)
        _, warm = open_page(context, place.served.url + "/")
        yield from _marks("basket, warm", warm)


def _chart(browser: Browser, place: Place) -> Iterator[tuple[str, float]]:
    """A link straight to a chart as a new reader, and then the next indicator there."""
    row = place.row(CHART)
    with reader(browser, place.contender, chart=row) as context:
        page, cold = open_page(context, place.served.url + place.contender.indicator.format(code=row.code))
        yield "deep link, cold: chart", cold.marks["content"]
        yield "deep link, cold: ready", cold.marks["ready"]
        yield from _traffic("deep link, cold", cold)
        yield "next indicator: chart", next_chart(page, place.contender, place.row(NEXT))


def _slow_basket(browser: Browser, place: Place) -> Iterator[tuple[str, float]]:
    place.link.forget()
    with reader(browser, place.contender, rows=len(place.rows)) as context:
        _, cold = open_page(context, place.link.url + "/")
        yield from _marks("basket, cold, 10 Mbit/s", cold)
        yield "basket, cold, 10 Mbit/s: bytes on the wire", place.link.down.carried


def _slow_chart(browser: Browser, place: Place) -> Iterator[tuple[str, float]]:
    row = place.row(CHART)
    place.link.forget()
    with reader(browser, place.contender, chart=row) as context:
        _, cold = open_page(context, place.link.url + place.contender.indicator.format(code=row.code))
        yield "deep link, cold, 10 Mbit/s: chart", cold.marks["content"]
        yield "deep link, cold, 10 Mbit/s: ready", cold.marks["ready"]
        yield "deep link, cold, 10 Mbit/s: bytes on the wire", place.link.down.carried


def _marks(measure: str, visit: Visit) -> Iterator[tuple[str, float]]:
    yield f"{measure}: words", visit.marks["content"]
    yield f"{measure}: ready", visit.marks["ready"]


def _traffic(measure: str, visit: Visit) -> Iterator[tuple[str, float]]:
    yield f"{measure}: requests", visit.traffic.requests
    yield f"{measure}: HTTP bytes", visit.traffic.http_bytes
    yield f"{measure}: WebSocket bytes", visit.traffic.socket_bytes
    yield f"{measure}: WebSocket messages", visit.traffic.socket_messages

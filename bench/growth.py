"""How the same page fares when the data grow: its question to the store, its rerun, and a submission meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench import contenders
from bench.generated import home_of, linked_copy
from bench.process import Running, running
from bench.rows import COUNTY, basket_rows
from bench.sessions import StreamlitReader
from bench.submission import REVISED, five_thousand_rows
from indicators.store import Snapshot, open_store, queries
from indicators.submissions.accept import accept

SIZES = (10_000, 1_000_000, 10_000_000)
TIMES = 40
WARM_UP = 5
VISIBLE_SECONDS = 120
PAUSE_SECONDS = 0.05
SEED = 2008

Say = Callable[[str], None]
Readings = dict[str, list[float]]


def measure_growth(workshop: Path, kept: Path, *, sizes: tuple[int, ...], say: Say) -> dict:
    """Milliseconds of query and rerun by size, and what became of a submission to the largest.

    `kept` holds the generated ledgers from one time to the next.
    """
    begun = os.getloadavg()[0]
    homes = {size: linked_copy(home_of(size, kept, say), workshop / f"home-{size}") for size in sizes}
    say("The ledgers are ready.")
    with contextlib.ExitStack() as stack:
        stores = {size: stack.enter_context(open_store(home)) for size, home in homes.items()}
        snapshots = {size: store.snapshot() for size, store in stores.items()}
        series, overview = _queries(snapshots)
        say(f"Queries are read, load {os.getloadavg()[0]:.1f}.")
        served = {
            size: stack.enter_context(running(contenders.dashboard(home), workshop / "logs"))
            for size, home in homes.items()
        }
        reruns = asyncio.run(_reruns(served))
        memory = {str(size): one.memory() for size, one in served.items()}
        say(f"Reruns are read, load {os.getloadavg()[0]:.1f}.")
        largest = max(sizes)
        submission = asyncio.run(_submission(served[largest], homes[largest]))
    return {
        "sizes": list(sizes),
        "query": series,
        "overview": overview,
        "rerun": reruns,
        "memory": memory,
        "submission": submission,
        "loads": [begun, os.getloadavg()[0]],
    }


def _queries(snapshots: dict[int, Snapshot]) -> tuple[Readings, Readings]:
    """The question whose data grow, and all questions of the Basket together; nothing is kept between two."""

    def series(snapshot: Snapshot) -> None:
        queries.basket_series(snapshot, COUNTY)

    def overview(snapshot: Snapshot) -> None:
        series(snapshot)
        queries.basket(snapshot)
        queries.targets(snapshot, COUNTY)
        queries.events(snapshot)

    return _interleaved(snapshots, series), _interleaved(snapshots, overview)


def _interleaved(snapshots: dict[int, Snapshot], ask: Callable[[Snapshot], None]) -> Readings:
    taken: Readings = {str(size): [] for size in snapshots}
    for number, size in _order(list(snapshots)):
        begun = time.perf_counter()
        ask(snapshots[size])
        if number >= WARM_UP:
            taken[str(size)].append((time.perf_counter() - begun) * 1000)
    return taken


async def _reruns(served: dict[int, Running]) -> Readings:
    rows = len(basket_rows())
    readers = {size: StreamlitReader(one.url, rows) for size, one in served.items()}
    for reader in readers.values():
        await reader.open()
    taken: Readings = {str(size): [] for size in served}
    for number, size in _order(list(served)):
        begun = time.perf_counter()
        await readers[size].view()
        if number >= WARM_UP:
            taken[str(size)].append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(PAUSE_SECONDS)
    for reader in readers.values():
        await reader.close()
    return taken


def _order(sizes: list[int]) -> list[tuple[int, int]]:
    """Rounds in which every size comes once, in changing order."""
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    return [(number, size) for number in range(WARM_UP + TIMES) for size in order.sample(sizes, len(sizes))]


async def _submission(served: Running, home: Path) -> dict:
    """Submit five thousand rows from another process than the server's; read the page until it shows them."""
    reader = StreamlitReader(served.url, len(basket_rows()))
    await reader.open()
    await reader.view()
    before = [await _rerun(reader) for _ in range(WARM_UP)]
    content, shown = five_thousand_rows()
    if shown in reader.text:
        raise ValueError(f"{shown} is on the page before it was submitted")
    begun = time.perf_counter()
    accepting = asyncio.create_task(asyncio.to_thread(_accept, home, content))
    waited: list[float] = []
    while shown not in reader.text:
        if time.perf_counter() - begun > VISIBLE_SECONDS:
            raise TimeoutError(f"{REVISED} still does not show {shown}")
        waited.append(await _rerun(reader))
        await asyncio.sleep(PAUSE_SECONDS)
    visible = time.perf_counter() - begun
    accepted = await accepting
    await reader.close()
    return {
        "accepted after s": accepted,
        "visible after s": visible,
        "reruns meanwhile": len(waited),
        "rerun before, median ms": median(before),
        "rerun meanwhile, median ms": median(waited),
        "rerun meanwhile, longest ms": max(waited),
    }


def _accept(home: Path, content: bytes) -> float:
    begun = time.perf_counter()
    with open_store(home) as store:
        accept(store, "observation", content, "quarter.csv", by="bench", note="Five thousand rows")
    return time.perf_counter() - begun


async def _rerun(reader: StreamlitReader) -> float:
    begun = time.perf_counter()
    await reader.view()
    return (time.perf_counter() - begun) * 1000

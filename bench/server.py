"""Without a browser: what a view costs the server, how many it serves a second, what a session holds in memory."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from bench import contenders
from bench.process import Running, running
from bench.rows import basket_rows, write_rows
from bench.sessions import READERS, Reader

SESSIONS = (1, 10, 50)
MOST_SESSIONS = max(SESSIONS)
# How many views and visits are taken at 1, 10 and 50 sessions.
VIEWS = {1: 20, 10: 40, 50: 100}
VISITS = {1: 10, 10: 20, 50: 50}
SETTLE_SECONDS = 0.4
REST_SECONDS = 25
LIMIT_SECONDS = 180
SEED = 2008

Make = Callable[[], Reader]


def measure_server(workshop: Path, *, rounds: int, say: Callable[[str], None]) -> dict:
    """Every reading, by measure, contender and round; the memory of each, read once."""
    rows = basket_rows()
    write_rows(rows, workshop / "rows.duckdb")
    home = workshop / "home"
    peers, missing = contenders.peers(workshop / "rows.duckdb", tuned=False)
    for sentence in missing:
        say(sentence)
    everybody = [
        contenders.dashboard(home),
        contenders.default_settings(home, workshop / "elsewhere"),
        *peers,
    ]
    with running(everybody[0], workshop / "logs") as first:
        first.rest(SETTLE_SECONDS)
        say("The figures are loaded, as they are after a first start.")
    memory = {}
    for one in everybody:
        # Alone: of two that run from the same files, neither would be said to hold what both hold.
        with running(one, workshop / "logs") as alone:
            # What the start has set off is over by then, and the process that judged has ended.
            alone.rest(REST_SECONDS)
            memory[one.name] = _run(_memory(alone, len(rows)))
    say("Memory is read.")
    with contextlib.ExitStack() as stack:
        served = [stack.enter_context(running(one, workshop / "logs")) for one in everybody]
        # A first view sets off judging where no start does; until that is over the app draws the Basket again by itself,
        # which no reader here has asked for.
        for one in served:
            _run(_visit(_maker(one, len(rows))))
        served[0].rest(REST_SECONDS)
        found = _rounds(served, len(rows), rounds, say)
    return {"missing": missing, "memory": memory, **found}


def _rounds(served: list[Running], rows: int, rounds: int, say: Callable[[str], None]) -> dict:
    readings: dict[str, dict[str, list[float | None]]] = {}
    loads = []
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    for number in range(rounds):
        loads.append(os.getloadavg()[0])
        steps = [(one, kind, sessions) for one in served for kind in _kinds(one) for sessions in SESSIONS]
        order.shuffle(steps)
        for one, kind, sessions in steps:
            for measure, value in _run(_load(one, rows, kind, sessions)).items():
                name = f"{kind}, {sessions} at a time: {measure}"
                by_round = readings.setdefault(name, {}).setdefault(one.contender.name, [None] * rounds)
                by_round[number] = value
        say(f"Round {number + 1} of {rounds}, load {os.getloadavg()[0]:.1f}.")
    return {"rounds": rounds, "readings": readings, "loads": loads}


def _kinds(served: Running) -> tuple[str, ...]:
    if served.contender.name == contenders.DEFAULT:
        return ("view",)
    # A session of Shiny shows the basket once; only a whole visit is like for like.
    return ("visit",) if served.contender.kind == "shiny" else ("view", "visit")


async def _load(served: Running, rows: int, kind: str, sessions: int) -> dict[str, float]:
    """Take a fixed number of views or visits, `sessions` at a time."""
    make = _maker(served, rows)
    total = (VIEWS if kind == "view" else VISITS)[sessions]
    readers = [make() for _ in range(sessions)]
    if kind == "view":
        await asyncio.gather(*(_begin(reader) for reader in readers))
    await asyncio.sleep(SETTLE_SECONDS)
    cpu, begun = served.cpu_seconds(), time.perf_counter()
    each = [
        _views(reader, total // sessions) if kind == "view" else _visits(make, total // sessions)
        for reader in readers
    ]
    taken = [ms for times in await asyncio.gather(*each) for ms in times]
    seconds = time.perf_counter() - begun
    # What a server does after it has answered is a part of the price.
    await asyncio.sleep(SETTLE_SECONDS)
    spent = served.cpu_seconds() - cpu
    if kind == "view":
        await asyncio.gather(*(reader.close() for reader in readers))
    return {
        "CPU ms each": spent * 1000 / len(taken),
        "a second": len(taken) / seconds,
        "median ms": median(taken),
        "p95 ms": quantiles(taken, n=20)[-1],
    }


async def _views(reader: Reader, count: int) -> list[float]:
    return [await _timed(reader.view) for _ in range(count)]


async def _visits(make: Make, count: int) -> list[float]:
    return [await _timed(partial(_visit, make)) for _ in range(count)]


async def _visit(make: Make) -> None:
    reader = make()
    await _begin(reader)
    await reader.close()


async def _begin(reader: Reader) -> None:
    await reader.open()
    await reader.view()


async def _timed(do: Callable) -> float:
    begun = time.perf_counter()
    await do()
    return (time.perf_counter() - begun) * 1000


async def _memory(served: Running, rows: int) -> dict[str, float]:
    """Megabytes after the start, with one session open, with fifty, and for each further one."""
    make = _maker(served, rows)
    idle = served.memory()
    readers = [make() for _ in range(MOST_SESSIONS)]
    await _begin(readers[0])
    await asyncio.sleep(SETTLE_SECONDS)
    first = served.memory()
    for reader in readers[1:]:
        await _begin(reader)
    await asyncio.sleep(SETTLE_SECONDS)
    all_open = served.memory()
    await asyncio.gather(*(reader.close() for reader in readers))
    each = (all_open - first) / (MOST_SESSIONS - 1)
    return {"idle": idle, "one session": first, "fifty sessions": all_open, "a further session": each}


def _maker(served: Running, rows: int) -> Make:
    return lambda: READERS[served.contender.kind](served.url, rows)


def _run(work: object) -> dict[str, float]:
    async def bounded() -> dict[str, float]:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(MOST_SESSIONS))
        async with asyncio.timeout(LIMIT_SECONDS):
            return await work

    return asyncio.run(bounded())

"""In a browser: every contender at once, visited in shuffled rounds, on localhost and over a slow link."""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from bench import contenders
from bench.browsing import VisitFailedError, chromium, open_page, reader, shown_values
from bench.exact import exact_facts
from bench.link import Link, slow_links
from bench.process import running
from bench.rows import basket_rows, differences, write_rows
from bench.visits import Place, steps_at

RATE, ROUND_TRIP = 10_000_000.0, 0.020  # bits a second, seconds
SEED = 2008

Say = Callable[[str], None]


def measure_pages(workshop: Path, *, rounds: int, tuned: bool, say: Say) -> dict:
    """Every reading, by measure, contender and round (None where a visit failed), and what stands beside them."""
    rows = basket_rows()
    write_rows(rows, workshop / "rows.duckdb")
    peers, missing = contenders.peers(workshop / "rows.duckdb", tuned=tuned)
    for sentence in missing:
        say(sentence)
    everybody = [
        contenders.dashboard(workshop / "home"),
        *peers,
        contenders.empty_page(workshop / "elsewhere"),
        contenders.static_page(workshop / "rows.duckdb"),
    ]
    with contextlib.ExitStack() as stack:
        places = []
        for one in everybody:
            served = stack.enter_context(running(one, workshop / "logs"))
            places.append(Place(served, Link(served.port, rate=RATE, round_trip=ROUND_TRIP), rows))
        stack.enter_context(slow_links([place.link for place in places]))
        browser = stack.enter_context(chromium())
        _compare(browser, places, say)
        found = _rounds(browser, places, rounds, say)
        version = browser.version
    watched = contenders.dashboard(workshop / "home", watched=True)
    with running(watched, workshop / "logs") as served, chromium() as browser:
        exact = exact_facts(browser, served, rows, rows[0])
    return {"chromium": version, "missing": missing, "exact": exact, **found}


def _compare(browser: Browser, places: list[Place], say: Say) -> None:
    """Stop when two contenders do not show the same basket: their times could not be compared."""
    wrong = []
    for place in places:
        if place.contender.name == contenders.EMPTY:
            continue
        with reader(browser, place.contender, rows=len(place.rows)) as context:
            page, _ = open_page(context, place.served.url + "/")
            wrong += [f"{place.contender.name}: {one}" for one in differences(shown_values(page), place.rows)]
    if wrong:
        raise ValueError("The pages do not show the same:\n" + "\n".join(wrong))
    say(f"All show the same {len(places[0].rows)} indicators with the same values.")


def _rounds(browser: Browser, places: list[Place], rounds: int, say: Say) -> dict:
    readings: dict[str, dict[str, list[float | None]]] = {}
    failures: list[str] = []
    loads: list[float] = []
    order = random.Random(SEED)  # noqa: S311 - an order, not a secret
    for number in range(rounds + 1):
        is_practice = number == 0
        steps = [(place, step) for place in places for step in steps_at(place, is_practice=is_practice)]
        order.shuffle(steps)
        loads.append(os.getloadavg()[0])
        for place, step in steps:
            try:
                found = dict(step(browser, place))
            except VisitFailedError as problem:
                failures.append(f"round {number}, {place.contender.name}: {problem}")
                found = {}
            for measure, value in {} if is_practice else found.items():
                by_round = readings.setdefault(measure, {}).setdefault(place.contender.name, [None] * rounds)
                by_round[number - 1] = value
        say(
            f"Round {number} of {rounds}{' (practice)' if is_practice else ''}, load {os.getloadavg()[0]:.1f}."
        )
    return {"rounds": rounds, "readings": readings, "failures": failures, "loads": loads}

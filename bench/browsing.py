"""Visits in Chromium: what a page took to show its content and to be usable, and what it cost on the wire."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from bench.contenders import EMPTY, Contender
from bench.rows import Row
from bench.traffic import Traffic, watch
from tests.browser.chromium import NONE_FOUND, find_chromium

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
SCRIPT = Path(__file__).with_name("page.js").read_text(encoding="utf-8")
VISIT_MS = 45_000
SHOWN = """() => Object.fromEntries([...document.querySelectorAll('.basket-table tbody tr')]
  .filter(row => row.querySelector('a[href*="code="]'))
  .map(row => [new URL(row.querySelector('a').href).searchParams.get('code'),
               row.querySelector('td').childNodes[0].textContent.trim()]))"""


@dataclass(frozen=True)
class Visit:
    """One page opened: milliseconds by mark (content, ready, next), and its traffic until then."""

    marks: dict[str, float]
    traffic: Traffic


class VisitFailedError(Exception):
    """A page did not come so far in time."""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser until the end of the block.

    Raises:
        RuntimeError: this machine has none.
    """
    path = find_chromium()
    if path is None:
        raise RuntimeError(NONE_FOUND)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextlib.contextmanager
def reader(
    browser: Browser, contender: Contender, *, chart: Row | None = None, rows: int = 0
) -> Iterator[BrowserContext]:
    """A new reader, with an empty cache, who will open the basket (`rows` of it) or the chart of one indicator."""
    page = "chart" if chart else "empty" if contender.name == EMPTY else "basket"
    expected = json.dumps({"page": page, "rows": rows, "last": chart.last if chart else None})
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, locale="en-GB", timezone_id="Europe/London"
    )
    context.set_default_timeout(VISIT_MS)
    context.add_init_script(SCRIPT.replace("$EXPECTED", expected).replace("$READY", contender.ready))
    try:
        yield context
    finally:
        context.close()


def open_page(context: BrowserContext, address: str) -> tuple[Page, Visit]:
    """Open a page and wait until it can be used.

    Raises:
        VisitFailedError: that did not happen in time.
    """
    page = context.new_page()
    traffic = watch(page)
    try:
        page.goto(address, wait_until="commit")
        page.wait_for_function("window.bench?.marks.content && window.bench.marks.ready", polling=50)
    except BrowserError as error:
        raise VisitFailedError(f"{address}: {str(error).splitlines()[0]} {_state(page)}") from error
    return page, Visit(page.evaluate("window.bench.marks"), traffic)


def next_chart(page: Page, contender: Contender, row: Row) -> float:
    """Choose another indicator on the open page of one; return the milliseconds until its chart is drawn.

    Raises:
        VisitFailedError: it was not drawn in time.
    """
    try:
        if contender.kind == "streamlit":
            field = page.locator(".st-key-choice-code input")
            field.click()
            field.fill(row.title)
            page.get_by_role("option", name=row.title, exact=True).first.wait_for()
            _ask(page, row)
            field.press("Enter")
        elif contender.kind == "dash":
            page.locator("#code").click()
            page.keyboard.type(row.title)
            option = page.get_by_text(row.title, exact=True).last
            option.wait_for()
            _ask(page, row)
            option.click()
        else:
            _ask(page, row)
            page.locator("#code").select_option(row.code)
        page.wait_for_function("window.bench.marks.next", polling=50)
    except BrowserError as error:
        raise VisitFailedError(f"{contender.name}, next indicator: {str(error).splitlines()[0]}") from error
    return page.evaluate("window.bench.marks.next")


def shown_values(page: Page) -> dict[str, str]:
    """The latest value that an open basket shows, by indicator code."""
    return page.evaluate(SHOWN)


def _state(page: Page) -> str:
    """How far a page came, for the reader of a failure."""
    with contextlib.suppress(BrowserError):
        return page.evaluate(
            "`${JSON.stringify(window.bench?.marks)} ${document.body.innerText.slice(0, 200)}`"
        )
    return ""


def _ask(page: Page, row: Row) -> None:
    page.evaluate("last => window.bench.ask(last)", row.last)

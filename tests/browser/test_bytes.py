"""What a visit costs on the wire: bytes and requests as the browser counts them, whatever the speed of the machine."""

from __future__ import annotations

import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from indicators.server import streamlit_files
from tests.browser.steps import DRAWN, ROW, choose
from tests.browser.watching import Watch

MEGABYTE = 1_000_000
READY_SECONDS = 60


@dataclass
class Traffic:
    """What came over the network: bytes by address, as transferred, and messages of the socket."""

    asked: list[str] = field(default_factory=list)
    sizes: dict[str, float] = field(default_factory=dict)
    encodings: dict[str, str] = field(default_factory=dict)
    messages: list[int] = field(default_factory=list)

    def total(self, part=""):
        """The bytes of the addresses that hold `part`."""
        return sum(size for path, size in self.sizes.items() if part in path)


@pytest.fixture
def reader(browser, served):
    """Somebody who was never here before: nothing is kept from test to test."""
    watch = Watch(browser.new_context(base_url=served.url, viewport={"width": 1400, "height": 900}))
    yield watch
    watch.context.close()


@pytest.fixture
def traffic(page, served):
    """The traffic of the page from now on, once the server has compressed what it sends."""
    wait_until_compressed(served.url)
    seen = Traffic()
    names = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")

    def asked(event):
        address = urlsplit(event["request"]["url"])
        if address.scheme == "http":
            names[event["requestId"]] = address.path
            seen.asked.append(address.path)

    def answered(event):
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        if event["requestId"] in names:
            seen.encodings[names[event["requestId"]]] = headers.get("content-encoding", "")

    def loaded(event):
        if event["requestId"] in names:
            seen.sizes[names[event["requestId"]]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", loaded)
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: seen.messages.append(len(event["response"]["payloadData"]) * 3 // 4),
    )
    return seen


def wait_until_compressed(url):
    """Wait for the copy that is made last: the largest file."""
    largest = max((streamlit_files.folder() / "static").rglob("*.js"), key=lambda path: path.stat().st_size)
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{url}/static/js/{largest.name}", method="HEAD", headers={"Accept-Encoding": "gzip"}
    )
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - our own address
            if answer.headers["Content-Encoding"] == "gzip":
                return
        time.sleep(0.1)
    raise AssertionError("the scripts were not compressed in time")


def wait_for_answers(page, traffic):
    """Wait until everything that was asked for has begun to come."""
    end = time.monotonic() + READY_SECONDS
    while set(traffic.asked) - traffic.encodings.keys() and time.monotonic() < end:
        page.wait_for_timeout(100)
    assert set(traffic.asked) <= traffic.encodings.keys()


def every_script_comes_compressed_and_once(page, traffic):
    """Of the scripts and styles that the page has asked for."""
    page.wait_for_timeout(1000)
    wait_for_answers(page, traffic)
    scripts = [path for path in traffic.asked if path.endswith((".js", ".css"))]
    assert len(scripts) > 50
    assert [path for path, times in Counter(scripts).items() if times > 1] == []
    assert {path for path in scripts if traffic.encodings.get(path) != "gzip"} == set()


def open_basket(page):
    # Somebody who saves data is spared what a chart would need, so that words are counted alone.
    page.add_init_script("Object.defineProperty(NetworkInformation.prototype, 'saveData', {get: () => true})")
    page.goto("/")
    expect(page.locator(ROW).first).to_be_visible()
    page.wait_for_timeout(1500)


def test_the_basket_takes_no_more_than_its_share(page, traffic):
    open_basket(page)
    assert not [path for path in traffic.asked if "plotly" in path.lower()]
    assert 0.5 * MEGABYTE < traffic.total() < 1.6 * MEGABYTE
    assert traffic.total("/static/js/") < 0.8 * MEGABYTE
    assert len(traffic.asked) < 120


def test_a_chart_opened_by_its_link_takes_no_more_than_its_share(page, traffic):
    page.goto("/indicator?code=KSI-CAS")
    expect(page.locator(DRAWN).first).to_be_visible()
    assert 1 * MEGABYTE < traffic.total() < 3 * MEGABYTE
    assert len(traffic.asked) < 120
    every_script_comes_compressed_and_once(page, traffic)


def test_plotly_comes_once_the_basket_is_read_and_is_not_fetched_again(page, traffic):
    page.add_init_script(
        """(() => {
          const look = () => {
            const row = document.querySelector('#root .basket-table tbody tr');
            if (row && row.getClientRects().length) window.wordsAt = performance.now();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })()"""
    )
    page.goto("/")
    expect(page.locator(ROW).first).to_be_visible()
    page.wait_for_function(
        "performance.getEntriesByType('resource').some(one => one.name.includes('PlotlyChart'))",
    )
    begun = page.evaluate(
        "performance.getEntriesByType('resource').find(one => one.name.includes('PlotlyChart')).startTime"
    )
    assert begun > page.evaluate("window.wordsAt")
    every_script_comes_compressed_and_once(page, traffic)
    page.get_by_role("link", name="People killed or seriously injured on the roads").click()
    expect(page.locator(DRAWN).first).to_be_visible()
    assert len([path for path in traffic.asked if "PlotlyChart" in path]) == 1


def test_a_filter_costs_few_and_small_messages(page, traffic):
    open_basket(page)
    traffic.messages.clear()
    traffic.asked.clear()
    choose(page, "Theme", "Environment")
    expect(page.locator(ROW)).to_have_count(4)
    page.wait_for_timeout(500)
    assert 3 < len(traffic.messages) < 35
    assert sum(traffic.messages) < 40_000
    assert [path for path in traffic.asked if path.startswith("/static/")] == []

"""The running server: what it answers around the screens, and to its very first visitor."""

from __future__ import annotations

import json
import socket
import time
import tomllib
import urllib.request
from contextlib import suppress

import psutil
import pytest
from playwright.sync_api import expect

from indicators.assessments.apart import PROGRAM
from indicators.server.headers import HEADERS
from tests.browser.serving import PROJECT, running
from tests.browser.watching import Watch
from tests.data.embedded_files import number_of_files

LONG = 60.0
COLD = {
    "indicator": ("/indicator?code=KSI-CAS", "People killed or seriously injured on the roads"),
    "methods": ("/methods", "Methods and glossary"),
}


def ask(address):
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server on this machine
        return answer.status, dict(answer.headers.items()), answer.read().decode()


@pytest.mark.parametrize("path", ["/", "/indicator?code=KSI-CAS", "/health", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(served, path):
    status, headers, _ = ask(f"{served.url}{path}")
    given = {name.lower(): value for name, value in headers.items()}
    assert status == 200
    assert {name.decode(): given.get(name.decode()) for name in HEADERS} == {
        name.decode(): value.decode() for name, value in HEADERS.items()
    }


def test_health_names_the_version_of_the_ledger(served):
    _, _, body = ask(f"{served.url}/health")
    health = json.loads(body)
    assert health["status"] == "ok"
    assert health["sequence"] == number_of_files()
    assert len(health["head"]) == 64


def test_the_first_page_says_once_where_the_server_is(served):
    _, _, body = ask(f"{served.url}/")
    assert body.count("window.__streamlit=") == 1
    assert "<title>Indicator Basket</title>" in body


def test_only_this_machine_is_answered(served):
    port = int(served.url.rpartition(":")[2])
    other = next(
        (a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)), "127.0.0.1"
    )
    if other.startswith("127."):
        other = "127.0.0.2"
    with pytest.raises(OSError, match="refused"), socket.create_connection((other, port), timeout=5):
        pass


@pytest.mark.parametrize("page", COLD)
def test_the_first_visitor_of_a_fresh_server_may_come_by_a_deep_link(browser, tmp_path, page):
    """A server that has never run its frame must not run a page alone, without navigation."""
    address, heading = COLD[page]
    with running(tmp_path) as server:
        context = browser.new_context(base_url=server.url)
        watch = Watch(context)
        opened = context.new_page()
        opened.goto(address)
        expect(opened.get_by_role("heading", level=1)).to_have_text(heading)
        expect(opened.get_by_role("navigation", name="App pages").get_by_role("link")).not_to_have_count(0)
        context.close()
        assert watch.complaints == []


def test_the_tab_keeps_our_icon_when_the_app_has_come(page):
    page.goto("/methods")
    expect(page.locator("#root h1")).to_be_visible()
    icons = page.locator("link[rel~=icon]").evaluate_all("all => all.map(one => one.href)")
    assert [icon.partition(",")[0] for icon in icons] == ["data:image/svg+xml;base64"]


def test_judging_is_done_by_a_process_of_its_own_which_then_ends(browser, tmp_path):
    with running(tmp_path) as server:
        serves = next(
            one for one in psutil.process_iter(["cmdline"]) if server.url[-5:] in (one.info["cmdline"] or ())
        )
        context = browser.new_context(base_url=server.url)
        opened = context.new_page()
        opened.goto("/")
        expect(opened.locator("#root").get_by_text("luck alone would give")).to_be_visible()
        seen, ends = [], time.monotonic() + LONG
        while (there := serves.children()) and time.monotonic() < ends:
            for child in there:
                with suppress(psutil.NoSuchProcess):  # it may end between being listed and being asked
                    seen += child.cmdline()
            time.sleep(0.5)
        assert PROGRAM in seen
        assert serves.children() == []
        opened.reload()
        expect(opened.locator("#root").get_by_text("luck alone would give")).to_be_visible()
        assert serves.children() == []
        context.close()
    assert "not assessed" not in server.log_tail(200)


def test_the_settings_keep_the_server_to_this_machine_and_spare_the_collector():
    settings = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["runner"]["postScriptGC"] is False
    assert settings["browser"]["gatherUsageStats"] is False

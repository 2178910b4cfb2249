"""Fixtures for the tests in a real browser, on Playwright alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import NONE_FOUND, find_chromium
from tests.browser.serving import running
from tests.browser.steps import LOOKS, PATIENCE, Walker, grave_violations
from tests.browser.watching import Watch

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


@pytest.fixture(scope="session")
def chromium_path():
    """The Chromium of this machine; without one the tests fail, they are not passed over."""
    found = find_chromium()
    if found is None:
        pytest.fail(NONE_FOUND, pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser(chromium_path):
    """One browser for all tests; each opens a context of its own in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The dashboard, running with an empty home: `.url`, `.home`, `.log_tail()`."""
    with running(tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture(scope="module")
def reader(browser, served):
    """A reader who has been here before, so that scripts need not be fetched and compiled anew for every test."""
    watch = Watch(browser.new_context(base_url=served.url, **LOOKS["light"]))
    yield watch
    watch.context.close()


@pytest.fixture
def page(reader):
    """A page of 1400 x 900, whose addresses are relative to the dashboard's.

    The test fails at its end if the page logged an error or asked another machine for anything.
    """
    reader.complaints.clear()
    page = reader.context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()
    assert reader.complaints == []


@pytest.fixture(scope="module")
def walkers(browser, served):
    """Somebody in each look who goes from page to page, by the name of the look."""
    each = {look: Walker(browser, served.url, look) for look in LOOKS}
    yield each
    for walker in each.values():
        walker.watch.context.close()


@pytest.fixture
def axe():
    """A function that returns the serious and critical findings of axe-core on a page: rule, element, and its HTML."""
    return grave_violations


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Show what the server logged beside a failure."""
    report = yield
    if report.failed and "served" in getattr(item, "funcargs", {}):
        report.sections.append(("server log", item.funcargs["served"].log_tail()))
    return report


expect.set_options(timeout=PATIENCE)

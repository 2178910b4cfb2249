"""axe-core on every page: no serious or critical finding in light, dark and on a narrow screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.watching import Watch

PAGES = {
    "basket": "/",
    "indicator chart": "/indicator?code=GHG-HEAD",
    "indicator signals": "/indicator?code=GHG-HEAD&part=signals&view=analyst",
    "indicator table": "/indicator?code=GHG-HEAD&part=table",
    "indicator compare": "/indicator?code=GHG-HEAD&part=compare",
    "indicator definition": "/indicator?code=GHG-HEAD&part=definition",
    "indicator history": "/indicator?code=GHG-HEAD&part=history",
    "methods": "/methods",
    "history": "/history",
    "one entry": "/history?entry=8",
    "changed since": "/history?part=since&since=7&dataset=target",
    "verify": "/history?part=verify",
    "inbox": "/inbox",
    "no entry": "/history?entry=nonsense",
    "unknown code": "/indicator?code=NOPE",
}
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1400, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1400, "height": 900}},
    "390 px": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}},
}


@pytest.fixture(scope="module")
def looking(browser, served):
    """A function that opens a page in a look, and the complaints about it; a look keeps its scripts from page to page."""
    watches = {}

    def open_page(look, address):
        if look not in watches:
            watches[look] = Watch(browser.new_context(base_url=served.url, **LOOKS[look]))
        watch = watches[look]
        watch.complaints.clear()
        page = watch.context.new_page()
        page.goto(address)
        return page, watch.complaints

    yield open_page
    for watch in watches.values():
        watch.context.close()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_shut_out(looking, axe, name, look):
    page, complaints = looking(look, PAGES[name])
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
    if name in ("indicator chart", "indicator signals", "indicator compare"):
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=60_000)
    page.wait_for_timeout(300)
    found = axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.close()
    assert found == []
    assert wide <= 0, f"the page is {wide} px wider than the screen"
    assert complaints == []

"""Commentary in a real browser, on a server of its own: written, previewed and recorded by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.serving import running
from tests.browser.test_accessibility import LOOKS
from tests.browser.watching import Watch

ADDRESS = "/commentary?code=KSI-CAS&period=2014-01-01/P1Y"
STORY = "Fewer young drivers.\n\n**Not bold** and <img src=x onerror=alert(1)>."


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard whose commentary these tests may write."""
    with running(tmp_path_factory.mktemp("commentary")) as server:
        yield server


@pytest.fixture
def page(browser, own):
    """A page of that dashboard; the test fails if it logs an error or asks another machine for anything."""
    context = browser.new_context(base_url=own.url, viewport={"width": 1400, "height": 900})
    watch = Watch(context)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("dialog", lambda dialog: watch.complaints.append(f"dialog: {dialog.message}"))
    yield page
    context.close()
    assert watch.complaints == []


def tab_to(page, target):
    """Press Tab until the target has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("it cannot be reached by Tab")


def test_it_is_written_previewed_and_recorded_by_keyboard(page):
    page.goto(ADDRESS)
    story = page.get_by_role("textbox", name="Story behind the curve")
    expect(story).to_be_visible()
    story.focus()
    page.keyboard.insert_text(STORY)
    tab_to(page, page.get_by_role("textbox", name="Who you are"))
    page.keyboard.insert_text("Road safety officer")
    check = page.get_by_role("button", name="Check and preview")
    tab_to(page, check)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What would be recorded")).to_be_visible()
    record = page.get_by_role("button", name="Record it")
    record.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Recorded as 0")).to_be_visible()
    expect(page.get_by_text("Draft. Written by Road safety officer (as stated).")).to_be_visible()
    page.get_by_role("link", name="Back to the indicator").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "People killed or seriously injured on the roads"
    )
    said = page.get_by_text("**Not bold** and <img src=x onerror=alert(1)>.", exact=True)
    expect(said).to_be_visible()
    assert page.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("look", LOOKS)
def test_nobody_is_shut_out_of_what_was_written(browser, own, axe, look):
    context = browser.new_context(base_url=own.url, **LOOKS[look])
    watch = Watch(context)
    page = context.new_page()
    page.goto(ADDRESS)
    expect(page.get_by_role("button", name="Check and preview")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(300)
    found = axe(page)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert found == []
    assert wide <= 0
    assert watch.complaints == []

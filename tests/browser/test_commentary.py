"""Commentary in a real browser, on a server of its own: written, previewed and recorded by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.serving import running
from tests.browser.steps import LOOKS, shuts_nobody_out, tab_to, visiting

ADDRESS = "/commentary?code=KSI-CAS&period=2014-01-01/P1Y"
STORY = "Fewer young drivers.\n\n**Not bold** and <img src=x onerror=alert(1)>."


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard whose commentary these tests may write."""
    with running(tmp_path_factory.mktemp("commentary")) as server:
        yield server


@pytest.fixture
def page(browser, own):
    """A page of that dashboard."""
    with visiting(browser, own.url) as page:
        yield page


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
def test_nobody_is_shut_out_of_what_was_written(browser, own, look):
    with visiting(browser, own.url, look) as page:
        page.goto(ADDRESS)
        expect(page.get_by_role("button", name="Check and preview")).to_be_visible()
        shuts_nobody_out(page)

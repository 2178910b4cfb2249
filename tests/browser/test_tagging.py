"""Tag spending in a real browser: a line coded by keyboard in the grid, checked, recorded, and the receipt at hand."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from indicators.wording import submit_page, tagging
from tests.browser.serving import running
from tests.browser.steps import move, put, shuts_nobody_out, tab_to, visiting, wait_until_still

LINE = "Children's services (S251): Family support services"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard of its own, for something is recorded in it."""
    with running(tmp_path_factory.mktemp("tagging")) as server:
        yield server


def test_a_line_is_coded_by_keyboard_and_recorded(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/tagging")
        expect(page.get_by_role("heading", level=1)).to_have_text(tagging.TITLE)
        canvas = page.locator("[data-testid=stDataFrame] canvas").first
        expect(canvas).to_be_visible()
        wait_until_still(page)
        tab_to(page, canvas)
        move(page, "ArrowDown", 2)
        move(page, "ArrowRight", 5)
        put(page, "40")
        expect(page.get_by_text(f"{LINE}: 40% so far, 60% is missing.")).to_be_visible()
        move(page, "ArrowUp", 1)
        move(page, "ArrowRight", 2)
        put(page, "60")
        expect(page.get_by_text("is missing.")).to_have_count(0)
        move(page, "ArrowUp", 1)
        move(page, "ArrowRight", 5)
        put(page, "mostly statutory")
        page.get_by_role("textbox", name=tagging.YOU).fill("county finance officer")
        page.keyboard.press("Tab")
        wait_until_still(page)
        page.get_by_role("button", name=tagging.CHECK).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("The core share of 2024/25 would be 9.4% instead of 18.1%.")).to_be_visible()
        shuts_nobody_out(page)
        page.get_by_role("textbox", name=submit_page.NOTE).fill("First coding")
        page.get_by_role("textbox", name=submit_page.BY).fill("Finance")
        page.get_by_role("button", name=submit_page.COMMIT, exact=True).click()
        expect(page.get_by_text(tagging.RECORDED)).to_be_visible()
        expect(page.get_by_text("1 of 7 lines is coded")).to_be_visible()
        page.get_by_role("link", name=tagging.RECEIPT).click()
        expect(page.get_by_role("heading", name=submit_page.UNDO)).to_be_visible()

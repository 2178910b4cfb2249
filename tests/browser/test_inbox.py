"""The Inbox in a real browser: a cold link, its filters in the address, its links, its file."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.steps import ROW, choose


def open_inbox(page, query=""):
    page.goto(f"/inbox{query}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")
    expect(page.locator(ROW).first).to_be_visible()
    expect(page.locator("#root [data-testid=stMain] h1").first).to_be_visible()


def test_a_cold_link_shows_what_it_asks_for(page):
    open_inbox(page, "?kind=commentary")
    expect(page.locator(ROW)).to_have_count(30)
    expect(page.locator(ROW).first).to_contain_text("commentary to be written")


def test_the_missing_figures_are_downloaded_and_a_filter_is_chosen_by_keyboard(page):
    open_inbox(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download a file with the figures that are missing (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "KSI-CAS,E10000025,2015-01-01/P1Y," in text
    choose(page, re.compile("What"), "Findings")
    expect(page).to_have_url(re.compile(r"kind=finding"))
    expect(page.locator(ROW).first).to_contain_text("? finding")


def test_a_task_leads_to_where_it_is_done_and_back(page):
    open_inbox(page, "?kind=figure&area=E07000178")
    page.get_by_role("link", name="Submit figures").last.click()
    expect(page).to_have_url(re.compile(r"/submit\?area=E07000178&dataset=observation"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbox")
    expect(page).to_have_url(re.compile("kind=figure"))

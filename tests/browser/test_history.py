"""The History page in a real browser: a cold link, one entry by keyboard, its file, and the verification."""

from __future__ import annotations

from hashlib import sha256

from playwright.sync_api import expect

from tests.browser.steps import ROW
from tests.data.embedded_files import DATA, number_of_files


def open_history(page, query=""):
    page.goto(f"/history{query}")
    expect(page.get_by_role("heading", level=1)).to_have_text("History")
    expect(page.locator("#root [data-testid=stMain] h1").first).to_be_visible()


def test_a_cold_link_has_its_frame_and_its_filter(page):
    open_history(page, "?dataset=target")
    expect(page.locator(ROW)).to_have_count(2)
    expect(page.get_by_role("link", name="Basket").first).to_be_visible()


def test_an_entry_is_opened_by_keyboard_and_its_file_is_the_one_that_was_sent(page):
    open_history(page, "?dataset=theme")
    page.locator(f"{ROW} a").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Entry 000003-")
    expect(page.get_by_text("4 added.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the file as it was received").click()
    content = download.value.path().read_bytes()
    assert sha256(content).hexdigest() == sha256((DATA / "themes.csv").read_bytes()).hexdigest()
    assert download.value.suggested_filename == "themes.csv"
    page.go_back()
    expect(page.locator(ROW)).to_have_count(1)


def test_the_ledger_is_verified_by_keyboard(page):
    open_history(page, "?part=verify")
    page.get_by_label("Hash that you wrote down").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Verify every byte")).to_be_focused()
    page.keyboard.press("Enter")
    said = f"{number_of_files()} entries looked at: every byte is as it was written."
    expect(page.get_by_text(said)).to_be_visible()


def test_what_changed_since_leads_to_the_indicator(page):
    open_history(page, "?part=since&since=7")
    page.get_by_role("link", name="People killed or seriously injured on the roads").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "People killed or seriously injured on the roads"
    )

"""The Prevention audit in a real browser: a cold deep link, another classification by keyboard, axe, print."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.steps import choose, shuts_nobody_out, visiting, wait_until_still

FAMILY = (
    "gross expenditure (Section 251 outturn)~Children's services (S251)~Family support services~SP:0.5+AS:0.5"
)
DIFFERENTLY = f"/prevention?count={quote(FAMILY)}"
CHARTS = 4


def open_audit(page, address="/prevention"):
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Prevention audit")
    expect(page.locator(".js-plotly-plot:has(.main-svg)")).to_have_count(CHARTS)
    expect(page.get_by_role("heading", name="Scope and assurance")).to_be_attached()
    wait_until_still(page)


def test_a_cold_link_has_its_frame_and_its_classification(page):
    open_audit(page, DIFFERENTLY)
    expect(page.get_by_text("10.8% instead of 18.1% as recorded")).to_be_visible()
    expect(page.get_by_role("link", name="Basket").first).to_be_visible()
    shuts_nobody_out(page)
    page.get_by_role("link", name="count it as recorded again").click()
    expect(page.get_by_text("instead of 18.1% as recorded")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/prevention$"))
    page.go_back()
    expect(page.get_by_text("10.8% instead of 18.1% as recorded")).to_be_visible()


def test_a_line_is_classified_differently_by_keyboard(page):
    open_audit(page)
    choose(page, re.compile(r"\bLine\b"), "Family support")
    page.get_by_role("button", name="Show it so").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"count=.*Family"))
    expect(page.get_by_text("Not recorded: classified differently for this view only")).to_be_visible()
    expect(page.get_by_text("3.6% instead of 18.1% as recorded")).to_be_visible()


@pytest.mark.parametrize("look", ["dark", "390 px"])
def test_nobody_is_shut_out_in_another_look(browser, served, look):
    with visiting(browser, served.url, look) as page:
        open_audit(page, DIFFERENTLY)
        shuts_nobody_out(page)


def test_it_prints_whole_without_its_form(page):
    open_audit(page)
    page.wait_for_timeout(500)
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages
    text = "".join("".join(sheet.extract_text().split()) for sheet in sheets)
    assert "Familysupportservices" in text
    assert "Coreprevention" in text
    assert "Scopeandassurance" in text
    assert "Showitso" not in text

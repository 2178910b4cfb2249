"""The Indicator page in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.steps import DRAWN


def open_indicator(page, query):
    page.goto(f"/indicator?{query}")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)


def test_a_cold_deep_link_has_its_frame_its_chart_and_how_we_got_this_by_keyboard(page):
    open_indicator(page, "code=KSI-CAS")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "People killed or seriously injured on the roads"
    )
    expect(page.locator(DRAWN).first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Basket").first).to_be_visible()
    chart = page.get_by_role("figure", name="People killed or seriously injured on the roads")
    expect(chart.first).to_be_visible()
    page.locator("summary", has_text="How we got this").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("the trajectory stands at 326.4", exact=False).first).to_be_visible()


def test_parts_change_the_address_and_the_series_can_be_downloaded(page):
    open_indicator(page, "code=KSI-CAS")
    for part in ("Definition", "History", "Table"):
        radio = page.get_by_role("radio", name=part)
        radio.or_(page.get_by_role("button", name=part, exact=True)).first.click()
        expect(page.get_by_role("heading", level=2, name=part)).to_be_visible()
        assert f"part={part.lower()}" in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name="Download this series (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "KSI-CAS,E10000025,2010-01-01/P1Y,2010,395" in text


def test_a_code_that_does_not_exist_leads_on_by_keyboard(page):
    open_indicator(page, "code=NOPE-1")
    expect(page.get_by_text("There is no indicator with the code")).to_be_visible()
    page.get_by_role("link", name="Back to the Basket").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Basket")

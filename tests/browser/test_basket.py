"""The Basket in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.steps import ROW, choose


def open_basket(page, query=""):
    page.goto(f"/{query}")
    expect(page.locator(ROW).first).to_be_visible(timeout=60_000)
    expect(page.locator("#root [data-testid=stMain] h1").first).to_be_visible()


def test_one_click_leads_to_road_casualties_and_back_to_the_same_filters(page):
    open_basket(page, "?theme=communities&order=name")
    rows = page.locator(ROW).count()
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="People killed or seriously injured on the roads").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "People killed or seriously injured on the roads"
    )
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=60_000)
    assert re.search(r"/indicator\?code=KSI-CAS$", page.url)
    assert len(page.context.pages) == 1
    assert page.evaluate("window.stayed"), "the app was loaded anew"
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Basket")
    expect(page.locator(ROW)).to_have_count(rows)
    assert "theme=communities" in page.url
    assert "order=name" in page.url
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "People killed or seriously injured on the roads"
    )


def test_the_navigation_keeps_place_and_moment(page):
    open_basket(page, "?area=E07000178&as_at=2026-11-20")
    page.get_by_role("link", name="Indicator", exact=False).first.click()
    page.wait_for_url("**/indicator**")
    assert "area=E07000178" in page.url
    assert "as_at=2026-11-20" in page.url


def test_the_whole_basket_stands_on_the_page_and_can_be_walked_by_keyboard(page):
    open_basket(page)
    assert page.locator(ROW).count() == 30
    first = page.locator("#root .basket-table tbody a").first
    wanted = first.inner_text()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.basket-table tbody a')"):
            break
    assert page.evaluate("document.activeElement.innerText") == wanted
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "the focus cannot be seen"
    page.keyboard.press("Tab")
    second = page.locator("#root .basket-table tbody a").nth(1).inner_text()
    assert page.evaluate("document.activeElement.innerText") == second
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(second)


def test_a_filter_chosen_by_keyboard_changes_rows_address_and_download(page):
    open_basket(page)
    choose(page, "Theme", "Environment")
    expect(page.locator(ROW)).to_have_count(4)
    assert "theme=environment" in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these rows (CSV)").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("Code,Indicator,Unit")

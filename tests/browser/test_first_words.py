"""The Basket's words before the app: there without its scripts, gone when it comes, nothing lost in between."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.steps import grave_violations

SHOWN = "#first-words .basket-table tbody tr >> visible=true"
THEIRS = "#root .basket-table tbody tr"
ENTRY = "**/static/js/index.*.js"


class Held:
    """A page whose app waits at the door until it is let in."""

    def __init__(self, page):
        self.waiting = []
        self.is_held = True
        self.page = page
        page.route(ENTRY, self.take)

    def take(self, route):
        if self.is_held:
            self.waiting.append(route)
        else:
            route.continue_()

    def open(self, address):
        self.page.goto(address, wait_until="commit")
        expect(self.page.locator(SHOWN).first).to_be_visible()

    def let_in(self):
        self.is_held = False
        for route in self.waiting:
            route.continue_()
        wait_for_the_app(self.page)


@pytest.fixture
def held(page):
    return Held(page)


def wait_for_the_app(page):
    expect(page.locator(THEIRS).first).to_be_visible()
    expect(page.locator("#first-words")).to_have_count(0)


def rows(page, where):
    return [text.split("\n")[0] for text in page.locator(where).all_inner_texts()]


@pytest.mark.parametrize("query", ["", "?theme=environment&order=name", "?area=E07000178"])
def test_the_app_shows_the_rows_that_stood_there_before_it(page, held, query):
    held.open(f"/{query}")
    before = rows(page, SHOWN)
    sentence = page.locator("#first-words p >> visible=true").first.inner_text()
    held.let_in()
    assert rows(page, THEIRS) == before != []
    assert page.locator("#root p", has_text=sentence[:60]).count() == 1


def test_one_of_both_schemes_is_seen_and_has_no_grave_findings(page, held):
    held.open("/")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.locator(SHOWN).count() == 30
        assert page.locator(f".first-words-{scheme}").is_visible()
        assert grave_violations(page) == [], scheme


def test_a_link_works_before_the_app_is_there(page, held):
    held.open("/")
    held.is_held = False
    page.locator(SHOWN).get_by_role("link").first.click()
    page.wait_for_url("**/indicator?code=*")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()


def test_the_place_of_a_reader_is_kept(page, held):
    held.open("/")
    page.evaluate("document.fonts.load('16px \"Source Sans\"').then(() => true)")
    link = page.locator(SHOWN).get_by_role("link").nth(12)
    link.focus()
    address, top = link.get_attribute("href"), link.bounding_box()["y"]
    held.let_in()
    page.wait_for_function("document.activeElement.matches('#root .basket-table a')")
    assert page.evaluate("document.activeElement.getAttribute('href')") == address
    page.wait_for_function(
        "top => Math.abs(document.activeElement.getBoundingClientRect().top - top) < 40",
        arg=top,
        timeout=5000,
    )
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 500
    assert not page.evaluate("document.getElementById('root').inert")


@pytest.mark.parametrize("address", ["/?theme=none-such", "/?as_at=2026-11-20", "/methods"])
def test_where_the_app_speaks_first_nothing_lies_over_it(page, address):
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("#first-words").count() == 0
    assert not page.evaluate("document.getElementById('root').inert")

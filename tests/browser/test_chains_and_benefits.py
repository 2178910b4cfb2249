"""Delivery chains and the Benefits register in a real browser, with their examples: drawn, read by anybody, printed, withdrawn."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from indicators.datasets.example_files import example, example_names
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.wording import benefits, chains, register, submit_page
from tests.browser.serving import running
from tests.browser.steps import Walker, shuts_nobody_out, tab_to, visiting, wait_until_still

TITLE = "Example: more care leavers in education, work or training"
DRAWINGS = ".js-plotly-plot:has(.main-svg)"
OURS = ("delivery_chain", "chain_", "benefit")


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard with the examples of both registers, which these tests may change."""
    folder = tmp_path_factory.mktemp("chains")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDICATOR_BASKET_HOME", str(folder / "home"))
        store = ready_store()
        for name in example_names():
            if name.startswith(OURS):
                accept(store, name, example(name), f"{name}.csv", by="an officer", note="an example")
    with running(folder) as server:
        yield server


def printed(page):
    """All letters of the sheets of A4, without blanks."""
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages
    return "".join("".join(sheet.extract_text().split()) for sheet in sheets)


def test_a_benefit_leads_to_the_figures_that_it_is_read_from(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/benefits?benefit=EXAMPLE-B1")
        expect(page.get_by_role("heading", level=1)).to_have_text(benefits.TITLE)
        expect(page.locator(DRAWINGS)).to_have_count(2)
        wait_until_still(page)
        shuts_nobody_out(page)
        assert "+9hascomeof+11planned,81.8%" in printed(page)
        page.get_by_role("link", name="The indicator's figures").click()
        expect(page.get_by_text("64% in 2024/25").first).to_be_visible()
        page.go_back()
        page.get_by_role("link", name="The whole register").click()
        expect(page.get_by_text("4 benefits and 1 dis-benefit")).to_be_visible()


@pytest.mark.parametrize("look", ["dark", "390 px"])
def test_nobody_is_shut_out(browser, own, look):
    walker = Walker(browser, own.url, look)
    for address, drawings in (("/chains?chain=EXAMPLE-CHAIN", 2), ("/benefits?benefit=EXAMPLE-B1", 2)):
        page = walker.go(address)
        expect(page.locator(DRAWINGS)).to_have_count(drawings)
        shuts_nobody_out(page)
        assert walker.complaints == []
    walker.watch.context.close()


def test_a_chain_is_reached_by_keyboard_and_its_example_is_withdrawn(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/chains")
        expect(page.get_by_role("heading", level=1)).to_have_text(chains.TITLE)
        wait_until_still(page)
        tab_to(page, page.get_by_role("link", name=TITLE))
        page.keyboard.press("Enter")
        expect(page.locator(DRAWINGS)).to_have_count(2)
        wait_until_still(page)
        shuts_nobody_out(page)
        text = printed(page)
        for part in ("Theweakestcriticallinkisweak", "EXAMPLE-R1", "nothingisrecordedthatisdoneaboutit"):
            assert part in text
        assert "Editthischain" not in text
        page.get_by_role("textbox", name=register.WITHDRAW_NOTE).fill("tried")
        page.get_by_role("textbox", name=submit_page.BY).fill("Scrutiny officer")
        page.get_by_role("button", name=register.WITHDRAW).click()
        expect(page.get_by_text(register.EMPTY)).to_be_visible()
        page.go_back()
        expect(page.get_by_text(register.EMPTY)).to_be_visible()

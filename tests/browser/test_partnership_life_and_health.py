"""Partnership life and health in a real browser: an example tried, read, printed and withdrawn; what must not be public is not on the page."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from indicators.datasets.example_files import example
from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from indicators.wording import partnership_health, partnership_life, register, submit_page
from tests.browser.serving import running
from tests.browser.steps import choose, shuts_nobody_out_in_any_look, tab_to, visiting, wait_until_still
from tests.browser.test_print import nothing_is_cut

DRAWN = ".js-plotly-plot:has(.main-svg)"
RECORDED = ("board_seat", "board_appointment", "partner_survey", "partner_survey_answer")


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard with the examples of seats and of the survey, which these tests may change."""
    folder = tmp_path_factory.mktemp("partnership")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDICATOR_BASKET_HOME", str(folder / "home"))
        store = ready_store()
        for name in RECORDED:
            accept(store, name, example(name), f"{name}.csv", by="an officer", note="an example")
    with running(folder) as server:
        yield server


def printed(page):
    """All letters of the sheets of A4, without blanks."""
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages
    return "".join("".join(sheet.extract_text().split()) for sheet in sheets)


def test_an_example_is_tried_read_by_keyboard_and_withdrawn(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/partnership_life?part=cases")
        expect(page.get_by_text(register.EMPTY)).to_be_visible()
        page.get_by_role("button", name=register.TRY).click()
        page.get_by_role("textbox", name=re.compile("Why you send this")).fill("to look at it")
        page.get_by_role("textbox", name=submit_page.BY).fill("Scrutiny officer")
        page.get_by_role("button", name="Record", exact=True).click()
        expect(page.get_by_text("1 of 3 case studies may be public.")).to_be_visible()
        wait_until_still(page)
        tab_to(page, page.get_by_role("link", name="Example: one number for young carers"))
        page.keyboard.press("Enter")
        expect(page.get_by_text("Its text is not shown here")).to_be_visible()
        assert "told their story" not in page.content()
        page.go_back()
        wait_until_still(page)
        shuts_nobody_out_in_any_look(page)
        page.get_by_role("textbox", name=register.WITHDRAW_NOTE).fill("tried")
        page.get_by_role("textbox", name=submit_page.BY).fill("Scrutiny officer")
        page.get_by_role("button", name=register.WITHDRAW).click()
        expect(page.get_by_text(register.EMPTY)).to_be_visible()
        page.get_by_role("radio", name=partnership_life.PARTS["seats"]).click()
        expect(page.locator(DRAWN)).to_have_count(1)
        assert "vacantfor" in printed(page)
        nothing_is_cut(page)


def test_a_round_of_the_survey_is_read_by_everybody(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/partnership_health")
        expect(page.get_by_role("heading", level=1)).to_have_text(partnership_health.TITLE)
        expect(page.locator(DRAWN)).to_have_count(2)
        wait_until_still(page)
        shuts_nobody_out_in_any_look(page)
        choose(page, re.compile(partnership_health.STATEMENT), "Commitment")
        expect(page).to_have_url(re.compile("statement=commitment"))
        expect(page.get_by_role("heading", name=re.compile("^Commitment: "))).to_be_visible()
        wait_until_still(page)
        assert "publicbodiesagreemore" in printed(page)
        nothing_is_cut(page)

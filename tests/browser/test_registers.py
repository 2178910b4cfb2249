"""Registers in a real browser, on a server of its own: a grid by keyboard to the receipt, and an example tried and withdrawn."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from indicators.datasets import dataset
from indicators.store.ledger import Ledger
from indicators.wording import grid, recommendations, register, submit_page
from tests.browser.serving import running
from tests.browser.steps import ROW, move, put, shuts_nobody_out, tab_to, visiting, wait_until_still

CANVAS = "[data-testid=data-grid-canvas]"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard whose registers these tests may change."""
    with running(tmp_path_factory.mktemp("registers")) as server:
        yield server


def entries(own):
    return Ledger(own.home / "ledger").entries()


def record(page, note):
    page.get_by_role("textbox", name=submit_page.NOTE, exact=True).fill(note)
    page.get_by_role("textbox", name=submit_page.BY, exact=True).fill("scrutiny officer")
    page.get_by_role("button", name=submit_page.COMMIT, exact=True).click()


def test_a_cell_is_edited_by_keyboard_survives_leaving_and_is_recorded(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/recommendations?part=edit")
        expect(page.locator(CANVAS)).to_be_visible()
        wait_until_still(page)
        tab_to(page, page.locator(CANVAS))
        move(page, "ArrowRight", dataset("recommendation").columns.index("title"))
        put(page, "Scrutiny, retitled")
        expect(page.get_by_role("button", name=grid.CHECK)).to_be_visible()
        page.get_by_role("radio", name=recommendations.PARTS["register"]).click()
        expect(page.locator(ROW).first).to_contain_text("R11")
        page.get_by_role("radio", name=recommendations.PARTS["edit"]).click()
        page.get_by_role("button", name=grid.CHECK).click()
        expect(page.get_by_text("1 revised")).to_be_visible()
        shuts_nobody_out(page)
        record(page, "A clearer title")
        link = page.get_by_role("link", name=grid.RECEIPT)
        expect(link).to_be_visible()
        entry = entries(own)[-1]
        assert (entry.dataset, entry.note, entry.counts["revised"]) == (
            "recommendation",
            "A clearer title",
            1,
        )
        link.click()
        expect(page.get_by_role("heading", name=submit_page.RECEIPT, exact=True)).to_be_visible()
        page.get_by_role("textbox", name=submit_page.UNDO_NOTE).fill("Wrong row")
        page.get_by_role("button", name=submit_page.UNDO_IT).click()
        expect(page.get_by_text(submit_page.RECORDED, exact=True)).to_be_visible()
        assert entries(own)[-1].withdraws == entry.id


def test_an_example_is_tried_and_withdrawn(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/recommendations?part=council")
        page.get_by_role("button", name=register.TRY).click()
        expect(page.get_by_text("3 added")).to_be_visible()
        record(page, "Only to see it")
        expect(page.get_by_role("heading", name=register.EXAMPLE_STANDS)).to_be_visible()
        expect(page.get_by_text("Example: partnerships for health")).to_be_visible()
        shuts_nobody_out(page)
        page.get_by_role("textbox", name=register.WITHDRAW_NOTE).fill("Seen")
        page.get_by_role("button", name=register.WITHDRAW, exact=True).click()
        expect(page.get_by_text(register.WITHDRAWN)).to_be_visible()
        expect(page.get_by_text("Example: partnerships for health")).to_have_count(0)
        assert [each.kind for each in entries(own)[-2:]] == ["submission", "withdrawal"]

"""The desk of enquiry in a real browser, on a server of its own: ask, answer with a promise, submit the next figure, see whether it held."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from indicators.datasets import dataset
from indicators.store.rows import canonical_rows
from tests.browser.serving import running
from tests.browser.steps import ROW, shuts_nobody_out, visiting, wait_until_still

ABOUT = "Household waste that was reused, recycled or composted"
PROMISE = "It will reach 60 per cent."


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard to which these tests may write."""
    with running(tmp_path_factory.mktemp("enquiry")) as server:
        yield server


def figure(value):
    """A file with the figure that comes next."""
    row = {
        "indicator_code": "WASTE-HHREC",
        "area_code": "E10000025",
        "period": "2024-04-01/P1Y",
        "value": value,
        "status": "final",
        "source_period": "2024/25",
        "source": "https://example.org/waste",
        "source_key": "OURS",
    }
    content = canonical_rows(dataset("observation"), [row])
    return {"name": "next.csv", "mimeType": "text/csv", "buffer": content}


def record(page, note):
    """Fill in note and name of what was checked, and record it."""
    page.get_by_role("textbox", name=re.compile("Why you send this")).fill(note)
    page.get_by_role("textbox", name=re.compile("Who you are")).fill("Scrutiny officer")
    page.get_by_role("button", name="Record", exact=True).click()


def test_asked_answered_promised_and_held(browser, own):
    with visiting(browser, own.url) as page:
        page.goto("/enquiry")
        expect(page.locator(ROW).first).to_contain_text(ABOUT)
        page.get_by_text("Take questions to a meeting").click()
        page.get_by_role("button", name="Check and preview").click()
        record(page, "For the next meeting")
        expect(page.get_by_role("heading", name=re.compile("Questions for the meeting of"))).to_be_visible()
        expect(page.locator(ROW)).to_have_count(10)

        page.locator(ROW).first.get_by_role("link", name=re.compile("What has changed")).click()
        answer = page.get_by_role("textbox", name="Answer", exact=True)
        expect(answer).to_be_visible()
        answer.fill("A new contract for food waste begins in spring.")
        page.get_by_role("textbox", name=re.compile("Asked on")).fill("2026-11-01")
        page.get_by_role("textbox", name=re.compile("What was promised")).fill(PROMISE)
        page.get_by_role("textbox", name=re.compile("Promised level")).fill("60")
        wait_until_still(page)
        shuts_nobody_out(page)
        page.get_by_role("button", name="Check and preview").first.click()
        record(page, "After the meeting")
        expect(page.get_by_text(f"Promised: {PROMISE}")).to_be_visible()

        page.goto("/enquiry?part=promises")
        expect(page.locator(ROW).first).to_contain_text("○ not known yet")
        page.goto("/submit?dataset=observation")
        page.locator("input[type=file]").set_input_files(figure("60.4"))
        record(page, "Figures of 2024/25")
        expect(page.get_by_role("heading", name="Receipt")).to_be_visible()

        page.goto("/enquiry?part=promises")
        expect(page.locator(ROW).first).to_contain_text("● the promise held")
        expect(page.locator(ROW).first).to_contain_text("60.4%, 2024/25 (+2.8 points)")

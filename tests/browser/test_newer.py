"""A page that was opened before the newest figures were ready: it says so, and shows them by itself, whatever is being typed."""

from __future__ import annotations

import pytest
from filelock import FileLock
from playwright.sync_api import expect

from indicators.datasets import dataset
from indicators.store import open_store
from indicators.store.rows import canonical_rows
from indicators.submissions import accept
from indicators.wording import commentary as words
from indicators.wording import screens
from tests.browser.serving import running
from tests.browser.steps import visiting, wait_until_still

STORY = "Fewer young drivers."
AT_WORK = ".lock"  # who makes a version of the data holds it


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard to which these tests may write."""
    with running(tmp_path_factory.mktemp("newer")) as server:
        yield server


def figure(value):
    """A file with one more figure of an indicator."""
    row = {
        "indicator_code": "KSI-CAS",
        "area_code": "E10000025",
        "period": "2015-01-01/P1Y",
        "value": value,
        "status": "final",
        "source_period": "2015",
        "source": "https://example.org/casualties",
        "source_key": "OURS",
    }
    return canonical_rows(dataset("observation"), [row])


def test_the_newest_figures_come_by_themselves_and_what_is_typed_stays(browser, own):
    with visiting(browser, own.url) as page, open_store(own.home) as store:
        page.goto("/")
        wait_until_still(page)
        with FileLock(own.home / "projection" / AT_WORK):
            accept(store, "observation", figure("299"), "next.csv", by="Officer", note="Figures of 2015")
            page.goto("/commentary?code=KSI-CAS")
            expect(page.get_by_text(screens.NEWER_FIGURES)).to_be_visible()
            story = page.get_by_role("textbox", name=words.STORY)
            story.focus()
            page.keyboard.insert_text(STORY)
        expect(page.get_by_text(screens.NEWER_FIGURES)).to_have_count(0)
        expect(story).to_have_value(STORY)
        expect(story).to_be_focused()
        expect(page.get_by_text("People · Oxfordshire · 2014")).to_be_visible()

        page.goto("/commentary?code=KSI-CAS")
        expect(page.get_by_text("People · Oxfordshire · 2015")).to_be_visible()

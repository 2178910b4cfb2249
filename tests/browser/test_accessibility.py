"""axe-core on every page: no serious or critical finding in light, dark and on a narrow screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.steps import DRAWN, LOOKS, shuts_nobody_out

PAGES = {
    "basket": "/",
    "indicator chart": "/indicator?code=GHG-HEAD",
    "indicator signals": "/indicator?code=GHG-HEAD&part=signals&view=analyst",
    "indicator table": "/indicator?code=GHG-HEAD&part=table",
    "indicator compare": "/indicator?code=GHG-HEAD&part=compare",
    "indicator definition": "/indicator?code=GHG-HEAD&part=definition",
    "indicator history": "/indicator?code=GHG-HEAD&part=history",
    "methods": "/methods",
    "history": "/history",
    "one entry": "/history?entry=8",
    "changed since": "/history?part=since&since=7&dataset=target",
    "verify": "/history?part=verify",
    "inbox": "/inbox",
    "prevention audit": "/prevention",
    "submit figures": "/submit",
    "tag spending": "/tagging",
    "tag spending, moderation": "/tagging?role=moderated&which=all",
    "no entry": "/history?entry=nonsense",
    "unknown code": "/indicator?code=NOPE",
    "recommendations": "/recommendations",
    "recommendation timeline": "/recommendations?part=timeline",
    "recommendations in a grid": "/recommendations?part=edit",
    "an empty register": "/recommendations?part=council",
    "partnerships": "/partnerships",
    "partnership map": "/partnerships?part=map",
    "partnership overlaps": "/partnerships?part=overlap",
    "key lines of enquiry": "/enquiry",
    "no promise yet": "/enquiry?part=promises",
    "delivery chains, empty": "/chains",
    "benefits, empty": "/benefits",
    "partnership life, empty": "/partnership_life",
    "partnership health, empty": "/partnership_health",
}


DRAWINGS = (
    "indicator chart",
    "indicator signals",
    "indicator compare",
    "recommendation timeline",
    "partnership map",
    "partnership overlaps",
)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_shut_out(walkers, name, look):
    page = walkers[look].go(PAGES[name])
    if name in DRAWINGS:
        expect(page.locator(DRAWN).first).to_be_visible()
    shuts_nobody_out(page)
    assert walkers[look].complaints == []

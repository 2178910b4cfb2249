"""The screens run without a browser, on the embedded figures in a home of their own."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.assessments import audits, kept
from indicators.store import home
from indicators.submissions.first_start import ready_store

FRAME = str(Path(__file__).parents[2] / "indicators" / "ui" / "frame.py")
PAGES = Path(__file__).parents[2] / "pages"
SECONDS = 60
# A file with the figure that comes next, after that of 2014.
NEXT_FIGURE = b"""indicator_code,area_code,period,value,status,source_period,source,source_key
KSI-CAS,E10000025,2015-01-01/P1Y,299,final,2015,https://example.org/casualties,OURS
"""


@pytest.fixture(scope="session", autouse=True)
def quiet_end():
    """Let what is being worked out in the background finish: a process that ends amid a query may die of it."""
    yield
    kept._jobs.ask("the end", int).result()
    for moment in ("the end", "the end of what that began"):
        audits._jobs.ask(moment, int).result()


@pytest.fixture
def screen():
    """A function that opens a page with query parameters and returns the AppTest that ran it."""

    def open_page(page: str, **query: str) -> AppTest:
        test = AppTest.from_file(FRAME, default_timeout=SECONDS)
        test.run()
        if page != "basket":
            test.switch_page(str(PAGES / f"{page}.py"))
        for name, value in query.items():
            test.query_params[name] = value
        test.run()
        assert not test.exception, test.exception
        return test

    return open_page


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """A copy of the embedded figures that a test may add to; the store of it."""
    ready_store().snapshot()
    shutil.copytree(home(), tmp_path / "home")
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path / "home"))
    return ready_store()


def markup(test: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(element.proto.body for element in test.get("html"))


def words(test: AppTest) -> str:
    """All words of the page, without markup."""
    parts = [markup(test)]
    for kind in ("title", "header", "subheader", "info", "warning", "error", "caption"):
        parts += [element.value for element in test.get(kind)]
    return html.unescape(re.sub(r"<[^>]+>", " ", "\n".join(parts)))

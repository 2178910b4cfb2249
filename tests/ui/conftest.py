"""The screens run without a browser, on the embedded figures in a home of their own."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.assessments import kept

FRAME = str(Path(__file__).parents[2] / "indicators" / "ui" / "frame.py")
PAGES = Path(__file__).parents[2] / "pages"
SECONDS = 60


@pytest.fixture(scope="session", autouse=True)
def quiet_end():
    """Let what is being worked out in the background finish: a process that ends amid a query may die of it."""
    yield
    kept._jobs.ask("the end", int).result()


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


def markup(test: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(element.proto.body for element in test.get("html"))


def words(test: AppTest) -> str:
    """All words of the page, without markup."""
    parts = [markup(test)]
    for kind in ("title", "header", "subheader", "info", "warning", "error", "caption"):
        parts += [element.value for element in test.get(kind)]
    return html.unescape(re.sub(r"<[^>]+>", " ", "\n".join(parts)))

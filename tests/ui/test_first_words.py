"""Which addresses have words in their first HTML, and that those are the page's own."""

from __future__ import annotations

import html
import re

import pytest

from indicators.ui.first_words import first_words
from indicators.wording import screens
from tests.ui.conftest import markup, words

WITH = ["", "theme=environment", "status=red&order=name", "area=E07000178"]
WITHOUT = [
    ("/", "theme=none-such", "a theme that does not exist"),
    ("/", "area=none-such", "a place that does not exist"),
    ("/", "status=purple", "a status that does not exist"),
    ("/", "order=rank", "an order that does not exist"),
    ("/", "as_at=2026-11-20", "a look back"),
    ("/", "embed=true", "an address that the app alone understands"),
    ("/indicator", "code=KSI-CAS", "another page"),
    ("/methods", "", "another page"),
]


def rows(text):
    return re.findall(r"<tr><th scope=\"row\">.*?</tr>", text, re.DOTALL)


@pytest.mark.parametrize("query", WITH)
def test_they_hold_the_rows_of_the_page_once_in_each_scheme(screen, query):
    choices = dict(part.split("=") for part in query.split("&") if part)
    test = screen("basket", **choices)
    text = first_words("/", query).decode()
    light, dark = text.split('<div class="first-words-dark"')
    assert rows(light) == rows(markup(test)) != []
    assert len(rows(dark)) == len(rows(light))
    assert html.escape(screens.FIRST_WORDS) in light


@pytest.mark.parametrize(("path", "query", "_why"), WITHOUT, ids=[why for *_, why in WITHOUT])
def test_elsewhere_there_are_none(screen, path, query, _why):
    screen("basket")
    assert first_words(path, query) is None


def test_a_choice_that_no_row_matches_is_left_to_the_page_which_offers_a_way_back(screen):
    test = screen("basket", theme="environment", status="red")
    assert screens.EMPTY_BASKET in words(test)
    assert first_words("/", "theme=environment&status=red") is None
    assert first_words("/", "theme=environment&status=green") is not None

"""Both pages on A4: everything is there, nothing is cut at the edge."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from playwright.sync_api import expect
from pypdf import PdfReader

A4_POINTS = (595, 842)
MARGIN = 20


def printed(page, address, ready):
    page.goto(address)
    expect(page.locator(ready).first).to_be_visible(timeout=60_000)
    page.wait_for_timeout(500)
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))


def texts_outside(sheet):
    """Pieces of text that begin or end outside the sheet."""
    outside = []

    def look(text, cm, tm, _font, _size):
        # Where the text begins on the sheet: its own matrix, then that of what it is drawn in.
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        if text.strip() and not MARGIN <= x <= A4_POINTS[0] - MARGIN:
            outside.append((text, round(x)))

    sheet.extract_text(visitor_text=look)
    return outside


def flat(reader):
    """All letters of the sheets; blanks are left out and ligatures undone: a PDF keeps shapes and places."""
    return without_blanks("".join(sheet.extract_text() for sheet in reader.pages))


def without_blanks(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_basket_prints_whole(page):
    reader = printed(page, "/", ".basket-table tbody tr")
    names = [name.strip() for name in page.locator(".basket-table tbody th a").all_inner_texts()]
    text = flat(reader)
    assert len(names) == 30
    assert [name for name in names if without_blanks(name) not in text] == []
    for heading in ("Latest", "Movement", "How fresh"):
        assert without_blanks(heading) in text
    assert [sheet for sheet in reader.pages if texts_outside(sheet)] == []
    assert round(float(reader.pages[0].mediabox.width)) in range(594, 597)
    assert len(reader.pages) <= 5


def test_the_indicator_prints_whole(page):
    reader = printed(page, "/indicator?code=GHG-HEAD", ".js-plotly-plot .main-svg")
    text = flat(reader)
    assert "Greenhousegasesemittedperhead" in text
    assert "Illustrativetarget5.742by2030" in text, "the label at the right end of the chart is cut"
    assert "Howwegotthis" in text
    assert "thetrajectorystandsat" in text
    assert [texts_outside(sheet) for sheet in reader.pages if texts_outside(sheet)] == []


def test_the_chart_returns_to_its_size_after_printing(page):
    page.goto("/indicator?code=GHG-HEAD")
    drawing = page.locator(".js-plotly-plot .main-svg").first
    expect(drawing).to_be_visible(timeout=60_000)
    before = drawing.bounding_box()
    page.pdf(format="A4")
    assert drawing.get_attribute("viewBox") is None
    assert drawing.bounding_box()["width"] == before["width"]

"""Both pages on A4: everything is there, nothing is cut at the edge."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.steps import DRAWN, ROW

A4_WIDTH_POINTS = 595
# 210 mm less the two side margins of 12 mm that the print style sets, in CSS pixels.
PAPER_WIDTH = 703
BASKET = ("/", ROW)
INDICATOR = ("/indicator?code=GHG-HEAD", DRAWN)
HISTORY = ("/history", ROW)
ENTRY = ("/history?entry=8", ROW)
SINCE = ("/history?part=since&since=7", ROW)
INBOX = ("/inbox", ROW)
SHEETS = {
    "history": HISTORY,
    "one entry": ENTRY,
    "changed since": SINCE,
    "inbox": INBOX,
    "prevention audit": ("/prevention", DRAWN),
    "submit figures": ("/submit", "#root h1"),
    "tag spending": ("/tagging", "#root h1"),
    "key lines of enquiry": ("/enquiry", ROW),
    "recommendations": ("/recommendations", ROW),
    "partnership map": ("/partnerships?part=map", DRAWN),
}

# Every piece of text as laid out for paper, with where it begins and ends.
OUTSIDE = """width => {
  const outside = [];
  const walker = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent.trim()) continue;
    const around = document.createRange();
    around.selectNodeContents(node);
    for (const box of around.getClientRects()) {
      if (box.width > 1 && box.height > 1 && (box.left < -1 || box.right > width + 1)) {
        outside.push([node.textContent.trim(), Math.round(box.left), Math.round(box.right)]);
      }
    }
  }
  return outside;
}"""


def opened(page, address, ready):
    page.goto(address)
    expect(page.locator(ready).first).to_be_visible()
    expect(page.locator("#root [data-testid=stMain] h1").first).to_be_visible()
    page.wait_for_timeout(500)


def printed(page, address, ready):
    opened(page, address, ready)
    return on_paper(page)


def nothing_is_cut(page):
    """Lay the page out as for paper and see that no text goes over the edge; the page is of no use afterwards."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
    assert page.evaluate(OUTSIDE, PAPER_WIDTH) == []


def on_paper(page):
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))


def flat(reader):
    """All letters of the sheets; blanks are left out and ligatures undone: a PDF keeps shapes and places."""
    return without_blanks("".join(sheet.extract_text() for sheet in reader.pages))


def without_blanks(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_basket_prints_whole(page):
    reader = printed(page, *BASKET)
    names = [name.strip() for name in page.locator("#root .basket-table tbody th a").all_inner_texts()]
    text = flat(reader)
    assert len(names) == 30
    assert [name for name in names if without_blanks(name) not in text] == []
    for heading in ("Latest", "Movement", "How fresh"):
        assert without_blanks(heading) in text
    assert round(float(reader.pages[0].mediabox.width)) in range(A4_WIDTH_POINTS - 1, A4_WIDTH_POINTS + 2)
    assert len(reader.pages) <= 5
    nothing_is_cut(page)


def test_the_indicator_prints_whole_and_its_chart_returns_to_its_size(page):
    opened(page, *INDICATOR)
    drawing = page.locator(DRAWN).first
    before = drawing.bounding_box()
    text = flat(on_paper(page))
    assert drawing.get_attribute("viewBox") is None
    assert drawing.bounding_box()["width"] == before["width"]
    assert "Greenhousegasesemittedperhead" in text
    assert "Illustrativetarget5.742by2030" in text
    assert "Howwegotthis" in text
    assert "thetrajectorystandsat" in text
    nothing_is_cut(page)


@pytest.mark.parametrize(("address", "ready"), SHEETS.values(), ids=SHEETS)
def test_nothing_is_cut_at_the_edge_of_the_sheet(page, address, ready):
    opened(page, address, ready)
    nothing_is_cut(page)

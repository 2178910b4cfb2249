"""Submit figures in a real browser, on a server of its own: by keyboard to the receipt and back, files that open, no one shut out."""

from __future__ import annotations

import contextlib
import csv
import io
import re

import pytest
from playwright.sync_api import TimeoutError, expect  # noqa: A004 - Playwright's own name

from indicators.store.ledger import Ledger
from indicators.wording import submit_page
from tests.browser.serving import running
from tests.browser.steps import DRAWN, shuts_nobody_out, tab_to, visiting, wait_until_still

COUNTY = "E10000025"
HEAD = "indicator_code,area_code,period,value,status,source_period,note,source,source_key"


def file(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def figure(year, value="350", source="Newspaper"):
    return f"KSI-CAS,{COUNTY},{year},{value},final,{year},,{source},OM-2015"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A dashboard whose figures these tests may change."""
    with running(tmp_path_factory.mktemp("submit")) as server:
        yield server


@pytest.fixture
def page(browser, own):
    """A page of that dashboard."""
    with visiting(browser, own.url) as page:
        yield page


def entries(own):
    return Ledger(own.home / "ledger").entries()


def open_page(page, query=""):
    page.goto(f"/submit{query}")
    expect(page.get_by_role("heading", level=1)).to_have_text(submit_page.TITLE)
    wait_until_still(page)


def send(page, raw, name="figures.csv"):
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": raw})
    expect(page.get_by_role("heading", name=submit_page.FINDINGS)).to_be_visible()


def field(page, label):
    return page.get_by_role("textbox", name=label, exact=True)


def fill_in_by_keyboard(page, note, by, press):
    for label, text in ((note, "Typed by keyboard"), (submit_page.BY, "Performance team")):
        tab_to(page, field(page, label))
        page.keyboard.type(text)
    tab_to(page, page.get_by_role("button", name=press, exact=True))
    page.keyboard.press("Enter")


def choose_by_key(page, upload):
    """The chooser of files that Enter opens; pressed again where the page was drawn anew in between."""
    for _ in range(4):
        upload.focus()
        with contextlib.suppress(TimeoutError), page.expect_file_chooser(timeout=8_000) as chooser:
            page.keyboard.press("Enter")
            return chooser.value
    raise AssertionError("Enter opens no chooser of files")


def test_from_file_to_receipt_and_back_by_keyboard(page, own):
    open_page(page)
    upload = page.get_by_test_id("stFileUploaderDropzone").locator("button")
    tab_to(page, upload)
    choose_by_key(page, upload).set_files(
        {
            "name": "figures.csv",
            "mimeType": "text/csv",
            "buffer": file(HEAD, figure(2015), figure(2014, "300")),
        }
    )
    expect(page.get_by_role("heading", name=submit_page.JUDGEMENTS)).to_be_visible()
    expect(page.get_by_text("1 added, 1 revised")).to_be_visible()
    expect(field(page, submit_page.NOTE)).to_be_visible()
    shuts_nobody_out(page)
    before = len(entries(own))
    fill_in_by_keyboard(page, submit_page.NOTE, submit_page.BY, submit_page.COMMIT)
    expect(page.get_by_role("heading", name=submit_page.RECEIPT)).to_be_visible()
    entry = entries(own)[-1]
    assert len(entries(own)) == before + 1
    assert (entry.by, entry.note) == ("Performance team", "Typed by keyboard")
    expect(page.get_by_text(entry.hash)).to_be_visible()
    assert entry.id in page.url
    page.reload()
    expect(page.get_by_text(entry.hash)).to_be_visible()
    expect(page.get_by_role("button", name=submit_page.UNDO_IT)).to_be_visible()
    shuts_nobody_out(page)
    fill_in_by_keyboard(page, submit_page.UNDO_NOTE, submit_page.BY, submit_page.UNDO_IT)
    expect(page.get_by_text(f"{submit_page.RECEIPT_FACTS['withdraws']}", exact=True)).to_be_visible()
    undone = entries(own)[-1]
    assert (undone.kind, undone.withdraws) == ("withdrawal", entry.id)


def test_the_error_file_opens_with_every_finding_beside_its_line(page):
    open_page(page)
    rows = [
        figure(2016, "1,5x"),
        figure(2017, '"=1+1"', "=HYPERLINK(1)"),
        figure(2018, "<img src=x onerror=alert(1)>"),
    ]
    send(page, file("Figures of the second quarter", HEAD, *[row.replace("1,5x", '"1,5"') for row in rows]))
    expect(page.get_by_text("3 errors.", exact=False)).to_be_visible()
    shuts_nobody_out(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=submit_page.ANNOTATED).press("Enter")
    assert download.value.suggested_filename == "figures-with-findings.csv"
    text = download.value.path().read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[1][-1].startswith(submit_page.ANNOTATED_HEADING)
    assert "4.5 and not 4,5" in lines[2][-1]
    assert "formula" in lines[3][-1]
    assert lines[3][7] == "'=HYPERLINK(1)"
    assert "not a number" in lines[4][-1]
    expect(field(page, submit_page.NOTE)).to_have_count(0)


def test_a_page_reloaded_in_the_middle_records_once(page, own):
    raw = file(HEAD, figure(2019))
    before = len(entries(own))
    for press in (False, True, True):
        open_page(page)
        send(page, raw)
        expect(page.get_by_role("heading", name=submit_page.PREVIEW)).to_be_visible()
        note = field(page, submit_page.NOTE)
        already = page.get_by_text(submit_page.ALREADY_SENT)
        expect(note.or_(already)).to_be_visible()
        if press and note.is_visible():
            note.fill("Reloaded")
            field(page, submit_page.BY).fill("Team")
            page.get_by_role("button", name=submit_page.COMMIT, exact=True).click()
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text(submit_page.TITLE)
    open_page(page)
    send(page, raw)
    note = field(page, submit_page.NOTE)
    expect(note.or_(page.get_by_text(submit_page.ALREADY_SENT))).to_be_visible()
    if note.is_visible():
        note.fill("Reloaded")
        field(page, submit_page.BY).fill("Team")
        page.get_by_role("button", name=submit_page.COMMIT, exact=True).click()
        expect(page.get_by_role("heading", name=submit_page.RECEIPT)).to_be_visible()
    assert len(entries(own)) == before + 1


def test_targets_are_drawn_before_they_are_recorded(page):
    open_page(page, "?dataset=target")
    head = (
        "target_code,indicator_code,area_code,title,due_on,target_type,target_value,unit,baseline_period,"
        "baseline_value,status,set_by,level,source,source_key"
    )
    row = (
        f"LAA-GHG-2030,GHG-HEAD,{COUNTY},4 tonnes by 2030.,2030-12-31,absolute,4,tonnes,2019,6.38,agreed,"
        "Oxfordshire Partnership,partnership target,Board,OURS"
    )
    send(page, file(head, row), "targets.csv")
    expect(page.locator(DRAWN).first).to_be_visible()
    expect(page.locator(".js-plotly-plot").get_by_text(re.compile("If committed"))).to_be_visible()


@pytest.mark.parametrize("look", ["dark", "390 px"])
def test_nobody_is_shut_out_in_another_look(browser, own, look):
    with visiting(browser, own.url, look) as page:
        open_page(page, "?part=receipts&entry=8")
        undo = page.get_by_role("button", name=submit_page.UNDO_IT)
        expect(undo.or_(page.get_by_text(submit_page.NEEDED))).to_be_visible()
        shuts_nobody_out(page)
        open_page(page)
        send(page, file(HEAD, figure(2020), figure(2013, "290")))
        expect(field(page, submit_page.NOTE)).to_be_visible()
        shuts_nobody_out(page)
        send(page, file(HEAD, figure(2020), figure(2013, "many")), "other.csv")
        expect(page.get_by_text("1 error.", exact=False)).to_be_visible()
        shuts_nobody_out(page)

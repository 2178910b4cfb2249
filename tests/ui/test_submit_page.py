"""Submit figures: file, findings, preview, record, receipt, undo; nothing typed is lost, nothing is recorded twice."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.datasets import dataset, names
from indicators.store import home
from indicators.store.errors import LedgerUnwritable
from indicators.store.withdrawing import withdraw
from indicators.submissions import Finding, accept, check_file
from indicators.submissions.first_start import ready_store
from indicators.submissions.limits import FILE_BYTES_MOST, SENT_BYTES_MOST
from indicators.ui import submit_commit, submit_findings, submit_preview
from indicators.ui.submit_files import changes_csv, findings_csv, findings_json, in_force_csv, receipt_text
from indicators.ui.submit_findings import letters
from indicators.wording import submit_page
from indicators.wording.submitting import largest
from tests.ui.conftest import markup, words

ROOT = Path(__file__).parents[2]
COUNTY = "E10000025"
HEAD = "indicator_code,area_code,period,value,status,source_period,note,source,source_key"
NEXT = f"KSI-CAS,{COUNTY},2015,350,final,2015,,Newspaper,OM-2015"
REVISED = f"KSI-CAS,{COUNTY},2014,300,final,2014,,Newspaper,OM-2015"
DIP = f"EMP-RATE,{COUNTY},2024,60,final,2024,,a page,ELS"
TARGETS = (
    "target_code,indicator_code,area_code,title,due_on,target_type,target_value,unit,baseline_period,"
    "baseline_value,status,set_by,level,note,source,source_key"
)
HOSTILE = f'=KSI,{COUNTY},2015,<b>1</b>,**final**,"[x](http://x)",,<script>alert(1)</script>,OM-2015'


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """A copy of the embedded figures that a test may add to; the store of it."""
    ready_store().snapshot()
    shutil.copytree(home(), tmp_path / "home")
    monkeypatch.setenv("INDICATOR_BASKET_HOME", str(tmp_path / "home"))
    return ready_store()


def file(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def send(test, raw, name="figures.csv"):
    test.file_uploader[0].set_value((name, raw, "text/csv")).run()
    assert not test.exception, test.exception
    return test


def button(test, label):
    return next(each for each in test.button if each.label == label)


def offered(test):
    return [each.label for each in test.get("download_button")]


def record(test, note="Annual figures", by="Performance team"):
    test.text_area[0].set_value(note)
    test.text_input[0].set_value(by)
    button(test, submit_page.COMMIT).click().run()
    assert not test.exception, test.exception
    return test


def test_every_dataset_can_be_sent_by_one_mechanism(screen):
    test = screen("submit")
    for name in names():
        test.query_params["dataset"] = name
        test.run()
        assert not test.exception, test.exception
        text = words(test)
        assert dataset(name).description in text
        assert all(field.description in text for field in dataset(name).fields)
        assert offered(test) == [submit_page.TEMPLATE, submit_page.DESCRIBED, submit_page.IN_FORCE]
        assert len(test.file_uploader) == 1


def test_a_dataset_that_is_not_there_gives_the_first(screen):
    assert dataset("observation").description in words(screen("submit", dataset="nothing"))


def test_how_large_a_file_may_be_is_said_before_one_is_sent_and_the_server_holds_to_it(screen):
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["maxUploadSize"] * 1024 * 1024 == SENT_BYTES_MOST
    said = largest(SENT_BYTES_MOST, FILE_BYTES_MOST)
    test = screen("submit")
    assert said in words(test)
    assert said not in words(send(test, file(HEAD, NEXT)))


def test_a_broken_file_shows_every_finding_and_no_way_to_record(screen):
    rows = [f"KSI-CAZ,{COUNTY},2015,350,final,2015,,x,OM-2015", f"KSI-CAS,{COUNTY},2016,350"]
    test = send(screen("submit"), file("A title", HEAD, *rows))
    text = words(test)
    assert "the headings stand on line 2" in text
    assert "2 errors" in text
    assert "Did you mean “KSI-CAS”?" in text
    assert text.index("The line has 4 cells") < text.index("Did you mean"), "the structure first"
    assert {submit_page.FINDINGS_CSV, submit_page.FINDINGS_JSON, submit_page.ANNOTATED} <= set(offered(test))
    assert not test.text_area


def test_what_others_wrote_is_shown_as_it_stands(screen):
    test = send(screen("submit"), file(HEAD, HOSTILE), "../../<img src=x>.csv")
    text = markup(test)
    assert "<script>" not in text
    assert "&lt;b&gt;1&lt;/b&gt;" in text
    assert "[x](http://x)" in text
    assert "<img src=x>" not in text
    said = [element.value for kind in ("markdown", "error", "info", "warning") for element in test.get(kind)]
    assert not any("**final**" in each or "](http" in each for each in said), (
        "nothing of it is read as Markdown"
    )


def test_a_long_list_is_cut_off_and_says_so(screen, monkeypatch):
    monkeypatch.setattr(submit_findings, "SHOWN_MOST", 3)
    rows = [f"KSI-CAZ,{COUNTY},{year},350,final,2015,,x,OM-2015" for year in range(2001, 2011)]
    text = words(send(screen("submit"), file(HEAD, *rows)))
    assert "The first 3 of 10 findings are shown" in text
    assert text.count("Did you mean “KSI-CAS”?") == 3


def test_a_good_file_shows_what_it_would_change_and_stores_nothing(screen, own_home):
    before = own_home.ledger.head()
    text = words(send(screen("submit"), file(HEAD, NEXT, REVISED, DIP)))
    assert "2 added, 1 revised" in text
    assert "People killed or seriously injured on the roads · Oxfordshire · 2014" in text
    assert "−78 (21%)" in text
    assert "off track" in text
    assert "of 2 series that it touches" in text
    assert own_home.ledger.head() == before


def test_a_list_of_changes_is_cut_off_and_says_so(screen, own_home, monkeypatch):
    monkeypatch.setattr(submit_preview, "SHOWN_MOST", 1)
    assert "The first 1 of 2 changes are shown" in words(send(screen("submit"), file(HEAD, NEXT, REVISED)))


def test_recording_gives_a_receipt_that_outlives_a_reload(screen, own_home):
    test = record(send(screen("submit"), file(HEAD, NEXT)))
    entry = own_home.ledger.entries()[-1]
    assert (entry.by, entry.note, entry.counts["added"]) == ("Performance team", "Annual figures", 1)
    assert test.query_params["entry"] in (entry.id, [entry.id])
    for shown in (test, screen("submit", part="receipts", entry=entry.id)):
        text = words(shown)
        assert entry.hash in text
        assert "1 added" in text
        assert submit_page.RECEIPT_FILE in offered(shown)


@pytest.mark.parametrize(
    ("note", "by", "said"),
    [
        ("", "Team", submit_page.NOTE_MISSING),
        ("  ", "Team", submit_page.NOTE_MISSING),
        ("Quarter 2", "", submit_page.BY_MISSING),
    ],
)
def test_without_note_or_name_nothing_is_recorded_and_what_was_typed_stays(screen, own_home, note, by, said):
    head = own_home.ledger.head()
    test = record(send(screen("submit"), file(HEAD, NEXT)), note=note, by=by)
    assert said in words(test)
    assert (test.text_area[0].value, test.text_input[0].value) == (note, by)
    assert own_home.ledger.head() == head


def test_the_same_file_is_recognised_and_leads_to_its_receipt(screen, own_home):
    record(send(screen("submit"), file(HEAD, NEXT)))
    head = own_home.ledger.head()
    again = send(screen("submit"), file(HEAD, NEXT), "another-name.csv")
    assert submit_page.ALREADY_SENT in words(again)
    assert own_home.ledger.entries()[-1].id in markup(again)
    assert not again.text_area
    assert own_home.ledger.head() == head


def test_a_file_whose_rows_were_replaced_since_is_a_change_when_it_is_sent_again(screen, own_home):
    for raw in (file(HEAD, REVISED), file(HEAD, REVISED.replace(",300,", ",301,"))):
        accept(own_home, "observation", raw, "figures.csv", by="a colleague", note="quicker")
    head = own_home.ledger.head()
    test = send(screen("submit"), file(HEAD, REVISED))
    assert submit_page.ALREADY_SENT not in words(test)
    record(test, note="As it was")
    assert own_home.ledger.head().seq == head.seq + 1


def test_a_file_that_was_undone_can_be_recorded_again_in_the_same_session(screen, own_home):
    raw = file(HEAD, NEXT)
    test = send(screen("submit"), raw)
    accept(own_home, "observation", raw, "figures.csv", by="a colleague", note="quicker")
    assert submit_page.ALREADY_SENT in words(test.run())
    entry = own_home.ledger.entries()[-1]
    withdraw(own_home, entry.id, by="a colleague", note="wrong")
    record(test.run(), note="Once more")
    record(test, note="Once more")
    assert own_home.ledger.entries()[-1].note == "Once more"


def test_a_second_press_before_the_page_knew_is_led_to_the_first_receipt(screen, own_home):
    """As after a reload in the middle: the form stands, and the file has been recorded meanwhile."""
    raw = file(HEAD, NEXT)
    test = send(screen("submit"), raw)
    accept(own_home, "observation", raw, "figures.csv", by="the same", note="the first press")
    head = own_home.ledger.head()
    record(test)
    assert own_home.ledger.head() == head
    assert submit_page.ALREADY_SENT in words(test)
    assert own_home.ledger.entries()[-1].id in markup(test), "it leads to the first receipt"


def test_rows_that_somebody_else_changed_meanwhile_are_previewed_again(screen, own_home):
    test = send(screen("submit"), file(HEAD, REVISED))
    other = REVISED.replace(",300,", ",310,")
    accept(own_home, "observation", file(HEAD, other), "other.csv", by="a colleague", note="quicker")
    head = own_home.ledger.head()
    record(test, note="My note")
    assert own_home.ledger.head() == head
    text = words(test)
    assert submit_page.LOOKED_AGAIN in text
    assert "310" in text, "the preview is made from what the colleague recorded"
    assert test.text_area[0].value == "My note"
    button(test, submit_page.COMMIT).click().run()
    assert own_home.ledger.entries()[-1].note == "My note"


def test_a_file_that_no_longer_fits_is_shown_its_errors(screen, own_home):
    removal = b"indicator_code,area_code,period,remove\nKSI-CAS,E10000025,2014,remove\n"
    test = send(screen("submit"), removal)
    more = removal + b"KSI-CAS,E10000025,2013,remove\n"
    accept(own_home, "observation", more, "other.csv", by="a colleague", note="quicker")
    head = own_home.ledger.head()
    record(test)
    assert own_home.ledger.head() == head
    assert "There is no such row to remove." in words(test)


def test_a_full_disk_is_said_and_what_was_typed_stays(screen, own_home, monkeypatch):
    def full(*_args, **_more):
        raise LedgerUnwritable(path="/ledger", reason="ENOSPC")

    test = send(screen("submit"), file(HEAD, NEXT))
    with monkeypatch.context() as broken:
        broken.setattr(submit_commit, "accept", full)
        record(test, note="My note")
    text = words(test)
    assert submit_page.NOT_RECORDED in text
    assert "the disk is full" in text
    assert test.text_area[0].value == "My note"
    button(test, submit_page.COMMIT).click().run()
    assert own_home.ledger.entries()[-1].note == "My note"


def test_an_undo_and_the_undo_of_it(screen, own_home):
    record(send(screen("submit"), file(HEAD, DIP)))
    entry = own_home.ledger.entries()[-1]
    test = screen("submit", part="receipts", entry=str(entry.seq))
    assert "at risk" in words(test), "the statuses that would change back"
    button(test, submit_page.UNDO_IT).click().run()
    assert submit_page.UNDO_NOTE_MISSING in words(test)
    test.text_area[0].set_value("Wrong file")
    test.text_input[0].set_value("Performance team")
    button(test, submit_page.UNDO_IT).click().run()
    undone = own_home.ledger.entries()[-1]
    assert (undone.kind, undone.withdraws, undone.note) == ("withdrawal", entry.id, "Wrong file")
    assert submit_page.IS_UNDONE in words(screen("submit", part="receipts", entry=entry.id))
    back = screen("submit", part="receipts", entry=undone.id)
    back.text_area[0].set_value("It was right")
    back.text_input[0].set_value("Performance team")
    button(back, submit_page.UNDO_IT).click().run()
    assert own_home.ledger.entries()[-1].withdraws == undone.id
    assert own_home.snapshot().query("series", code="EMP-RATE", area=COUNTY, as_at=99)[-1]["value"] == 60


def test_an_entry_that_others_need_names_them_and_offers_no_undo(screen, own_home):
    areas = next(each for each in own_home.ledger.entries() if each.dataset == "area")
    figures = next(each for each in own_home.ledger.entries() if each.dataset == "observation")
    test = screen("submit", part="receipts", entry=areas.id)
    assert submit_page.NEEDED in words(test)
    assert figures.id in markup(test)
    assert not test.text_area


def test_an_entry_that_is_not_there_is_said(screen):
    assert "There is no entry “999999”." in words(screen("submit", part="receipts", entry="999999"))


LAA = [
    f"LAA-GHG-{year},GHG-HEAD,{COUNTY},{level} tonnes by {year}.,{year}-12-31,absolute,{level},tonnes,2019,6.38,"
    "agreed,Oxfordshire Partnership,partnership target,,Board,OURS"
    for year, level in ((2026, 5.2), (2028, 4.6), (2030, 4.0))
]


def test_a_table_of_targets_is_drawn_beside_what_is_in_force(screen, own_home):
    test = send(screen("submit", dataset="target"), file(TARGETS, *LAA))
    (chart,) = test.get("plotly_chart")
    labels = [each["text"] for each in json.loads(chart.proto.spec)["layout"]["annotations"]]
    assert any("If committed" in each and "by 2030" in each for each in labels)
    assert any("Illustrative target" in each for each in labels)
    assert "nobody: a mechanical rule" in chart.proto.alt
    assert "Oxfordshire Partnership" in chart.proto.alt
    text = words(test)
    assert "31 December 2028" in text
    record(test)
    refreshed = [row.replace(",4.0,", ",3.8,").replace("4.0 tonnes", "3.8 tonnes") for row in LAA]
    again = send(screen("submit", dataset="target"), file(TARGETS, *refreshed))
    assert "1 revised" in words(again)
    (chart,) = again.get("plotly_chart")
    dashed = [
        each["y"][-1] for each in json.loads(chart.proto.spec)["data"] if each["line"].get("dash") == "dash"
    ]
    assert dashed == [4.0, 3.8]


def test_targets_that_are_not_judged_by_say_why(screen, own_home):
    row = LAA[0].replace(",agreed,Oxfordshire Partnership", ",illustrative,nobody")
    text = words(send(screen("submit", dataset="target"), file(TARGETS, row)))
    assert submit_page.SAME_TRAJECTORY in text


def test_what_is_recorded_now_can_be_sent_again_and_changes_nothing(screen, own_home):
    raw = in_force_csv(own_home.snapshot(), "target")
    text = words(send(screen("submit", dataset="target"), raw))
    assert submit_page.NOTHING_WOULD_CHANGE in text


cells = st.text(max_size=8)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=cells | st.sampled_from(["=1+1", "@x", "+1", "-1", "\tx", '"', "a,b", "<b>"]))
def test_files_handed_out_hold_every_finding_and_no_formula(value):
    found = Finding(3, "value", value, "not_a_number", "error")
    lines = findings_csv([found] * 500).decode("utf-8-sig").splitlines()
    assert sum("not_a_number" in line for line in lines) == 500
    assert not any(line.startswith(("3,value,=", "3,value,@", "3,value,\t")) for line in lines)
    assert [each["value"] for each in json.loads(findings_json([found]))] == [value]


def test_the_files_of_changes_and_receipts(own_home):
    checked = check_file(own_home, "observation", file(HEAD, NEXT, REVISED), "figures.csv")
    text = changes_csv(checked.preview.changes).decode("utf-8-sig")
    assert "3,revised,KSI-CAS · E10000025 · 2014-01-01/P1Y,value,378,300,−78 (21%)" in text
    assert "2,added,KSI-CAS · E10000025 · 2015-01-01/P1Y,value,,350," in text
    entry = own_home.ledger.entries()[-1]
    receipt = receipt_text(entry, None).decode()
    assert entry.hash in receipt
    assert entry.note in receipt


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_names_that_a_spreadsheet_gives_them(number, name):
    assert letters(number) == name


HOSTILE_FILES = {
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(2000), "photo.csv", "an image"),
    "zero bytes": (f"{HEAD}\n{NEXT}".encode() + b"\0" * 10, "figures.csv", "zero byte"),
    "nothing": (b"", "figures.csv", "The file is empty."),
    "a million columns": (b"," * 1_000_000, "figures.csv", "No row of headings"),
    "a zip that is no workbook": (b"PK\x03\x04" + bytes(500), "figures.xlsx", "The workbook is damaged"),
}


@pytest.mark.parametrize(("raw", "name", "said"), HOSTILE_FILES.values(), ids=HOSTILE_FILES)
def test_what_is_no_table_is_refused_in_words(screen, raw, name, said):
    test = send(screen("submit"), raw, name)
    assert said in words(test)
    assert not test.text_area

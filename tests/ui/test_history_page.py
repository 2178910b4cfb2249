"""The History page on the embedded figures: the list, one entry, what changed since, and the verification."""

from __future__ import annotations

import html
import re

from indicators.submissions import accept
from indicators.submissions.first_start import ready_store
from tests.data.embedded_files import number_of_files
from tests.ui.conftest import NEXT_FIGURE, markup, words

ALL = number_of_files()


def entry_of(screen, dataset):
    """The id of the entry that loaded a dataset first."""
    table = markup(screen("history", dataset=dataset))
    return re.findall(r"entry=(\d{6}-[0-9a-f]{12})", table)[-1]


def test_every_entry_is_listed_with_what_it_did(screen):
    test = screen("history")
    assert test.title[0].value == "History"
    text = words(test)
    assert f"{ALL} entries, the last is number {ALL} with the hash" in text
    assert "6,526 added" in text
    assert markup(test).count('<th scope="row">') == ALL


def test_filters_stand_in_the_address_and_links_lead_to_entries(screen):
    test = screen("history", dataset="target")
    assert markup(test).count('<th scope="row">') == 2
    assert re.search(r'href="history\?entry=\d{6}-[0-9a-f]{12}"', markup(test))
    assert "No entry matches" in words(screen("history", dataset="target", kind="withdrawal"))


def test_as_at_shows_what_there_was_then(screen):
    assert markup(screen("history", as_at="3")).count('<th scope="row">') == 3


def test_one_entry_shows_findings_file_hash_and_effect(screen):
    entry = entry_of(screen, "observation")
    test = screen("history", entry=entry)
    text = words(test)
    assert f"Entry {entry}" in text
    assert "What the check found" in text
    assert test.get("download_button")[0].proto.label == "Download the file as it was received"
    assert "6,526 added." in text
    assert "1 to 50 of 6,526 rows" in text
    assert re.search(rf"\b{entry[7:]}[0-9a-f]{{52}}\b", text)
    assert f'href="./?as_at={int(entry[:6])}"' in markup(test)
    further = screen("history", entry=entry, rows="131")
    assert "6,501 to 6,526 of 6,526 rows" in words(further)


def test_an_entry_that_does_not_exist_says_so(screen):
    test = screen("history", entry="<b>999</b>")
    assert "There is no entry “<b>999</b>”" in html.unescape(words(test))
    assert "<b>999" not in markup(test)


def test_what_changed_since_names_statuses_and_rows(screen):
    test = screen("history", part="since", since="7")
    text = words(test)
    assert "How the basket stands now, and stood then" in text
    assert "○ cannot say" in text
    assert "Rows that differ" in text
    assert "dataset=target" in markup(test)
    assert "6,526" not in text


def test_since_a_date_before_everything_and_since_the_last(screen):
    assert "6,526" in words(screen("history", part="since", since="2020-01-01"))
    assert "Nothing has been recorded since then." in words(screen("history", part="since", since=str(ALL)))
    assert "Choose the moment" in words(screen("history", part="since"))
    assert "no recorded moment “nonsense”" in words(screen("history", part="since", since="nonsense"))


def test_the_ledger_is_verified_on_screen(screen):
    test = screen("history", part="verify")
    assert not test.success
    button = next(button for button in test.button if button.label == "Verify every byte")
    button.click().run()
    assert not test.exception
    assert test.success[0].value.startswith(f"{ALL} entries looked at: every byte is as it was written.")
    third = ready_store().ledger.examination().heads[2]
    for written_down in (third.hash.upper(), f" {third.hash[:12]}"):
        test.text_input(key="verify-head").set_value(written_down)
        next(button for button in test.button if button.label == "Verify every byte").click().run()
        assert test.success
        assert "The hash that you wrote down is that of entry 3." in words(test)
    test.text_input(key="verify-head").set_value("0" * 63 + "1")
    next(button for button in test.button if button.label == "Verify every byte").click().run()
    assert "No entry has the hash" in words(test)


def test_findings_that_are_damaged_are_named_and_the_rest_of_the_entry_stands(screen, own_home):
    receipt = accept(own_home, "observation", NEXT_FIGURE, "next.csv", by="Officer", note="Figures of 2015")
    own_home.snapshot()
    (kept,) = own_home.ledger.folder.glob(f"*-{receipt.hash}/findings.json")
    kept.write_bytes(b"[")
    said = words(screen("history", entry=receipt.id))
    assert f"findings.json of {receipt.id} is not as it was written." in said
    assert receipt.hash in said

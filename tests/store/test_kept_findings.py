"""Findings kept with an entry: hashed with it, gone with what is redacted, and absent from entries of before."""

from __future__ import annotations

import json

import pytest

from indicators.store.entry import FINDINGS, Entry
from indicators.store.entry_files import kept_findings, raw_file
from indicators.store.errors import LedgerUnreadable
from indicators.store.ledger import Ledger
from tests.store.store_samples import submit, theme

PERSON = "Mrs Example"
FOUND = json.dumps([{"value": PERSON}]).encode()


@pytest.fixture
def entry(ledger):
    return submit(ledger, "theme", [theme("a")], findings=FOUND)


def test_they_are_kept_and_verified(ledger, entry):
    again = Ledger(ledger.folder).find(1)
    assert again == entry
    assert kept_findings(ledger, again) == FOUND
    assert ledger.verify().ok
    (ledger.folder / entry.folder_name / FINDINGS).write_bytes(b"[]")
    assert [(each.file, each.code) for each in ledger.verify().problems] == [(FINDINGS, "file_changed")]


def test_an_entry_without_them_keeps_the_form_of_before(ledger):
    entry = submit(ledger, "theme", [theme("a")])
    manifest = (ledger.folder / entry.folder_name / "manifest.json").read_bytes()
    assert b"findings" not in manifest
    assert Entry.from_bytes(manifest) == entry
    assert kept_findings(ledger, entry) is None
    assert FINDINGS not in entry.files


def test_a_redaction_takes_them_along(ledger, entry):
    ledger.append_redaction("1", replacement_raw=b"[removed]", by="officer", note="a person was named")
    found = ledger.verify()
    assert found.ok
    assert {each.file for each in found.redactions} == {"original.csv", FINDINGS}
    texts = b"".join(path.read_bytes() for path in ledger.folder.rglob("*") if path.is_file())
    assert PERSON.encode() not in texts


def test_a_file_that_is_gone_is_named(ledger, entry):
    assert raw_file(ledger, entry)
    (ledger.folder / entry.folder_name / "original.csv").unlink()
    with pytest.raises(LedgerUnreadable) as gone:
        raw_file(ledger, entry)
    assert gone.value.figures["reason"] == "ENOENT"


def test_a_withdrawal_has_no_file(ledger, entry):
    withdrawal = ledger.append_withdrawal(entry.id, by="officer", note="wrong")
    with pytest.raises(ValueError, match="has no file"):
        raw_file(ledger, withdrawal)


def test_verification_tells_how_far_it_is(ledger, entry):
    submit(ledger, "theme", [theme("b")])
    told = []
    assert ledger.verify(on_entry=told.append).ok
    assert told == [1, 2]

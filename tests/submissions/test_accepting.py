"""A file goes into the ledger whole or not at all, once, and never over what somebody else has changed meanwhile."""

from __future__ import annotations

import hashlib
import threading
from datetime import UTC, datetime

import pytest

from indicators.store import open_store, queries
from indicators.store.entry_files import kept_findings, raw_file
from indicators.store.errors import HeadMoved
from indicators.store.verification import Head
from indicators.submissions import Refused, accept, check_file
from indicators.submissions.accept import append
from indicators.submissions.findings import from_kept_form
from tests.data.embedded_files import number_of_files
from tests.submissions.submission_samples import (
    HEADINGS,
    TODAY,
    found,
    observation,
    observations,
    sheet,
    text,
    workbook,
)

EMPLOYMENT = {"indicator_code": "EMP-RATE", "area_code": "E10000025", "source_key": "ELS"}
NEW = {**EMPLOYMENT, "period": "2025", "value": "84.1"}
REVISED = {**EMPLOYMENT, "period": "2023", "value": "84.0"}
SENT = {"by": "an officer", "note": "the figures of spring"}


def value_of(store, period, code="EMP-RATE"):
    figures = queries.series(store.snapshot(), code, "E10000025")
    return next((figure.value for figure in figures if figure.period == period), None)


def test_an_accepted_file_is_in_the_ledger_with_a_receipt(store):
    raw = observations(NEW, REVISED)
    before = store.ledger.head()
    receipt = accept(store, "observation", raw, "../spring.csv", **SENT)
    entry = store.ledger.entries()[-1]
    assert (receipt.id, receipt.hash, receipt.seq) == (entry.id, entry.hash, before.seq + 1)
    assert receipt.head == store.ledger.head() == Head(entry.seq, entry.hash)
    assert receipt.counts == {"added": 1, "revised": 1, "unchanged": 0, "removed": 0}
    assert (receipt.dataset, receipt.already, receipt.recorded_at) == (
        "observation",
        False,
        entry.recorded_at,
    )
    assert (entry.by, entry.note, entry.file_name, entry.row_count) == (*SENT.values(), "spring.csv", 2)
    assert entry.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert (value_of(store, "2025-01-01/P1Y"), value_of(store, "2023-01-01/P1Y")) == (84.1, 84.0)
    assert store.ledger.verify().ok


def test_a_refused_file_leaves_no_trace(store):
    before = store.ledger.head()
    with pytest.raises(Refused) as refused:
        accept(store, "observation", observations(NEW, {**REVISED, "value": "abc"}), "x.csv", **SENT)
    assert [(each.line, each.rule) for each in refused.value.findings if each.severity == "error"] == [
        (3, "not_a_number")
    ]
    assert store.ledger.head() == before


def test_the_same_file_again_gives_the_same_receipt(store):
    raw = observations(NEW)
    first = accept(store, "observation", raw, "x.csv", **SENT)
    again = accept(store, "observation", raw, "another name.csv", **SENT)
    assert (again.id, again.counts, again.already) == (first.id, first.counts, True)
    assert store.ledger.head() == first.head


def test_the_same_rows_in_another_file_are_the_same_content(store):
    first = accept(store, "observation", observations(NEW), "x.csv", **SENT)
    book = workbook(sheet([HEADINGS, observation(**{**NEW, "value": 84.1})]))
    assert accept(store, "observation", book, "x.xlsx", **SENT).already
    assert store.ledger.head() == first.head


def test_what_was_replaced_since_is_recorded_when_it_is_sent_again(store):
    first, second = observations(NEW), observations({**NEW, "value": "80.2"})
    for raw in (first, second):
        accept(store, "observation", raw, "x.csv", **SENT)
    again = accept(store, "observation", first, "x.csv", **SENT)
    assert (again.already, again.counts["revised"]) == (False, 1)
    assert value_of(store, "2025-01-01/P1Y") == 84.1
    assert accept(store, "observation", first, "x.csv", **SENT).id == again.id


def test_the_same_file_is_known_though_others_came_after_it(store):
    raw = observations(NEW)
    first = accept(store, "observation", raw, "x.csv", **SENT)
    last = accept(store, "observation", observations({**REVISED, "value": "81.5"}), "y.csv", **SENT)
    again = accept(store, "observation", raw, "x.csv", **SENT)
    assert (again.id, again.already) == (first.id, True)
    assert store.ledger.head() == last.head


def test_what_the_check_found_is_kept_with_the_entry(store):
    raw = observations({**REVISED, "value": "12"})
    found = check_file(store, "observation", raw, "x.csv").findings
    receipt = accept(store, "observation", raw, "x.csv", **SENT)
    entry = store.ledger.find(receipt.id)
    assert from_kept_form(kept_findings(store.ledger, entry)) == found != ()
    assert raw_file(store.ledger, entry) == raw
    assert store.ledger.verify().ok


def test_after_a_withdrawal_the_same_file_counts_again(store):
    raw = observations(NEW)
    first = accept(store, "observation", raw, "x.csv", **SENT)
    store.ledger.append_withdrawal(first.id, **SENT)
    assert value_of(store, "2025-01-01/P1Y") is None
    assert not accept(store, "observation", raw, "x.csv", **SENT).already
    assert value_of(store, "2025-01-01/P1Y") == 84.1


def test_rows_marked_for_removal_go(store):
    raw = text([*observation(**REVISED), "yes"], headings=[*HEADINGS, "remove"]).encode()
    assert accept(store, "observation", raw, "x.csv", **SENT).counts["removed"] == 1
    assert value_of(store, "2023-01-01/P1Y") is None


def test_a_given_moment_is_recorded_and_decides_what_is_future(store):
    raw = observations({**NEW, "period": "2018"})
    receipt = accept(store, "observation", raw, "x.csv", **SENT, recorded_at="2019-05-01T12:00:00Z")
    assert receipt.recorded_at == datetime(2019, 5, 1, 12, tzinfo=UTC)
    with pytest.raises(Refused) as refused:
        accept(
            store,
            "observation",
            observations(NEW),
            "x.csv",
            **SENT,
            recorded_at=datetime(2019, 5, 1, tzinfo=UTC),
        )
    assert "future_period" in {finding.rule for finding in refused.value.findings}


def test_a_preview_still_holds_after_entries_about_other_rows(store):
    raw = observations(NEW)
    checked = check_file(store, "observation", raw, "x.csv")
    accept(store, "observation", observations(REVISED), "other.csv", **SENT)
    receipt = accept(store, "observation", raw, "x.csv", **SENT, expected_head=checked.head)
    assert receipt.seq == checked.head.seq + 2


def test_a_preview_no_longer_holds_after_its_rows_were_touched(store):
    raw = observations(REVISED)
    checked = check_file(store, "observation", raw, "x.csv")
    other = accept(store, "observation", observations({**REVISED, "value": "84.2"}), "other.csv", **SENT)
    with pytest.raises(HeadMoved) as moved:
        accept(store, "observation", raw, "x.csv", **SENT, expected_head=checked.head)
    assert moved.value.figures == {"expected": checked.head.hash, "actual": other.hash}
    assert value_of(store, "2023-01-01/P1Y") == 84.2


def test_a_withdrawal_touches_the_rows_that_it_silences(store):
    first = accept(store, "observation", observations({**REVISED, "value": "84.2"}), "other.csv", **SENT)
    raw = observations(REVISED)
    checked = check_file(store, "observation", raw, "x.csv")
    store.ledger.append_withdrawal(first.id, **SENT)
    with pytest.raises(HeadMoved):
        accept(store, "observation", raw, "x.csv", **SENT, expected_head=checked.head)


def test_the_head_of_another_ledger_is_no_head_of_this_one(store):
    with pytest.raises(HeadMoved):
        accept(store, "observation", observations(NEW), "x.csv", **SENT, expected_head=Head(3, "0" * 64))


def test_a_file_that_is_overtaken_while_it_is_checked_is_checked_again(store, monkeypatch):
    overtaking = iter([{**REVISED, "value": "84.2"}, {**REVISED, "value": "84.3"}])
    plain = store.ledger.append_submission

    def overtaken(name, rows, **more):
        for row in overtaking:
            other = observations(row)
            plain(name, rows_of(store, other), raw=other, file_name="o.csv", **SENT, row_count=1)
            break
        return plain(name, rows, **more)

    monkeypatch.setattr(store.ledger, "append_submission", overtaken)
    receipt = accept(store, "observation", observations(REVISED), "x.csv", **SENT)
    assert receipt.seq == number_of_files() + 3, "after the embedded files and two that were quicker"
    assert value_of(store, "2023-01-01/P1Y") == 84.0


def test_a_file_that_is_overtaken_every_time_gives_up(store, monkeypatch):
    def always_overtaken(*args, expected_head, **more):
        raise HeadMoved(expected=expected_head.hash, actual="another")

    monkeypatch.setattr(store.ledger, "append_submission", always_overtaken)
    with pytest.raises(HeadMoved):
        accept(store, "observation", observations(REVISED), "x.csv", **SENT)


def test_a_refused_file_cannot_be_appended(store):
    checked = check_file(store, "observation", b"", "x.csv")
    with pytest.raises(ValueError, match=r"x\.csv was refused"):
        append(store, checked, b"", **SENT, recorded_at=None)


def rows_of(store, raw):
    return check_file(store, "observation", raw, "x.csv").rows


def test_many_at_once_are_each_accepted_once(store):
    files = [observations({**NEW, "period": str(1970 + number)}) for number in range(3)] * 2
    receipts, threads = [], []
    for raw in files:
        send = lambda raw=raw: receipts.append(accept(store, "observation", raw, "x.csv", **SENT))  # noqa: E731
        threads.append(threading.Thread(target=send))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receipts) == 6
    assert store.ledger.head().seq == number_of_files() + 3
    assert sorted(receipt.already for receipt in receipts) == [False] * 3 + [True] * 3


def test_a_check_stores_nothing_and_says_with_what_it_compared(store):
    before = store.ledger.head()
    checked = check_file(store, "observation", observations(NEW), "x.csv", today=TODAY)
    assert (checked.head, store.ledger.head(), checked.is_refused) == (before, before, False)
    assert found(check_file(store, "observation", b"", "x.csv")) == [(None, None, "empty_file")]


def test_an_unknown_dataset_is_wrong_use(store):
    with pytest.raises(KeyError):
        check_file(store, "colours", b"", "x.csv")


def test_an_empty_ledger_accepts_its_first_file(tmp_path):
    with open_store(tmp_path) as store:
        raw = b"source_key,publisher,title,location\nA,a publisher,a title,a place\n"
        assert accept(store, "source", raw, "x.csv", **SENT).seq == 1

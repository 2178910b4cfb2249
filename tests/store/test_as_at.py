"""Which moment of the ledger a text means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest

from indicators.store.as_at import sequence_at
from indicators.store.errors import EntryUnknown, MomentUnreadable
from tests.store.store_samples import submit, theme


@dataclass(frozen=True)
class Recorded:
    seq: int
    id: str
    recorded_at: datetime


def recorded(*moments):
    return [
        Recorded(seq, f"{seq:06d}-{seq:012x}", datetime.fromisoformat(moment))
        for seq, moment in enumerate(moments, start=1)
    ]


ENTRIES = recorded(
    "2026-01-10T10:00:00+00:00",
    "2026-06-30T22:59:59+00:00",
    "2026-06-30T23:00:00+00:00",
    "2026-11-20T12:00:00+00:00",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("3", 3),
        ("000003", 3),
        (" 4 ", 4),
        ("000002-000000000002", 2),
        ("2025-12-31", 0),
        ("2026-01-09", 0),
        ("2026-01-10", 1),
        ("2026-06-29", 1),
        # In summer the day ends in London an hour before it does in UTC.
        ("2026-06-30", 2),
        ("2026-07-01", 3),
        ("2026-11-20", 4),
        ("2099-01-01", 4),
        ("2026-06-30T23:59:58", 1),
        ("2026-06-30T23:59:59", 2),
        ("2026-07-01T00:00:00", 3),
        ("2026-06-30T23:00:00Z", 3),
        ("2026-06-30T22:59:59+00:00", 2),
        ("2026-11-20T11:59", 3),
        ("2026-11-20 12:00", 4),
    ],
)
def test_the_moment_that_a_text_means(text, expected):
    assert sequence_at(ENTRIES, text) == expected


def test_before_the_first_entry_is_nothing():
    assert sequence_at([], "2026-11-20") == 0


def test_where_clocks_disagreed_all_up_to_the_last_are_taken():
    entries = recorded("2026-02-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00")
    assert sequence_at(entries, "2026-01-15") == 2


@pytest.mark.parametrize("text", ["5", "99999999999999999999"])
def test_a_sequence_that_is_not_there_is_unknown(text):
    with pytest.raises(EntryUnknown) as caught:
        sequence_at(ENTRIES, text)
    assert caught.value.figures == {"asked": text, "found": 0}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-02-30",
        "20/11/2026",
        "2026-11",
        "9999-12-31",
        "0001-01-01T00:00:00+23:00",
        "-1",
        "²",
    ],
)
def test_what_is_no_moment_is_said(text):
    with pytest.raises(MomentUnreadable) as caught:
        sequence_at(ENTRIES, text)
    assert caught.value.figures == {"text": text}


def test_a_snapshot_will_do(store):
    submit(store.ledger, "theme", [theme("a")], recorded_at="2026-11-19T12:00:00Z")
    second = submit(store.ledger, "theme", [theme("b")], recorded_at="2026-11-20T12:00:00Z")
    snapshot = store.snapshot()
    assert sequence_at(snapshot, "2026-11-19") == 1
    assert sequence_at(snapshot, second.id.upper()) == 2
